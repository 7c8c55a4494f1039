import { lineOfEvent, orThrow } from '@driftbok/core';
import type { EventStore, Recorded } from '@driftbok/core';
import { describe, expect, it } from 'vitest';
import { driftbok, json, storeOf } from './support/fake-io.js';
import { draftFile, ledgerFile } from './support/history.js';

const lines = ledgerFile.trimEnd().split('\n');
const last = JSON.parse(lines[20] ?? '') as Recorded;
const head = { position: 21, hash: last.hash, recordedAt: last.recordedAt };
const first = (count: number): string => `${lines.slice(0, count).join('\n')}\n`;

const two = async () => new Map([['sqlite:a.db', await storeOf({ '2024': first(9), '2025': ledgerFile })]]);
const one = async () => new Map([['sqlite:a.db', await storeOf({ '2025': ledgerFile })]]);

/** A store whose events come out as `change` makes them. */
const changed = (store: EventStore, change: (event: Recorded) => Recorded | undefined): EventStore => ({
  ...store,
  read: async function* (ledger, query) {
    for await (const item of store.read(ledger, query)) {
      const event = change(orThrow(item));
      if (event !== undefined) yield { _tag: 'Right', right: event };
    }
  },
});

describe('a ledger in a store', () => {
  const fromFile = driftbok('rounds --ledger file:a', { a: ledgerFile });

  it.each(['sqlite:a.db', 'a.db', 'sqlite:a.db?ledger=2025', 'a.db?ledger=2025'])('is read from %s', async (ledger) => {
    const ran = await driftbok(`rounds --ledger ${ledger}`, {}, { stores: await one() });
    expect(ran).toMatchObject({ code: 0, err: '', out: (await fromFile).out });
  });

  it('is read from PostgreSQL, by the address without the name of the ledger', async () => {
    const stores = new Map([['postgres://u:p@h/d?sslmode=require', await storeOf({ one: ledgerFile, other: first(9) })]]);
    const ran = await driftbok('export --ledger postgres://u:p@h/d?ledger=one&sslmode=require', {}, { stores });
    expect(ran).toMatchObject({ code: 0, err: '', out: ledgerFile });
  });

  it('is chosen by name where there are several', async () => {
    const stores = await two();
    expect((await driftbok('export --ledger sqlite:a.db?ledger=2024', {}, { stores })).out).toBe(first(9));
    expect(await driftbok('export --ledger sqlite:a.db', {}, { stores })).toMatchObject({
      code: 2,
      err: 'driftbok export: --ledger: expected sqlite:a.db?ledger=<name>, one of 2024 | 2025, got no name\nSee: driftbok export --help\n',
    });
    expect((await driftbok('export --ledger sqlite:a.db?ledger=2023', {}, { stores })).err).toContain(
      '--ledger: expected a ledger of sqlite:a.db: 2024 | 2025, got 2023. Did you mean 2024?',
    );
  });

  it('is what DRIFTBOK_LEDGER says, or in driftbok.db, where nobody says it', async () => {
    const stores = new Map([...(await one()), ['sqlite:driftbok.db', await storeOf({ main: first(9) })]]);
    expect((await driftbok('export', {}, { stores })).out).toBe(first(9));
    expect((await driftbok('export', {}, { stores, settings: { DRIFTBOK_LEDGER: '' } })).out).toBe(first(9));
    const settings = { DRIFTBOK_LEDGER: 'sqlite:a.db' };
    expect((await driftbok('export', {}, { stores, settings })).out).toBe(ledgerFile);
    expect((await driftbok('export --ledger driftbok.db', {}, { stores, settings })).out).toBe(first(9));
  });

  it('that is not there is said, and nothing is made', async () => {
    const ran = await driftbok('rounds');
    expect(ran).toMatchObject({
      code: 2,
      err: 'sqlite:driftbok.db: cannot open: no such file: import makes one, and --ledger names another\n',
    });
    expect([...ran.stores]).toEqual([]);
    const empty = await driftbok('rounds', {}, { stores: new Map([['sqlite:driftbok.db', await storeOf({})]]) });
    expect(empty).toMatchObject({ code: 2 });
    expect(empty.err).toContain('expected a store that holds a ledger, got sqlite:driftbok.db, which is empty');
  });

  it('that is broken is refused, at its position', async () => {
    const store = changed(await storeOf({ main: ledgerFile }), (event) => (event.position === 10 ? { ...event, data: {} } : event));
    const ran = await driftbok('rounds --ledger a.db', {}, { stores: new Map([['sqlite:a.db', store]]) });
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/^sqlite:a.db:10: hash: expected /);
  });
});

