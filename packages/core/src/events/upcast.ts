import type { Json } from '../base/canonical.js';

/** Makes the next schema version of an event's data from the one before; pure, total over valid data. */
export type Upcaster = (data: Json) => Json;

/**
 * Data of a stored version, brought to the newest: the chain from `version` on, in order. It runs in one place, for every reader;
 * the stored form, and so the hash, stays.
 */
export function upcast(chain: readonly Upcaster[], version: number, data: Json): Json {
  return chain.slice(version - 1).reduce<Json>((so, step) => step(so), data);
}
