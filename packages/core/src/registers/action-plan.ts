import type { Amount, AmountError } from '../base/amount.js';
import { oreOf } from '../base/amount.js';
import type { Either } from '../base/either.js';
import { isLeft, right, traverse } from '../base/either.js';
import type { Day, Instant, Year } from '../base/time.js';
import type { Evidence, RoundId } from '../events/fields.js';
import type { Codes } from '../events/reason.js';
import type { ActionMoment, ActionStage, ActionState } from '../evolve/action-state.js';
import type { Decision } from '../record/envelope.js';
import type { Book } from '../replay/book.js';
import { outlineAt } from '../replay/book.js';
import type { KnownSum } from './known-sum.js';
import { addKnown, knownSum } from './known-sum.js';

/** A step in an action's life: when it was recorded, by whom (a role), and on which decision. */
export interface ActionPlanStep {
  readonly step: ActionMoment['step'];
  /** The day that it takes effect, where one was given. */
  readonly from?: Day;
  readonly recordedAt: Instant;
  readonly position: number;
  readonly role: string;
  readonly reason?: string;
  readonly decision?: Decision;
}

/** What an action has done to a year's result so far, and what that rests on. */
export interface RealisedEffect {
  /** Öre. */
  readonly amount: Amount;
  readonly evidence: Evidence;
  readonly about?: Codes;
}

/** An action as a plan lists it for a year. All amounts are öre; null where nothing was said, which is not 0. */
export interface ActionPlanRow {
  readonly id: string;
  readonly label: string;
  readonly plan?: string;
  /** `suspended` while it waits, whatever it waits in. */
  readonly status: ActionStage | 'suspended';
  readonly steps: readonly ActionPlanStep[];
  /** Expected of it in the year. Null where it is not said to have an effect in it. */
  readonly expected: KnownSum | null;
  readonly fullYearEffect: Amount | null;
  readonly cost: Amount | null;
  readonly realised: Amount | null;
  readonly evidence: readonly RealisedEffect[];
  /** What the round counts in; null without a round, or where nothing was said of it. */
  readonly included: Amount | null;
  /** Whether its expected effect is one to reckon with: not while it waits, and not once it is given up. */
  readonly counts: boolean;
}

/** A plan for a year. */
export interface ActionPlan {
  readonly rows: readonly ActionPlanRow[];
  /** Of the rows that count. What is realised is of all rows: it has been seen in the books. */
  readonly totals: {
    readonly expected: KnownSum;
    readonly fullYearEffect: Amount | null;
    readonly realised: Amount | null;
    readonly included: Amount | null;
  };
}

/** Which plan: the year that effects are of, and the round whose forecast may count them in. */
export interface ActionPlanAbout {
  readonly year: Year;
  readonly plan?: string;
  readonly round?: RoundId;
}

/**
 * The measures to hold the budget as a book has them, in the order they were proposed. As it stood on another day, ask the book of that
 * cut. Listed is each action that says something of the year, or nothing of any.
 *
 * Left: `AmountError`, reason `overflow`.
 *
 * @example
 * ```ts
 * import { actionPlan, emptyBook } from '@driftbok/core';
 * actionPlan(emptyBook(), { year: '2024' })._tag // => 'Right'
 * ```
 */
export function actionPlan(book: Book, about: ActionPlanAbout): Either<AmountError, ActionPlan> {
  const listed = [...book.state.actions.values()].filter((action) => isListed(action, about));
  const rows = traverse(listed, (action) => rowOf(book, action, about));
  if (isLeft(rows)) return rows;
  const counted = rows.right.filter(({ counts }) => counts);
  const expected = addKnown(counted.flatMap((row) => (row.expected === null ? [] : [row.expected])));
  if (isLeft(expected)) return expected;
  const fullYear = sumOf(counted.map((row) => row.fullYearEffect));
  if (isLeft(fullYear)) return fullYear;
  const realised = sumOf(rows.right.map((row) => row.realised));
  if (isLeft(realised)) return realised;
  const included = sumOf(rows.right.map((row) => row.included));
  if (isLeft(included)) return included;
  return right({
    rows: rows.right,
    totals: { expected: expected.right, fullYearEffect: fullYear.right, realised: realised.right, included: included.right },
  });
}

const sumOf = (amounts: readonly (Amount | null)[]): Either<AmountError, Amount | null> => {
  const sum = addKnown(amounts.map((known) => ({ known, unknown: 0 })));
  return isLeft(sum) ? sum : right(sum.right.known);
};

function isListed({ plan, effects, realised }: ActionState, about: ActionPlanAbout): boolean {
  if (about.plan !== undefined && plan !== about.plan) return false;
  if (effects.has(about.year) || realised.some(({ year }) => year === about.year)) return true;
  return effects.size === 0 && realised.length === 0;
}

function rowOf(book: Book, action: ActionState, { year, round }: ActionPlanAbout): Either<AmountError, ActionPlanRow> {
  const { id, label, plan, stage, suspended, history, fullYearEffect, cost } = action;
  const effects = action.effects.get(year);
  const expected = effects === undefined ? right(null) : knownSum(effects.map(({ amount }) => amount));
  if (isLeft(expected)) return expected;
  const evidence = action.realised
    .filter((effect) => effect.year === year)
    .map((effect) => ({
      amount: oreOf(effect.amount) as Amount,
      evidence: effect.evidence,
      ...(effect.about === undefined ? {} : { about: effect.about }),
    }));
  const realised = sumOf(evidence.map(({ amount }) => amount));
  if (isLeft(realised)) return realised;
  return right({
    id,
    label,
    ...(plan === undefined ? {} : { plan }),
    status: suspended ? 'suspended' : stage,
    steps: history.map((moment) => stepOf(book, moment)),
    expected: expected.right,
    fullYearEffect: amountOf(fullYearEffect),
    cost: amountOf(cost),
    realised: realised.right,
    evidence,
    included: amountOf(round === undefined ? undefined : action.included.get(round)),
    counts: !suspended && stage !== 'cancelled',
  });
}

const amountOf = (text: string | undefined): Amount | null => (text === undefined ? null : (oreOf(text) as Amount));

function stepOf(book: Book, { step, position, from, reason }: ActionMoment): ActionPlanStep {
  const event = outlineAt(book, position);
  return {
    step,
    ...(from === undefined ? {} : { from }),
    recordedAt: event?.recordedAt ?? '',
    position,
    role: event?.actor.role ?? '',
    ...(reason === undefined ? {} : { reason }),
    ...(event?.decision === undefined ? {} : { decision: event.decision }),
  };
}
