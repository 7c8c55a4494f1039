import type { Amount } from '../base/amount.js';
import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import { SLOTS_A_YEAR, slotOf, yearSlot } from '../base/slot.js';
import type { Month, Year } from '../base/time.js';
import { isMonth } from '../base/time.js';
import type { Book } from '../replay/book.js';
import type { Selection } from '../table/spec.js';
import { checkSelection } from './checked.js';
import type { ExplainError, NamedCut } from './explanation.js';
import { eachLine } from './moves.js';
import { termsOf } from './subject.js';
import { tidy } from './tally.js';

/**
 * A forecast's move, where a forecast is outcome so far and a judgement of the rest. `outcomeSurprise` is what the months that became
 * known turned out beyond what was forecast for them; `reassessment` is how the judgement of the months still to come moved. The two
 * add up to `total`. `timing` is what the re-assessment takes back of the surprise: money that came in another month than thought.
 */
export interface OutcomeAndRest {
  readonly total: Amount;
  readonly outcomeSurprise: Amount;
  readonly reassessment: Amount;
  /** Of the surprise's sign; 0 where the two go the same way. */
  readonly timing: Amount;
  /** The surprise beyond timing: it changes the year. */
  readonly lastingSurprise: Amount;
}

/**
 * Parts a forecast's move between two cuts into what outcome showed and what was judged anew.
 *
 * @param known the last month whose outcome is known at the later cut, inclusive
 *
 * Left: `ExplainError`, reason `span` (the month is not in the year, or a forecast is given for the whole year only, so that its months
 * are not known), `unknown-dimension` or `unknown-code`.
 */
export function splitOutcomeAndRest(
  book: Book, year: Year, known: Month, where: Selection, from: NamedCut, to: NamedCut,
): Either<ExplainError, OutcomeAndRest> {
  const fits = checkSelection(book, where);
  if (isLeft(fits)) return fits;
  const terms = termsOf({ metric: 'forecast', span: { year }, where });
  if (isLeft(terms)) return terms;
  if (!isMonth(known) || known.slice(0, 4) !== year) return left({ _tag: 'ExplainError', reason: 'span', expected: `a month of ${year}`, got: known });
  const before = bySlot(book, terms.right, where, from.position, year);
  const after = bySlot(book, terms.right, where, to.position, year);
  if ((before[0] ?? 0) !== 0 || (after[0] ?? 0) !== 0) {
    return left({ _tag: 'ExplainError', reason: 'span', expected: 'forecasts given by month', got: `a forecast of ${year} as a whole` });
  }
  const last = slotOf(known) % SLOTS_A_YEAR;
  const change = after.map((ore, index) => ore - (before[index] ?? 0));
  const surprise = change.slice(1, last + 1).reduce((sum, ore) => sum + ore, 0);
  const rest = change.slice(last + 1).reduce((sum, ore) => sum + ore, 0);
  const opposite = surprise < 0 !== rest < 0 && surprise !== 0 && rest !== 0;
  const timing = opposite ? Math.sign(surprise) * Math.min(Math.abs(surprise), Math.abs(rest)) : 0;
  return right({
    total: tidy(surprise + rest),
    outcomeSurprise: tidy(surprise),
    reassessment: tidy(rest),
    timing: tidy(timing),
    lastingSurprise: tidy(surprise - timing),
  });
}

/** The forecast of a year's slots at a position: the whole year first, then January to December. */
function bySlot(book: Book, terms: Parameters<typeof eachLine>[1], where: Selection, at: number, year: Year): readonly number[] {
  const first = yearSlot(year);
  return Array.from({ length: SLOTS_A_YEAR }, (_, index) => {
    let sum = 0;
    const slot = { ...terms, from: first + index, to: first + index };
    eachLine(book, slot, where, at, (_position, _mover, _coding, ore) => {
      sum += ore;
    });
    return sum;
  });
}
