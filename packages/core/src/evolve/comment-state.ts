import type { CommentMade } from '../events/comment.js';
import type { EventId } from '../events/fields.js';

/** A comment in its newest form. Its text lies beside the event; whether it is erased, the state's `redacted` says. */
export interface CommentState extends Omit<CommentMade, 'textHash'> {
  /** The event that holds its newest text. */
  readonly event: EventId;
  readonly position: number;
}
