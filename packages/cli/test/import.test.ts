import type { Draft } from '@driftbok/core';
import { emptyBook, headOf, linesOf, orThrow, propose, seal, sha256Hex } from '@driftbok/core';
import { run } from '@driftbok/cli';
import { describe, expect, it } from 'vitest';
import { driftbok, fakeHost } from './support/fake-io.js';
import { changedLine, draft, draftFile, drafts, item, ledgerFile, ndjson } from './support/history.js';

const line = 'import in.ndjson --ledger file:ledger.ndjson --format json';
const lines = ledgerFile.trimEnd().split('\n');
const first = (count: number): string =>
  lines
    .slice(0, count)
    .map((text) => `${text}\n`)
    .join('');
const from = (position: number): string =>
  lines
    .slice(position - 1)
    .map((text) => `${text}\n`)
    .join('');
const head = { position: 21, hash: (JSON.parse(lines[20] ?? '') as { hash: string }).hash, recordedAt: '2025-03-09T00:00:00.000Z' };

const posting = (over: Partial<Draft> = {}, month = '2025-02'): Draft =>
  draft(
    'OutcomePosted',
    'outcome/2025-02',
    { lines: linesOf([{ codes: { ansvar: '51', konto: 'lokaler' }, month, amount: '-1.00' }]) } as unknown as Draft['data'],
    '2025-03-10T00:00:00.000Z',
    over,
  );

describe('import takes', () => {
  it.each([
    ['drafts into no file', draftFile, undefined, 21, 0],
    ['drafts into an empty file', draftFile, '', 21, 0],
    ['ledger lines into no file', ledgerFile, undefined, 21, 0],
    ['drafts after ledger lines', ndjson(drafts.slice(7)), first(7), 14, 0],
    ['the continuation of the ledger', from(8), first(7), 14, 0],
    ['the continuation with some of what is there', from(5), first(7), 14, 3],
    ['the ledger whole, over its start', ledgerFile, first(7), 14, 7],
    ['ledger lines that are there already', from(10), ledgerFile, 0, 12],
    ['drafts that are there already', draftFile, ledgerFile, 0, 21],
    ['some drafts that are there already', ndjson(drafts.slice(3, 6)), ledgerFile, 0, 3],
  ])('%s', async (_, file, ledger, imported, alreadyThere) => {
    const ran = await driftbok(line, { 'in.ndjson': file, ...(ledger === undefined ? {} : { 'ledger.ndjson': ledger }) });
    expect(ran.err).toBe('');
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toEqual({ imported, alreadyThere, head });
    expect(ran.files.get('ledger.ndjson')).toBe(ledgerFile);
  });

  it('a history in two parts, wherever it is cut, as drafts and as ledger lines', async () => {
    for (let at = 1; at < drafts.length; at++) {
      for (const [one, other] of [
        [ndjson(drafts.slice(0, at)), ndjson(drafts.slice(at))],
        [first(at), from(at + 1)],
      ] as const) {
        const begun = await driftbok(line, { 'in.ndjson': one });
        const ended = await driftbok(line, { 'in.ndjson': other, 'ledger.ndjson': String(begun.files.get('ledger.ndjson')) });
        expect(ended.files.get('ledger.ndjson')).toBe(ledgerFile);
      }
    }
  });

  it('the ledger into itself', async () => {
    const ran = await driftbok('import ledger.ndjson --ledger file:ledger.ndjson', { 'ledger.ndjson': ledgerFile });
    expect(ran.out).toBe(`0 imported, 21 already there; head 21, recorded ${head.recordedAt}, ${head.hash}\n`);
  });

  it('adds the line end that the ledger lacked', async () => {
    const ran = await driftbok(line, { 'in.ndjson': from(8), 'ledger.ndjson': first(7).trimEnd() });
    expect(ran.files.get('ledger.ndjson')).toBe(ledgerFile);
  });
});

