import type { Day } from '../base/time.js';
import type { CommentMade } from '../events/comment.js';
import type { Reference } from '../events/reference.js';
import { canonicalJson } from '../base/canonical.js';
import type { Json } from '../base/canonical.js';
import type { Book } from '../replay/book.js';
import { eventsOf } from '../replay/book.js';

/** The last word of people about a thing. */
export interface LatestComment {
  readonly comment: string;
  readonly asOf: Day;
  /** Undefined where it was erased. */
  readonly text: string | undefined;
}

/**
 * The latest final comment of a kind about a thing that speaks of a day, or of one before: by that day, then by when it was recorded.
 * Undefined where there is none. A draft is nobody's last word.
 */
export function latestComment(
  book: Book,
  about: Reference,
  { asOf, kind = 'status' }: { readonly asOf: Day; readonly kind?: CommentMade['kind'] },
): LatestComment | undefined {
  const wanted = canonicalJson(about as unknown as Json);
  let latest: LatestComment | undefined;
  for (const { type, data, text } of eventsOf(book)) {
    if (type !== 'CommentMade') continue;
    const made = data as unknown as CommentMade;
    if (made.standing !== 'final' || made.kind !== kind || made.asOf > asOf) continue;
    if (latest !== undefined && made.asOf < latest.asOf) continue;
    if (canonicalJson(made.about as unknown as Json) === wanted) latest = { comment: made.comment, asOf: made.asOf, text };
  }
  return latest;
}
