import type { Json } from '../base/canonical.js';
import type { Either } from '../base/either.js';
import { left, right } from '../base/either.js';

/** Makes the next schema version of an event's data from the one before; pure, total over valid data. */
export type Upcaster = (data: Json) => Json;

/**
 * Data of a stored version, brought to the newest: the chain from `version` on, in order. It runs in one place, for every reader;
 * the stored form, and so the hash, stays.
 *
 * Left: what an upcaster threw over data that is not valid; only the newest version is held against a codec.
 */
export function upcast(chain: readonly Upcaster[], version: number, data: Json): Either<unknown, Json> {
  try {
    return right(chain.slice(version - 1).reduce<Json>((so, step) => step(so), data));
  } catch (error) {
    return left(error);
  }
}
