import type { Either } from '../base/either.js';
import { isLeft, right } from '../base/either.js';
import type { Recorded } from '../record/envelope.js';
import type { Book } from '../replay/book.js';
import { checkedTerms } from './checked.js';
import type { ExplainError, Explanation, GroupBy, NamedCut, Part } from './explanation.js';
import { byGroup } from './groups.js';
import { eachMove } from './moves.js';
import type { Mover } from './moves.js';
import { byReason } from './paths-reason.js';
import type { Paths } from './paths.js';
import { byAttribute, byUnit } from './paths.js';
import { idAt } from './reasons.js';
import type { Subject } from './subject.js';
import { Tally, tidy } from './tally.js';

/** What to explain a change by. */
export interface ChangeOptions {
  readonly from: NamedCut;
  readonly to: NamedCut;
  readonly by: GroupBy;
  /** For `unit`: the dimension, and the code whose children the parts are. */
  readonly unit?: { readonly dimension: string; readonly beneath: string };
  /** For `group`: which group an event belongs to; its correlation, else its actor, where left out. */
  readonly groupOf?: (event: Recorded) => string;
}

/**
 * Explains why a number moved between two cuts: parts that add up to the change to the öre, each with the events it comes from. What
 * no stated reason covers is `unexplained`, never spread. Going back in time gives the same with the other sign.
 *
 * Left: `ExplainError`, reason `span`, `cut`, `unknown-dimension`, `unknown-code`, `too-many-groups` or `overflow`.
 */
export function explainChange(book: Book, subject: Subject, options: ChangeOptions): Either<ExplainError, Explanation> {
  const { from, to, by } = options;
  if (from.position > to.position) {
    const forward = explainChange(book, subject, { ...options, from: to, to: from });
    return isLeft(forward) ? forward : right({ ...negated(forward.right), from, to });
  }
  const terms = checkedTerms(book, subject, [from, to]);
  if (isLeft(terms)) return terms;
  const split: Record<Mover, number> = { forecast: 0, budget: 0, outcome: 0, organisation: 0 };
  const tally = new Tally();
  const paths = by === 'group' ? right(undefined) : pathsFor(book, by, options, subject);
  if (isLeft(paths)) return paths;
  const sort = paths.right?.sort ?? whole;
  eachMove(book, terms.right, subject.where, from.position, to.position, (move) => {
    split[move.mover] += move.ore;
    sort(tally, move);
  });
  paths.right?.finish?.(tally);
  const total = tidy(tally.total);
  const common = {
    metric: subject.metric,
    from,
    to,
    total,
    split: {
      forecast: tidy(split.forecast),
      budget: tidy(split.budget),
      outcome: tidy(split.outcome),
      organisation: tidy(split.organisation),
    },
  };
  if (paths.right === undefined) {
    const parts = byGroup(book, terms.right, subject.where, { from: from.position, to: to.position }, options.groupOf ?? groupOfEvent);
    return isLeft(parts) ? parts : right({ ...common, parts: parts.right, unexplained: tidy(0) });
  }
  return right({ ...common, parts: tally.parts(paths.right.name, idAt(book)), unexplained: tidy(tally.unexplained) });
}

/** Sorts nothing: what is parted by groups is only summed. */
const whole: Paths['sort'] = (tally, { position, ore }) => tally.add(nowhere, position, ore);
const nowhere: readonly string[] = [];

/** An event's group where the caller does not say: its correlation, else its actor. */
export const groupOfEvent = ({ correlation, actor }: Recorded): string => correlation ?? `${actor.role} ${actor.id}`;

function pathsFor(
  book: Book,
  by: Exclude<GroupBy, 'group'>,
  { unit, from, to }: ChangeOptions,
  subject: Subject,
): Either<ExplainError, Paths> {
  if (by === 'reason' || by === 'driver') return right(byReason(book, subject, from.position, to.position, by));
  if (by === 'unit') return byUnit(book, subject, unit, to.position);
  return right(byAttribute(book, by));
}

function negated(explanation: Explanation): Explanation {
  const part = (each: Part): Part => ({
    ...each,
    amount: tidy(-each.amount),
    unexplained: tidy(-each.unexplained),
    parts: each.parts.map(part),
  });
  const { forecast, budget, outcome, organisation } = explanation.split;
  return {
    ...explanation,
    total: tidy(-explanation.total),
    unexplained: tidy(-explanation.unexplained),
    parts: explanation.parts.map(part),
    split: { forecast: tidy(-forecast), budget: tidy(-budget), outcome: tidy(-outcome), organisation: tidy(-organisation) },
  };
}
