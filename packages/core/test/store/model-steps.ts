import fc from 'fast-check';
import type { Json } from '../../src/base/canonical.js';
import { draft, draftWithText, erased, idOf, redactRequest, timeOf } from '../../src/store/contract/drafts.js';
import type { Draft, Recorded } from '../../src/record/envelope.js';
import type { EventStore, Expectation, Expected, ReadQuery, RedactRequest, StoreError } from '../../src/store/port.js';
import type { Either } from '../../src/base/either.js';
import { isLeft } from '../../src/base/either.js';

/** One call of a store. All in it follows from small numbers, so that repeats, conflicts and near misses come often. */
export type Step =
  | { readonly call: 'append'; readonly ledger: string; readonly batch: readonly Draft[]; readonly expected: Expected }
  | { readonly call: 'read'; readonly ledger: string; readonly query: ReadQuery }
  | { readonly call: 'redact'; readonly ledger: string; readonly request: RedactRequest }
  | { readonly call: 'head'; readonly ledger: string }
  | { readonly call: 'ledgers' }
  | { readonly call: 'close' };

const streams = ['ledger', 'outcome/2025-06', 'outcome/2025-07'] as const;
const types = ['NoteMade', 'NoteTaken'] as const;
/** Redactions have ids of their own. */
const redactions = 500;

/** The n-th draft: every third has a text, two are recorded in each minute. */
function nth(n: number): Draft {
  const over = { stream: streams[n % 3] ?? 'ledger', type: types[n % 2] ?? 'NoteMade', recordedAt: timeOf(Math.floor(n / 2)) };
  return n % 3 === 0 ? draftWithText(n, `Text ${n}.`, over) : draft(n, over);
}

const twists: Readonly<Record<string, (batch: readonly Draft[]) => readonly Draft[]>> = {
  none: (batch) => batch,
  turned: (batch) => [...batch].reverse(),
  'other data': (batch) => batch.map((each, index) => (index === 0 ? erased({ ...each, data: { another: true } }) : each)),
  'without the second': (batch) => batch.filter((_, index) => index !== 1),
  'the first again': (batch) => [...batch, ...batch.slice(0, 1)],
  'without texts': (batch) => batch.map(erased),
  'wrong text': (batch) => batch.map((each) => (each.text === undefined ? each : { ...each, text: 'Another.' })),
  'a fall at the end': (batch) => batch.map((each, index) => (index === batch.length - 1 ? { ...each, recordedAt: timeOf(-1) } : each)),
  'no id': (batch) => batch.map((each) => ({ ...each, id: 'no id' })),
  'an erasure': (batch) =>
    batch.map((each, index) => {
      const data: Json = { event: idOf(index * 3), legalBasis: 'GDPR art. 17' };
      return index === batch.length - 1 ? erased({ ...each, type: 'TextRedacted', data }) : each;
    }),
};

/** Mostly the first of them. */
const mostly = <A>(first: A, ...others: readonly A[]): fc.Arbitrary<A> =>
  fc.oneof({ arbitrary: fc.constant(first), weight: 3 * others.length }, { arbitrary: fc.constantFrom(...others), weight: others.length });

const ledger = fc.oneof({ arbitrary: fc.constantFrom('one', 'other'), weight: 30 }, { arbitrary: fc.constant('no name'), weight: 1 });
const expectation: fc.Arbitrary<Expectation> = fc.oneof(
  fc.integer({ min: -1, max: 8 }),
  fc.constantFrom<Expectation>('empty', 'exists', 'any'),
);
const expected: fc.Arbitrary<Expected> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 3 },
  {
    arbitrary: fc.record(
      { head: expectation, streams: fc.dictionary(fc.constantFrom(...streams, 'structure'), expectation, { maxKeys: 2 }) },
      { requiredKeys: [] },
    ),
    weight: 1,
  },
);

