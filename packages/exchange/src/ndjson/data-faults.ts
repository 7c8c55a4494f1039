import type { Json } from '@driftbok/core';
import { shortly } from '@driftbok/core';
import type { FileErrorReason } from './file-error.js';

/** Something in a value that no catalogue's codec should have to guard against. `path` is from the value inwards. */
export interface DataFault {
  readonly reason: Extract<FileErrorReason, 'number' | 'lone-surrogate'>;
  readonly path: readonly string[];
  readonly expected: string;
  readonly got: string;
}

/**
 * The first thing in a JSON value that could not be written back as it was read: a whole number beyond the safe integers (or an
 * infinite one), a lone surrogate. The value is an event's data, so the envelope's codec has seen that it is not too deep to walk.
 *
 * @param surrogates whether texts are to be looked at: only an escape can bring a lone surrogate into a file that is UTF-8
 */
export function dataFault(value: Json, surrogates: boolean): DataFault | undefined {
  if (typeof value === 'string')
    return surrogates && SURROGATE.test(value) ? fault('lone-surrogate', 'text that has a UTF-8 form', shortly(value)) : undefined;
  if (typeof value === 'number') {
    const exact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
    return exact ? undefined : fault('number', `a number within ±${Number.MAX_SAFE_INTEGER}; larger ones as text`, String(value));
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    for (let at = 0; at < items.length; at++) {
      const item = items[at] as Json;
      if (typeof item === 'string' && !surrogates) continue; // nearly all there is: the cells of lines
      const found = dataFault(item, surrogates);
      if (found !== undefined) return within(String(at), found);
    }
    return undefined;
  }
  const members = value as { readonly [key: string]: Json };
  for (const key of Object.keys(members)) {
    const found = (surrogates && dataFault(key, true)) || dataFault(members[key] as Json, surrogates);
    if (found !== undefined) return within(key, found);
  }
  return undefined;
}

const SURROGATE = /\p{Surrogate}/u;

const fault = (reason: DataFault['reason'], expected: string, got: string): DataFault => ({ reason, path: [], expected, got });
const within = (key: string, found: DataFault): DataFault => ({ ...found, path: [key, ...found.path] });
