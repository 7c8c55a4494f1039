import type { Draft, EventStore, Recorded } from '@driftbok/core';
import { left, memoryStore, orThrow, right } from '@driftbok/core';
import { describe, expect, it } from 'vitest';
import { inBatches } from '../src/store-import.js';
import { driftbok, storeOf } from './support/fake-io.js';
import { draft, draftFile, drafts, ledgerFile, ndjson } from './support/history.js';

const lines = ledgerFile.trimEnd().split('\n');
const part = (from: number, to: number): string => `${lines.slice(from - 1, to).join('\n')}\n`;
const files = { 'drafts.ndjson': draftFile, 'lines.ndjson': ledgerFile };

/** 2 521 more events that follow the history. */
const many: readonly Draft[] = [
  ...drafts,
  ...Array.from({ length: 2500 }, (_, index) =>
    draft('CodeOpened', 'structure', { dimension: 'konto', code: `k${index}`, label: `Konto ${index}` }, '2025-03-10T00:00:00.000Z'),
  ),
];
const manyFile = ndjson(many);

const into = (file: string, store: EventStore, content: Readonly<Record<string, string>> = files) =>
  driftbok(`import ${file} --ledger a.db --format json`, content, { stores: new Map([['sqlite:a.db', store]]) });
const exported = async (store: EventStore): Promise<string> =>
  (await driftbok('export --ledger a.db', {}, { stores: new Map([['sqlite:a.db', store]]) })).out;

