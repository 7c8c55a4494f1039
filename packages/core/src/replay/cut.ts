import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { Instant } from '../base/time.js';
import { endOfDay, isDay, isInstant } from '../base/time.js';
import type { RoundId } from '../events/fields.js';
import { isDateLike } from '../events/fields.js';
import type { Book } from './book.js';
import { outlineAt } from './book.js';

/** A cut of history: all events up to and with `position`. */
export interface Cut {
  readonly position: number;
  /** When the cut's last event was recorded. */
  readonly recordedAt: Instant;
  readonly hash: string;
  /** Where the cut was named by a round. */
  readonly round?: RoundId;
}

/** A cut that history does not hold. */
export interface CutError {
  readonly _tag: 'CutError';
  readonly reason: 'form' | 'empty-ledger' | 'before-ledger' | 'after-head' | 'unknown-round' | 'not-locked' | 'unknown-lock' | 'not-open';
  readonly expected: string;
  readonly got: string;
}

const refuse = (reason: CutError['reason'], expected: string, got: string): Either<CutError, never> =>
  left({ _tag: 'CutError', reason, expected, got });

/** The newest cut of a book. Left: `CutError`, reason `empty-ledger`. */
export function newestCut(book: Book): Either<CutError, Cut> {
  return cutAt(book, book.position);
}

/** The cut at a position, 1 to the book's (inclusive). Left: `CutError`, reason `empty-ledger`, `before-ledger` or `after-head`. */
export function cutAt(book: Book, position: number): Either<CutError, Cut> {
  if (book.position === 0) return refuse('empty-ledger', 'a ledger with events', 'an empty ledger');
  if (position < 1) return refuse('before-ledger', 'a position from 1', String(position));
  const event = outlineAt(book, position);
  if (event === undefined) return refuse('after-head', `a position up to ${book.position}`, String(position));
  return right({ position, recordedAt: event.recordedAt, hash: event.hash });
}

const POSITION = /^\d{1,15}$/;
const LOOSE_INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?:(:\d{2})(\.\d{3})?)?Z$/;

/**
 * Finds the cut that a text names: a position (`52`); an instant in UTC, for the last event at or before it; a day (`2024-08-29`),
 * for its end in the ledger's time zone; a round, for its last lock (`2025-P3`), a numbered one (`2025-P3@1`), or the newest
 * event while it is open (`2025-P3@open`).
 *
 * Left: `CutError`, reason `form`, `empty-ledger`, `before-ledger`, `after-head` (a position), `unknown-round`, `not-locked`,
 * `unknown-lock` or `not-open`.
 */
export function resolveCut(book: Book, given: string): Either<CutError, Cut> {
  if (POSITION.test(given)) return cutAt(book, Number(given));
  const loose = LOOSE_INSTANT.exec(given);
  if (loose !== null) {
    const instant = `${loose[1]}${loose[2] ?? ':00'}${loose[3] ?? '.000'}Z`;
    return isInstant(instant) ? cutBefore(book, instant) : refuse('form', 'an instant that exists', given);
  }
  if (isDay(given)) {
    const end = endOfDay(given, book.state.opened?.timeZone ?? 'UTC');
    return isLeft(end) ? refuse('form', end.left.expected, end.left.got) : cutBefore(book, end.right);
  }
  if (isDateLike(given)) {
    return refuse('form', given.includes('T') ? 'an instant in UTC, YYYY-MM-DDTHH:MMZ' : 'a day that exists, YYYY-MM-DD', given);
  }
  return roundCut(book, given);
}

/** The last event recorded at or before an instant; times never fall, so the search may halve. */
function cutBefore(book: Book, instant: Instant): Either<CutError, Cut> {
  let low = 0;
  let high = book.position;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((outlineAt(book, middle)?.recordedAt ?? '') <= instant) low = middle;
    else high = middle - 1;
  }
  if (low > 0 || book.position === 0) return cutAt(book, low);
  return refuse('before-ledger', `an instant from ${outlineAt(book, 1)?.recordedAt ?? ''}`, instant);
}

function roundCut(book: Book, given: string): Either<CutError, Cut> {
  const [id = '', which, ...rest] = given.split('@');
  const round = rest.length === 0 ? book.state.rounds.get(id) : undefined;
  if (round === undefined) {
    const rounds = [...book.state.rounds.keys()].join(', ');
    return refuse('unknown-round', `a position, day, instant or round${rounds === '' ? '' : ` (${rounds})`}`, given);
  }
  if (which === 'open') {
    return round.status === 'locked' ? refuse('not-open', 'a round that is open', given) : named(newestCut(book), round.id);
  }
  if (which !== undefined && !/^[1-9]\d{0,8}$/.test(which)) return refuse('form', '@ and the number of a lock from 1, or @open', given);
  const lock = which === undefined ? round.locks.at(-1) : round.locks[Number(which) - 1];
  if (lock !== undefined) return named(cutAt(book, lock), round.id);
  return which === undefined
    ? refuse('not-locked', `a round that was locked; or ${id}@open`, given)
    : refuse('unknown-lock', `a lock from 1 to ${round.locks.length}`, given);
}

const named = (cut: Either<CutError, Cut>, round: RoundId): Either<CutError, Cut> => (isLeft(cut) ? cut : right({ ...cut.right, round }));
