import type { Amount } from '../base/amount.js';
import type { Codes } from '../events/reason.js';
import type { Cut } from '../replay/cut.js';

/** Something a reader of a table should know. */
export interface Finding {
  readonly code: string;
  readonly severity: 'note' | 'warning' | 'error';
  /** Cells, rows or columns: `row/column`, `column:forecast`, `row:net`. */
  readonly where: readonly string[];
  /** Kronor with two decimals, or empty. */
  readonly by: string;
  /** What the finding is about, for words made from data: `{ round: '2024-P3', standing: '2024-D1' }`. */
  readonly params: Readonly<Record<string, string>>;
}

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: 'amount' | 'ratio';
  /** Where it is another than the table's. */
  readonly cut?: Cut;
  /**
   * A difference of two columns, one of which has no line in any row, while the other has: its cells are sums of what there is, and say
   * nothing of a change.
   */
  readonly oneSided?: true;
}

export interface TableRow {
  readonly id: string;
  readonly label: string;
  readonly level: number;
  readonly memo?: true;
  /** The row that this one is an addend of, among rows made one per code. */
  readonly parent?: string;
  /** Exact, by column id; null where no line ever fell. */
  readonly cells: Readonly<Record<string, Amount | null>>;
  /** Of the columns that are ratios: a decimal number of at most 20 digits, or null where there is none. */
  readonly ratios?: Readonly<Record<string, string | null>>;
}

/** A table with exact cells, in öre. How it is shown is for a preset to say. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly cut: Cut;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly findings: readonly Finding[];
}

/** A journal line as part of a cell: öre as they count in the cell. */
export interface TraceLine {
  readonly event: string;
  readonly coding: Codes;
  /** `YYYY-MM`, or `YYYY` for a whole year. */
  readonly month: string;
  readonly amount: Amount;
}

/** A cell with the lines it is the sum of. */
export interface Trace {
  /** `row/column`. */
  readonly cell: string;
  readonly lines: readonly TraceLine[];
  /** Null where no line fell, and for a ratio, whose lines are of two sums. */
  readonly total: Amount | null;
  /** Of a ratio: the two sums, whose lines stand one after the other. */
  readonly ratio?: { readonly numerator: Amount | null; readonly denominator: Amount | null };
}

/** A table that cannot be drawn as asked. */
export interface TableError {
  readonly _tag: 'TableError';
  readonly reason:
    | 'duplicate-id'
    | 'unknown-column'
    | 'circular-column'
    | 'unknown-row'
    | 'unknown-dimension'
    | 'unknown-code'
    | 'unknown-round'
    | 'span'
    | 'overflow';
  readonly where: string;
  readonly expected: string;
  readonly got: string;
}
