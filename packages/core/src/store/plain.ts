import type { Json } from '../base/canonical.js';
import { maxDepth } from '../base/canonical.js';
import type { Issue } from '../base/codec.js';
import { isWellFormed, shortly } from '../base/codec.js';
import type { Either } from '../base/either.js';
import { left, right } from '../base/either.js';

/** How deep arrays and objects may lie in each other in what a store takes: as deep as data may, and the draft around it. */
const maxCopyDepth = maxDepth + 1;

/** How something is copied, and what the copying found. */
export interface Copying {
  /** The order of the copy's keys: as given, or, for what is to be sealed, canonical, so that its text is written in one go. */
  readonly order: 'given' | 'canonical';
  /** Grows by as many bytes as the copy's JSON may have at most, were all its letters to be escaped. */
  weight: number;
  /** Whether the copy is frozen, as it has to be where it is handed out; left open where it stays with who asked for it, a third of the time. */
  readonly frozen?: boolean;
  /** Whether a key begins with a digit: objects put numbers first, in their own order, whatever order they are written in. */
  numbered?: boolean;
}

/**
 * A frozen copy of plain JSON that shares nothing with what was given, so that its giver cannot change it later. Each property is
 * read once: what is checked is what is kept. `-0`, which JSON cannot tell from `0`, becomes `0`.
 *
 * Left: an issue with the path from `path` on, where something has no JSON form of its own (undefined, NaN, a Date, a cycle), is a
 * text without a UTF-8 form, or cannot be read at all.
 */
export function plainCopy(value: unknown, path: string, copying: Copying = { order: 'given', weight: 0 }): Either<Issue, Json> {
  try {
    const copied = copy(value, 0, copying);
    if (copied instanceof Fault) return left({ path: path + copied.path, expected: copied.expected, got: copied.got });
    return right(copied);
  } catch (error) {
    // Only foreign code can throw here: a getter, or a proxy's trap.
    return left({ path, expected: 'JSON', got: unreadable(error) });
  }
}

/** What keeps a value from being copied. Its path grows on the way out, so that copying what is right builds no paths. */
class Fault implements Issue {
  readonly path: string;
  readonly expected: string;
  readonly got: string;

  constructor(expected: string, got: string, path = '') {
    this.path = path;
    this.expected = expected;
    this.got = got;
  }

  under(key: string | number): Fault {
    return new Fault(this.expected, this.got, `.${key}${this.path}`);
  }
}

function copy(value: unknown, depth: number, copying: Copying): Json | Fault {
  copying.weight += typeof value === 'string' ? weightOf(value) : 25;
  if (typeof value === 'string') return isWellFormed(value) ? value : new Fault('a text without lone surrogates', shortly(value));
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : new Fault('a finite number', String(value));
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value !== 'object') return new Fault('JSON', value === undefined ? 'nothing' : typeof value);
  if (depth === maxCopyDepth) return new Fault(`JSON at most ${maxDepth} deep`, 'more, or a cycle');
  if (Array.isArray(value)) return copyList(value, depth + 1, copying);
  return isPlain(value) ? copyMembers(value, depth + 1, copying) : new Fault('JSON', 'an object of a class');
}

/** As many bytes as a text has at most in JSON. */
const weightOf = (text: string): number => 6 * text.length + 3;

function copyList(list: readonly unknown[], depth: number, copying: Copying): Json | Fault {
  const items: Json[] = [];
  for (let index = 0; index < list.length; index++) {
    const item: unknown = list[index];
    // Most of what there is are texts: they cost no call.
    if (typeof item === 'string' && isWellFormed(item)) {
      copying.weight += weightOf(item);
      items.push(item);
      continue;
    }
    const copied = copy(item, depth, copying);
    if (copied instanceof Fault) return copied.under(index);
    items.push(copied);
  }
  return copying.frozen === false ? items : Object.freeze(items);
}

function copyMembers(bag: object, depth: number, copying: Copying): Json | Fault {
  const members: Record<string, Json> = {};
  const keys = Object.keys(bag);
  for (const key of copying.order === 'given' ? keys : sorted(keys)) {
    copying.weight += weightOf(key);
    if (isDigit(key.charCodeAt(0))) copying.numbered = true;
    if (!isWellFormed(key)) return new Fault('keys without lone surrogates', shortly(key));
    const member = (bag as Readonly<Record<string, unknown>>)[key];
    let copied: Json | Fault;
    if (typeof member === 'string' && isWellFormed(member)) {
      copying.weight += weightOf(member);
      copied = member;
    } else {
      copied = copy(member, depth, copying);
      if (copied instanceof Fault) return copied.under(key);
    }
    // An assignment of "__proto__" would set the prototype.
    if (key === '__proto__') Object.defineProperty(members, key, { value: copied, enumerable: true });
    else members[key] = copied;
  }
  return copying.frozen === false ? members : Object.freeze(members);
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Keys by their code units. Most come so, or are two or three: to put those in place costs a fifth of a call of `sort`. */
function sorted(keys: string[]): readonly string[] {
  for (let at = 1; at < keys.length; at++) {
    const key = keys[at] as string;
    if (key >= (keys[at - 1] as string)) continue;
    if (keys.length > 8) return keys.sort();
    let to = at;
    for (; to > 0 && (keys[to - 1] as string) > key; to--) keys[to] = keys[to - 1] as string;
    keys[to] = key;
  }
  return keys;
}

/** Whether an object is a bag of values: one of a class (a Date, a Map) would be kept as an empty one. Realms do not matter. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What came where reading threw. */
export const unreadable = (thrown: unknown): string => `something that cannot be read (${reasonOf(thrown)})`;

/** What something thrown says, on one line, for an error. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? shortly(thrown.message) : shortly(thrown);
}
