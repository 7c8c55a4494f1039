import type { PresentedCut, PresentedFinding } from '@driftbok/rules';
import type { RenderableTable } from './table-form.js';
import { cellOf } from './table-form.js';

/**
 * A table as the JSON contract has it, to read and to compare: two blanks a level, keys in the contract's order and cells in the columns'
 * order, whatever order the table came in; "\n" last. Keys that are not of the contract are left out; a cell that is not there is null.
 *
 * @example
 * ```ts
 * import { tableAsJson } from '@driftbok/exchange';
 * const cut = { position: 9, recordedAt: '2025-08-28T08:00:00.000Z', hash: 'c0ffee'.padEnd(64, '0') };
 * const table = { id: 't', title: 'Nämnden', unit: 'tkr', cut, columns: [], rows: [], findings: [] };
 * Object.keys(JSON.parse(tableAsJson({ ...table, id: 't' }))) // => ['id', 'title', 'unit', 'cut', 'columns', 'rows', 'findings']
 * ```
 */
export function tableAsJson({ id, title, unit, cut, columns, rows, findings }: RenderableTable): string {
  const table = {
    id,
    title,
    unit,
    cut: ordered(cut),
    columns: columns.map((column) => ({
      id: column.id,
      label: column.label,
      kind: column.kind,
      ...(column.cut && { cut: ordered(column.cut) }),
    })),
    rows: rows.map((row) => ({
      id: row.id,
      label: row.label,
      level: row.level,
      cells: Object.fromEntries(
        columns.map((column) => {
          const cell = cellOf(row, column);
          return [column.id, cell && { exact: cell.exact, shown: cell.shown }];
        }),
      ),
    })),
    findings: findings.map(finding),
  };
  return `${JSON.stringify(table, null, 2)}\n`;
}

function ordered({ position, recordedAt, hash, round }: PresentedCut): PresentedCut {
  return { position, recordedAt, hash, ...(round === undefined ? {} : { round }) };
}

const finding = ({ code, severity, where, by, message }: PresentedFinding): PresentedFinding => ({ code, severity, where, by, message });
