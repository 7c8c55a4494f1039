import type { Codec, Driver, Metric } from '@driftbok/core';
import { dictionary, line, object, pattern } from '@driftbok/core';

/** What a list of forecasts or of changed cells has a column for. */
export type Heading =
  | 'round'
  | 'label'
  | 'lock'
  | 'locked'
  | 'budget'
  | 'forecast'
  | 'deviation'
  | 'percent'
  | 'change'
  | 'cell'
  | 'row'
  | 'column'
  | 'before'
  | 'after';

/**
 * The sentences that an explanation is told in. Tokens stand in braces: `{what}` (the number, at a sentence's start), `{from}` (what it
 * is held against), `{amount}` with its unit, `{label}`, `{list}`, `{parts}`, `{before}`, `{after}`.
 */
export interface Prose {
  /** What each number is called at the start of a sentence. */
  readonly metrics: Readonly<Record<Metric, string>>;
  /** What each driver is called in the middle of a sentence. */
  readonly drivers: Readonly<Record<Driver, string>>;
  /** What events are called, by type. A type that is not here, such as an embedder's own, stands by its id. */
  readonly events: Readonly<Record<string, string>>;
  /** An event beside others of the same name: `{label}`, `{position}`. */
  readonly numbered: string;
  /** The events that no decision stands behind. */
  readonly noDecision: string;
  /** A code with what it is called: `{code}`, `{label}`. */
  readonly unit: string;
  /** What a deviation at one time is held against. */
  readonly budget: string;
  /** What is left over, as a row's label. */
  readonly rest: string;
  /** The whole, as a row's label. */
  readonly total: string;
  /** What rounded figures miss what they lead to by, as a row's label. */
  readonly rounding: string;
  /** Headings of the lists that show how a number went: the forecasts of a year, and the cells that differ between two cuts. */
  readonly headings: Readonly<Record<Heading, string>>;
  /** What a stated reason holds beyond the parts told apart in it. */
  readonly otherwise: string;
  /** The parts of a forecast's move where it is outcome so far and a judgement of the rest. */
  readonly outcomeAndRest: { readonly outcomeSurprise: string; readonly lastingSurprise: string; readonly reassessment: string };
  readonly improved: string;
  readonly worsened: string;
  readonly unchanged: string;
  /** Where it was and where it is: `{before}` and `{after}` are made from the three below. */
  readonly level: string;
  readonly surplus: string;
  readonly deficit: string;
  readonly balance: string;
  /** A deviation at one time. */
  readonly showsSurplus: string;
  readonly showsDeficit: string;
  readonly showsBalance: string;
  /** What pulls the way that the whole went, and what pulls the other way. */
  readonly improvedBy: string;
  readonly worsenedBy: string;
  readonly surplusBy: string;
  readonly deficitBy: string;
  readonly against: string;
  /** One cause, and one with parts. */
  readonly cause: string;
  readonly causeWithParts: string;
  /** A part of a cause: of income or cost that rose or fell, or of which no more is known than its sign. */
  readonly incomeRose: string;
  readonly incomeFell: string;
  readonly costRose: string;
  readonly costFell: string;
  readonly partBetter: string;
  readonly partWorse: string;
  readonly and: string;
  readonly while: string;
  readonly budgetMoved: string;
  readonly organisationMoved: string;
  readonly unexplained: string;
}

const sentence = line('a sentence with tokens', 500);
const words = line('words with tokens', 200);

/** The codec of {@link Prose}. */
export const proseCodec: Codec<Prose> = object<Prose>('Prose', {
  metrics: object<Prose['metrics']>('words for metrics', {
    budget: words,
    'budget-original': words,
    outcome: words,
    'outcome-deviation': words,
    forecast: words,
    'forecast-deviation': words,
  }),
  drivers: object<Prose['drivers']>('words for drivers', {
    volume: words,
    price: words,
    'one-off': words,
    timing: words,
    policy: words,
    funding: words,
    staffing: words,
    action: words,
    reorganisation: words,
    budget: words,
    capital: words,
    reassessment: words,
    scope: words,
  }),
  events: dictionary('words for events by type', pattern('a type of event', /^[A-Z][A-Za-z0-9]{0,63}$/), words, 200),
  numbered: words,
  noDecision: words,
  unit: words,
  budget: words,
  rest: words,
  total: words,
  rounding: words,
  headings: object<Prose['headings']>('headings', {
    round: words,
    label: words,
    lock: words,
    locked: words,
    budget: words,
    forecast: words,
    deviation: words,
    percent: words,
    change: words,
    cell: words,
    row: words,
    column: words,
    before: words,
    after: words,
  }),
  otherwise: words,
  outcomeAndRest: object<Prose['outcomeAndRest']>('words for outcome and the rest', {
    outcomeSurprise: words,
    lastingSurprise: words,
    reassessment: words,
  }),
  improved: sentence,
  worsened: sentence,
  unchanged: sentence,
  level: sentence,
  surplus: words,
  deficit: words,
  balance: words,
  showsSurplus: sentence,
  showsDeficit: sentence,
  showsBalance: sentence,
  improvedBy: sentence,
  worsenedBy: sentence,
  surplusBy: sentence,
  deficitBy: sentence,
  against: sentence,
  cause: words,
  causeWithParts: words,
  incomeRose: words,
  incomeFell: words,
  costRose: words,
  costFell: words,
  partBetter: words,
  partWorse: words,
  and: words,
  while: words,
  budgetMoved: sentence,
  organisationMoved: sentence,
  unexplained: sentence,
});
