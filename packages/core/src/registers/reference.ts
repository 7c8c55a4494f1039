import { canonicalJson } from '../base/canonical.js';
import type { Json } from '../base/canonical.js';
import type { Reference } from '../events/reference.js';

/** Whether two references name the same thing. */
export const sameReference = (a: Reference, b: Reference): boolean =>
  canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json);
