/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** How deep arrays and objects of an event's data may lie in each other: far beyond any event, far within every stack. */
export const maxDepth = 60;

/** Whether arrays and objects lie in each other at most `depth` deep. It goes no deeper to find out. */
export function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  // Nearly all members are texts: they cost no call.
  for (const member of members) if (typeof member === 'object' && !isShallow(member, depth - 1)) return false;
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
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  let out = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    out += `${out === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${out}}`;
}
