import type { Codes, Trace } from '@driftbok/core';
import { findEvent, formatAmount, isLeft, right, traceCell } from '@driftbok/core';
import type { Command } from '../command.js';
import { command } from '../command.js';
import type { Attempt } from '../failure.js';
import { failed, usage } from '../failure.js';
import { printJson, printRecords } from '../print.js';
import { openReport, reportOptions, specPositional } from '../report-options.js';
import type { Report } from '../report.js';

export const traceCommand: Command = command({
  name: 'trace',
  summary: 'shows the lines that cells of a table are the sum of, each with its event',
  about: ['A cell is named by the ids of its row and its column: net/forecast. The lines add up to the cell exactly.'],
  positionals: [specPositional, { name: 'row/column', about: 'the cells', many: true }],
  options: reportOptions,
  examples: [
    {
      about: 'Where a forecast comes from',
      line: 'driftbok trace driftredovisning income/forecast --ledger fixture:norrtalje --period 2025-07 --round 2025-P3',
    },
    {
      about: 'Two cells, as data',
      line: 'driftbok trace driftredovisning-per-verksamhet 513/outcome_period 513/deviation_year --ledger fixture:norrtalje --period 2025-07 --format json',
    },
  ],
  run: async (given, io) => {
    const report = await openReport(given, io);
    if (isLeft(report)) return report;
    const traces: Trace[] = [];
    for (const cell of given.positionals.slice(1)) {
      const trace = traceOf(report.right, cell);
      if (isLeft(trace)) return trace;
      traces.push(trace.right);
    }
    const format = given.value('format');
    if (format === 'json') await io.out(printJson(traces.length === 1 ? asJson(traces[0] as Trace) : traces.map(asJson)));
    else
      await io.out(
        printRecords(
          columns,
          traces.flatMap((trace) => asRecords(report.right, trace)),
          format,
        ),
      );
    return right(0);
  },
});

function traceOf({ book, spec, options }: Report, cell: string): Attempt<Trace> {
  // A code may hold a "/", the id of a column may not.
  const slash = cell.lastIndexOf('/');
  if (slash < 1 || slash === cell.length - 1) return failed(usage('<row/column>', 'a row and a column, such as net/forecast', cell));
  const trace = traceCell(book, spec, { row: cell.slice(0, slash), column: cell.slice(slash + 1) }, options);
  return isLeft(trace) ? failed(trace.left) : trace;
}

const asJson = ({ cell, lines, total }: Trace): object => ({
  cell,
  lines: lines.map(({ event, coding, month, amount }) => ({ event, coding, month, amount: formatAmount(amount) })),
  total: total === null ? null : formatAmount(total),
});

const columns = ['cell', 'event', 'type', 'basis', 'recorded', 'coding', 'month', 'amount'] as const;

/** The lines of a cell, and its total as a last one. */
function asRecords({ book }: Report, { cell, lines, total }: Trace): readonly Readonly<Record<(typeof columns)[number], string>>[] {
  const records = lines.map(({ event: id, coding, month, amount }) => {
    const event = findEvent(book, id);
    return {
      cell,
      event: id,
      type: event?.type ?? '',
      basis: event?.source?.basis ?? '',
      recorded: event?.recordedAt.slice(0, 10) ?? '',
      coding: codingText(coding),
      month,
      amount: formatAmount(amount),
    };
  });
  const none = { event: '', type: '', basis: '', recorded: '', coding: '' };
  return [...records, { cell, ...none, month: 'total', amount: total === null ? '' : formatAmount(total) }];
}

const codingText = (coding: Codes): string =>
  Object.entries(coding)
    .map(([dimension, code]) => `${dimension} ${code}`)
    .join(', ');
