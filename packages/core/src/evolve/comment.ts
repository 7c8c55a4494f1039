import type { CommentMade } from '../events/comment.js';
import type { CommentState } from './comment-state.js';
import type { Placed } from './context.js';
import type { MutableState } from './state.js';

export function commentMade(state: MutableState, { id, position, data }: Placed<CommentMade>): void {
  const { comment, about, standing, kind, asOf } = data;
  const made: CommentState = { comment, about, standing, kind, asOf, event: id, position };
  state.comments.set(comment, made);
}
