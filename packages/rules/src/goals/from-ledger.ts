import type { Amount, Book, Either, ExplainError, Month, Selection, Year } from '@driftbok/core';
import { Decimal, isLeft, numberAt, right } from '@driftbok/core';

/** A share in per cent, to ten decimals; null where there is nothing to divide by. */
const percentOf = (part: Amount | null, of: Amount | null): string | null =>
  part === null || of === null || of === 0 ? null : new Decimal(part).times(100).div(Math.abs(of)).toDecimalPlaces(10).toString();

/**
 * Budgetföljsamhet: the outcome's deviation of the year so far in per cent of the budget for the same months; positive for a surplus.
 * Null without a budget or an outcome.
 *
 * Left: `ExplainError`, as {@link numberAt} gives it.
 */
export function budgetAdherence(book: Book, period: Month, where: Selection = {}): Either<ExplainError, string | null> {
  const span = { period };
  const outcome = numberAt(book, { metric: 'outcome', span, where }, book.position);
  if (isLeft(outcome) || outcome.right === null) return outcome as Either<ExplainError, null>;
  const budget = numberAt(book, { metric: 'budget', span, where }, book.position);
  if (isLeft(budget)) return budget;
  const deviation = numberAt(book, { metric: 'outcome-deviation', span, where }, book.position);
  return isLeft(deviation) ? deviation : right(percentOf(deviation.right, budget.right));
}

/**
 * How far the year's closing result lies from what was forecast at a cut (such as delår 2's lock), in per cent of the closing result;
 * null without both. Whether the year is closed is for the caller to know.
 *
 * Left: `ExplainError`, as {@link numberAt} gives it.
 */
export function forecastMiss(book: Book, year: Year, position: number, where: Selection = {}): Either<ExplainError, string | null> {
  const span = { year };
  const forecast = numberAt(book, { metric: 'forecast', span, where }, position);
  if (isLeft(forecast)) return forecast;
  const closing = numberAt(book, { metric: 'outcome', span, where }, book.position);
  if (isLeft(closing)) return closing;
  if (forecast.right === null || closing.right === null) return right(null);
  return right(percentOf((closing.right - forecast.right) as Amount, closing.right));
}
