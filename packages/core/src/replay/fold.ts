import type { Posting } from '../events/catalogue.js';
import type { MutableState } from '../evolve/state.js';
import { evolve } from '../evolve/evolve.js';
import type { Recorded } from '../record/envelope.js';
import type { History } from './history.js';
import { post } from './post.js';

/** Folds one decoded event into a history and a state: the one place where an event takes effect, live and in a rebuild. */
export function fold(history: History, state: MutableState, event: Recorded): void {
  const { journal, positionOf } = history;
  evolve(state, event.type, event);
  post({ state, journal, position: event.position, positionOf }, event.type, event.data, ownPosts(history, event));
  history.push(event);
}

const none: readonly Posting[] = [];

/** The lines that an embedder's own event means. */
export function ownPosts(history: History, event: { readonly type: string; readonly data: unknown }): readonly Posting[] {
  return history.catalogue.get(event.type)?.posts?.(event.data) ?? none;
}
