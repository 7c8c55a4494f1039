import type { Codec } from '../base/codec.js';
import { object, oneOf } from '../base/codec.js';
import type { Day } from '../base/time.js';
import { day, sha256Text, slug } from './fields.js';
import { Reference } from './reference.js';

/**
 * A comment: its text lies beside the event, held by `textHash`, and can be erased by decision without a figure changing. A draft
 * can be made anew, or become final; a final comment stands, and what is said later is another comment.
 */
export interface CommentMade {
  readonly comment: string;
  readonly about: Reference;
  readonly standing: 'draft' | 'final';
  /** A caveat says that a figure is known to be incomplete or wrong, without an amount. */
  readonly kind: 'status' | 'explanation' | 'caveat';
  /** The day that it speaks of. */
  readonly asOf: Day;
  readonly textHash: string;
}
export const CommentMade: Codec<CommentMade> = object('CommentMade', {
  comment: slug,
  about: Reference,
  standing: oneOf('draft', 'final'),
  kind: oneOf('status', 'explanation', 'caveat'),
  asOf: day,
  textHash: sha256Text,
});
