import type { Json } from '../../base/canonical.js';
import type { Draft } from '../../record/envelope.js';
import { draft, draftWithText } from './drafts.js';
import type { ContractCase } from './kit.js';
import { as, contractCase } from './kit.js';

const ledger = 'example';

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
    await store.append(
      ledger,
      kept.map((data, index) => draft(index + 1, { data })),
    );
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the data',
      events.map(({ data }) => data),
      kept,
    );
  });

const without = (key: keyof Draft): unknown => Object.fromEntries(Object.entries(draft(1)).filter(([each]) => each !== key));

export const draftInputCases: readonly ContractCase[] = [
  refusing('missing', 'A draft without one of its parts is refused.', {
    'no id': without('id'),
    'no stream': without('stream'),
    'no type': without('type'),
    'no schemaVersion': without('schemaVersion'),
    'no recordedAt': without('recordedAt'),
    'no actor': without('actor'),
    'no data': without('data'),
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
    // The rule is there to catch a hole made by mistake; this one is what is tried.
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
    'a getter': Object.defineProperty({ ...draft(1) }, 'data', {
      enumerable: true,
      get: () => {
        throw new Error('unreadable');
      },
    }),
    'a proxy': new Proxy(
      { ...draft(1) },
      {
        ownKeys: () => {
          throw new Error('unreadable');
        },
      },
    ),
  }),
  keeping('json', 'Every form of JSON comes back as it was.', [
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e21,
    1e-7,
    Number.MAX_SAFE_INTEGER,
    '',
    'å',
    [],
    {},
    [null],
    [[], [[]]],
    { a: { b: [1, '2', null] } },
  ]),
  keeping('letters', 'Every letter of data comes back as it was.', [
    { 'nyckel å': '👩‍👩‍👧' },
    { '': '' },
    { '\u0000': 'noll \u0000' },
    { '\u2028': '\r\n\t' },
    { 'a\u030a': 1, å: 2 },
    { '€': 1, '\ud83d\ude00': 2, '\ufb33': 3 },
  ]),
  contractCase('input/proto-key', 'A key "__proto__" in data is a key like others and reaches no prototype.', async (store, claims) => {
    const data = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}') as Json;
    claims.written('the append', await store.append(ledger, [draft(1, { data })]), 1);
    const [event] = await claims.read('what is read', store, ledger);
    claims.same('the data', JSON.stringify(event?.data), JSON.stringify(data));
    claims.holds('no object has it', !('polluted' in {}));
    claims.holds('nor has the data', Object.getPrototypeOf(event?.data ?? {}) === Object.prototype);
    claims.repeated('the same again', await store.append(ledger, [draft(1, { data })]), 1);
    claims.refused(
      'the same without it',
      await store.append(ledger, [draft(1, { data: { constructor: { prototype: 1 } } })]),
      'DuplicateId',
    );
  }),
  contractCase('input/minus-zero', '-0, which JSON cannot tell from 0, is 0.', async (store, claims) => {
    await store.append(ledger, [draft(1, { data: { amount: -0 } })]);
    const [event] = await claims.read('what is read', store, ledger);
    const held = (event?.data as { readonly amount?: unknown } | undefined)?.amount;
    claims.holds('it is 0', Object.is(held, 0));
  }),
];
