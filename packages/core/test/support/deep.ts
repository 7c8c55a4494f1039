import type { Json } from '@driftbok/core';

/** Arrays in arrays, as many as asked for: `[[[null]]]` for 3. */
export function nested(levels: number): Json {
  let deep: Json = null;
  for (let level = 0; level < levels; level++) deep = [deep];
  return deep;
}
