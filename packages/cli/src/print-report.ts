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
  const table = drawReport(report);
  if (isLeft(table)) return table;
  const { preset, template } = report.source;
  const presented = presentTable(table.right, preset, template);
  // JSON keeps the labels of the report asked for: a program reads the finding, and finds its columns by their ids anyway.
  return right(format === 'json' ? printTable(presented, format) : printTable(headedByStanding(presented, table.right), format));
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