const append = fc
  .record({ ledger, from: fc.nat(18), length: fc.nat(5), twist: mostly('none', ...Object.keys(twists)), expected })
  .map(({ from, length, twist, ...rest }): Step => {
    const batch = Array.from({ length }, (_, index) => nth(from + index));
    return { call: 'append', batch: twists[twist]?.(batch) ?? batch, ...rest };
  });

const read = fc
  .record({
    ledger,
    query: fc.record(
      {
        stream: fc.constantFrom(...streams, 'structure'),
        from: fc.nat(12),
        to: fc.oneof(fc.integer({ min: -1, max: 12 }), fc.nat(10).map(timeOf)),
        types: fc.subarray([...types, 'TextRedacted']),
      },
      { requiredKeys: [] },
    ),
  })
  .map((rest): Step => ({ call: 'read', ...rest }));

const redact = fc
  .record({ ledger, of: fc.nat(6), by: fc.nat(3), minute: fc.nat(14), basis: mostly('GDPR art. 17', 'OSL 21 kap.') })
  .map(({ ledger: where, of, by, minute, basis }): Step => {
    // The same request again has to say the same: its time follows from its id, but for a few.
    const recordedAt = timeOf(minute < 12 ? 6 + by : minute - 12);
    return { call: 'redact', ledger: where, request: redactRequest(redactions + by, of * 3, { recordedAt, legalBasis: basis }) };
  });

const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: append, weight: 24 },
  { arbitrary: read, weight: 6 },
  { arbitrary: redact, weight: 6 },
  { arbitrary: ledger.map((where): Step => ({ call: 'head', ledger: where })), weight: 2 },
  { arbitrary: fc.constant<Step>({ call: 'ledgers' }), weight: 2 },
  { arbitrary: fc.constant<Step>({ call: 'close' }), weight: 1 },
);

/** Sequences of calls that mostly begin with appends that go through, and in part with a text that is erased and comes again. */
export const steps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.array(fc.nat(3), { maxLength: 3 }), fc.boolean(), fc.array(step, { minLength: 1, maxLength: 25 }))
  .map(([lengths, erasing, rest]) => {
    let next = 0;
    const begun = lengths.map((length): Step => {
      const batch = Array.from({ length: length + 1 }, () => nth(next++));
      return { call: 'append', ledger: 'one', batch, expected: {} };
    });
    const erasure: Step = { call: 'redact', ledger: 'one', request: redactRequest(redactions, 0, { recordedAt: timeOf(6) }) };
    return [...begun, ...(erasing ? [erasure, ...begun.slice(0, 1)] : []), ...rest];
  });

/** What an answer says to a program: of an error the parts that are not words. */
export type Answer = { readonly right: unknown } | { readonly left: Readonly<Record<string, unknown>> };

function answer(result: Either<StoreError, unknown>): Answer {
  if (!isLeft(result)) return { right: result.right };
  const { got: _got, expected: _expected, ...rest } = { got: undefined, expected: undefined, ...result.left };
  // Where in an input the first thing is wrong is said in words as well.
  return { left: rest._tag === 'InvalidInput' ? { _tag: rest._tag } : { ...rest } };
}

/** Makes a call. A read has many answers, the others one. */
export async function take(store: EventStore, made: Step): Promise<readonly Answer[]> {
  switch (made.call) {
    case 'append':
      return [answer(await store.append(made.ledger, made.batch, made.expected))];
    case 'redact':
      return [answer(await store.redact(made.ledger, made.request))];
    case 'head':
      return [answer(await store.head(made.ledger))];
    case 'ledgers':
      return [answer(await store.ledgers())];
    case 'close':
      return [answer(await store.close())];
    case 'read':
      return (await all(store.read(made.ledger, made.query))).map(answer);
  }
}

export async function all(items: AsyncIterable<Either<StoreError, Recorded>>): Promise<readonly Either<StoreError, Recorded>[]> {
  const done: Either<StoreError, Recorded>[] = [];
  for await (const item of items) done.push(item);
  return done;
}
