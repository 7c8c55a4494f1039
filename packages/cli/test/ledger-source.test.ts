import { left, right } from '@driftbok/core';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../src/ledger-source.js';
import { driftbok } from './support/fake-io.js';
import { changedLine, draftFile, ledgerFile } from './support/history.js';

const rounds = (ledger: string, files = {}): ReturnType<typeof driftbok> => driftbok(`rounds --ledger ${ledger}`, files);
const known = 'sqlite:<file> | postgres://… | file:<events.ndjson> | fixture:norrtalje | fixture:sodertalje';

describe('--ledger', () => {
  it('reads the same ledger from its lines and from drafts', async () => {
    const [sealed, drafts] = [await rounds('file:a', { a: ledgerFile }), await rounds('file:a', { a: draftFile })];
    expect(sealed).toMatchObject({ code: 0, err: '' });
    expect(drafts.out).toBe(sealed.out);
  });

  it.each([
    ['fixture:norrtälje', `--ledger: expected ${known}, got fixture:norrtälje. Did you mean fixture:norrtalje?`],
    ['fixture:', `--ledger: expected ${known}, got fixture:. Did you mean fixture:norrtalje?`],
    ['file:', '--ledger: expected file: and a path, got file:'],
    ['kommun', `--ledger: expected ${known}, got kommun. Did you mean file:kommun?`],
    ['sqlite:', '--ledger: expected sqlite: and the path of a file, got sqlite:'],
    ['sqlite:?ledger=a', '--ledger: expected sqlite: and the path of a file, got sqlite:?ledger=a'],
    ['sqlite::memory:', '--ledger: expected sqlite: and the path of a file, got sqlite::memory:'],
    ['a.ndjson', `--ledger: expected ${known}, got a.ndjson. Did you mean file:a.ndjson?`],
    ['http://a', `--ledger: expected ${known}, got http://a`],
  ])('%s is refused', async (ledger, message) => {
    const ran = await rounds(ledger);
    expect(ran).toMatchObject({ code: 2, out: '', err: `driftbok rounds: ${message}\nSee: driftbok rounds --help\n`, files: new Map() });
  });

  it.each([
    ['postgres:///db?host=/var/run/postgresql', 'postgres://%2Fvar%2Frun%2Fpostgresql/db', undefined],
    ['postgresql://app:hemligt@/db?host=%2Ftmp&ledger=a', 'postgresql://app:hemligt@%2Ftmp/db', 'a'],
    ['postgres://app@h:5433/db?sslmode=disable&host=/tmp', 'postgres://app@%2Ftmp:5433/db?sslmode=disable', undefined],
    ['postgres://%2Ftmp/db', 'postgres://%2Ftmp/db', undefined],
  ])('%s is the address of a Unix socket', async (text, url, ledger) => {
    expect(parseSource(text)).toEqual(right({ kind: 'store', place: { kind: 'postgres', url }, ledger }));
    const ran = await rounds(text);
    expect(ran.err).toMatch(/^postgres:\/\/%2F[^@?]*\/db: cannot open: /);
  });

  it.each(['postgres:///db', 'postgres://app:hemligt@/db', 'postgres:///db?host=', 'postgres://app:hem@/ligt@h/db?host=/tmp'])(
    '%s, which names no host or hides one, is refused',
    (text) => {
      const expected = 'postgres://<user>:<password>@<host>/<database>, each part percent-encoded';
      expect(parseSource(text)).toMatchObject(left({ _tag: 'UsageError', where: '--ledger', expected, got: 'another address' }));
    },
  );

  it.each([
    ['a file that is not there', undefined, 'a: cannot be read: there is no such file', 2],
    ['a line that is no JSON', 'x\n', 'a:1:1: expected a value, got "x" (json)', 2],
    ['what is no UTF-8', new Uint8Array([0xe5, 0x0a]), '(encoding)', 2],
    ['a file cut off', ledgerFile.slice(0, -40), '(truncated)', 2],
    [
      'two forms in one file',
      `${ledgerFile}${draftFile}`,
      'a:22: expected a ledger line, as the lines before, got a draft line (mixed-forms)',
      2,
    ],
    ['a changed event', changedLine(ledgerFile, 10, (text) => text.replace('1200000.00', '1300000.00')), 'a:10: hash: expected ', 1],
    ['lines in another order', ledgerFile.split('\n').slice(1).join('\n'), 'a:1: position: expected 1, got 2 (position)', 1],
    [
      'drafts that a rule refuses',
      draftFile.split('\n').slice(1).join('\n'),
      'a:1: type: expected LedgerOpened first, got DimensionDeclared (ledger-not-opened)',
      1,
    ],
  ])('%s is refused', async (_, content, message, code) => {
    const ran = await rounds('file:a', content === undefined ? {} : { a: content });
    expect(ran.err).toContain(message);
    expect(ran).toMatchObject({ code, out: '' });
  });

  it('says every line that is wrong', async () => {
    const ran = await rounds('file:a', { a: 'x\n\n{}\n' });
    expect(ran.err.split('\n').filter((line) => /^a:[123]:/.test(line)).length).toBeGreaterThanOrEqual(3);
  });

  it('says what a disk says that cannot be read', async () => {
    const ran = await rounds('file:broken/a', { 'broken/a': '' });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain("EIO: i/o error, read 'broken/a'");
  });

  it('takes an empty ledger where there is nothing to ask of it', async () => {
    expect(await rounds('file:a', { a: '' })).toMatchObject({ code: 0 });
    expect(await driftbok('table driftredovisning --ledger file:a --period 2025-01', { a: '' })).toMatchObject({
      code: 2,
      err: 'cut: expected a ledger with events, got an empty ledger (empty-ledger)\n',
    });
  });
});
