import type { Amount, Codes, Either, Explanation, Metric, NamedCut, Selection, Subject, TableSpec } from '@driftbok/core';
import {
  assignments,
  commentsOf,
  drawTable,
  explainChange,
  explainDeviation,
  isLeft,
  isOpen,
  numberAt,
  planAgainstDeficit,
  right,
  zero,
} from '@driftbok/core';
import { formatNumber } from '../numbers/format.js';
import { incomeOrCost } from '../present/operations.js';
import { explanationInWords } from '../prose/explanation-in-words.js';
import { lastDayOf } from '../registers/last-day.js';
import { fill } from '../words/fill.js';
import type { ReportFailure, ReportScope } from './scope.js';
import { told } from './scope.js';
import type { WhyPart } from './template.js';

type Told = Either<ReportFailure, readonly string[]>;

const say = (sentence: string, values: Readonly<Record<string, string>>): string => fill(sentence, values).text;

/** A round's label as it stands inside a sentence: "delår april". */
const inSentence = (label: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1)}`;

const subjectOf = (scope: ReportScope, metric: Metric, where: Selection): Subject => ({
  metric,
  span: metric === 'outcome-deviation' ? { period: scope.wanted.period } : { year: scope.year },
  where: scope.within(where),
});

const monthOf = ({ wanted, template }: ReportScope): string => template.words.months[Number(wanted.period.slice(5)) - 1] ?? '';

/** The cut that the round before left: its last lock, else its first revision. */
function cutBefore({ previous }: ReportScope): NamedCut | undefined {
  const position = previous === undefined ? undefined : (previous.locks.at(-1) ?? previous.firstRevised);
  return previous === undefined || position === undefined ? undefined : { given: previous.id, position };
}

const cutNow = ({ wanted }: ReportScope): NamedCut => ({ given: wanted.round, position: wanted.cut.position });

/** The period's deviation, the year's forecast, and how that moved since the round before. */
export function resultInWords(scope: ReportScope, where: Selection): Told {
  const { book, template, wanted, year, previous } = scope;
  const { words } = template;
  const at = (metric: Metric, position: number): Either<ReportFailure, Amount> => {
    const number = numberAt(book, subjectOf(scope, metric, where), position);
    return isLeft(number) ? number : right(number.right ?? zero);
  };
  const period = at('outcome-deviation', wanted.cut.position);
  if (isLeft(period)) return period;
  const now = at('forecast-deviation', wanted.cut.position);
  if (isLeft(now)) return now;
  const named = (amount: Amount): string =>
    say(amount > 0 ? words.surplus : amount < 0 ? words.deficit : words.balance, { amount: told(scope, amount) });
  const values = { board: words.board, month: monthOf(scope), year };
  const stands = say(words.result, { ...values, 'period-result': named(period.right), 'year-result': named(now.right) });
  const booked = hasOutcome(scope, where);
  if (isLeft(booked)) return booked;
  const standing = [stands, ...(booked.right ? [] : [say(words.noOutcome, values)])];
  const before = cutBefore(scope);
  if (before === undefined || previous === undefined) return right(standing);
  const was = at('forecast-deviation', before.position);
  if (isLeft(was)) return was;
  const moved = (now.right - was.right) as Amount;
  const verb = moved > 0 ? words.improved : moved < 0 ? words.worsened : words.unchanged;
  return right([...standing, say(verb, { amount: told(scope, moved), previous: inSentence(previous.label) })]);
}

/** Whether anything is booked in the report's own month, as known at its cut. */
function hasOutcome({ whole, wanted, within }: ReportScope, where: Selection): Either<ReportFailure, boolean> {
  const { period, cut } = wanted;
  const spec: TableSpec = {
    id: 'month',
    title: 'month',
    columns: [{ id: 'outcome', label: 'outcome', metric: 'outcome', span: { from: period, to: period } }],
    rows: [{ id: 'all', label: 'all', level: 0, where: within(where) }],
  };
  const table = drawTable(whole, spec, { cut });
  return isLeft(table) ? table : right((table.right.rows[0]?.cells['outcome'] ?? null) !== null);
}

/** Why a deviation is what it is, or why it moved, by stated reasons. Nothing where there is no round before to compare with. */
export function whyInWords(scope: ReportScope, { why, against, where, what }: WhyPart): Told {
  const { book, year, wanted, template, preset, prose, format, previous } = scope;
  const subject = subjectOf(scope, why, where);
  const before = cutBefore(scope);
  if (against === 'previous-round' && before === undefined) return right([]);
  const explained: Either<ReportFailure, Explanation> =
    against === 'previous-round' && before !== undefined
      ? explainChange(book, subject, { from: before, to: cutNow(scope), by: 'reason' })
      : explainDeviation(book, subject, { at: cutNow(scope), by: 'reason' });
  if (isLeft(explained)) return explained;
  const month = 'year' in subject.span ? `${year}-12` : wanted.period;
  const about = {
    what: say(what, { month: monthOf(scope), year }),
    from: against === 'budget' ? prose.budget : inSentence(previous?.label ?? ''),
    kindOf: (codes: Codes) => incomeOrCost(book, preset, codes, month),
    roundedTo: template.roundedTo,
  };
  return right([explanationInWords(explained.right, about, prose, format).paragraph]);
}

/** How many assignments of a kind there are, and how they stand. */
export function countsInWords({ book, wanted, year, template }: ReportScope, kind: string): readonly string[] {
  const { words } = template;
  const rows = assignments(book, { year, asOf: lastDayOf(wanted.period) }).filter((row) => row.kind === kind);
  const of = (test: (row: (typeof rows)[number]) => boolean): string => String(rows.filter(test).length);
  return [
    say(words.counts, {
      kind: words.kinds[kind] ?? kind,
      year,
      total: String(rows.length),
      done: of(({ status }) => status === 'done'),
      ongoing: of(({ status }) => status === 'ongoing'),
      'not-started': of(({ status }) => status === 'not-started'),
      cancelled: of(({ status }) => status === 'cancelled'),
      open: of(isOpen),
      'as-planned': of(({ progress }) => progress === 'as-planned'),
      deviates: of(({ progress }) => progress === 'deviates'),
    }),
  ];
}

/** The final caveats on the figures of the period or its year. */
export function caveatsInWords({ book, wanted, year, template }: ReportScope): readonly string[] {
  return commentsOf(book, { standing: 'final', kind: 'caveat', asOf: lastDayOf(wanted.period) }).flatMap(({ about, asOf, text }) => {
    const period = 'figures' in about ? (about.figures.period ?? about.figures.year) : 'cell' in about ? about.cell.period : '';
    const isOurs = period === wanted.period || period === year;
    return isOurs && text !== undefined ? [say(template.words.caveat, { day: asOf, text })] : [];
  });
}

/** Whether the known effects of actions are enough for the deficit. Nothing where none is forecast. */
export function planInWords(scope: ReportScope, where: Selection): Told {
  const { book, year, round, template } = scope;
  const known = book.state.rounds.has(round.id) ? { round: round.id } : {};
  const plan = planAgainstDeficit(book, { year, ...known }, scope.within(where));
  if (isLeft(plan)) return plan;
  const { recorded, gross, net, unknown, enough } = plan.right;
  if (recorded >= 0) return right([]);
  // The plan's table stands right above: its sum is told as it is shown there.
  const whole = (amount: Amount): string => `${formatNumber(Math.abs(amount) as Amount, scope.format)} ${scope.format.unit}`;
  const values = { deficit: whole(recorded), expected: whole((net - gross) as Amount), unknown: String(unknown), year };
  const { planEnough, planShort, planUnknown } = template.words;
  return right([say(enough ? planEnough : planShort, values), ...(unknown === 0 ? [] : [say(planUnknown, values)])]);
}
