import type { BaseMetric, Codec, Either, Month, Year } from '@driftbok/core';
import {
  choice,
  dictionary,
  codeCodec as code,
  dimensionCodec as dimension,
  labelCodec as label,
  monthCodec as month,
  yearCodec as year,
  line,
  list,
  object,
  oneOf,
  pattern,
  refined,
} from '@driftbok/core';
import type { Undecoded } from '../codec/decode.js';
import { decodeAs } from '../codec/decode.js';
import { id, whole, yes } from '../codec/scalars.js';
import { hasKey } from '../codec/shapes.js';
import type { ShownMetric } from '../signs/metric.js';
import type {
  ColumnTemplate,
  DifferenceColumnTemplate,
  MetricColumnTemplate,
  RatioColumnTemplate,
  RowPerCodeTemplate,
  RowTemplate,
  SelectionTemplate,
  ShownTemplate,
  SingleRowTemplate,
  SpanTemplate,
  SpecTemplate,
} from './template.js';

const metric: Codec<BaseMetric> = oneOf('budget', 'budget-original', 'outcome', 'forecast', 'plan');
const shownMetric: Codec<ShownMetric> = oneOf(
  'budget',
  'budget-original',
  'outcome',
  'forecast',
  'plan',
  'outcome-deviation',
  'forecast-deviation',
  'forecast-change',
);

const relative: Codec<'year-to-date' | 'month' | 'year'> = oneOf('year-to-date', 'month', 'year');
const months: Codec<{ readonly from: Month; readonly to: Month }> = object('months', { from: month, to: month });
const wholeYear: Codec<{ readonly year: Year }> = object('a year', { year });
const span: Codec<SpanTemplate> = choice<SpanTemplate>('year-to-date | month | year | {from, to} | {year}', (u) => {
  if (typeof u !== 'object') return relative;
  return hasKey(u, 'year') ? wholeYear : months;
});

const metricColumn: Codec<MetricColumnTemplate> = object<MetricColumnTemplate>(
  'a column',
  { id, label, metric, span },
  { year: whole(-50, 50), cut: line('a cut', 100), round: line('report | previous | the id of a round', 64), hidden: yes },
);
const differenceColumn: Codec<DifferenceColumnTemplate> = object<DifferenceColumnTemplate>(
  'a difference column',
  { id, label, minuend: id, subtrahend: id },
  { metric: shownMetric, plus: list(line('the id of a row', 64), 1, 1000), year: whole(-50, 50), hidden: yes },
);
const ratioColumn: Codec<RatioColumnTemplate> = object<RatioColumnTemplate>(
  'a ratio column',
  { id, label, numerator: id, denominator: id },
  { year: whole(-50, 50), hidden: yes },
);
const column: Codec<ColumnTemplate> = choice<ColumnTemplate>('a column', (u) => {
  if (hasKey(u, 'numerator', 'denominator')) return ratioColumn;
  return hasKey(u, 'minuend', 'subtrahend') ? differenceColumn : metricColumn;
});
const shown: Codec<ShownTemplate> = object<ShownTemplate>(
  'how amounts are printed',
  {},
  {
    unit: oneOf('kr', 'tkr', 'mnkr'),
    decimals: refined<0 | 1 | 2>('0 | 1 | 2', (u) => u === 0 || u === 1 || u === 2),
    heading: label,
    reversed: yes,
    nought: label,
  },
);

const selection: Codec<SelectionTemplate> = dictionary('codes by dimension', dimension, list(code, 1, 10_000), 32);
const level: Codec<number> = whole(0, 20);

const singleRow: Codec<SingleRowTemplate> = object<SingleRowTemplate>(
  'a row',
  { id, label, level, where: selection },
  { memo: yes, sumOf: list(line('the id of a row', 64), 1, 1000) },
);
const rowPerCode: Codec<RowPerCodeTemplate> = object<RowPerCodeTemplate>(
  'a row per code',
  { each: dimension, beneath: code, order: oneOf('parent-first', 'parent-last'), level },
  { depth: whole(1, 20), where: selection, residualLabel: label },
);
const row: Codec<RowTemplate> = choice<RowTemplate>('a row', (u) => (hasKey(u, 'each', 'beneath') ? rowPerCode : singleRow));

/** The codec of {@link SpecTemplate}: at most 200 columns and 10 000 rows, and no key that is not known. */
export const specTemplate: Codec<SpecTemplate> = object<SpecTemplate>(
  'SpecTemplate',
  { id, title: label, columns: list(column, 1, 200), rows: list(row, 1, 10_000) },
  {
    shown,
    rowHeading: label,
    organisation: oneOf('as-was'),
    parameters: dictionary(
      'parameters',
      pattern('a name: a small letter, then letters, digits or "-"', /^[a-z][a-z0-9-]{0,31}$/),
      code,
      50,
    ),
  },
);

/** A file or value that is no template; `issues` say where and why. */
export type SpecError = Undecoded<'SpecError'>;

/**
 * A template from JSON, such as a file's.
 *
 * Left: `SpecError` with an issue for each place that is wrong.
 *
 * @example
 * ```ts
 * import { isLeft } from '@driftbok/core';
 * import { specTemplateOfJson } from '@driftbok/rules';
 * const read = specTemplateOfJson({ id: 't', title: 'T', columns: [{ id: 'b', label: 'B', metric: 'budget', span: 'week' }], rows: [] });
 * isLeft(read) && read.left.issues.map(({ path }) => path) // => ['columns.0.span', 'rows']
 * ```
 */
export function specTemplateOfJson(json: unknown): Either<SpecError, SpecTemplate> {
  return decodeAs('SpecError', specTemplate, json);
}
