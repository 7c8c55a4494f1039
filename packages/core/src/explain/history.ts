import type { Amount } from '../base/amount.js';
import type { Either } from '../base/either.js';
import { isLeft, right } from '../base/either.js';
import { Decimal } from '../base/decimal.js';
import type { Year } from '../base/time.js';
import type { Book } from '../replay/book.js';
import type { RoundLock } from '../replay/rounds.js';
import { roundsOf } from '../replay/rounds.js';
import type { Selection } from '../table/spec.js';
import { checkSelection } from './checked.js';
import type { ExplainError } from './explanation.js';
import { valueAt } from './moves.js';
import { termsOf } from './subject.js';
import { tidy } from './tally.js';

/** What a year was forecast to be at one lock of a round. */
export interface ForecastPoint {
  readonly round: string;
  readonly label: string;
  /** The number of the lock, from 1. */
  readonly lock: number;
  readonly cut: RoundLock;
  /** Öre; null where no line ever fell. */
  readonly budget: Amount | null;
  readonly forecast: Amount | null;
  /** Forecast less budget. */
  readonly deviation: Amount | null;
  /** What the deviation has moved since the point before. */
  readonly change: Amount | null;
  /** The deviation in per cent of the net budget's size (budget adherence), one decimal: `-2.8`. Null without a budget. */
  readonly percent: string | null;
}

/**
 * How the forecast of a year went, lock by lock in order of time: a table, and a series to draw.
 *
 * Left: `ExplainError`, reason `span`, `unknown-dimension` or `unknown-code`.
 */
export function forecastHistory(book: Book, year: Year, where: Selection = {}): Either<ExplainError, readonly ForecastPoint[]> {
  const known = checkSelection(book, where);
  if (isLeft(known)) return known;
  const budgetTerms = termsOf({ metric: 'budget', span: { year }, where });
  if (isLeft(budgetTerms)) return budgetTerms;
  const forecastTerms = termsOf({ metric: 'forecast', span: { year }, where });
  if (isLeft(forecastTerms)) return forecastTerms;
  const locks = roundsOf(book)
    .filter((round) => round.year === year)
    .flatMap(({ id, label, locks: own }) => own.map((cut, index) => ({ round: id, label, lock: index + 1, cut })))
    .sort((a, b) => a.cut.position - b.cut.position);
  let before: Amount | null = null;
  return right(
    locks.map((lock): ForecastPoint => {
      const [budgeted, forecasted] = [budgetTerms.right, forecastTerms.right].map((terms) =>
        valueAt(book, terms, where, lock.cut.position),
      );
      const budget = budgeted === undefined || budgeted.blank ? null : tidy(budgeted.ore);
      const forecast = forecasted === undefined || forecasted.blank ? null : tidy(forecasted.ore);
      const deviation = budget === null && forecast === null ? null : tidy((forecast ?? 0) - (budget ?? 0));
      const change = deviation === null || before === null ? null : tidy(deviation - before);
      before = deviation;
      return { ...lock, budget, forecast, deviation, change, percent: adherence(deviation, budget) };
    }),
  );
}

/** A deviation in per cent of a budget's size, rounded half away from zero to one decimal. */
export function adherence(deviation: Amount | null, budget: Amount | null): string | null {
  if (deviation === null || budget === null || budget === 0) return null;
  const percent = new Decimal(deviation).times(100).div(Math.abs(budget)).toDecimalPlaces(1);
  return percent.isZero() ? '0.0' : percent.toFixed(1);
}
