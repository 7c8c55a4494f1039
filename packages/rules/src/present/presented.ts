/** A cell: exact in natural signs, in kronor with two decimals (or a decimal number, or text); shown as the preset prints it, with U+0020 and "-". */
export interface PresentedCell {
  readonly exact: string;
  readonly shown: string;
}

/** A cut of history, as the JSON contract has it. */
export interface PresentedCut {
  readonly position: number;
  readonly recordedAt: string;
  readonly hash: string;
  readonly round?: string;
}

/** A column. */
export interface PresentedColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: 'amount' | 'ratio' | 'count' | 'text';
  /** Where it is another than the table's. */
  readonly cut?: PresentedCut;
}

/** A row; null where no line ever fell. */
export interface PresentedRow {
  readonly id: string;
  readonly label: string;
  readonly level: number;
  readonly cells: Readonly<Record<string, PresentedCell | null>>;
}

/** A finding, told in words. */
export interface PresentedFinding {
  readonly code: string;
  readonly severity: 'note' | 'warning' | 'error';
  /** Cells, rows or columns: `net/forecast`, `row:net`, `column:forecast`. */
  readonly where: readonly string[];
  /** Kronor with two decimals, or empty. */
  readonly by: string;
  readonly message: string;
}

/** A table as it leaves Driftbok: plain JSON, its keys in the order of the contract. */
export interface PresentedTable {
  readonly id: string;
  readonly title: string;
  /** `kr`, `tkr` or `mnkr`; what the heading says where the table is not of money; empty where it has no figures. */
  readonly unit: string;
  readonly cut: PresentedCut;
  /** What stands over the rows' labels; nothing where left out. Not part of the JSON contract. */
  readonly rowHeading?: string;
  readonly columns: readonly PresentedColumn[];
  readonly rows: readonly PresentedRow[];
  readonly findings: readonly PresentedFinding[];
}
