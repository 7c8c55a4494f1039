import type { Amount } from '@driftbok/core';

/** A cell as it is meant: an amount in natural signs, in öre; nothing there; or one that is not shown. */
export type CanonicalCell = Amount | 'blank' | 'withheld';

/** A row as it is meant, whatever the layout prints it as. */
export interface CanonicalRow {
  readonly id: string;
  readonly label: string;
  readonly level: number;
  readonly sum?: readonly string[];
  readonly memo?: true;
  /** By the id of each column that is told; what is made of others is not here. */
  readonly cells: Readonly<Record<string, CanonicalCell>>;
}

/** A table as it is meant: natural signs, exact amounts. */
export interface CanonicalTable {
  readonly id: string;
  readonly title?: string;
  readonly rows: readonly CanonicalRow[];
}
