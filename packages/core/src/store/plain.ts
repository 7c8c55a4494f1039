import type { Json } from '../base/canonical.js';
import type { Issue } from '../base/codec.js';
import { isWellFormed, shortly } from '../base/codec.js';
import type { Either } from '../base/either.js';
import { left, right } from '../base/either.js';

/** How deep arrays and objects may lie in each other in what a store takes: far beyond any event, far within every stack. */
const maxDepth = 64;

/**
 * A frozen copy of plain JSON that shares nothing with what was given, so that its giver cannot change it later. Each property is
 * read once: what is checked is what is kept. `-0`, which JSON cannot tell from `0`, becomes `0`.
 *
 * Left: an issue with the path from `path` on, where something has no JSON form of its own (undefined, NaN, a Date, a cycle), is a
 * text without a UTF-8 form, or cannot be read at all.
 */
export function plainCopy(value: unknown, path: string): Either<Issue, Json> {
  let found: Issue | undefined;
  const refuse = (at: string, expected: string, got: string): null => {
    found ??= { path: at, expected, got };
    return null;
  };
  const copy = (each: unknown, at: string, depth: number): Json => {
    // After the first issue nothing is worth copying.
    if (found !== undefined || each === null || typeof each === 'boolean') return each === true || each === false ? each : null;
    if (typeof each === 'number') return Number.isFinite(each) ? each + 0 : refuse(at, 'a finite number', String(each));
    if (typeof each === 'string') return isWellFormed(each) ? each : refuse(at, 'a text without lone surrogates', shortly(each));
    if (typeof each !== 'object') return refuse(at, 'JSON', each === undefined ? 'nothing' : typeof each);
    if (depth >= maxDepth) return refuse(at, `JSON at most ${maxDepth} deep`, 'more, or a cycle');
    if (Array.isArray(each)) return Object.freeze(Array.from(each, (item, index) => copy(item, `${at}.${index}`, depth + 1)));
    if (!isPlain(each)) return refuse(at, 'JSON', 'an object of a class');
    const members: [string, Json][] = [];
    for (const [key, member] of Object.entries(each)) {
      if (!isWellFormed(key)) return refuse(at, 'keys without lone surrogates', shortly(key));
      members.push([key, copy(member, `${at}.${key}`, depth + 1)]);
    }
    // fromEntries defines its keys, where an assignment of "__proto__" would set the prototype.
    return Object.freeze(Object.fromEntries(members));
  };
  try {
    const copied = copy(value, path, 0);
    return found === undefined ? right(copied) : left(found);
  } catch (error) {
    // Only foreign code can throw here: a getter, or a proxy's trap.
    return left({ path, expected: 'JSON', got: `something that cannot be read (${reasonOf(error)})` });
  }
}

/** Whether an object is a bag of values: one of a class (a Date, a Map) would be kept as an empty one. Realms do not matter. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What something thrown says, on one line, for an error. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? shortly(thrown.message) : shortly(thrown);
}
