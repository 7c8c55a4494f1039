import type { Month, Year } from '../base/time.js';
import type { Code, DimensionId, RoundId } from '../events/fields.js';

/** A number that lines give by summing. Deviations are differences of two columns. */
export type BaseMetric = 'budget' | 'budget-original' | 'outcome' | 'forecast' | 'plan';

/** Which lines a column takes by time: accounting months from and to, both inclusive, within one year; or all of a year. */
export type Span = { readonly from: Month; readonly to: Month } | { readonly year: Year };

/** A column that sums lines. */
export interface MetricColumn {
  readonly id: string;
  readonly label: string;
  readonly metric: BaseMetric;
  readonly span: Span;
  /** Another cut than the table's: a position, day, instant or round, as `resolveCut` takes it. */
  readonly cut?: string;
  /** The round whose forecast is wanted; later rounds are left out. Without it, what stands at the cut. */
  readonly round?: RoundId;
  /** Computed, since others build on it, but not shown. */
  readonly hidden?: true;
}

/** A column that is one column less another, cell by cell, both named by id. A blank counts as 0 unless both are blank. */
export interface DifferenceColumn {
  readonly id: string;
  readonly label: string;
  readonly minuend: string;
  readonly subtrahend: string;
  readonly hidden?: true;
}

/** A column that is one column over another, cell by cell, both named by id and neither a ratio itself. Blank where either is, or over 0. */
export interface RatioColumn {
  readonly id: string;
  readonly label: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly hidden?: true;
}

export type Column = MetricColumn | DifferenceColumn | RatioColumn;

/** Lines whose code lies at or beneath one of the codes given, in every dimension given. Empty takes all lines. */
export type Selection = Readonly<Record<DimensionId, readonly Code[]>>;

/** One row. */
export interface SingleRow {
  readonly id: string;
  readonly label: string;
  readonly level: number;
  readonly where: Selection;
  /** A part of another row, told apart ("varav"): no addend. */
  readonly memo?: true;
}

/** A row for each code beneath one, with the code as id and the code's label; rows without any line in any column are left out. */
export interface RowPerCode {
  readonly each: DimensionId;
  /** The codes beneath this one, not itself. */
  readonly beneath: Code;
  /** Whether a code's row stands before or after the rows beneath it. */
  readonly order: 'parent-first' | 'parent-last';
  /** How many generations; all where left out. */
  readonly depth?: number;
  readonly level: number;
  readonly where?: Selection;
  /** The label of the row for what was booked on a code itself before it had codes beneath it; the code's own where left out. */
  readonly residualLabel?: string;
}

export type Row = SingleRow | RowPerCode;

/** A table as data: what its rows and columns take, never how they are printed. */
export interface TableSpec {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Which organisation lines are shown in: that of one month, or each line in its own month's. */
export type Organisation = Month | 'as-was';
