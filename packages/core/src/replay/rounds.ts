import type { Instant } from '../base/time.js';
import type { RoundId } from '../events/fields.js';
import type { Round, RoundStatus } from '../evolve/state.js';
import type { Book } from './book.js';
import { outlineAt } from './book.js';

/** A lock of a round: what a published report rests on. */
export interface RoundLock {
  readonly position: number;
  readonly recordedAt: Instant;
  readonly hash: string;
}

/** A forecast round as a book knows it. */
export interface RoundSummary {
  readonly id: RoundId;
  readonly year: string;
  readonly label: string;
  readonly opened: Instant;
  readonly status: RoundStatus;
  /** In order: the first is `@1`. */
  readonly locks: readonly RoundLock[];
}

/** The rounds of a book, in order of opening. */
export function roundsOf(book: Book): readonly RoundSummary[] {
  return [...book.state.rounds.values()].map(({ id, year, label, status, locks, history }) => ({
    id,
    year,
    label,
    opened: history[0]?.recordedAt ?? '',
    status,
    locks: locks.flatMap((position) => {
      const event = outlineAt(book, position);
      return event === undefined ? [] : [{ position, recordedAt: event.recordedAt, hash: event.hash }];
    }),
  }));
}

/** The rounds of a year that have a forecast as a book knows them, in order of opening: the last is the one that stands. */
export const forecastRounds = ({ state }: Pick<Book, 'state'>, year: string): readonly Round[] =>
  [...state.rounds.values()].filter((round) => round.year === year && round.firstRevised !== undefined);

/** The last round of the same year with a forecast that was opened before another; undefined for the first. */
export const roundBefore = (book: Pick<Book, 'state'>, { year, ordinal }: Round): Round | undefined =>
  forecastRounds(book, year)
    .filter((round) => round.ordinal < ordinal)
    .at(-1);
