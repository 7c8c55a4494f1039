import { describe, expect, it } from 'vitest';
import { isRight, orThrow, right } from '../../src/base/either.js';
import { sha256Hex } from '../../src/base/hash.js';
import type { Recorded } from '../../src/record/envelope.js';
import { draft, drafts, draftWithText, idOf, redactRequest, timeOf } from '../../src/store/contract/drafts.js';
import { memoryStore } from '../../src/store/memory-store.js';
import type { EventStore } from '../../src/store/port.js';
import { all } from '@driftbok/fixtures/arbitraries';
import { maxBatch } from '../../src/store/port.js';

const ledger = 'example';
const eventsOf = async (store: EventStore): Promise<readonly Recorded[]> => (await all(store.read(ledger))).map(orThrow);

/** Everything in a value that can still be changed, by its path. */
function loose(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, each]) => loose(each, `${path}.${key}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

describe('the memory store', () => {
  it('hands out frozen events, down to the last list, also after a redaction', async () => {
    const store = memoryStore();
    await store.append(ledger, [draftWithText(1, 'En text.'), draft(2, { data: { rows: [['51', { a: [1] }]] } })]);
    await store.redact(ledger, redactRequest(3, 1, { decision: { body: 'Kommunstyrelsen', date: '2025-08-20' } }));
    expect((await eventsOf(store)).flatMap((event) => loose(event, String(event.position)))).toEqual([]);
  });

  it('leaves what the caller gave unfrozen', async () => {
    const given = draft(1, { data: { rows: [['51']] } });
    await memoryStore().append(ledger, [given]);
    expect(loose(given, 'draft')).toEqual(['draft', 'draft.actor', 'draft.data', 'draft.data.rows', 'draft.data.rows.0']);
  });

  it('sees in a read what was recorded at its first item, and no text erased since', async () => {
    const store = memoryStore();
    await store.append(ledger, [draft(1), draftWithText(2, 'En text.')]);
    const reading = store.read(ledger)[Symbol.asyncIterator]();
    const seen = [await reading.next()];
    await store.redact(ledger, redactRequest(3, 2));
    seen.push(await reading.next());
    expect(await reading.next()).toEqual({ done: true, value: undefined });
    expect(seen.map((each) => (each.done === true ? 'the end' : orThrow(each.value).text))).toEqual([undefined, undefined]);
  });

  it('ends a read that is under way when it closes', async () => {
    const store = memoryStore();
    await store.append(ledger, drafts(1, 3));
    const reading = store.read(ledger)[Symbol.asyncIterator]();
    await reading.next();
    await store.close();
    const unavailable = { _tag: 'Left', left: { _tag: 'Unavailable', operation: 'read', got: 'a closed store' } };
    expect(await reading.next()).toEqual({ done: false, value: unavailable });
    expect(await reading.next()).toEqual({ done: true, value: undefined });
    expect(await all(store.read(ledger))).toEqual([unavailable]);
    expect(await store.ledgers()).toMatchObject({ left: { operation: 'ledgers' } });
  });

  it('looks into a batch of the greatest length, and not into a longer one', async () => {
    const batch = Array.from<never>({ length: maxBatch }).fill(7 as never);
    expect(await memoryStore().append(ledger, batch)).toMatchObject({ left: { where: 'batch.0' } });
    expect(await memoryStore().append(ledger, [...batch, ...batch.slice(0, 1)])).toMatchObject({
      left: { where: 'batch', got: '100001 drafts' },
    });
  });

  it('hashes with the function it is given', async () => {
    const asked: unknown[] = [];
    const store = memoryStore({
      hash: (data) => {
        asked.push(data);
        return sha256Hex(data);
      },
    });
    await store.append(ledger, drafts(1, 3));
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['an error', new Error('no such algorithm'), '"no such algorithm"'],
    ['something else', 'broken', '"broken"'],
  ])('is unavailable when the hash function throws %s, and nothing is written', async (_, thrown, got) => {
    let working = true;
    const store = memoryStore({
      hash: (data) => {
        if (working) return sha256Hex(data);
        throw thrown;
      },
    });
    await store.append(ledger, [draftWithText(1, 'En text.')]);
    working = false;
    const refused = { _tag: 'Left', left: { _tag: 'Unavailable', operation: 'append', got } };
    expect(await store.append(ledger, drafts(2, 4))).toEqual(refused);
    expect(await store.redact(ledger, redactRequest(5, 1))).toMatchObject({ left: { _tag: 'Unavailable', operation: 'redact' } });
    expect((await eventsOf(store)).map(({ text }) => text)).toEqual(['En text.']);
  });

  it('takes objects without a prototype for what they hold', async () => {
    const store = memoryStore();
    const data = Object.assign(Object.create(null) as object, { note: 1 }) as { readonly note: number };
    expect(isRight(await store.append(ledger, [draft(1, { data })]))).toBe(true);
    expect((await eventsOf(store))[0]?.data).toEqual({ note: 1 });
  });

  it('takes data 60 deep and refuses data 61 deep, as the draft that holds it', async () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const store = memoryStore();
    expect(await store.append(ledger, [draft(1, { data: JSON.parse(nested(60)) })])).toMatchObject({ right: { first: 1 } });
    expect(await store.append(ledger, [draft(2, { data: JSON.parse(nested(61)) })])).toMatchObject({
      left: { _tag: 'InvalidInput', expected: 'JSON at most 60 deep', got: 'more, or a cycle' },
    });
  });

  it('refuses what cannot be read, and does not throw', async () => {
    const store = memoryStore();
    const { proxy, revoke } = Proxy.revocable([draft(1)], {});
    revoke();
    expect(await store.append(ledger, proxy)).toMatchObject({ left: { _tag: 'InvalidInput', where: 'batch' } });
    const options = {
      get from(): number {
        throw new Error('not now');
      },
    };
    const [item] = await all(store.subscribe(ledger, options));
    expect(item).toMatchObject({ left: { _tag: 'InvalidInput', where: 'options', got: 'something that cannot be read ("not now")' } });
  });

  it('takes an instance of a class for no JSON', async () => {
    class Amount {
      readonly ore = 1;
    }
    const result = await memoryStore().append(ledger, [draft(1, { data: { amount: new Amount() as never } })]);
    const where = 'batch.0.data.amount';
    expect(result).toEqual({ _tag: 'Left', left: { _tag: 'InvalidInput', where, expected: 'JSON', got: 'an object of a class' } });
  });
});

describe('what the memory store says when it refuses', () => {
  const filled = async (): Promise<EventStore> => {
    const store = memoryStore();
    await store.append(ledger, [draft(1), draft(2), draftWithText(3, 'En text.')]);
    return store;
  };

  it.each([
    ['no batch', null, { where: 'batch', expected: '1 to 100000 drafts', got: 'null' }],
    ['no drafts', [], { where: 'batch', expected: '1 to 100000 drafts', got: '0 drafts' }],
    ['no draft', [draft(4), 7], { where: 'batch.1', expected: 'Draft', got: '7' }],
    [
      'a time that is none',
      [draft(4), draft(5, { recordedAt: 'now' })],
      { where: 'batch.1.recordedAt', expected: 'an instant, YYYY-MM-DDTHH:MM:SS.sssZ', got: '"now"' },
    ],
    ['a part that is missing', [{ ...draft(4), actor: { role: 'x' } }], { where: 'batch.0.actor.id', got: 'nothing' }],
    [
      'NaN deep inside',
      [draft(4, { data: { a: [1, Number.NaN] } })],
      { where: 'batch.0.data.a.1', expected: 'a finite number', got: 'NaN' },
    ],
    ['half a letter', [draft(4, { data: ['\ud83d'] })], { where: 'batch.0.data.0', expected: 'a text without lone surrogates' }],
    ['half a letter in a key', [draft(4, { data: { '\ud83d': 1 } })], { where: 'batch.0.data', expected: 'keys without lone surrogates' }],
    ['undefined', [draft(4, { data: { a: undefined as never } })], { where: 'batch.0.data.a', expected: 'JSON', got: 'nothing' }],
    ['a function', [draft(4, { data: (() => 0) as never })], { where: 'batch.0.data', expected: 'JSON', got: 'function' }],
  ])('%s: where, what was expected and what came', async (_, batch, said) => {
    expect(await (await filled()).append(ledger, batch as never)).toMatchObject({ left: { _tag: 'InvalidInput', ...said } });
  });

  it('a wrong query, expectation, request or name: where', async () => {
    const store = await filled();
    const [item] = await all(store.read(ledger, { from: 0 }));
    expect(item).toMatchObject({ left: { where: 'query.from', expected: 'a position from 1', got: '0' } });
    expect(await store.append(ledger, [draft(4)], { head: -1 })).toMatchObject({
      left: { where: 'expected.head', expected: 'a number of events, empty, exists or any', got: '-1' },
    });
    expect(await store.append(ledger, [draft(4)], { streams: { x: -1 } })).toMatchObject({
      left: { where: 'expected.streams', expected: 'expectations by the names of streams', got: '{"x":-1}' },
    });
    expect(await store.append(ledger, [draft(4)], null as never)).toMatchObject({
      left: { where: 'expected', expected: 'Expected', got: 'null' },
    });
    expect(await store.redact(ledger, 7 as never)).toMatchObject({ left: { where: 'request', expected: 'RedactRequest', got: '7' } });
    expect(await all(store.read(ledger, null as never))).toMatchObject([{ left: { where: 'query', expected: 'ReadQuery', got: 'null' } }]);
    expect(await all(store.read(ledger, { to: 'x' }))).toMatchObject([
      { left: { where: 'query.to', expected: 'a position from 0, or an instant' } },
    ]);
    expect(await all(store.read(ledger, { types: ['Note', ''] }))).toMatchObject([
      { left: { where: 'query.types.1', expected: 'an event type, 1 to 64 characters on one line', got: '""' } },
    ]);
    expect(await store.redact(ledger, redactRequest(4, 3, { legalBasis: '' }))).toMatchObject({ left: { where: 'request.legalBasis' } });
    expect(await store.head('a b')).toMatchObject({ left: { where: 'ledger', got: '"a b"' } });
  });

  it.each([
    [
      'other content',
      [draft(2, { data: null, schemaVersion: 3 })],
      { id: idOf(2), position: 2, expected: 'what is recorded by this id', got: 'another data, schemaVersion' },
    ],
    ['a part it does not have', [draft(2, { cause: idOf(1) })], { id: idOf(2), got: 'another cause' }],
    [
      'a part of a batch',
      [draft(2), draft(9)],
      { id: idOf(2), position: 2, expected: 'the batch recorded whole, or not at all', got: '1 of 2 recorded' },
    ],
    ['another order', [draft(2), draft(1)], { id: idOf(1), position: 1, expected: 'position 3, as in the batch', got: 'position 1' }],
    [
      'an id twice',
      [draft(7), draft(7)],
      { id: idOf(7), position: undefined, expected: 'each id once in a batch', got: 'the same id again' },
    ],
  ])('%s, of a duplicate', async (_, batch, said) => {
    expect(await (await filled()).append(ledger, batch)).toMatchObject({ left: { _tag: 'DuplicateId', ...said } });
  });

  it('a time that falls, a text that does not fit, and nothing to redact', async () => {
    const store = await filled();
    expect(await store.append(ledger, [draft(4, { recordedAt: timeOf(2) })])).toMatchObject({
      left: { _tag: 'TimeFalls', id: idOf(4), expected: `at or after ${timeOf(3)}`, got: timeOf(2) },
    });
    expect(await store.append(ledger, [draft(4, { text: 'x' })])).toMatchObject({
      left: { expected: 'text and salt together, or neither' },
    });
    expect(await store.redact(ledger, redactRequest(4, 1))).toMatchObject({
      left: { event: idOf(1), expected: 'an event with a text', got: 'no text, or an erased one' },
    });
    expect(await store.redact(ledger, redactRequest(4, 9))).toMatchObject({
      left: { event: idOf(9), expected: 'an event in the ledger', got: 'no such event' },
    });
    expect(await store.close()).toEqual(right(undefined));
    expect(await store.head(ledger)).toEqual({ _tag: 'Left', left: { _tag: 'Unavailable', operation: 'head', got: 'a closed store' } });
  });
});
