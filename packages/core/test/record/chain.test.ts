import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChainError, Draft, Json, Recorded } from '@driftbok/core';
import {
  chainChecker,
  genesisHash,
  hashOf,
  headOf,
  isLeft,
  isRight,
  right,
  seal,
  sha256Hex,
  textHashOf,
  textMismatch,
} from '@driftbok/core';
import { anyDraft } from '../support/drafts.js';
import { leftOf } from '../support/either.js';

const salt = '0'.repeat(32);
const drafts: readonly Draft[] = [
  anyDraft('A', 'ledger', { n: 1 }),
  anyDraft('B', 'structure', { n: 2 }, { recordedAt: '2025-01-02T00:00:00.000Z' }),
  anyDraft('B', 'structure', { n: 3 }, { recordedAt: '2025-01-02T00:00:00.000Z' }),
  anyDraft(
    'C',
    'claim/x',
    { textHash: textHashOf('åtgärd', salt, sha256Hex) },
    { recordedAt: '2025-01-03T00:00:00.000Z', text: 'åtgärd', salt },
  ),
];
const events = seal(drafts, undefined, () => 0, sha256Hex);
const [, second, third, fourth] = events as readonly [Recorded, Recorded, Recorded, Recorded];

/** An event changed, and hashed again as one who tampers would. */
const tampered = (event: Recorded, change: Partial<Recorded>): Recorded => {
  const changed = { ...event, ...change };
  return { ...changed, hash: change.hash ?? hashOf(changed, sha256Hex) };
};

/** What the checker says of the first event that does not fit. */
function firstFault(chain: readonly Recorded[], from?: Recorded): ChainError | undefined {
  const check = chainChecker(sha256Hex, from === undefined ? undefined : headOf(from));
  for (const event of chain) {
    const result = check(event);
    if (isLeft(result)) return result.left;
  }
  return undefined;
}

describe('sealing', () => {
  it('gives positions, versions, links and hashes', () => {
    expect(events.map(({ position, version }) => [position, version])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 1],
    ]);
    expect(events.map(({ prevHash }) => prevHash)).toEqual([genesisHash, ...events.slice(0, 3).map(({ hash }) => hash)]);
    expect(events.every((event) => event.hash === hashOf(event, sha256Hex))).toBe(true);
  });

  it('goes on from a head, and from the versions that streams have', () => {
    const more = seal(
      [anyDraft('B', 'structure', {}), anyDraft('D', 'budget/2025', {})],
      headOf(fourth),
      (stream) => (stream === 'structure' ? 2 : 7),
      sha256Hex,
    );
    expect(more.map(({ position, version, prevHash }) => [position, version, prevHash])).toEqual([
      [5, 3, fourth.hash],
      [6, 8, more[0]?.hash],
    ]);
  });

  it('in two halves is the same as in one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: drafts.length }), (cut) => {
        const first = seal(drafts.slice(0, cut), undefined, () => 0, sha256Hex);
        const head = first.at(-1) === undefined ? undefined : headOf(first.at(-1) as Recorded);
        const rest = seal(drafts.slice(cut), head, (stream) => first.filter((event) => event.stream === stream).length, sha256Hex);
        expect([...first, ...rest]).toEqual(events);
      }),
    );
  });

  it('leaves the drafts as they were', () => {
    const frozen = drafts.map((draft) => Object.freeze({ ...draft }));
    expect(seal(frozen, undefined, () => 0, sha256Hex)).toEqual(events);
  });
});

describe('the hash of an event', () => {
  it('covers all but hash, text and salt', () => {
    const { hash } = fourth;
    expect(hashOf({ ...fourth, hash: 'x', text: 'other', salt: '1'.repeat(32) }, sha256Hex)).toBe(hash);
    const changes: readonly Partial<Recorded>[] = [
      { id: drafts[0]?.id ?? '' },
      { stream: 'claim/y' },
      { version: 2 },
      { position: 5 },
      { type: 'D' },
      { schemaVersion: 2 },
      { recordedAt: '2025-01-03T00:00:00.001Z' },
      { actor: { role: 'controller', id: 'c2' } },
      { source: { document: 'd', basis: 'stated' } },
      { decision: { body: 'b', date: '2025-01-01' } },
      { cause: fourth.id },
      { correlation: 'x' },
      { data: { textHash: 'y' } },
      { prevHash: genesisHash },
    ];
    expect(new Set([hash, ...changes.map((change) => hashOf({ ...fourth, ...change }, sha256Hex))]).size).toBe(changes.length + 1);
  });

  it('does not depend on the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(second).reverse()) as unknown as Recorded;
    expect(hashOf(turned, sha256Hex)).toBe(second.hash);
  });
});

