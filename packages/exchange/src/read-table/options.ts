import type { AuditColumn, AuditRow, AuditTable } from '@driftbok/rules/audit';

/** What is known of a table beside its text. */
export interface ReadTableOptions {
  readonly id: string;
  /** `tkr` where left out and the text names none. */
  readonly unit?: string;
  readonly decimals?: number;
  /** The columns, with what they equal. Without them the lines above the rows are their header. */
  readonly columns?: readonly AuditColumn[];
  /** What a "-" stands for: what rounds to nothing (the default), or an empty cell. */
  readonly dash?: AuditTable['dash'];
  /** Rows that are known by their labels: such a row has this id, and this sum where all its parts are there. */
  readonly rows?: readonly Pick<AuditRow, 'id' | 'label' | 'sum' | 'memo'>[];
}

/** A text that is no table; `line` is 1-based. */
export interface ReadTableError {
  readonly _tag: 'ReadTableError';
  readonly line: number;
  readonly expected: string;
  readonly got: string;
}
