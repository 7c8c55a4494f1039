import type { Draft } from 'immer';
import { current, isDraft } from 'immer';

/**
 * A part of the state as plain data. In a live step the state is immer's draft, whose every read makes a proxy: who reads much of a
 * part, reads it plain.
 */
export const plain = <A>(part: A): A => (isDraft(part) ? (current(part as Draft<A>) as A) : part);
