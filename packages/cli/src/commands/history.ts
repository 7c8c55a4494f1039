import type { ForecastPoint } from '@driftbok/core';
import { forecastHistory, formatAmount, isLeft, numberAt, right } from '@driftbok/core';
import type { Heading, Prose } from '@driftbok/rules';
import { english, formatNumber, norrtalje, swedish } from '@driftbok/rules';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { failed } from '../failure.js';
import { openLedgerSource } from '../ledger-source.js';
import * as options from '../options.js';
import { printHeaded, printJson } from '../print.js';
import { proseOf } from '../prose-of.js';
import { subjectOf } from '../subject.js';

export const historyCommand: Command = command({
  name: 'history',
  summary: "shows how a year's forecast went, lock by lock",
  about: ["The deviation is the forecast less the budget, and stands also in per cent of the net budget's size."],
  positionals: [],
  options: {
    ledger: options.ledger,
    year: { value: '<YYYY>', about: 'the year', required: true },
    unit: { value: '<code>', about: 'only this unit (ansvar) and all beneath it' },
    where: { value: '<dimension=code,...>', about: 'only these codes and all beneath them: konto=intakter' },
    language: options.language,
    format: options.format,
  },
  examples: [
    { about: 'The forecasts of 2024', line: 'driftbok history --ledger fixture:norrtalje --year 2024' },
    { about: 'Of one unit, as data', line: 'driftbok history --ledger fixture:norrtalje --year 2024 --unit 513 --format json' },
  ],
  run: async (given, io) => {
    const ledger = await openLedgerSource(io, given.required('ledger'));
    if (isLeft(ledger)) return ledger;
    const { book } = ledger.right;
    const year = given.required('year');
    const asked = subjectOf(book, { metric: 'forecast-deviation', year, unit: given.value('unit'), where: given.value('where') });
    if (isLeft(asked)) return asked;
    const history = forecastHistory(book, year, asked.right.subject.where);
    if (isLeft(history)) return failed(history.left);
    const format = given.value('format');
    const prose = proseOf(given.value('language'));
    await io.out(
      format === 'json'
        ? printJson(history.right.map(asJson))
        : printHeaded(columns, (column) => headingOf(column, prose), history.right.map(asRecord), format, [...money, 'percent']),
    );
    const blank = history.right.every(({ deviation }) => deviation === null);
    const lines = blank ? numberAt(book, asked.right.subject, book.position) : right(null);
    if (isLeft(lines)) return failed(lines.left);
    if (blank) io.err(warningOf(lines.right === null ? 'no-lines' : 'no-locks', given.value('language')));
    return right(0);
  },
});

/** Beside the list, which other programs may read: a blank one is not to be taken for a year without any deviation. */
function warningOf(code: string, language: string | undefined): string {
  const { findings } = language === 'en' ? english : swedish;
  return `! ${findings[code] ?? ''} (${code})\n`;
}

type Money = ForecastPoint['budget'];

const exact = (amount: Money): string | null => (amount === null ? null : formatAmount(amount));

const asJson = ({ round, label, lock, cut, budget, forecast, deviation, change, percent }: ForecastPoint): object => ({
  round,
  label,
  lock,
  cut,
  budget: exact(budget),
  forecast: exact(forecast),
  deviation: exact(deviation),
  change: exact(change),
  percent,
});

const { format: numbers } = norrtalje;
const money = ['budget', 'forecast', 'deviation', 'change'] as const satisfies readonly Heading[];
const columns = [
  'round',
  'label',
  'lock',
  'locked',
  'budget',
  'forecast',
  'deviation',
  'percent',
  'change',
] as const satisfies readonly Heading[];
type Column = (typeof columns)[number];

const headingOf = (column: Column, { headings }: Prose): string =>
  money.some((each) => each === column) ? `${headings[column]} ${numbers.unit}` : headings[column];

const shown = (amount: Money): string => (amount === null ? '' : formatNumber(amount, numbers));

const asRecord = ({
  round,
  label,
  lock,
  cut,
  budget,
  forecast,
  deviation,
  change,
  percent,
}: ForecastPoint): Readonly<Record<Column, string>> => ({
  round,
  label,
  lock: String(lock),
  locked: cut.recordedAt.slice(0, 10),
  budget: shown(budget),
  forecast: shown(forecast),
  deviation: shown(deviation),
  percent: percent?.replace('.', ',') ?? '',
  change: shown(change),
});
