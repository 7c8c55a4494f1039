import type { Table } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import type { PresentedTable } from '@driftbok/rules';
import { presentTable } from '@driftbok/rules';
import type { Attempt } from './failure.js';
import { printTable } from './print.js';
import type { Report } from './report.js';
import { drawReport } from './report.js';

/** A report's table, printed. */
export function printReport(report: Report, format: string | undefined): Attempt<string> {
  const table = presentReport(report, format === 'json' ? 'asked-for' : 'standing');
  return isLeft(table) ? table : right(printTable(table.right, format));
}

/**
 * A report's table as its preset has it.
 *
 * @param headings whether a column that shows an older forecast is headed by the round that was asked for, as a program expects that
 *   finds it by its finding, or by the round that stood, as a person reads it
 */
export function presentReport(report: Report, headings: 'asked-for' | 'standing'): Attempt<PresentedTable> {
  const table = drawReport(report);
  if (isLeft(table)) return table;
  const { preset, template } = report.source;
  const presented = presentTable(table.right, preset, template);
  return right(headings === 'asked-for' ? presented : headedByStanding(presented, table.right));
}

/** The table with the name of the forecast that stands over each column that shows another than its heading says. */
function headedByStanding(presented: PresentedTable, { findings }: Table): PresentedTable {
  const standing = new Map(
    findings.flatMap(({ code, where: [column = ''], params }) =>
      code === 'round-not-yet-known' && params['standingLabel'] ? [[column, params['standingLabel']] as const] : [],
    ),
  );
  return {
    ...presented,
    columns: presented.columns.map((column) => ({ ...column, label: standing.get(`column:${column.id}`) ?? column.label })),
  };
}
