import type { ChangedCell } from '@driftbok/core';
import { differingCells, formatAmount, isLeft, resolveCut, right } from '@driftbok/core';
import type { Heading, NumberFormat } from '@driftbok/rules';
import { formatNumber } from '@driftbok/rules';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { failed } from '../failure.js';
import { language } from '../options.js';
import { printHeaded, printJson } from '../print.js';
import { proseOf } from '../prose-of.js';
import { openReport, reportOptions, specPositional } from '../report-options.js';

export const diffCommand: Command = command({
  name: 'diff',
  summary: 'shows which cells of a table differ between two cuts of history',
  about: ['The forecast is what stood at each cut, whatever round that was. Nothing is printed where nothing differs.'],
  positionals: [specPositional],
  options: {
    ledger: reportOptions.ledger,
    period: reportOptions.period,
    from: { value: '<cut>', about: 'the earlier cut', required: true },
    to: { value: '<cut>', about: 'the later cut', required: true },
    organisation: reportOptions.organisation,
    unit: reportOptions.unit,
    language,
    format: reportOptions.format,
  },
  examples: [
    {
      about: 'What July changed in the forecast of April',
      line: 'driftbok diff driftredovisning --ledger fixture:norrtalje --period 2025-07 --from 2025-D1 --to 2025-P3',
    },
  ],
  run: async (given, io) => {
    // The report is planned without a round: each cut shows the forecast that stood there.
    const report = await openReport(
      {
        positionals: given.positionals,
        // The forecast's heading is that of the round that stood at the later cut.
        value: (name) => (name === 'round' ? undefined : name === 'known-at' ? given.value('to') : given.value(name)),
        required: (name) => (name === 'round' || name === 'known-at' ? '' : given.required(name)),
      },
      io,
    );
    if (isLeft(report)) return report;
    const { book, source, options } = report.right;
    const spec = { ...report.right.spec, columns: report.right.spec.columns.map(standing) };
    const from = resolveCut(book, given.required('from'));
    if (isLeft(from)) return failed(from.left);
    const to = resolveCut(book, given.required('to'));
    if (isLeft(to)) return failed(to.left);
    const { cut: _cut, ...drawing } = options;
    const cells = differingCells(book, spec, from.right, to.right, drawing);
    if (isLeft(cells)) return failed(cells.left);
    const format = given.value('format');
    const { headings } = proseOf(given.value('language'));
    const { format: numbers } = source.preset;
    await io.out(
      format === 'json'
        ? printJson(cells.right.map(asJson))
        : printHeaded(columns, (column) => headings[column], cells.right.map(asRecord(numbers)), format, ['before', 'after', 'change']),
    );
    return right(0);
  },
});

/** A column that shows what stands at the cut, instead of one round's forecast. */
function standing<C extends object>(column: C): C {
  const { round: _round, ...rest } = column as C & { readonly round?: string };
  return rest as C;
}

const exact = (amount: ChangedCell['before']): string | null => (amount === null ? null : formatAmount(amount));

const asJson = ({ row, column, before, after, change }: ChangedCell): object => ({
  cell: `${row}/${column}`,
  before: exact(before),
  after: exact(after),
  change: formatAmount(change),
});

const columns = ['cell', 'row', 'column', 'before', 'after', 'change'] as const satisfies readonly Heading[];

const asRecord =
  (format: NumberFormat) =>
  ({ row, rowLabel, column, columnLabel, before, after, change }: ChangedCell): Readonly<Record<(typeof columns)[number], string>> => ({
    cell: `${row}/${column}`,
    row: rowLabel,
    column: columnLabel,
    before: before === null ? '' : formatNumber(before, format),
    after: after === null ? '' : formatNumber(after, format),
    change: formatNumber(change, format),
  });
