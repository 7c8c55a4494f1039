import type { PresentedCut, PresentedTable } from '../present/presented.js';

/** A piece of a report, in reading order. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: PresentedTable };

/** A report as it was known at a cut: all of it from events, nothing written into it. */
export interface ReportDocument {
  readonly id: string;
  readonly title: string;
  readonly cut: PresentedCut;
  /** Whether notes beneath its tables are told as well as warnings. */
  readonly notes?: true;
  readonly blocks: readonly Block[];
}
