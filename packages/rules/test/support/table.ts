import type { Amount, Finding, Table, TableRow } from '@driftbok/core';
import { orThrow, parseAmount } from '@driftbok/core';

/** Kronor with two decimals as an amount; null stays null. */
const amount = (text: string | null): Amount | null => (text === null ? null : orThrow(parseAmount(text)));

export const cut = { position: 7, recordedAt: '2025-08-01T08:00:00.000Z', hash: 'ab'.repeat(32) } as const;

export interface RowOf {
  readonly id: string;
  readonly parent?: string;
  readonly cells: readonly (string | null)[];
}

/** A table of some columns, its cells in kronor. Labels are the ids in capitals. */
export function tableOf(id: string, columns: readonly string[], rows: readonly RowOf[], findings: readonly Finding[] = []): Table {
  return {
    id,
    title: 'Title',
    cut,
    columns: columns.map((column) => ({ id: column, label: column.toUpperCase(), kind: 'amount' })),
    rows: rows.map(({ id: row, parent, cells }): TableRow => ({
      id: row,
      label: row.toUpperCase(),
      level: 0,
      ...(parent === undefined ? {} : { parent }),
      cells: Object.fromEntries(columns.map((column, at) => [column, amount(cells[at] ?? null)])),
    })),
    findings,
  };
}
