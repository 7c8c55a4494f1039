import type { Day, Instant } from '../base/time.js';
import type { CommentMade } from '../events/comment.js';
import type { Reference } from '../events/reference.js';
import type { CommentState } from '../evolve/comment-state.js';
import type { Book } from '../replay/book.js';
import { findEvent } from '../replay/book.js';
import { sameReference } from './reference.js';

/** A comment in its newest form, with its text where it is not erased. */
export interface Comment {
  readonly id: string;
  readonly about: Reference;
  readonly standing: CommentMade['standing'];
  readonly kind: CommentMade['kind'];
  /** The day that it speaks of. */
  readonly asOf: Day;
  readonly recordedAt: Instant;
  readonly role: string;
  readonly position: number;
  readonly text?: string;
}

/** Which comments: all where nothing is said. */
export interface CommentsWanted {
  readonly about?: Reference;
  readonly standing?: CommentMade['standing'];
  readonly kind?: CommentMade['kind'];
  /** Those that speak of this day or one before. */
  readonly asOf?: Day;
}

/** The comments of a book, by the day that they speak of and then in the order they were recorded. */
export function commentsOf(book: Book, wanted: CommentsWanted = {}): readonly Comment[] {
  return [...book.state.comments.values()]
    .filter(
      ({ about, standing, kind, asOf }) =>
        (wanted.about === undefined || sameReference(about, wanted.about)) &&
        (wanted.standing === undefined || standing === wanted.standing) &&
        (wanted.kind === undefined || kind === wanted.kind) &&
        (wanted.asOf === undefined || asOf <= wanted.asOf),
    )
    .map((state) => commentOf(book, state))
    .sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : a.position - b.position));
}

function commentOf(book: Book, { comment, about, standing, kind, asOf, event, position }: CommentState): Comment {
  const made = findEvent(book, event);
  // Where history says that a text is erased it is not shown, even if a file that was read has kept it.
  const text = book.state.redacted.has(event) ? undefined : made?.text;
  const { recordedAt = '', actor } = made ?? {};
  return {
    id: comment,
    about,
    standing,
    kind,
    asOf,
    recordedAt,
    role: actor?.role ?? '',
    position,
    ...(text === undefined ? {} : { text }),
  };
}

/**
 * The latest final comment of a thing: the one that speaks of the latest day, and of those the one recorded last. A caveat is about a
 * figure being incomplete and is not among them unless asked for. Undefined where there is none.
 *
 * @example
 * ```ts
 * import { emptyBook, latestComment } from '@driftbok/core';
 * latestComment(emptyBook(), { action: 'a1' }) // => undefined
 * ```
 */
export function latestComment(book: Book, about: Reference, wanted: Pick<CommentsWanted, 'kind' | 'asOf'> = {}): Comment | undefined {
  return commentsOf(book, { ...wanted, about, standing: 'final' })
    .filter((comment) => wanted.kind !== undefined || comment.kind !== 'caveat')
    .at(-1);
}
