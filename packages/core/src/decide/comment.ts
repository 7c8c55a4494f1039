import { canonicalJson } from '../base/canonical.js';
import type { CommentMade } from '../events/comment.js';
import type { Reference } from '../events/reference.js';
import { plain } from '../evolve/plain.js';
import type { Proposed, View } from './context.js';
import { checkReference } from './reference.js';
import type { Verdict } from './rejection.js';
import { reject } from './rejection.js';

const named = (reference: Reference): string => canonicalJson(reference);

/** A draft is made anew, or final; what is final stands, and a comment speaks of one thing all its life. */
export function commentMade({ state }: View, { data }: Proposed<CommentMade>): Verdict {
  const before = state.comments.get(data.comment);
  if (before?.standing === 'final') return reject('comment-final', 'data.comment', 'a comment that is not final', data.comment);
  const about = before === undefined ? undefined : named(plain(before.about));
  return about === undefined || about === named(data.about)
    ? checkReference(state, data.about, 'data.about')
    : reject('comment-about', 'data.about', about, named(data.about));
}
