import type { Recorded } from '../record/envelope.js';

/** An event as evolve sees it: decoded to its newest form, in its place. */
export type Placed<D> = Pick<Recorded<string, D>, 'id' | 'position' | 'recordedAt' | 'actor' | 'data'>;
