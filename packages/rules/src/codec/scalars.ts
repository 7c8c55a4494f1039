import type { Codec } from '@driftbok/core';
import { pattern, refined } from '@driftbok/core';

/** An id that a person writes: of a preset, a template, a row, a column. No "/" and no ":", which tell cells and rows apart. */
export const id: Codec<string> = pattern('letters, digits, ".", "_" or "-", at most 64', /^[\p{L}\d][\p{L}\d._-]{0,63}$/u);
export const yes: Codec<true> = refined('true, or left out', (u) => u === true);
export const boolean: Codec<boolean> = refined('true | false', (u) => typeof u === 'boolean');

/** A whole number within bounds, both inclusive. */
export function whole(min: number, max: number): Codec<number> {
  return refined(`a whole number from ${min} to ${max}`, (u) => Number.isInteger(u) && (u as number) >= min && (u as number) <= max);
}