describe('an import into a store', () => {
  it.each(['drafts.ndjson', 'lines.ndjson'])('of %s is the same as into a file, and done once', async (file) => {
    const ran = await driftbok(`import ${file}`, files);
    expect(ran).toMatchObject({ code: 0, err: '21 of 21 recorded, to position 21\n' });
    expect(ran.out).toMatch(/^21 imported, 0 already there; head 21, /);
    const again = await driftbok(`import ${file}`, files, { stores: ran.stores });
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toMatch(/^0 imported, 21 already there; head 21, /);
    expect((await driftbok('export', {}, { stores: ran.stores })).out).toBe(ledgerFile);
  });

  it.each([
    ['drafts', 'drafts.ndjson', 9],
    ['lines', 'lines.ndjson', 9],
    ['lines that begin later', 'tail.ndjson', 9],
  ])('goes on where an earlier one stopped: %s', async (_, file, at) => {
    const store = await storeOf({ main: part(1, at) });
    const ran = await into(file, store, { ...files, 'tail.ndjson': part(5, 21) });
    expect(JSON.parse(ran.out)).toMatchObject({ imported: 21 - at, alreadyThere: file === 'tail.ndjson' ? 5 : at });
    expect(await exported(store)).toBe(ledgerFile);
  });

  it('records a thousand at a time and tells so; broken off, it keeps whole batches and goes on', async () => {
    const store = memoryStore();
    let appends = 0;
    const failing: EventStore = {
      ...store,
      append: async (...call) =>
        ++appends === 3 ? left({ _tag: 'Unavailable', operation: 'append', got: 'no power' }) : store.append(...call),
    };
    const content = { 'many.ndjson': manyFile };
    const broken = await into('many.ndjson', failing, content);
    expect(broken).toMatchObject({ code: 2, out: '' });
    expect(broken.err).toBe(
      '1000 of 2521 recorded, to position 1000\n2000 of 2521 recorded, to position 2000\nsqlite:a.db: cannot append: no power\n',
    );
    const again = await into('many.ndjson', store, content);
    expect(again.err).toBe('521 of 521 recorded, to position 2521\n');
    expect(JSON.parse(again.out)).toMatchObject({ imported: 521, alreadyThere: 2000, head: { position: 2521 } });
    const whole = await driftbok('import many.ndjson', content);
    expect(await exported(store)).toBe((await driftbok('export', {}, { stores: whole.stores })).out);
  });

  it('decides all before it records the first', async () => {
    const wrong = [...many, draft('CodeOpened', 'structure', { dimension: 'none', code: 'a', label: 'a' }, '2025-03-10T00:00:00.000Z')];
    const store = memoryStore();
    const ran = await into('wrong.ndjson', store, { 'wrong.ndjson': ndjson(wrong) });
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/^wrong.ndjson:2522: /);
    expect(await store.head('main')).toMatchObject({ right: undefined });
  });

  it('decides again what is left where another writes at the same time', async () => {
    const store = await storeOf({ main: part(1, 9) });
    const other = draft('CodeOpened', 'structure', { dimension: 'konto', code: 'annan', label: 'Annan' }, '2025-01-02T00:00:00.000Z');
    let appends = 0;
    const busy: EventStore = {
      ...store,
      append: async (...call) => {
        if (++appends === 1) await store.append('main', [other]);
        return store.append(...call);
      },
    };
    const ran = await into('drafts.ndjson', busy);
    expect(JSON.parse(ran.out)).toMatchObject({ imported: 12, alreadyThere: 9, head: { position: 22 } });
    expect(appends).toBe(2);
  });

  /** A store in which another importer records a batch right before each append of ours, as long as it has any. */
  const beside = (store: EventStore, batches: readonly (readonly Draft[])[]): EventStore => {
    const left = [...batches];
    return {
      ...store,
      append: async (...call) => {
        const batch = left.shift();
        if (batch !== undefined) orThrow(await store.append('main', batch));
        return store.append(...call);
      },
    };
  };

  it('goes on after what another importer of a shorter file recorded meanwhile', async () => {
    const store = memoryStore();
    const ran = await into('many.ndjson', beside(store, [many.slice(0, 500)]), { 'many.ndjson': manyFile });
    expect(JSON.parse(ran.out)).toMatchObject({ imported: 2021, alreadyThere: 500, head: { position: 2521 } });
    expect(ran.err).toMatch(/^1000 of 2021 recorded, to position 1500\n/);
    const whole = await driftbok('import many.ndjson', { 'many.ndjson': manyFile });
    expect(await exported(store)).toBe((await driftbok('export', {}, { stores: whole.stores })).out);
  });

  it('counts what another importer of the same file recorded as already there', async () => {
    const [file, content] = ['many.ndjson', { 'many.ndjson': manyFile }];
    const all = await into(file, beside(memoryStore(), [many.slice(0, 1000), many.slice(1000, 2000), many.slice(2000)]), content);
    expect(JSON.parse(all.out)).toMatchObject({ imported: 0, alreadyThere: 2521, head: { position: 2521 } });
    expect(all.err).toBe('');
    const some = await into(file, beside(memoryStore(), [many.slice(0, 1000)]), content);
    expect(JSON.parse(some.out)).toMatchObject({ imported: 1521, alreadyThere: 1000, head: { position: 2521 } });
    expect(some.err).toBe('1000 of 1521 recorded, to position 2000\n1521 of 1521 recorded, to position 2521\n');
  });

  it('takes what another recorded further on as already there', async () => {
    const store = await storeOf({ main: part(1, 9) });
    const other = draft('CodeOpened', 'structure', { dimension: 'konto', code: 'tredje', label: 'Tredje' }, '2025-01-02T00:00:00.000Z');
    const ran = await into('drafts.ndjson', beside(store, [[other, ...drafts.slice(9)]]));
    expect(JSON.parse(ran.out)).toMatchObject({ imported: 0, alreadyThere: 21, head: { position: 22 } });
  });

  it('takes what another recorded and erased as already there', async () => {
    const store = memoryStore();
    const erasing: EventStore = {
      ...store,
      append: async (...call) => {
        orThrow(await store.append('main', drafts));
        const event = drafts.at(-1)?.id ?? '';
        const id = '01900000-0000-7000-9000-00000000abcd';
        const recordedAt = '2025-03-10T00:00:00.000Z';
        orThrow(await store.redact('main', { id, event, legalBasis: 'GDPR', recordedAt, actor: { role: 'registrator', id: 'r1' } }));
        return store.append(...call);
      },
    };
    const ran = await into('drafts.ndjson', erasing);
    expect(JSON.parse(ran.out)).toMatchObject({ imported: 0, alreadyThere: 21, head: { position: 22 } });
  });

  it('asks once where a text was redacted before its event came, since nobody writes beside it', async () => {
    const store = await storeOf({ main: part(1, 9) });
    const event = drafts.find(({ text }) => text !== undefined)?.id ?? '';
    const redaction = draft('TextRedacted', 'outcome/2025-01', { event, legalBasis: 'GDPR' }, '2025-01-02T00:00:00.000Z');
    orThrow(await store.append('main', [redaction]));
    let appends = 0;
    const counting: EventStore = { ...store, append: async (...call) => (appends++, store.append(...call)) };
    const ran = await into('drafts.ndjson', counting);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/\(text-erased\)\n$/);
    expect(appends).toBe(1);
  });

  it('refuses other content that another importer recorded meanwhile, at its line', async () => {
    const changed = drafts.map((each, index) => (index === 5 ? { ...each, actor: { role: 'controller', id: 'c2' } } : each));
    const ran = await into('drafts.ndjson', beside(memoryStore(), [changed.slice(0, 9)]));
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/^drafts.ndjson:6: id: expected what is recorded by this id at position 6, got .* \(other-content\)\n$/);
  });

  it('does not go on where a store says that a batch is there, and it is not', async () => {
    let appends = 0;
    const lying: EventStore = {
      ...memoryStore(),
      append: async (...call) => {
        appends++;
        const written = orThrow(await memoryStore().append(...call));
        return right({ ...written, head: { ...written.head, hash: 'f'.repeat(64) }, repeated: true });
      },
    };
    expect((await into('drafts.ndjson', lying)).err).toMatch(/^sqlite:a\.db: 21: expected .*, got f{64} \(content\)\n$/);
    expect(appends).toBe(20);
  });

  it('does not put ledger lines in other places where another writes at the same time', async () => {
    const store = await storeOf({ main: part(1, 9) });
    const other = draft('CodeOpened', 'structure', { dimension: 'konto', code: 'annan', label: 'Annan' }, '2025-01-02T00:00:00.000Z');
    const busy: EventStore = {
      ...store,
      append: async (...call) => {
        await store.append('main', [other]);
        return store.append(...call);
      },
    };
    expect(await into('lines.ndjson', busy)).toMatchObject({ code: 1, out: '' });
    expect(await store.head('main')).toMatchObject({ right: { position: 10 } });
  });

  it('gives up where others always write first, and says so', async () => {
    const busy: EventStore = {
      ...memoryStore(),
      append: async () => left({ _tag: 'VersionConflict', where: 'head', expected: 0, actual: 1 }),
    };
    expect(await into('drafts.ndjson', busy)).toMatchObject({
      code: 1,
      err: 'sqlite:a.db: head: expected 0, got 1: others are writing; nothing more was written, try again (version-conflict)\n',
    });
  });

  it.each([
    [
      'a later part that is there without the beginning',
      ndjson(drafts.slice(0, 12)),
      [0, 1, 2, 5],
      /:6: id: expected a file that is recorded from its first event on; 4 of its 12/,
    ],
  ])('refuses %s', async (_, file, there, message) => {
    const rest = drafts.filter((_each, index) => there.includes(index));
    const store = await storeOf({ main: ndjson(rest) });
    const ran = await into('in.ndjson', store, { 'in.ndjson': file });
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(message);
  });

  it('refuses other content by the same id', async () => {
    const store = await storeOf({ main: part(1, 9) });
    const ran = await into('in.ndjson', store, { 'in.ndjson': draftFile.replace('"prov"', '"annat"') });
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.err).toContain('(other-content)');
  });

  it('asks which ledger where there are several, and makes one by its name', async () => {
    const stores = new Map([['sqlite:a.db', await storeOf({ one: part(1, 3), other: part(1, 4) })]]);
    expect((await driftbok('import drafts.ndjson --ledger a.db', files, { stores })).err).toContain('one of one | other, got no name');
    expect(await driftbok('import drafts.ndjson --ledger a.db?ledger=third', files, { stores })).toMatchObject({ code: 0 });
    expect((await driftbok('export --ledger a.db?ledger=third', {}, { stores })).out).toBe(ledgerFile);
    expect(await driftbok('import drafts.ndjson --ledger a.db?ledger=a,b', files, { stores })).toMatchObject({ code: 2 });
  });

  it.each([
    ['that is refused', 'refused.ndjson', 1, /^refused\.ndjson:3: /],
    ['of an empty file', 'empty.ndjson', 1, /^empty\.ndjson: expected events, got an empty file \(empty\)\n$/],
    ['of a later part', 'tail.ndjson', 1, /\(apart\)\n$/],
    ['into a ledger of no name', 'drafts.ndjson?ledger=a,b', 2, /--ledger: expected \?ledger= and letters/],
  ])('%s makes no file', async (_, given, code, message) => {
    const refused = draftFile
      .split('\n')
      .filter((_each, at) => at !== 1)
      .join('\n');
    const content = { ...files, 'refused.ndjson': refused, 'empty.ndjson': '', 'tail.ndjson': part(5, 21) };
    const [file = '', query] = given.split('?');
    const ran = await driftbok(`import ${file} --ledger new.db${query === undefined ? '' : `?${query}`}`, content);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toMatch(message);
    expect([...ran.stores]).toEqual([]);
  });

  it('records fewer at a time where events are large', () => {
    const sizes = (events: readonly unknown[]): readonly number[] =>
      [...inBatches(events as readonly Recorded[])].map(({ length }) => length);
    expect(sizes(Array.from({ length: 2001 }, (_each, position) => ({ position })))).toEqual([1000, 1000, 1]);
    const large = { data: 'x'.repeat(8_000_000) };
    expect(sizes([large, large, large, { data: 'x'.repeat(20_000_000) }, large, {}])).toEqual([2, 1, 1, 2]);
    expect(sizes([])).toEqual([]);
  });

  it('makes no file where there is nothing to read', async () => {
    const ran = await driftbok('import none.ndjson');
    expect(ran).toMatchObject({ code: 2, err: 'none.ndjson: cannot be read: there is no such file\n' });
    expect([...ran.stores]).toEqual([]);
  });
});
