import type { Json } from '../base/canonical.js';
import { canonicalJson } from '../base/canonical.js';
import type { Either } from '../base/either.js';
import { isLeft, right } from '../base/either.js';
import type { Recorded } from '../record/envelope.js';
import { plainCopy } from './plain.js';
import type { EventStore, StoreError } from './port.js';
import { invalid } from './validate.js';

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
  /** All rows that the table holds by this key, where it holds more than one: a difference whatever they are. `got` is the first of them. */
  readonly rows?: readonly Json[];
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
 * Left: what the store could not do: `InvalidInput`, `Corrupt`, `Unavailable`; `InvalidInput` at `kept` or `rowsOf` and a key where a row is
 * not JSON, such as a `bigint` or a `Date` of a database driver, which has to be made a number or a text first.
 *
 * @example
 * ```ts
 * import { checkProjection, memoryStore } from '@driftbok/core';
 * const checked = await checkProjection({
 *   store: memoryStore(),
 *   ledger: 'example',
 *   position: 0,
 *   initial: 0,
 *   evolve: (count) => count + 1,
 *   rowsOf: (count) => [['events', count]],
 *   kept: [['events', 0]],
 * });
 * checked // => { _tag: 'Right', right: { position: 0, difference: undefined } }
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
  const expected = await rowsByKey('rowsOf', rowsOf(state));
  if (isLeft(expected)) return expected;
  const got = await rowsByKey('kept', kept);
  if (isLeft(got)) return got;
  const keys = [...new Set([...expected.right.keys(), ...got.right.keys()])].sort();
  for (const key of keys) {
    // Of a key that `rowsOf` gives twice, the last is what a table written row by row is left with.
    const wanted = expected.right.get(key)?.at(-1);
    const rows = got.right.get(key) ?? [];
    if (wanted !== undefined && rows.length === 1 && canonicalJson(wanted) === canonicalJson(rows[0])) continue;
    return right({ position: reached, difference: { key, expected: wanted, got: rows[0], ...(rows.length > 1 ? { rows } : {}) } });
  }
  return right({ position: reached, difference: undefined });
}

/** Rows by key, each as plain JSON: of anything else two that differ may have the same text, or none at all. */
async function rowsByKey(
  where: 'kept' | 'rowsOf',
  rows: KeptProjection<never>['kept'],
): Promise<Either<StoreError, ReadonlyMap<string, readonly Json[]>>> {
  const byKey = new Map<string, Json[]>();
  for await (const [key, row] of rows) {
    const copied = plainCopy(row, `${where}.${key}`);
    if (isLeft(copied)) return invalid(copied.left);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [copied.right]);
    else same.push(copied.right);
  }
  return right(byKey);
}