describe('a chain', () => {
  it('holds from the start, and from any head in its middle', () => {
    expect(firstFault(events)).toBeUndefined();
    for (let from = 1; from < events.length; from++) expect(firstFault(events.slice(from), events[from - 1])).toBeUndefined();
  });

  it('gives back the event that fits', () => {
    expect(chainChecker(sha256Hex)(events[0] as Recorded)).toEqual(right(events[0]));
  });

  it.each<[ChainError['reason'], string, readonly Recorded[], Partial<ChainError>]>([
    ['position', 'a gap', [events[0] as Recorded, third], { expected: '2', got: '3', position: 3, id: third.id }],
    ['position', 'a start in the middle', [second], { expected: '1', got: '2' }],
    ['position', 'an event twice', [events[0] as Recorded, events[0] as Recorded], { expected: '2', got: '1' }],
    [
      'prev-hash',
      'another event before',
      [events[0] as Recorded, tampered(second, { prevHash: 'f'.repeat(64) })],
      { expected: events[0]?.hash ?? '', got: 'f'.repeat(64) },
    ],
    [
      'time-falls',
      'an earlier time',
      [events[0] as Recorded, tampered(second, { recordedAt: '2024-12-31T23:59:59.999Z' })],
      { expected: 'at or after 2025-01-01T00:00:00.000Z', got: '2024-12-31T23:59:59.999Z' },
    ],
    ['version', 'a version left out', [events[0] as Recorded, tampered(second, { version: 2 })], { expected: '1', got: '2' }],
    ['version', 'a version again', [events[0] as Recorded, second, tampered(third, { version: 1 })], { expected: '2', got: '1' }],
    ['hash', 'another content', [events[0] as Recorded, { ...second, data: { n: 9 } }], { got: second.hash }],
    [
      'hash',
      'another hash',
      [tampered(events[0] as Recorded, { hash: 'f'.repeat(64) })],
      { expected: events[0]?.hash ?? '', got: 'f'.repeat(64) },
    ],
    [
      'text-hash',
      'another text',
      [...events.slice(0, 3), { ...fourth, text: 'Åtgärd' }],
      { expected: textHashOf('Åtgärd', salt, sha256Hex), got: textHashOf('åtgärd', salt, sha256Hex) },
    ],
  ])('breaks on %s: %s', (reason, _, chain, more) => {
    expect(firstFault(chain)).toMatchObject({ _tag: 'ChainError', reason, ...more });
  });

  it('takes the same time again, and a first event of any time', () => {
    expect(third.recordedAt).toBe(second.recordedAt);
    expect(firstFault([tampered(events[0] as Recorded, { recordedAt: '0000-01-01T00:00:00.000Z' })])).toBeUndefined();
  });

  it('stays where it was after an event that does not fit', () => {
    const check = chainChecker(sha256Hex);
    expect(isRight(check(events[0] as Recorded))).toBe(true);
    expect(isLeft(check({ ...second, data: 'x' }))).toBe(true);
    expect(isRight(check(second))).toBe(true);
    expect(isRight(check(third))).toBe(true);
  });

  it('met in its middle takes a stream at the version it is at, and goes on from there', () => {
    const alone = chainChecker(sha256Hex, headOf(second));
    expect(isRight(alone(third))).toBe(true);
    const next = seal(
      [anyDraft('B', 'structure', {}, { recordedAt: '2025-02-01T00:00:00.000Z' })],
      headOf(third),
      () => 5,
      sha256Hex,
    )[0] as Recorded;
    expect(leftOf(alone(next))).toMatchObject({ reason: 'version', expected: '3', got: '6' });
  });

  it('shows any change of any event', () => {
    const change = fc.record({
      at: fc.nat({ max: 3 }),
      key: fc.constantFrom('id', 'stream', 'type', 'recordedAt', 'data', 'prevHash', 'hash', 'actor', 'schemaVersion'),
    });
    fc.assert(
      fc.property(change, ({ at, key }) => {
        const changed = events.map((event, index) => (index === at ? { ...event, [key]: '2025-06-01T00:00:00.000Z' } : event));
        expect(firstFault(changed)).toBeDefined();
      }),
    );
  });
});

describe('a text and its hash', () => {
  const draft = (data: Json, more: Partial<Draft>): Draft => anyDraft('C', 'claim/x', data, more);
  const held = textHashOf('a', salt, sha256Hex);

  it('agree, or are both gone', () => {
    expect(textMismatch(draft({ textHash: held }, { text: 'a', salt }), sha256Hex)).toBeUndefined();
    expect(textMismatch(draft({ textHash: held }, {}), sha256Hex)).toBeUndefined();
    expect(textMismatch(draft({}, {}), sha256Hex)).toBeUndefined();
  });

  it.each<[string, Draft, string, string]>([
    ['a text alone', draft({ textHash: held }, { text: 'a' }), 'text and salt together, or neither', 'text alone'],
    ['a salt alone', draft({ textHash: held }, { salt }), 'text and salt together, or neither', 'salt alone'],
    ['no hash', draft({}, { text: 'a', salt }), held, 'no data.textHash'],
    ['a hash that is null', draft({ textHash: null }, { text: 'a', salt }), held, 'null'],
    ['data that is a text', draft('textHash', { text: 'a', salt }), held, 'no data.textHash'],
    ['data that is null', draft(null, { text: 'a', salt }), held, 'no data.textHash'],
    ['another salt', draft({ textHash: held }, { text: 'a', salt: '1'.repeat(32) }), textHashOf('a', '1'.repeat(32), sha256Hex), held],
    [
      'a hash that is an object no text can be made of',
      draft({ textHash: { toString: 1, valueOf: 1 } }, { text: 'a', salt }),
      held,
      '{"toString":1,"valueOf":1}',
    ],
  ])('disagree: %s', (_, given, expected, got) => {
    expect(textMismatch(given, sha256Hex)).toEqual({ expected, got });
  });
});