describe('a password', () => {
  const secret = 'hemligt';
  it.each([
    `rounds --ledger postgres://u:${secret}@h/d`,
    `rounds --ledger postgres://h/d?user=u&password=${secret}`,
    `rounds --ledger postgres://u:${secret}@h/d --ledger postgres://u:${secret}@h/d`,
    `rounds --ledger postgres://u:12/${secret}@h/d`,
    `rounds --ledger postgres://u:#${secret}@h/d`,
    `rounds --ledger postgres://u:${secret}@h:port/d`,
    `rounds --ledger Postgres://u:${secret}@h/d`,
    `rounds postgres://u:${secret}@h/d`,
    `backup postgres://u:${secret}@h/d --ledger postgres://u:${secret}@h/d`,
    `postgres://u:${secret}@h/d`,
    `import a --ledger postgres://u:${secret}@h/d`,
    `migrate --ledger postgres://u:${secret}@h/d --rol x`,
    `head --ledger postgres://u:${secret}@h/d?ledger=x`,
  ])('is in no message: %s', async (line) => {
    const ran = await driftbok(line, { a: draftFile });
    expect(ran.code).toBe(2);
    expect(ran.err).not.toBe('');
    expect(ran.err + ran.out).not.toContain(secret);
  });

  it('is in no message of a store either', async () => {
    const url = `postgres://u:${secret}@h/d`;
    const stores = new Map([[url, await storeOf({ one: ledgerFile, other: ledgerFile })]]);
    for (const line of [`head --ledger ${url}`, `migrate --ledger ${url}`, `import a --ledger ${url}`]) {
      const ran = await driftbok(line, { a: draftFile }, { stores });
      expect(ran.err + ran.out).toContain('postgres://h/d');
      expect(ran.err + ran.out).not.toContain(secret);
    }
  });
});

describe('head', () => {
  it.each(['sqlite:a.db', 'file:a'])('tells the end of %s', async (ledger) => {
    const [files, stores] = [{ a: ledgerFile }, await one()];
    expect((await driftbok(`head --ledger ${ledger}`, files, { stores })).out).toBe(`21:${head.hash}\nrecorded ${head.recordedAt}\n`);
    expect(await json(`head --ledger ${ledger} --format json`, files, { stores })).toEqual(head);
  });

  it('says that there is none', async () => {
    expect((await driftbok('head --ledger file:a', { a: '' })).out).toBe('the ledger is empty\n');
    expect(await json('head --ledger file:a --format json', { a: '' })).toBeNull();
  });
});

describe('verify', () => {
  const published = `--head 21:${head.hash}`;

  it.each(['sqlite:a.db', 'file:a', 'fixture:norrtalje'])('finds nothing in %s, and tells its head', async (ledger) => {
    const ran = await driftbok(`verify --ledger ${ledger}`, { a: ledgerFile }, { stores: await one() });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^head: \d+, recorded \S+, [0-9a-f]{64}$/m);
  });

  it.each(['sqlite:a.db', 'file:a'])('says of %s that a cut end is not shown without a published head', async (ledger) => {
    const whole = { files: { a: ledgerFile }, stores: await one() };
    const notShown =
      /^(visar inte att inget är bortskuret i slutet|not shown: that nothing was cut off its end); .* --head <position>:<hash>$/m;
    expect((await driftbok(`verify --ledger ${ledger}`, whole.files, whole)).out).toMatch(notShown);
    expect((await driftbok(`verify --ledger ${ledger} --language en`, whole.files, whole)).out).toMatch(/^not shown: /m);
    const held = await driftbok(`verify --ledger ${ledger} ${published}`, whole.files, whole);
    expect(held.out).not.toMatch(notShown);
    expect(held.out).toMatch(/\ndet publicerade huvudet finns kvar, 21\n$/);
    expect(await json(`verify --ledger ${ledger} --format json`, whole.files, whole)).toMatchObject({ against: null });
  });

  it.each(['sqlite:a.db', 'file:a'])('looks at the chain of %s only, and reads a store once', async (ledger) => {
    let reads = 0;
    const store = await storeOf({ main: ledgerFile });
    const counted: EventStore = { ...store, read: (...query) => ((reads += 1), store.read(...query)) };
    const world = { stores: new Map([['sqlite:a.db', counted]]) };
    const ran = await driftbok(`verify --ledger ${ledger} --chain`, { a: ledgerFile }, world);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^chain: 21 prövade, inget fel\nhead: 21, /);
    expect(reads).toBe(ledger === 'file:a' ? 0 : 1);
    const broken = {
      stores: new Map([['sqlite:a.db', changed(store, (event) => (event.position === 10 ? { ...event, data: {} } : event))]]),
    };
    expect((await driftbok(`verify --ledger sqlite:a.db --chain`, {}, broken)).out).toMatch(/^error: position 10: .* \(content\)\n$/);
  });

  it.each(['sqlite:a.db', 'file:a'])('holds %s against a published head', async (ledger) => {
    const whole = { files: { a: ledgerFile }, stores: await one() };
    expect((await driftbok(`verify --ledger ${ledger} ${published}`, whole.files, whole)).code).toBe(0);
    const cut = { files: { a: first(20) }, stores: new Map([['sqlite:a.db', await storeOf({ main: first(20) })]]) };
    expect(await driftbok(`verify --ledger ${ledger} ${published}`, cut.files, cut)).toMatchObject({
      code: 1,
      out: 'error: position 21: expected events up to position 21, got the end after position 20 (cut)\n',
    });
    const other = `--head 7:${head.hash}`;
    expect((await driftbok(`verify --ledger ${ledger} ${other}`, whole.files, whole)).out).toMatch(/^error: position 7: .* \(head\)\n$/);
  });

  it.each([
    ['content', (event: Recorded) => (event.position === 10 ? { ...event, data: {} } : event), 10],
    ['gap', (event: Recorded) => (event.position === 10 ? undefined : event), 11],
    ['cut', (event: Recorded) => (event.position > 19 ? undefined : event), 20],
  ])('names the first event that does not fit, and how: %s', async (kind, change, position) => {
    const stores = new Map([['sqlite:a.db', changed(await storeOf({ main: ledgerFile }), change)]]);
    const ran = await driftbok('verify --ledger a.db', {}, { stores });
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(new RegExp(`^error: position ${position}: .* \\(${kind}\\)\\n$`));
    const found = await driftbok('verify --ledger a.db --format json', {}, { stores });
    expect(JSON.parse(found.out)).toMatchObject({ findings: [{ code: 'chain', where: expect.arrayContaining([`position:${position}`]) }] });
  });

  it.each(['21', '0:x', `21:${head.hash}0`, `021:${head.hash}`])('takes no head such as %s', async (text) => {
    const ran = await driftbok(`verify --ledger fixture:norrtalje --head ${text}`);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(`--head: expected <position>:<hash>, as head prints it, got ${text}`);
  });
});

