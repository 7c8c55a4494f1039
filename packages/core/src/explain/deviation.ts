import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { Book } from '../replay/book.js';
import type { Recorded } from '../record/envelope.js';
import { groupOfEvent } from './change.js';
import { checkedTerms } from './checked.js';
import type { ExplainError, Explanation, GroupBy, NamedCut, Part } from './explanation.js';
import { byGroup } from './groups.js';
import type { Mover } from './moves.js';
import { eachLine } from './moves.js';
import type { Paths } from './paths.js';
import { byAttribute, byUnit } from './paths.js';
import { idAt } from './reasons.js';
import { byDriver, statedParts } from './statements.js';
import type { Subject, Terms } from './subject.js';
import { isDeviation } from './subject.js';
import { Tally, tidy } from './tally.js';

/** What to explain a deviation by. */
export interface DeviationOptions {
  readonly at: NamedCut;
  readonly by: GroupBy;
  readonly unit?: { readonly dimension: string; readonly beneath: string };
  readonly groupOf?: (event: Recorded) => string;
}

/**
 * Explains a deviation at one cut against the budget. By `reason` or `driver`: the reasons stated for it (`ReasonsStated`), the newest
 * for each part of the trees, at what they state; what they do not cover is unexplained. By anything else: the lines themselves.
 *
 * Left: `ExplainError`, reason `metric` (it is no deviation), or as for `explainChange`.
 */
export function explainDeviation(book: Book, subject: Subject, options: DeviationOptions): Either<ExplainError, Explanation> {
  const { at, by, unit } = options;
  if (!isDeviation(subject.metric)) {
    return left({ _tag: 'ExplainError', reason: 'metric', expected: 'outcome-deviation or forecast-deviation', got: subject.metric });
  }
  const terms = checkedTerms(book, subject, [at]);
  if (isLeft(terms)) return terms;
  const paths = pathsFor(book, subject, by, unit, at.position);
  if (isLeft(paths)) return paths;
  const split: Record<Mover, number> = { forecast: 0, budget: 0, outcome: 0, organisation: 0 };
  const tally = new Tally();
  eachLine(book, terms.right, subject.where, at.position, (move) => {
    split[move.mover] += move.ore;
    if (paths.right === undefined) tally.add([], move.position, move.ore);
    else paths.right.sort(tally, move);
  });
  const parts = paths.right === undefined ? partsOf(book, subject, terms.right, options) : right(tally.parts(paths.right.name, idAt(book)));
  if (isLeft(parts)) return parts;
  const explained = parts.right.reduce((sum, { amount }) => sum + amount, 0);
  return right({
    metric: subject.metric,
    from: { given: 'budget', position: at.position },
    to: at,
    total: tidy(tally.total),
    parts: parts.right,
    unexplained: tidy(tally.total - explained),
    split: { forecast: tidy(split.forecast), budget: tidy(split.budget), outcome: tidy(split.outcome), organisation: tidy(0) },
  });
}

function pathsFor(
  book: Book,
  subject: Subject,
  by: GroupBy,
  unit: DeviationOptions['unit'],
  at: number,
): Either<ExplainError, Paths | undefined> {
  if (by === 'unit') return byUnit(book, subject, unit, at);
  return right(by === 'event' || by === 'actor' || by === 'decision' ? byAttribute(book, by) : undefined);
}

/** Parts that are not of lines one by one: groups, and what is stated. */
function partsOf(book: Book, subject: Subject, terms: Terms, { at, by, groupOf }: DeviationOptions): Either<ExplainError, readonly Part[]> {
  if (by === 'group') return byGroup(book, terms, subject.where, { from: 0, to: at.position }, groupOf ?? groupOfEvent);
  const stated = statedParts(book, subject, terms, at.position);
  return right(by === 'driver' ? byDriver(stated) : stated);
}
