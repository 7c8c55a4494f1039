import type { Either } from '../base/either.js';
import { left, right } from '../base/either.js';
import type { Slot } from '../base/slot.js';
import { SLOTS_A_YEAR, slotOf, yearSlot } from '../base/slot.js';
import type { Month, Year } from '../base/time.js';
import { isMonth, isYear } from '../base/time.js';
import type { Metric } from '../events/forecast.js';
import type { Layer } from '../journal/layer.js';
import { layer, layerCount } from '../journal/layer.js';
import type { Organisation, Selection } from '../table/spec.js';
import type { ExplainError } from './explanation.js';

/** The number to be explained. */
export interface Subject {
  readonly metric: Metric;
  /** A whole year, or its months up to one (inclusive). */
  readonly span: { readonly year: Year } | { readonly period: Month };
  /** Which part of the trees; all lines where empty. */
  readonly where: Selection;
  /** The organisation to see it in; the period's month, or the year's December, where left out. */
  readonly organisation?: Organisation | undefined;
}

/** What a line of a layer moves: the forecast, the budget or the outcome. */
export type Base = 'forecast' | 'budget' | 'outcome';

/** A subject made definite. */
export interface Terms {
  /** By layer: how a line counts, +1, −1, or 0 for not at all. */
  readonly sign: readonly (1 | 0 | -1)[];
  /** By layer: what it moves. */
  readonly base: readonly Base[];
  readonly from: Slot;
  readonly to: Slot;
  readonly organisation: Organisation;
}

const budgetLayers: readonly Layer[] = [layer.budgetAdopted, layer.budgetAdoptedLinear, layer.budgetAdjusted, layer.budgetAdjustedLinear];
const originalLayers: readonly Layer[] = [layer.budgetAdopted, layer.budgetAdoptedLinear];

const plusLayers: Readonly<Record<Metric, readonly Layer[]>> = {
  budget: budgetLayers,
  'budget-original': originalLayers,
  outcome: [layer.outcome],
  'outcome-deviation': [layer.outcome],
  forecast: [layer.forecast],
  'forecast-deviation': [layer.forecast],
};

/** Whether a metric is one number less the budget. */
export const isDeviation = (metric: Metric): boolean => metric === 'outcome-deviation' || metric === 'forecast-deviation';

/** The organisation to see a subject in. */
export const organisationOf = ({ span, organisation }: Subject): Organisation =>
  organisation ?? ('year' in span ? `${span.year}-12` : span.period);

/** The month that a subject's trees are named and narrowed by: its organisation's, or the last of its span where each line has its own. */
export function monthOf(subject: Subject): Slot {
  const organisation = organisationOf(subject);
  return slotOf(organisation === 'as-was' ? organisationOf({ ...subject, organisation: undefined }) : organisation);
}

/** Left: `ExplainError`, reason `span`. */
export function termsOf(subject: Subject): Either<ExplainError, Terms> {
  const { metric, span } = subject;
  const refuse = (expected: string, got: string): Either<ExplainError, never> =>
    left({ _tag: 'ExplainError', reason: 'span', expected, got });
  const text = 'year' in span ? span.year : span.period;
  if ('year' in span ? !isYear(text) : !isMonth(text)) return refuse('a year YYYY, or a month YYYY-MM', text);
  const organisation = organisationOf(subject);
  if (organisation !== 'as-was' && !isMonth(organisation)) return refuse('an organisation: a month YYYY-MM, or as-was', organisation);
  const first = yearSlot(text.slice(0, 4));
  const whole = 'year' in span || text.endsWith('-12');
  const sign = Array.from({ length: layerCount }, (_, each): 1 | 0 | -1 => {
    if (plusLayers[metric].includes(each as Layer)) return 1;
    return isDeviation(metric) && budgetLayers.includes(each as Layer) ? -1 : 0;
  });
  const base = Array.from({ length: layerCount }, (_, each): Base =>
    each === layer.outcome ? 'outcome' : each === layer.forecast ? 'forecast' : 'budget',
  );
  return right({
    sign,
    base,
    // January to December takes in what is known for the year only; a part of it does not.
    from: whole ? first : first + 1,
    to: whole ? first + SLOTS_A_YEAR - 1 : slotOf(text),
    organisation,
  });
}
