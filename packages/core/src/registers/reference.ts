import { canonicalJson } from '../base/canonical.js';
import type { Reference } from '../events/reference.js';

/** Whether two references name the same thing. */
export const sameReference = (a: Reference, b: Reference): boolean => canonicalJson(a) === canonicalJson(b);
