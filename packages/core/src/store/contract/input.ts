import type { Json } from '../../base/canonical.js';
import type { Draft } from '../../record/envelope.js';
import { maxBatch } from '../port.js';
import { draft, drafts, draftWithText, redactRequest } from './drafts.js';
import type { ContractCase } from './kit.js';
import { contractCase } from './kit.js';

const ledger = 'example';

/** What the compiler would not let through, as it comes from JavaScript or from a file. */
const as = (value: unknown): never => value as never;

const cycle: { self?: unknown } = {};
cycle.self = cycle;
let deep: Json = 0;
for (let depth = 0; depth < 20_000; depth++) deep = [deep];

/** A case on drafts each of which is refused; the ledger stays empty. */
const refusing = (name: string, behaviour: string, refused: Readonly<Record<string, unknown>>): ContractCase =>
  contractCase(`input/${name}`, behaviour, async (store, claims) => {
    for (const [what, each] of Object.entries(refused)) claims.refused(what, await store.append(ledger, as([each])), 'InvalidInput');
    await claims.positions('what is read', store, ledger, {}, []);
  });

/** A case on data that is kept as it is. */
const keeping = (name: string, behaviour: string, kept: readonly Json[]): ContractCase =>
  contractCase(`input/${name}`, behaviour, async (store, claims) => {
    await store.append(ledger, kept.map((data, index) => draft(index + 1, { data })));
    const events = await claims.read('what is read', store, ledger);
    claims.same('the data', events.map(({ data }) => data), kept);
  });

const without = (key: keyof Draft): unknown => Object.fromEntries(Object.entries(draft(1)).filter(([each]) => each !== key));

