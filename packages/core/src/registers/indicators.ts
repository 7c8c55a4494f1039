import type { Year } from '../base/time.js';
import type { Colour, IndicatorDefined, IndicatorMeasured, Target, Window } from '../events/indicator.js';
import type { IndicatorState } from '../evolve/goal-state.js';
import { goalIn } from '../evolve/goal-tree.js';
import type { Book } from '../replay/book.js';
import { goalTree } from './goals.js';

/** What was measured, or why not: of a window, and of a group where there are several. */
export type Measure = Omit<IndicatorMeasured, 'indicator' | 'role'>;

/** How it stands with the follow-up of an indicator in a year. None of these is 0. */
export type FollowUp = 'measured' | 'missing' | 'deferred' | 'not-measurable' | 'goal-not-pursued';

/** An indicator, with all that is known of it. Values are of the whole; those of groups and of parts of a year stand in `series`. */
export interface IndicatorRow extends Omit<IndicatorDefined, 'followUp'> {
  readonly followUp: FollowUp;
  /** What it started from, the newest said; undefined where no plan asks for it. */
  readonly baseline: Measure | undefined;
  /** By year. */
  readonly outcomes: Readonly<Record<Year, Measure>>;
  /** By year. */
  readonly forecasts: Readonly<Record<Year, Measure>>;
  /** By year. */
  readonly targets: Readonly<Record<Year, Target>>;
  /** Outcomes of months, of spans of days and of groups, in the order first recorded. */
  readonly series: readonly Measure[];
  /** What people judged it as last for the year; undefined where nobody has. */
  readonly assessed: { readonly colour: Colour; readonly asOf: string } | undefined;
}

/** Which indicators: those whose goal stands in the year, and those of no goal. */
export interface IndicatorQuery {
  readonly year: Year;
  readonly goal?: string;
  readonly level?: string;
}

/**
 * The indicators of a year in the order of their goals, those of no goal last; within a goal in the order they were defined.
 *
 * @example
 * ```ts
 * import { emptyBook, indicators } from '@driftbok/core';
 * indicators(emptyBook(), { year: '2025' }) // => []
 * ```
 */
export function indicators(book: Book, { year, goal, level }: IndicatorQuery): readonly IndicatorRow[] {
  const order = new Map(goalTree(book, year).map((row, at) => [row.goal, at] as const));
  const place = ({ goal: of }: IndicatorRow): number => (of === undefined ? order.size : (order.get(of) ?? order.size));
  return [...book.state.indicators.values()]
    .filter(({ defined }) => defined.goal === undefined || order.has(defined.goal))
    .filter(({ defined }) => (goal === undefined || defined.goal === goal) && (level === undefined || defined.level === level))
    .map((indicator) => rowOf(book, indicator, year))
    .sort((a, b) => place(a) - place(b));
}

const isYearOf = (window: Window): window is { readonly year: Year } => 'year' in window;

function rowOf(book: Book, { defined, targets, measures, assessments }: IndicatorState, year: Year): IndicatorRow {
  const { followUp: _, ...told } = defined;
  const of = (role: IndicatorMeasured['role']): readonly Measure[] =>
    measures.filter((each) => each.role === role).map(({ indicator: _indicator, role: _role, ...measure }) => measure);
  const whole = (measure: Measure): boolean => isYearOf(measure.window) && measure.group === undefined;
  const byYear = (found: readonly Measure[]): Readonly<Record<Year, Measure>> =>
    Object.fromEntries(found.flatMap((each) => (isYearOf(each.window) && whole(each) ? [[each.window.year, each]] : [])));
  const outcomes = byYear(of('outcome'));
  const assessed = assessments.filter((each) => each.year === year).at(-1);
  return {
    ...told,
    followUp: followUpOf(book, defined, outcomes[year], year),
    baseline: of('baseline').at(-1),
    outcomes,
    forecasts: byYear(of('forecast')),
    targets: Object.fromEntries(targets),
    series: of('outcome').filter((each) => !whole(each)),
    assessed: assessed === undefined ? undefined : { colour: assessed.colour, asOf: assessed.asOf },
  };
}

function followUpOf(book: Book, { followUp, goal }: IndicatorDefined, outcome: Measure | undefined, year: Year): FollowUp {
  const state = goal === undefined ? undefined : book.state.goals.get(goal);
  if (state !== undefined && goalIn(state, year)?.pursuit === 'not-pursued') return 'goal-not-pursued';
  return followUp === 'not-measurable' ? followUp : (outcome?.state ?? 'missing');
}
