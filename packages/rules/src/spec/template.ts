import type { BaseMetric, Code, DifferenceColumn, DimensionId, RatioColumn, RowPerCode, SingleRow, Span } from '@driftbok/core';
import type { NumberFormat, Unit } from '../numbers/format.js';
import type { ShownMetric } from '../signs/metric.js';

/**
 * Which months, counted from the report's period: from January up to it, it alone, or all of its year. Or the very months or year,
 * whatever the report is about.
 */
export type SpanTemplate = 'year-to-date' | 'month' | 'year' | Span;

/** A column that sums lines. Its label takes tokens. */
export interface MetricColumnTemplate {
  readonly id: string;
  readonly label: string;
  readonly metric: BaseMetric;
  readonly span: SpanTemplate;
  /** How many years after the report's the span lies: -1 for the year before. Not with a span of its own months. */
  readonly year?: number;
  /** Another cut than the table's, with tokens: `{previous-round}`, `{round-id}@1`. */
  readonly cut?: string;
  /**
   * The round whose forecast is wanted: `report` for the report's own (without one, what stands at the cut), `previous` for the one before
   * it, or a round's id.
   */
  readonly round?: string;
  readonly hidden?: true;
}

/** A column that is one column less another. Its label takes tokens. */
export interface DifferenceColumnTemplate extends DifferenceColumn {
  /** What the difference says, for its sign and for whether it is good news. Without it: nothing, and the natural sign. */
  readonly metric?: ShownMetric;
  /** The rows whose cells, above 0, are printed with a plus: a print may set one at some of them. */
  readonly plus?: readonly string[];
  /** How many years after the report's `{span-year}` of its label is. */
  readonly year?: number;
}

/** A column that is one column over another, printed as a percentage. Its label takes tokens. */
export interface RatioColumnTemplate extends RatioColumn {
  /** How many years after the report's `{span-year}` of its label is. */
  readonly year?: number;
}

export type ColumnTemplate = MetricColumnTemplate | DifferenceColumnTemplate | RatioColumnTemplate;

/** One row. Its label and the codes of its selection take tokens. */
export interface SingleRowTemplate extends SingleRow {
  /** The rows, by id, that add up to this one: where they do not as shown, that is noted. */
  readonly sumOf?: readonly string[];
}

/** A row for each code beneath one. The codes take tokens, and so does the residual's label. */
export type RowPerCodeTemplate = RowPerCode;

export type RowTemplate = SingleRowTemplate | RowPerCodeTemplate;

/** Codes by dimension, with tokens. */
export type SelectionTemplate = Readonly<Record<DimensionId, readonly Code[]>>;

/**
 * A table for any period: {@link instantiate} makes a `TableSpec` of it. Tokens: `{year}`, `{prior-year}` and `{period}` of the report;
 * `{months}` and `{span-year}` of the column (of the report up to its period, elsewhere); `{round}` (its label), `{round-id}`,
 * `{previous-round}` (its id); and the template's own parameters, each by its name.
 */
export interface SpecTemplate {
  readonly id: string;
  readonly title: string;
  /** What stands over the rows' labels, where a print says it: "Verksamhetsförändring". */
  readonly rowHeading?: string;
  readonly columns: readonly ColumnTemplate[];
  readonly rows: readonly RowTemplate[];
  /** Parameters with what they are where nobody says otherwise: `{ unit: '5' }`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** How its amounts are printed where it is not as the preset says. */
  readonly shown?: ShownTemplate;
  /** Where a print shows each year in the organisation that it had, and nobody asks for another. */
  readonly organisation?: 'as-was';
}

/** How one table's amounts are printed. */
export interface ShownTemplate {
  readonly unit?: Unit;
  readonly decimals?: NumberFormat['decimals'];
  /** What the table's heading calls the unit, where it is another: a print may say mnkr over kronor. */
  readonly heading?: string;
  /** Printed with the other sign than the preset's: what is spent on investments is a cost, and printed without a minus. */
  readonly reversed?: true;
  /** What stands for an amount of 0, where it is not "0": "-". */
  readonly nought?: string;
}

/** Whether a column is a difference of two others. */
export const isDifference = (column: ColumnTemplate): column is DifferenceColumnTemplate => 'minuend' in column;

/** Whether a column is a ratio of two others. */
export const isRatio = (column: ColumnTemplate): column is RatioColumnTemplate => 'numerator' in column;

/** Whether a row stands for a row per code. */
export const isPerCode = (row: RowTemplate): row is RowPerCodeTemplate => 'each' in row;
