import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@driftbok/core';
import { isLeft } from '@driftbok/core';
import { sqliteStore } from '@driftbok/stores/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeStores } from '../src/node-stores.js';
import { run } from '../src/run.js';
import { driftbok, fakeHost, storeOf } from './support/fake-io.js';
import { drafts, item, ledgerFile } from './support/history.js';

const { id: event, text = '' } = item(drafts, -1);
const line = `redact --ledger a.db --event ${event} --reason "OSL 26 kap. 1 §" --actor registrator:r1`;
const one = async (): Promise<Map<string, EventStore>> => new Map([['sqlite:a.db', await storeOf({ main: ledgerFile })]]);

describe('redact', () => {
  it('erases a text, says what is left of it, and records who did so, when and why', async () => {
    const stores = await one();
    const ran = await driftbok(line, {}, { stores });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(
      new RegExp(
        `^the text of ${event} is erased: OSL 26 kap. 1 §\nno byte of it is left in the store\n` +
          'what was exported, backed up or printed before still holds it\nhead 22, recorded 2025-03-10T00:00:00.000Z, [0-9a-f]{64}\n$',
      ),
    );
    const { out } = await driftbok('export --ledger a.db', {}, { stores });
    expect(out).not.toContain(text);
    expect(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      type: 'TextRedacted',
      actor: { role: 'registrator', id: 'r1' },
      data: { event, legalBasis: 'OSL 26 kap. 1 §' },
    });
    expect((await driftbok('verify --ledger a.db', {}, { stores })).code).toBe(0);
  });

  it('has nothing to do a second time, nor for an event that is not there or has no text', async () => {
    const stores = await one();
    await driftbok(line, {}, { stores });
    for (const other of [event, item(drafts, 0).id, '01900000-0000-7000-8000-00000000ffff'])
      expect(await driftbok(line.replace(event, other), {}, { stores })).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringMatching(new RegExp(`^sqlite:a.db: event ${other}: expected .* \\(nothing-to-redact\\)\n$`)),
      });
  });

  it('tells where bytes of it may still lie, and until when', async () => {
    const store = await storeOf({ main: ledgerFile });
    const remains = [{ where: 'backups', until: 'their retention ends' }];
    const keeping: EventStore = {
      ...store,
      redact: async (...given) => {
        const done = await store.redact(...given);
        return isLeft(done) ? done : { ...done, right: { ...done.right, remains } };
      },
    };
    const stores = new Map([['postgres://u:hemligt@h/d', keeping]]);
    const ran = await driftbok(line.replace('a.db', 'postgres://u:hemligt@h/d'), {}, { stores });
    expect(ran.out).toContain('\nbytes of it may still lie in:\n  backups, until their retention ends\n');
  });

  it('gives the same as data', async () => {
    const ran = await driftbok(`${line} --format json`, {}, { stores: await one() });
    expect(JSON.parse(ran.out)).toMatchObject({ event, head: { position: 22 }, remains: [] });
  });

  it('does not fall behind the ledger, whose last writer had a faster clock', async () => {
    const stores = await one();
    const host = fakeHost({}, { stores });
    const io = { ...host.io, clock: () => '2020-01-01T00:00:00.000Z' };
    const words = ['redact', '--ledger', 'a.db', '--event', event, '--reason', 'r', '--actor', 'a:b'];
    expect(await run(words, io)).toBe(0);
    expect(host.out()).toContain('head 22, recorded 2025-03-09T00:00:00.000Z');
  });

  it.each([
    ['--ledger file:a', '--ledger: expected sqlite:<file> | postgres://…; a file of events is only replaced whole'],
    ['--ledger fixture:norrtalje', '--ledger: expected sqlite:<file> | postgres://…; what comes with driftbok is not changed'],
    ['--ledger none.db', 'sqlite:none.db: cannot open: no such file'],
    ['--ledger a.db?ledger=x', '--ledger: expected a ledger of sqlite:a.db: main'],
  ])('refuses %s', async (ledger, message) => {
    const ran = await driftbok(line.replace('--ledger a.db', ledger), { a: ledgerFile }, { stores: await one() });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(message);
    expect(ran.files.get('a')).toBe(ledgerFile);
    expect([...ran.stores.keys()]).toEqual(['sqlite:a.db']);
  });

  it.each([
    ['registrator:r1', 'registrator', '--actor: expected <role>:<id>, such as registrator:r1, got registrator'],
    ['"OSL 26 kap. 1 §"', '"om 811218-9876"', '--reason: expected a ground that points out nobody'],
    [event, 'x', 'expected a UUIDv7 in lower case'],
    [`--event ${event}`, '', '--event: expected <id>, got nothing'],
  ])('takes no %s that is %j', async (good, bad, message) => {
    const ran = await driftbok(line.replace(good, bad), {}, { stores: await one() });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(message);
    expect(ran.err).not.toContain('811218');
  });
});

describe('in a SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'driftbok-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('no byte of the text is left in the file, its log, its shared memory or an export, while another has the file open', async () => {
    const path = join(folder, 'a.db');
    const host = fakeHost({ 'in.ndjson': ledgerFile });
    const io = { ...host.io, stores: nodeStores, stamp: async (name: string) => (name === path ? undefined : host.io.stamp(name)) };
    expect(await run(['import', 'in.ndjson', '--ledger', `sqlite:${path}`], io)).toBe(0);
    const bytes = (): Buffer => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    expect(bytes().includes(text)).toBe(true);

    const other = await sqliteStore({ path, mode: 'read' });
    expect(await run(['redact', '--ledger', path, '--event', event, '--reason', 'GDPR art. 17', '--actor', 'registrator:r1'], io)).toBe(0);
    expect(host.out()).toContain('no byte of it is left in the store');
    expect(bytes().includes(text)).toBe(false);
    expect(await run(['export', '--ledger', path, '--output', 'out.ndjson'], io)).toBe(0);
    expect(String(host.files.get('out.ndjson'))).not.toContain(text);
    expect(String(host.files.get('out.ndjson'))).toContain('"type":"TextRedacted"');
    if (!isLeft(other)) await other.right.close();
  });
});
