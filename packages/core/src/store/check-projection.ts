import type { Json } from '../base/canonical.js';
import { canonicalJson } from '../base/canonical.js';
import type { Either } from '../base/either.js';
import { isLeft, right } from '../base/either.js';
import type { Recorded } from '../record/envelope.js';
import type { EventStore, StoreError } from './port.js';

/** A projection that an embedder keeps in a table of its own, and how it comes out of the events. */
export interface KeptProjection<S> {
  readonly store: Pick<EventStore, 'read'>;
  readonly ledger: string;
  /** The position that the table has come to; events after it are not held against it. */
  readonly position: number;
  readonly initial: S;
  /** The fold that the table is kept by: the same function, not another of the same meaning. */
  readonly evolve: (state: S, event: Recorded) => S;
  /** The rows that a state comes to, by key. */
  readonly rowsOf: (state: S) => Iterable<readonly [string, Json]>;
  /** The rows as the table holds them, in any order. */
  readonly kept: Iterable<readonly [string, Json]> | AsyncIterable<readonly [string, Json]>;
}

/** A row in which a table is not what replay gives; undefined stands for a row that is not there. */
export interface ProjectionDifference {
  readonly key: string;
  readonly expected: Json | undefined;
  readonly got: Json | undefined;
}

/** What a check came to. */
export interface ProjectionCheck {
  /** The last position that was replayed; less than asked where the ledger ends before. */
  readonly position: number;
  /** The first row that differs, by the order of keys; undefined where the table is what replay gives. */
  readonly difference: ProjectionDifference | undefined;
}

/**
 * Replays a ledger up to where a table has come, and names the first row in which the table differs.
 *
 * Left: what the store could not do: `InvalidInput`, `Corrupt`, `Unavailable`.
 *
 * @example
 * ```ts
 * import { checkProjection, memoryStore } from '@driftbok/core';
 * const kept = { store: memoryStore(), ledger: 'example', position: 0, initial: 0, kept: [['events', 1]] as const };
 * const fold = { evolve: (count: number) => count + 1, rowsOf: (count: number) => [['events', count]] as const };
 * await checkProjection({ ...kept, ...fold }) // => { _tag: 'Right', right: { position: 0, difference: { key: 'events', expected: 0, got: 1 } } }
 * ```
 */
export async function checkProjection<S>(projection: KeptProjection<S>): Promise<Either<StoreError, ProjectionCheck>> {
  const { store, ledger, position, initial, evolve, rowsOf, kept } = projection;
  let state = initial;
  let reached = 0;
  for await (const item of store.read(ledger, { to: position })) {
    if (isLeft(item)) return item;
    state = evolve(state, item.right);
    reached = item.right.position;
  }
  const expected = new Map(rowsOf(state));
  const got = new Map<string, Json>();
  for await (const [key, row] of kept) got.set(key, row);
  const keys = [...new Set([...expected.keys(), ...got.keys()])].sort();
  const key = keys.find(
    (each) => canonicalJson(expected.get(each)) !== canonicalJson(got.get(each)) || expected.has(each) !== got.has(each),
  );
  const difference = key === undefined ? undefined : { key, expected: expected.get(key), got: got.get(key) };
  return right({ position: reached, difference });
}