describe('backup', () => {
  it('copies a SQLite file', async () => {
    const ran = await driftbok('backup b.db --ledger a.db', {}, { stores: await one() });
    expect(ran).toMatchObject({ code: 0, out: 'sqlite:a.db copied to b.db\n' });
    expect(ran.stores.has('sqlite:b.db')).toBe(true);
  });

  it.each([
    ['postgres://u@h/d', '--ledger: expected sqlite:<file>; a PostgreSQL database is copied by pg_dump, got postgres://'],
    ['file:a', '--ledger: expected sqlite:<file>; a file of events is copied like any other, got file:a'],
    ['fixture:norrtalje', '--ledger: expected sqlite:<file>; a file of events is copied like any other'],
    ['sqlite:a.db?ledger=2025', '--ledger: expected sqlite:<file>; all ledgers of the file are copied, got sqlite:a.db?ledger=2025'],
    ['sqlite:none.db', 'sqlite:none.db: cannot open: no such file'],
  ])('refuses %s', async (ledger, message) => {
    const ran = await driftbok(`backup b.db --ledger ${ledger}`, {}, { stores: await one() });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(message);
  });

  it('writes over nothing', async () => {
    const stores = new Map([...(await one()), ['sqlite:b.db', await storeOf({ main: first(3) })]]);
    expect((await driftbok('backup b.db --ledger a.db', {}, { stores })).err).toBe(
      'sqlite:a.db: cannot backup: there is something at that path already\n',
    );
  });
});

describe('migrate', () => {
  it('makes a database ready, once', async () => {
    const ran = await driftbok('migrate --ledger postgres://u@h/d --role app');
    expect(ran).toMatchObject({ code: 0, out: 'postgres://h/d: schema 1, new\n' });
    expect((await driftbok('migrate --ledger postgres://u@h/d', {}, { stores: ran.stores })).out).toBe(
      'postgres://h/d: schema 1, as it was\n',
    );
  });

  it.each(['file:a', 'fixture:norrtalje'])('has nothing to do for %s', async (ledger) => {
    expect((await driftbok(`migrate --ledger ${ledger}`)).err).toContain(
      '--ledger: expected postgres://… | sqlite:<file>; nothing else needs to be made ready',
    );
  });

  it('opens a SQLite file for writing, and makes none', async () => {
    const stores = await one();
    expect(await driftbok('migrate --ledger a.db', {}, { stores })).toMatchObject({ code: 0, out: 'sqlite:a.db: ready\n' });
    expect((await driftbok('migrate --ledger none.db', {}, { stores })).err).toContain('sqlite:none.db: cannot open: no such file');
    expect((await driftbok('migrate --ledger a.db --role app', {}, { stores })).err).toContain('--role: expected none with a SQLite file');
  });
});

it('a ledger line is the same from a store and from a file', async () => {
  const { out } = await driftbok('events --ledger a.db --format ndjson', {}, { stores: await one() });
  expect(out).toBe(ledgerFile);
  expect(out.split('\n')[20]).toBe(lineOfEvent(last));
});
