import { describe, expect, it } from 'vitest';
import { driftbok } from './support/fake-io.js';
import { changedLine, draftFile, ledgerFile } from './support/history.js';

const check = async (content: string | Uint8Array): Promise<{ readonly code: number; readonly found: unknown }> => {
  const { code, out, err } = await driftbok('check a --format json', { a: content });
  expect(err).toBe('');
  return { code, found: JSON.parse(out) };
};
const head = {
  position: 21,
  hash: (JSON.parse(ledgerFile.trimEnd().split('\n').at(-1) ?? '') as { hash: string }).hash,
  recordedAt: '2025-03-09T00:00:00.000Z',
};

describe('check', () => {
  it.each([
    ['ledger lines', ledgerFile],
    ['drafts, with the head that they make', draftFile],
  ])('finds nothing wrong with %s', async (_, content) => {
    expect(await check(content)).toEqual({ code: 0, found: { findings: [], events: 21, head, against: null } });
  });

  it('finds an empty file wrong', async () => {
    const finding = { code: 'empty', severity: 'error', where: ['line:1'], by: '', message: 'expected events, got an empty file' };
    expect(await check('')).toEqual({ code: 1, found: { findings: [finding], events: 0, head: null, against: null } });
  });

  it.each([
    ['ledger lines', ledgerFile],
    ['drafts', draftFile],
  ])('holds %s against a published head', async (_, content) => {
    const { position, hash } = head;
    const against = async (given: string, of = content) => driftbok(`check a --head ${given}`, { a: of });
    expect((await against(`${position}:${hash}`)).out).toContain('\na: it holds the published head, 21\n');
    const shorter = `${content.trimEnd().split('\n').slice(0, 20).join('\n')}\n`;
    expect(await against(`${position}:${hash}`, shorter)).toMatchObject({
      code: 1,
      out: 'a:21: expected events up to position 21, got the end after position 20 (cut)\na: 1 wrong; there may be more behind\n',
    });
    const other = '0'.repeat(64);
    expect((await against(`20:${other}`)).out).toMatch(/^a:20: hash: expected 0{64}, got [0-9a-f]{64} \(head\)\n/);
    expect(await against('20')).toMatchObject({ code: 2, out: '' });
  });

  it.each([
    ['an id that is none', changedLine(draftFile, 3, (text) => text.replace('-7000-', '-4000-')), 'form', ['line:3', 'field:id']],
    ['bytes that are no UTF-8', new Uint8Array([0xe5, 0x0a]), 'encoding', ['line:1']],
    ['a line end of another system', draftFile.replace('\n', '\r\n'), 'line-end', ['line:1']],
    ['a ledger line that is not canonical', changedLine(ledgerFile, 2, (text) => text.replace(',', ', ')), 'not-canonical', ['line:2']],
    [
      'a type that is not known',
      changedLine(draftFile, 3, (text) => text.replace('DimensionDeclared', 'DimensionInvented')),
      'unknown-type',
      ['line:3', 'field:type'],
    ],
    ['a changed event', changedLine(ledgerFile, 10, (text) => text.replace('1200000.00', '1300000.00')), 'hash', ['line:10', 'field:hash']],
    [
      'a missing event',
      ledgerFile
        .split('\n')
        .filter((_, at) => at !== 4)
        .join('\n'),
      'position',
      ['line:5', 'field:position'],
    ],
    [
      'an event that a rule refuses',
      draftFile
        .split('\n')
        .filter((_, at) => at !== 1)
        .join('\n'),
      'dimension-unknown',
      ['line:3', 'field:data.dimension'],
    ],
    [
      'a text that is not the one hashed',
      draftFile.replace('Underskott 1 000 kr', 'Överskott 1 000 kr'),
      'text-hash',
      ['line:21', 'field:data.textHash'],
    ],
  ])('finds %s', async (_, content, code, where) => {
    const { code: exit, found } = await check(content);
    expect(exit).toBe(1);
    expect(found).toMatchObject({ findings: [{ code, severity: 'error', where, by: '' }], head: null });
  });

  it('finds a refused event before the break in the chain, and both', async () => {
    const lines = ledgerFile.trimEnd().split('\n');
    const { found } = await check(changedLine(lines.join('\n'), 20, (text) => text.replace('"version":6', '"version":7')));
    expect(found).toMatchObject({ findings: [{ code: 'version', where: ['line:20', 'field:version'] }] });
  });

  it('tells findings in words, each with its place', async () => {
    const { code, out } = await driftbok('check a', { a: changedLine(draftFile, 3, () => 'x') });
    expect(code).toBe(1);
    expect(out).toBe('a:3: expected a value, got "x" (json)\na: 1 wrong; there may be more behind\n');
  });

  it('tells in words that nothing is wrong', async () => {
    expect((await driftbok('check a', { a: ledgerFile })).out).toBe(
      `a: 21 events, nothing wrong; head 21, recorded ${head.recordedAt}, ${head.hash}\n` +
        'a: not shown: that nothing was cut off its end; hold it against a published head, --head <position>:<hash>\n',
    );
  });

  it.each([
    ['a', 'a: cannot be read: there is no such file\n'],
    ['folder', 'folder: cannot be read: it is a folder, not a file\n'],
    ['broken/a', "broken/a:1: expected the bytes of a file, got EIO: i/o error, read 'broken/a' (unreadable)\n"],
  ])('cannot read %s', async (file, err) => {
    expect(await driftbok(`check ${file}`, { 'broken/a': '', folder: '' })).toMatchObject({ code: 2, out: '', err });
  });
});
