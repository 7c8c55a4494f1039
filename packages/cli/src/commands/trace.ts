import type { Amount, Codes, Trace } from '@driftbok/core';
import { findEvent, formatAmount, isLeft, right, traceCell } from '@driftbok/core';
import type { Language } from '@driftbok/rules';
import type { Command } from '../command.js';
import { command } from '../command.js';
import type { Attempt } from '../failure.js';
import { failed, usage } from '../failure.js';
import { language } from '../options.js';
import { printHeaded, printJson } from '../print.js';
import { languageOf } from '../prose-of.js';
import { openReport, reportOptions, specPositional } from '../report-options.js';
import type { Report } from '../report.js';

export const traceCommand: Command = command({
  name: 'trace',
  summary: 'shows the lines that cells of a table are the sum of, each with its event',
  about: ['A cell is named by the ids of its row and its column: net/forecast. The lines add up to the cell exactly.'],
  positionals: [specPositional, { name: 'row/column', about: 'the cells', many: true }],
  options: { ...reportOptions, language },
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
    await io.out(printed(report.right, traces, words[languageOf(given.value('language'))], given.value('format')));
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

function printed(report: Report, traces: readonly Trace[], said: TraceWords, format: string | undefined): string {
  if (format === 'json') return printJson(traces.length === 1 ? traces.map(asJson)[0] : traces.map(asJson));
  // A sum among the lines would be summed again by whoever opens the file.
  const records = traces.flatMap((trace) => [...linesOf(report, trace), ...(format === 'csv' ? [] : [totalOf(trace, said)])]);
  // The name of the one cell that was asked for would only take room.
  const shown = format === 'csv' || traces.length > 1 ? columns : columns.slice(1);
  return printHeaded(shown, (column) => said.headings[column], records, format, ['amount']);
}

const asJson = ({ cell, lines, total, ratio }: Trace): object => ({
  cell,
  lines: lines.map(({ event, coding, month, amount }) => ({ event, coding, month, amount: formatAmount(amount) })),
  total: kronor(total),
  ...(ratio === undefined ? {} : { ratio: { numerator: kronor(ratio.numerator), denominator: kronor(ratio.denominator) } }),
});

const kronor = (amount: Amount | null): string | null => (amount === null ? null : formatAmount(amount));

const columns = ['cell', 'event', 'type', 'basis', 'recordedAt', 'coding', 'month', 'amount'] as const;

interface TraceWords {
  readonly headings: Readonly<Record<(typeof columns)[number], string>>;
  readonly total: string;
}

const words: Readonly<Record<Language, TraceWords>> = {
  sv: {
    headings: {
      cell: 'cell',
      event: 'händelse',
      type: 'typ',
      basis: 'grund',
      recordedAt: 'registrerad',
      coding: 'kontering',
      month: 'månad',
      amount: 'belopp (kr)',
    },
    total: 'summa',
  },
  en: {
    headings: {
      cell: 'cell',
      event: 'event',
      type: 'type',
      basis: 'basis',
      recordedAt: 'recorded',
      coding: 'coding',
      month: 'month',
      amount: 'amount (SEK)',
    },
    total: 'total',
  },
};

type TraceRecord = Readonly<Record<(typeof columns)[number], string>>;

function linesOf({ book }: Report, { cell, lines }: Trace): readonly TraceRecord[] {
  return lines.map(({ event: id, coding, month, amount }) => {
    const event = findEvent(book, id);
    const { type = '', recordedAt = '' } = event ?? {};
    return {
      cell,
      event: id,
      type,
      basis: event?.source?.basis ?? '',
      recordedAt,
      coding: codingText(coding),
      month,
      amount: formatAmount(amount),
    };
  });
}

const totalOf = ({ cell, total }: Trace, said: TraceWords): TraceRecord => ({
  cell,
  event: '',
  type: '',
  basis: '',
  recordedAt: '',
  coding: '',
  month: said.total,
  amount: total === null ? '' : formatAmount(total),
});

const codingText = (coding: Codes): string =>
  Object.entries(coding)
    .map(([dimension, code]) => `${dimension} ${code}`)
    .join(', ');
