import type { Amount } from '../base/amount.js';
import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import { slotOf, yearSlot } from '../base/slot.js';
import type { Month, Year } from '../base/time.js';
import { isMonth } from '../base/time.js';
import type { Book } from '../replay/book.js';
import type { Selection } from '../table/spec.js';
import { checkedTerms } from './checked.js';
import type { ExplainError, NamedCut } from './explanation.js';
import { eachLine, eachMove } from './moves.js';
import type { Terms } from './subject.js';
import { tidy } from './tally.js';

/**
 * A forecast's move, where a forecast is outcome so far and a judgement of the rest. `outcomeSurprise` is what the months that became
 * known turned out beyond what was forecast for them; `reassessment` is how the judgement of the months still to come moved. The two,
 * and what a change of the trees moved, add up to `total`. `timing` is what the re-assessment takes back of the surprise: money that
 * came in another month than thought.
 */
export interface OutcomeAndRest {
  readonly total: Amount;
  readonly outcomeSurprise: Amount;
  readonly reassessment: Amount;
  /** Of the surprise's sign; 0 where the two go the same way. */
  readonly timing: Amount;
  /** The surprise beyond timing: it changes the year. */
  readonly lastingSurprise: Amount;
  /** What moved in or out with a unit: nothing turned out otherwise, and nobody judged anew. */
  readonly reorganisation: Amount;
}

/**
 * Parts a forecast's move between two cuts into what outcome showed and what was judged anew.
 *
 * @param known the last month whose outcome is known at the later cut, inclusive
 *
 * Left: `ExplainError`, reason `span` (the month is not in the year, or a forecast is given for the whole year only, so that its months
 * are not known), `cut`, `unknown-dimension`, `unknown-code` or `overflow`.
 */
export function splitOutcomeAndRest(
  book: Book,
  year: Year,
  known: Month,
  where: Selection,
  from: NamedCut,
  to: NamedCut,
): Either<ExplainError, OutcomeAndRest> {
  const terms = checkedTerms(book, { metric: 'forecast', span: { year }, where }, [from, to]);
  if (isLeft(terms)) return terms;
  if (!isMonth(known) || known.slice(0, 4) !== year)
    return left({ _tag: 'ExplainError', reason: 'span', expected: `a month of ${year}`, got: known });
  if ([from, to].some(({ position }) => hasWholeYear(book, terms.right, where, position, year))) {
    return left({ _tag: 'ExplainError', reason: 'span', expected: 'forecasts given by month', got: `a forecast of ${year} as a whole` });
  }
  const [first, last, forward] = from.position <= to.position ? [from, to, 1] : [to, from, -1];
  const sums = { surprise: 0, rest: 0, reorganisation: 0 };
  const until = slotOf(known);
  eachMove(book, terms.right, where, first.position, last.position, (move) => {
    const part = move.mover === 'organisation' ? 'reorganisation' : move.slot <= until ? 'surprise' : 'rest';
    sums[part] += forward * move.ore;
  });
  const { surprise, rest, reorganisation } = sums;
  const opposite = surprise < 0 !== rest < 0 && surprise !== 0 && rest !== 0;
  const timing = opposite ? Math.sign(surprise) * Math.min(Math.abs(surprise), Math.abs(rest)) : 0;
  return right({
    total: tidy(surprise + rest + reorganisation),
    outcomeSurprise: tidy(surprise),
    reassessment: tidy(rest),
    timing: tidy(timing),
    lastingSurprise: tidy(surprise - timing),
    reorganisation: tidy(reorganisation),
  });
}

/** Whether any coding has a forecast of the year as a whole, which says nothing of its months. */
function hasWholeYear(book: Book, terms: Terms, where: Selection, at: number, year: Year): boolean {
  const sums = new Map<number, number>();
  const whole = { ...terms, from: yearSlot(year), to: yearSlot(year) };
  eachLine(book, whole, where, at, ({ coding, ore }) => sums.set(coding, (sums.get(coding) ?? 0) + ore));
  return [...sums.values()].some((ore) => ore !== 0);
}
