import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeIo } from '../src/node-io.js';
import { run } from '../src/run.js';
import { draftFile, drafts, ledgerFile } from './support/history.js';
import type { Server } from './support/server.js';
import { startServer } from './support/server.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'driftbok-'));
  writeFileSync(join(folder, 'drafts.ndjson'), draftFile);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command line with real databases; `/` in a word stands for the test's folder. */
async function driftbok(line: string, env: Readonly<Record<string, string>> = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const io = nodeIo({ stdout, stderr, env, exit: () => {} });
  const code = await run(line.replaceAll('@/', `${folder}/`).split(' '), io);
  const said = (stream: PassThrough): string => String(stream.read() ?? '');
  return { code, out: said(stdout), err: said(stderr) };
}

describe('a SQLite file', () => {
  it('is made, gone on with, read, verified and copied', async () => {
    const env = { DRIFTBOK_LEDGER: `sqlite:${folder}/a.db` };
    expect(await driftbok('head', env)).toMatchObject({ code: 2, out: '' });
    expect(existsSync(join(folder, 'a.db'))).toBe(false);
    expect(await driftbok('import @/drafts.ndjson', env)).toMatchObject({ code: 0, err: '21 of 21 recorded, to position 21\n' });
    expect((await driftbok('import @/drafts.ndjson', env)).out).toMatch(/^0 imported, 21 already there/);
    expect((await driftbok('export', env)).out).toBe(ledgerFile);
    const [head = ''] = (await driftbok('head', env)).out.split('\n');
    expect(await driftbok('backup @/b.db', env)).toMatchObject({ code: 0, err: '' });
    expect(await driftbok(`verify --ledger @/b.db --head ${head}`)).toMatchObject({ code: 0, err: '' });
    const before = readFileSync(join(folder, 'b.db'));
    expect(await driftbok('backup @/b.db', env)).toMatchObject({ code: 2, out: '' });
    expect(readFileSync(join(folder, 'b.db')).equals(before)).toBe(true);
  });

  it('that is another file is said', async () => {
    writeFileSync(join(folder, 'c.db'), 'x'.repeat(5000));
    for (const line of ['head', 'verify', 'import @/drafts.ndjson']) {
      expect(await driftbok(`${line} --ledger sqlite:@/c.db`)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('cannot open'),
      });
    }
  });
});

describe('a PostgreSQL database', () => {
  let server: Server;
  const address = (user: string, password: string): string => `postgres://${user}:${password}@127.0.0.1:${server.port}/postgres`;
  beforeAll(async () => {
    server = await startServer();
    await server.sql("CREATE ROLE app LOGIN PASSWORD 'applösen'");
  }, 120_000);
  afterAll(async () => server.remove(), 60_000);

  it('is made ready, imported into by an application, read and verified', async () => {
    const owner = address('postgres', 'secret');
    const app = address('app', encodeURIComponent('applösen'));
    const shown = `postgres://127.0.0.1:${server.port}/postgres`;
    const unready = await driftbok(`import @/drafts.ndjson --ledger ${app}`);
    expect(unready).toMatchObject({ code: 2, out: '' });
    expect(unready.err).toContain(`${shown}: cannot open: 42P01: no store of Driftbok in this database: driftbok migrate makes one`);
    expect((await driftbok(`migrate --ledger ${owner} --role app`)).out).toBe(`${shown}: schema 2, new\n`);
    expect((await driftbok(`migrate --ledger ${owner} --role app`)).out).toBe(`${shown}: schema 2, as it was\n`);
    expect((await driftbok(`import @/drafts.ndjson --ledger ${app}?ledger=kommun`)).code).toBe(0);
    expect((await driftbok(`export --ledger ${app}`)).out).toBe(ledgerFile);
    const [head = ''] = (await driftbok(`head --ledger ${app}`)).out.split('\n');
    expect(await driftbok(`verify --ledger ${app} --head ${head}`)).toMatchObject({ code: 0, err: '' });
    const erased = await driftbok(`redact --ledger ${app} --event ${drafts.at(-1)?.id} --reason GDPR --actor registrator:r1`);
    expect(erased).toMatchObject({ code: 0, err: '' });
    for (const where of ['write-ahead log', 'replicas', 'backups']) expect(erased.out).toContain(`\n  ${where}, until `);
    expect((await driftbok(`export --ledger ${app}`)).out).not.toContain(drafts.at(-1)?.text);
    expect((await driftbok(`verify --ledger ${app} --head ${head}`)).code).toBe(0);
  }, 120_000);

  it('that takes no such password, or is not there, is said, without the password', async () => {
    for (const url of [address('postgres', 'helt-fel'), 'postgres://postgres:helt-fel@127.0.0.1:1/postgres']) {
      const ran = await driftbok(`head --ledger ${url}`);
      expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('cannot open') });
      expect(ran.err).not.toContain('helt-fel');
    }
  });
});
