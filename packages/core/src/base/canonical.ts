/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** How deep arrays and objects of an event's data may lie in each other: far beyond any event, far within every stack. */
export const maxDepth = 60;

/** Whether arrays and objects lie in each other at most `depth` deep. It goes no deeper to find out. */
export function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  // Written out, without a list of an object's members: every event read is asked. Nearly all members are texts, and cost no call.
  if (Array.isArray(value)) {
    for (const member of value as readonly unknown[]) if (typeof member === 'object' && !isShallow(member, depth - 1)) return false;
    return true;
  }
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue;
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof member === 'object' && !isShallow(member, depth - 1)) return false;
  }
  return true;
}

/**
 * Canonical JSON after RFC 8785: keys sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them.
 * Keys whose value is undefined are left out. The events' codecs refuse what would not do: lone surrogates, which the RFC forbids,
 * and JSON more than 60 deep, where a stack could run out (at some thousands).
 *
 * @example
 * ```ts
 * import { canonicalJson } from '@driftbok/core';
 * canonicalJson({ b: 1, a: ['å', null] }) // => '{"a":["å",null],"b":1}'
 * ```
 */
export function canonicalJson(value: unknown): string {
  // Where all keys are in order already, the engine's own writer gives the same text several times faster. An event's data mostly is
  // so when the event as a whole is not: its members are asked one by one, and nothing is walked through a third time.
  return isInOrder(value)
    ? JSON.stringify(value)
    : spelled(value, (member) => (isInOrder(member) ? JSON.stringify(member) : slowly(member)));
}

const slowly = (value: unknown): string => spelled(value, slowly);

/** A value's text with its keys sorted, the texts of its members from elsewhere. */
function spelled(value: unknown, textOf: (member: unknown) => string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  let out = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    out += `${out === '' ? '' : ','}${JSON.stringify(key)}:${textOf(member)}`;
  }
  return `{${out}}`;
}

/**
 * Whether `JSON.stringify` writes a value canonically: all keys as they stand sorted by code units, and nothing that it would write in
 * a form of its own, such as a Date. Keys like "10" always stand before others, in the order of numbers, so they are mostly not.
 */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' || value === null) return true;
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item !== 'string' && !isInOrder(item)) return false;
    return true;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if ((prototype !== Object.prototype && prototype !== null) || 'toJSON' in value) return false;
  const members = value as Readonly<Record<string, unknown>>;
  let last: string | undefined;
  for (const key of Object.keys(members)) {
    if (last !== undefined && key < last) return false;
    const member = members[key];
    if (typeof member !== 'string' && member !== undefined && !isInOrder(member)) return false;
    last = key;
  }
  return true;
}
