import type { Draft, Json } from '@driftbok/core';
import { emptyBook, orThrow, propose, sha256Hex, textHashOf } from '@driftbok/core';
import { describe, expect, it } from 'vitest';
import { driftbok, json } from './support/fake-io.js';
import { draft, drafts, ndjson } from './support/history.js';

const at = '2025-03-09T00:00:00.000Z';
const salt = 'a'.repeat(32);
const comment = (text: string, standing: 'draft' | 'final' = 'final'): Draft =>
  draft(
    'CommentMade',
    'comment/k1',
    {
      comment: 'k1',
      about: { round: '2025-P2' },
      standing,
      kind: 'status',
      asOf: '2025-03-01',
      textHash: textHashOf(text, salt, sha256Hex),
    },
    at,
    { text, salt },
  );
const person = 'Avser 811218-9876, mejl anna@ex.se';
const goal = (label: string): Draft =>
  draft('GoalSet', 'goal/g1', { goal: 'g1', label, from: '2025', kind: 'mal', pursuit: 'pursued' }, at);
const sealed = (events: readonly Draft[]): string => ndjson(orThrow(propose(emptyBook(), events)).events);
const redaction = (event: Draft): Draft =>
  draft('TextRedacted', event.stream, { event: event.id, legalBasis: 'OSL 26 kap. 1 §' } as Json, at);

const said =
  'in.ndjson:22: text: expected nothing that may point out a person in a final comment, which stands, got a personal identity number at characters 7 to 17 (personal-number)\n' +
  'in.ndjson:22: text: expected nothing that may point out a person in a final comment, which stands, got an e-mail address at characters 25 to 34 (email)\n';

describe.each([
  ['drafts', ndjson],
  ['ledger lines', sealed],
])('a final comment that may point out a person, in %s', (_, write) => {
  const file = write([...drafts, comment(person)]);

  it.each(['file:ledger.ndjson', 'sqlite:a.db'])(
    'is not imported into %s, with its line and field and without its text',
    async (ledger) => {
      const ran = await driftbok(`import in.ndjson --ledger ${ledger}`, { 'in.ndjson': file });
      expect(ran).toMatchObject({ code: 1, out: '', err: said });
      expect(ran.files.has('ledger.ndjson')).toBe(false);
      expect(ran.stores.size).toBe(0);
    },
  );

  it('is told by its line of the file, where some of that is in the ledger', async () => {
    if (write === ndjson) return;
    const ran = await driftbok('import in.ndjson --ledger file:ledger.ndjson', { 'in.ndjson': file, 'ledger.ndjson': sealed(drafts) });
    expect(ran).toMatchObject({ code: 1, out: '', err: said });
  });

  it('is wrong with the file', async () => {
    const ran = await driftbok('check in.ndjson', { 'in.ndjson': file });
    expect(ran).toMatchObject({ code: 1, out: `${said}in.ndjson: 2 wrong; there may be more behind\n` });
    const found = JSON.parse((await driftbok('check in.ndjson --format json', { 'in.ndjson': file })).out) as Json;
    expect(found).toMatchObject({
      head: null,
      findings: [
        { code: 'personal-number', severity: 'error', where: ['line:22', 'field:text'] },
        { code: 'email', severity: 'error' },
      ],
    });
  });
});

describe('what may point out a person and is no final comment', () => {
  const file = ndjson([...drafts, comment('Ring 0176-710 00', 'draft'), goal('Fråga anna@ex.se')]);

  it('is imported with a warning, once', async () => {
    const line = 'import in.ndjson --ledger file:ledger.ndjson';
    const ran = await driftbok(line, { 'in.ndjson': file });
    expect(ran.code).toBe(0);
    expect(ran.err).toBe(
      'warning: in.ndjson:22: text: expected nothing that may point out a person, got a phone number at characters 6 to 16 (phone)\n' +
        'warning: in.ndjson:23: data.label: expected nothing that may point out a person, got an e-mail address at characters 7 to 16 (email)\n',
    );
    const again = await driftbok(line, { 'in.ndjson': file, 'ledger.ndjson': String(ran.files.get('ledger.ndjson')) });
    expect(again).toMatchObject({ code: 0, err: '' });
  });

  it('is a warning of check, and nothing wrong', async () => {
    const ran = await driftbok('check in.ndjson', { 'in.ndjson': file });
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(
      /^in.ndjson:22: warning: text: .* \(phone\)\nin.ndjson:23: warning: data.label: .* \(email\)\nin.ndjson: 23 events, nothing wrong; head 23/,
    );
    expect(await json('check in.ndjson --format json', { 'in.ndjson': file })).toMatchObject({
      head: { position: 23 },
      findings: [{ severity: 'warning' }, { severity: 'warning' }],
    });
  });
});

describe('a final comment that is not taken in', () => {
  it('is not looked at where the file says that its text is erased', async () => {
    const made = comment(person);
    const ran = await driftbok('import in.ndjson --ledger a.db', { 'in.ndjson': ndjson([...drafts, made, redaction(made)]) });
    expect(ran.code).toBe(0);
    const checked = await driftbok('check in.ndjson', { 'in.ndjson': ndjson([...drafts, made, redaction(made)]) });
    expect(checked.out).not.toContain('personal-number');
    expect((await driftbok('export --ledger a.db', {}, { stores: ran.stores })).out).not.toContain('811218');
  });

  it('is not in the way of a ledger that holds it already', async () => {
    const events = [...drafts, comment(person)];
    const files = { 'in.ndjson': sealed([...events, goal('Mål')]), 'ledger.ndjson': sealed(events) };
    expect(await driftbok('import in.ndjson --ledger file:ledger.ndjson', files)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^1 imported, 22 already there/),
    });
  });
});