describe('import erases texts', () => {
  const stated = item(drafts, -1);
  const redacted = draft('TextRedacted', stated.stream, { event: stated.id, legalBasis: 'OSL 26:1' }, '2025-04-01T00:00:00.000Z');
  const { text: _text, salt: _salt, ...bare } = stated;
  const erased = ndjson(orThrow(propose(emptyBook(), [...drafts.slice(0, -1), bare, redacted])).events);

  it('that a draft says are erased', async () => {
    const ran = await driftbok(line, { 'in.ndjson': ndjson([redacted]), 'ledger.ndjson': ledgerFile });
    expect(ran.err).toBe('');
    expect(ran.files.get('ledger.ndjson')).toBe(erased);
  });

  it('that a ledger line says are erased, and takes none in again', async () => {
    const ran = await driftbok(line, { 'in.ndjson': erased, 'ledger.ndjson': ledgerFile });
    expect(ran.files.get('ledger.ndjson')).toBe(erased);
    const again = await driftbok(line, { 'in.ndjson': ledgerFile, 'ledger.ndjson': erased });
    expect(again.code).toBe(0);
    expect(again.files.get('ledger.ndjson')).toBe(erased);
  });

  it('of the batch itself', async () => {
    const ran = await driftbok(line, { 'in.ndjson': ndjson([...drafts, redacted]) });
    expect(ran.files.get('ledger.ndjson')).toBe(erased);
  });
});

