/** What every renderer draws: columns and rows of texts. The tables and the lists of records are brought to this form first. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

export interface GridColumn {
  readonly label: string;
  /** Set to the right, and in CSV with the decimal sign asked for. */
  readonly numeric: boolean;
}

export interface GridRow {
  /** One a column; an empty text is a blank cell. */
  readonly cells: readonly string[];
  /** How deep the row lies: its first cell is indented by it. */
  readonly level: number;
}