export const inputCases: readonly ContractCase[] = [
  contractCase('input/empty-batch', 'A batch without drafts is refused.', async (store, claims) => {
    claims.refused('on an empty ledger', await store.append(ledger, []), 'InvalidInput');
    await store.append(ledger, [draft(1)]);
    claims.refused('on a ledger', await store.append(ledger, []), 'InvalidInput');
  }),
  contractCase('input/long-batch', `A batch of more than ${maxBatch} drafts is refused.`, async (store, claims) => {
    const batch = Array.from<Draft>({ length: maxBatch + 1 }).fill(draft(1));
    claims.refused('the append', await store.append(ledger, batch), 'InvalidInput');
    await claims.positions('what is read', store, ledger, {}, []);
  }),
  contractCase('input/no-batch', 'What is no list of drafts is refused.', async (store, claims) => {
    for (const batch of [undefined, null, 7, 'batch', {}, draft(1), { length: 1, 0: draft(1) }, [undefined], [null], [[draft(1)]], ['draft']]) {
      claims.refused(`a batch of ${JSON.stringify(batch)}`, await store.append(ledger, as(batch)), 'InvalidInput');
    }
  }),
  refusing('missing', 'A draft without one of its parts is refused.', {
    'no id': without('id'), 'no stream': without('stream'), 'no type': without('type'), 'no schemaVersion': without('schemaVersion'),
    'no recordedAt': without('recordedAt'), 'no actor': without('actor'), 'no data': without('data'),
  }),
  refusing('form', 'A draft with a part of the wrong form is refused.', {
    'an id in capitals': draft(1, { id: '0198617C-0000-7000-8000-00000000000A' }),
    'an id that is a UUIDv4': draft(1, { id: '0198617c-0000-4000-8000-000000000001' }),
    'an id that is a name': draft(1, { id: '__proto__' }),
    'a stream without a family': draft(1, { stream: '2025-07' }),
    'a stream that is a prototype': draft(1, { stream: '__proto__' }),
    'a stream with a line end': draft(1, { stream: 'outcome/2025-07\n' }),
    'a type in small letters': draft(1, { type: 'noteMade' }),
    'schema version 1.5': draft(1, { schemaVersion: 1.5 }),
    'a day as time': draft(1, { recordedAt: '2025-08-01' }),
    '31 February': draft(1, { recordedAt: '2025-02-31T00:00:00.000Z' }),
    'a time with an offset': draft(1, { recordedAt: '2025-08-01T00:00:00.000+02:00' }),
    'an actor without a role': draft(1, { actor: as({ id: 'u-1' }) }),
    'a source without a basis': draft(1, { source: as({ document: 'Rapport' }) }),
    'a salt of 15 bytes': { ...draftWithText(1, 'En text.'), salt: '5'.repeat(30) },
    'null for what is left out': { ...draft(1), cause: null },
    'undefined for what is left out': { ...draft(1), cause: undefined },
  }),
  refusing('unknown-key', 'A draft with an unknown key is refused: it would be lost, or change the hash.', {
    'a note': { ...draft(1), note: 'x' },
    'a position': { ...draft(1), position: 1 },
    'a hash': { ...draft(1), hash: '0'.repeat(64) },
    'a prototype': Object.fromEntries([...Object.entries(draft(1)), ['__proto__', { stream: 'ledger' }]]),
    'in the actor': draft(1, { actor: as({ role: 'controller', id: 'u-1', name: 'x' }) }),
  }),
  refusing('not-json', 'Data that has no JSON form of its own is refused.', {
    'undefined in it': draft(1, { data: as({ note: undefined }) }),
    NaN: draft(1, { data: { amount: Number.NaN } }),
    Infinity: draft(1, { data: [Number.POSITIVE_INFINITY] }),
    'a bigint': draft(1, { data: as({ amount: 1n }) }),
    'a function': draft(1, { data: as({ toJSON: () => 'x' }) }),
    'a symbol': draft(1, { data: as(Symbol('x')) }),
    'a Date': draft(1, { data: as(new Date(0)) }),
    'a Map': draft(1, { data: as({ rows: new Map([['a', 1]]) }) }),
    'a list with holes': draft(1, { data: as([1, , 3]) }), // oxlint-disable-line no-sparse-arrays
  }),
  refusing('endless', 'Data without an end, or too deep, is refused.', {
    'a cycle': draft(1, { data: as(cycle) }),
    'twenty thousand lists in each other': draft(1, { data: deep }),
  }),
  refusing('no-utf8', 'Data with half a surrogate pair, which has no UTF-8 form, is refused.', {
    'in a text': draft(1, { data: { note: 'a\ud83d' } }),
    'in a key': draft(1, { data: { '\udc69': 1 } }),
    'deep inside': draft(1, { data: [[{ rows: [['\ud83d']] }]] }),
  }),
  refusing('throwing', 'A draft that cannot be read is refused; what it throws does not come out.', {
    'a getter': Object.defineProperty({ ...draft(1) }, 'data', { enumerable: true, get: () => { throw new Error('unreadable'); } }),
    'a proxy': new Proxy({ ...draft(1) }, { ownKeys: () => { throw new Error('unreadable'); } }),
  }),
  keeping('json', 'Every form of JSON comes back as it was.', [
    null, true, false, 0, -1, 1.5, 1e21, 1e-7, Number.MAX_SAFE_INTEGER, '', 'å', [], {}, [null], [[], [[]]], { a: { b: [1, '2', null] } },
  ]),
  keeping('letters', 'Every letter of data comes back as it was.', [
    { 'nyckel å': '👩‍👩‍👧' }, { '': '' }, { '\u0000': 'noll \u0000' }, { '\u2028': '\r\n\t' }, { 'a\u030a': 1, å: 2 }, { '€': 1, '\ud83d\ude00': 2, '\ufb33': 3 },
  ]),
  contractCase('input/proto-key', 'A key "__proto__" in data is a key like others and reaches no prototype.', async (store, claims) => {
    const data = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}') as Json;
    claims.written('the append', await store.append(ledger, [draft(1, { data })]), 1);
    const [event] = await claims.read('what is read', store, ledger);
    claims.same('the data', JSON.stringify(event?.data), JSON.stringify(data));
    claims.holds('no object has it', !('polluted' in {}));
    claims.holds('nor has the data', Object.getPrototypeOf(event?.data ?? {}) === Object.prototype);
    claims.repeated('the same again', await store.append(ledger, [draft(1, { data })]), 1);
    claims.refused('the same without it', await store.append(ledger, [draft(1, { data: { constructor: { prototype: 1 } } })]), 'DuplicateId');
  }),
  contractCase('input/minus-zero', '-0, which JSON cannot tell from 0, is 0.', async (store, claims) => {
    await store.append(ledger, [draft(1, { data: { amount: -0 } })]);
    const [event] = await claims.read('what is read', store, ledger);
    const held = (event?.data as { readonly amount?: unknown } | undefined)?.amount;
    claims.holds('it is 0', Object.is(held, 0));
  }),
  contractCase('input/ledger-name', 'A name that is no ledger’s is refused by every call.', async (store, claims) => {
    const names = ['', ' ', 'a b', 'a/b', '../a', '.a', '-a', '_a', '__proto__', 'a\n', 'a\u0000', "a'b", 'a%', 'a'.repeat(65), undefined, null, 7, ['a'], {}];
    for (const name of names) {
      const what = `ledger ${JSON.stringify(name)}`;
      claims.refused(`append to ${what}`, await store.append(as(name), [draft(1)]), 'InvalidInput', { where: 'ledger' });
      claims.refused(`head of ${what}`, await store.head(as(name)), 'InvalidInput', { where: 'ledger' });
      claims.refused(`redact in ${what}`, await store.redact(as(name), redactRequest(1, 2)), 'InvalidInput', { where: 'ledger' });
      await claims.readRefused(`read of ${what}`, store, as(name), {}, 'InvalidInput');
    }
    claims.same('the ledgers', claims.right('the ledgers', await store.ledgers()), []);
  }),
  contractCase('input/query', 'A query that is out of bounds gives one error, also on an unknown ledger.', async (store, claims) => {
    await store.append(ledger, drafts(1, 3));
    const queries: readonly unknown[] = [
      { from: 0 }, { from: -1 }, { from: 1.5 }, { from: Number.NaN }, { from: Number.POSITIVE_INFINITY }, { from: 2 ** 53 }, { from: '1' }, { from: null },
      { to: -1 }, { to: 0.5 }, { to: Number.NaN }, { to: '2' }, { to: '2025-08-01' }, { to: '2025-02-31T00:00:00.000Z' }, { to: 'yesterday' },
      { stream: '' }, { stream: 7 }, { stream: '__proto__' }, { stream: 'outcome/%' }, { types: 'NoteMade' }, { types: [7] }, { types: [''] },
      { limit: 3 }, { from: undefined }, null, 7, [],
    ];
    for (const query of queries) {
      await claims.readRefused(`reading ${JSON.stringify(query)}`, store, ledger, as(query), 'InvalidInput');
      await claims.readRefused(`reading ${JSON.stringify(query)} of an unknown ledger`, store, 'unknown', as(query), 'InvalidInput');
    }
  }),
  contractCase('input/expected', 'What cannot be expected is refused.', async (store, claims) => {
    const expectations: readonly unknown[] = [
      { head: -1 }, { head: 0.5 }, { head: Number.NaN }, { head: '0' }, { head: 'nothing' }, { head: null }, { head: undefined }, { streams: { ledger: -1 } },
      { streams: { ledger: 'full' } }, { streams: { ledger: undefined } }, { streams: { 'No stream': 0 } }, { streams: JSON.parse('{"__proto__":0}') },
      { streams: ['ledger'] }, { streams: null }, { position: 0 }, null, 'empty', 0,
    ];
    for (const expected of expectations) {
      const result = await store.append(ledger, [draft(1)], as(expected));
      claims.refused(`expecting ${JSON.stringify(expected)}`, result, 'InvalidInput');
    }
    await claims.positions('what is read', store, ledger, {}, []);
  }),
  contractCase('input/redact', 'A request to redact of the wrong form is refused.', async (store, claims) => {
    await store.append(ledger, [draftWithText(1, 'En text.')]);
    const good = redactRequest(2, 1);
    const requests: readonly unknown[] = [
      null, undefined, {}, { ...good, id: 'x' }, { ...good, event: '__proto__' }, { ...good, legalBasis: '' }, { ...good, legalBasis: 'a\nb' },
      { ...good, recordedAt: 'now' }, { ...good, actor: { role: 'controller' } }, { ...good, decision: {} }, { ...good, decision: undefined }, { ...good, text: 'x' },
    ];
    for (const request of requests) {
      claims.refused(`the request ${JSON.stringify(request)}`, await store.redact(ledger, as(request)), 'InvalidInput');
    }
    const events = await claims.read('what is read', store, ledger);
    claims.same('the texts', events.map(({ text }) => text), ['En text.']);
  }),
];