describe('import refuses, and leaves the ledger as it was:', () => {
  const other = draft(
    'LedgerOpened',
    'ledger',
    { name: 'annan', municipality: 'Exempel', timeZone: 'Europe/Stockholm' },
    '2025-01-01T00:00:00.000Z',
  );
  const otherLedger = ndjson(orThrow(propose(emptyBook(), [other])).events);
  const closed = draft('PeriodClosed', 'outcome/2025-02', { month: '2025-02' }, '2025-03-10T00:00:00.000Z');

  it.each([
    [
      'lines that begin after its end',
      from(9),
      first(7),
      "in.ndjson:1: position: expected at most 8, right after the ledger's end, got 9 (apart)",
    ],
    ['another ledger', otherLedger, first(7), 'other-content'],
    [
      'a continuation of another history',
      changedLine(from(8), 1, (text) => text.replace('kod kapital', 'Kod kapital')),
      first(7),
      'in.ndjson:1: hash: expected ',
    ],
    [
      'a broken chain',
      changedLine(from(8), 2, (text) => text.replace(/"prevHash":"../, '"prevHash":"00')),
      first(7),
      'in.ndjson:2: prevHash: expected ',
    ],
    ['a gap', lines.slice(7, 9).concat(lines.slice(10)).join('\n'), first(7), 'in.ndjson:3: position: expected 10, got 11 (position)'],
    [
      'an id that is taken by other content',
      ndjson([{ ...item(drafts, 5), stream: 'structure', actor: { role: 'controller', id: 'c2' } }]),
      ledgerFile,
      'in.ndjson:1: id: expected what is recorded by this id at position 6',
    ],
    [
      'drafts of which some are there',
      ndjson([item(drafts, 20), posting()]),
      ledgerFile,
      'in.ndjson:1: id: expected a file that is recorded whole, or not at all; 1 of its 2 events are',
    ],
    [
      'a draft from before its end',
      ndjson([posting({ recordedAt: '2025-03-01T00:00:00.000Z' })]),
      ledgerFile,
      'in.ndjson:1: recordedAt: expected at or after 2025-03-09T00:00:00.000Z, got 2025-03-01T00:00:00.000Z (time-falls)',
    ],
    [
      'what a rule refuses',
      ndjson([closed, posting()]),
      ledgerFile,
      'in.ndjson:2: data.lines.rows.0.month: expected a month that is open; 2025-02 is closed, got 2025-02 (period-closed)',
    ],
    [
      'ledger lines that a rule refuses',
      sealedAgainstTheRules(),
      first(9),
      'in.ndjson:2: data.lines.rows.0.month: expected a month that is open',
    ],
    [
      'a text that is not the one hashed',
      ndjson([{ ...item(drafts, 20), text: 'Överskott' }]),
      first(20),
      'in.ndjson:1: data.textHash: expected ',
    ],
    [
      'an id twice',
      ndjson([posting({ id: '01900000-0000-7000-8000-00000000ffff' }), posting({ id: '01900000-0000-7000-8000-00000000ffff' })]),
      ledgerFile,
      'in.ndjson:2: id: expected an id not recorded before',
    ],
  ])('%s', async (_, file, ledger, message) => {
    const ran = await driftbok(line, { 'in.ndjson': file, 'ledger.ndjson': ledger });
    expect(ran.err).toContain(message);
    expect(ran.code).toBe(1);
    expect(ran.out).toBe('');
    expect(ran.files.get('ledger.ndjson')).toBe(ledger);
  });

  it.each([
    [
      'a line that is no event',
      changedLine(draftFile, 3, () => '{"id":1}'),
      'in.ndjson:3: id: expected a UUIDv7 in lower case, got 1 (form)',
    ],
    [
      'a third decimal',
      changedLine(draftFile, 10, (text) => text.replace('1200000.00', '1200000.005')),
      'in.ndjson:10: data.lines.rows.0.amount: expected kronor with two decimals, got ',
    ],
    ['a ledger line that is not canonical', changedLine(ledgerFile, 2, (text) => text.replace(',', ', ')), '(not-canonical)'],
  ])('%s, as unreadable', async (_, file, message) => {
    const ran = await driftbok(line, { 'in.ndjson': file, 'ledger.ndjson': '' });
    expect(ran.err).toContain(message);
    expect(ran.code).toBe(2);
    expect(ran.files.get('ledger.ndjson')).toBe('');
  });

  it('into drafts', async () => {
    const ran = await driftbok(line, { 'in.ndjson': draftFile, 'ledger.ndjson': draftFile });
    expect(ran.err).toBe('ledger.ndjson:1: expected a ledger; import this file into one first, got drafts (unsealed)\n');
    expect(ran.code).toBe(1);
  });

  it('into a ledger whose chain is broken', async () => {
    const broken = changedLine(ledgerFile, 2, (text) => text.replace('"label":"Ansvar"', '"label":"ansvar"'));
    const ran = await driftbok(line, { 'in.ndjson': draftFile, 'ledger.ndjson': broken });
    expect(ran.err).toContain('ledger.ndjson:2: hash: expected ');
    expect(ran.code).toBe(1);
  });

  it('into what is no events', async () => {
    const ran = await driftbok(line, { 'in.ndjson': draftFile, 'ledger.ndjson': 'x\n' });
    expect(ran.err).toContain('ledger.ndjson:1:1: expected a value, got "x" (json)');
    expect(ran.code).toBe(2);
  });

  it('into a fixture', async () => {
    const ran = await driftbok('import in.ndjson --ledger fixture:norrtalje', { 'in.ndjson': draftFile });
    expect(ran.err).toContain(
      '--ledger: expected sqlite:<file> | postgres://… | file:<events.ndjson>; what comes with driftbok is not changed, got fixture:norrtalje',
    );
    expect(ran.code).toBe(2);
  });

  it('into nothing that it knows', async () => {
    expect((await driftbok('import in.ndjson --ledger ledger.ndjson')).err).toContain('Did you mean file:ledger.ndjson?');
  });

  it('a file that is not there', async () => {
    const ran = await driftbok(line);
    expect(ran.err).toBe('in.ndjson: cannot be read: there is no such file\n');
    expect(ran.code).toBe(2);
  });

  it('an empty file, and makes none', async () => {
    const ran = await driftbok(line, { 'in.ndjson': '' });
    expect(ran).toMatchObject({ code: 1, out: '', err: 'in.ndjson: expected events, got an empty file (empty)\n' });
    expect(ran.files.has('ledger.ndjson')).toBe(false);
  });

  it('where the disk refuses', async () => {
    const ran = await driftbok('import in.ndjson --ledger file:locked/ledger.ndjson', { 'in.ndjson': draftFile });
    expect(ran.err).toBe('locked/ledger.ndjson: cannot be written: you are not permitted to (EACCES)\n');
    expect(ran.code).toBe(2);
  });

  it('where somebody else wrote meanwhile', async () => {
    const host = fakeHost({ 'in.ndjson': draftFile });
    const io: typeof host.io = {
      ...host.io,
      replace: (path, pieces, seen) => {
        host.files.set(path, ledgerFile);
        return host.io.replace(path, pieces, seen);
      },
    };
    expect(await run(line.split(' '), io)).toBe(1);
    expect(host.err()).toBe('ledger.ndjson: was changed by somebody else meanwhile; nothing was written, try again\n');
    expect(host.files.get('ledger.ndjson')).toBe(ledgerFile);
  });
});

/** A continuation that is sealed as it should be, by somebody who did not ask the rules. */
function sealedAgainstTheRules(): string {
  const { events } = orThrow(propose(emptyBook(), drafts.slice(0, 9)));
  const closed = draft('PeriodClosed', 'outcome/2025-02', { month: '2025-02' }, '2025-03-10T00:00:00.000Z');
  return ndjson(seal([closed, posting()], headOf(item(events, 8)), () => 0, sha256Hex));
}
