import type { Amount, ClaimSubject, Codes, Either, Explanation, Metric, NamedCut, Selection, Subject } from '@driftbok/core';
import {
  amountFromOre,
  assignments,
  commentsOf,
  Decimal,
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
import { outcomeGapOf } from '../present/outcome-gaps.js';
import { explanationInWords } from '../prose/explanation-in-words.js';
import { lastDayOf } from '../registers/last-day.js';
import { fill } from '../words/fill.js';
import type { ReportFailure, ReportScope } from './scope.js';
import { told } from './scope.js';
import type { ResultPart, WhyPart } from './template.js';

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

const cutNow = ({ wanted: { round, cut } }: ReportScope): NamedCut => ({ given: round ?? String(cut.position), position: cut.position });

/** The period's deviation, the year's forecast and how that moved since the round before, or both. */
export function resultInWords(scope: ReportScope, { result, of }: ResultPart): Told {
  const period = of === 'year' ? right([]) : periodInWords(scope, result);
  if (isLeft(period)) return period;
  const year = of === 'period' ? right([]) : yearInWords(scope, result);
  return isLeft(year) ? year : right([...period.right, ...year.right]);
}

function deviationAt(scope: ReportScope, metric: Metric, where: Selection, position: number): Either<ReportFailure, Amount> {
  const number = numberAt(scope.book, subjectOf(scope, metric, where), position);
  return isLeft(number) ? number : right(number.right ?? zero);
}

/** "ett underskott om 4 700 tkr" */
const named = (scope: ReportScope, amount: Amount): string => {
  const { surplus, deficit, balance } = scope.template.words;
  return say(amount > 0 ? surplus : amount < 0 ? deficit : balance, { amount: told(scope, amount) });
};

/** The result of the period, unless some of its months have no outcome: then it has none, and what a text states of it is told instead. */
function periodInWords(scope: ReportScope, where: Selection): Told {
  const { template, wanted, year } = scope;
  const { words } = template;
  const month = monthOf(scope);
  const deviation = deviationAt(scope, 'outcome-deviation', where, wanted.cut.position);
  if (isLeft(deviation)) return deviation;
  const gap = missingMonths(scope, where);
  if (isLeft(gap)) return gap;
  if (gap.right !== undefined) {
    const stated = statedOfPeriod(scope, where);
    return right([
      say(words.noResult, { months: gap.right, month, year }),
      ...(stated === undefined ? [] : [say(words.statedResult, { board: words.board, 'period-result': named(scope, stated) })]),
    ]);
  }
  return right([say(words.periodResult, { board: words.board, month, year, 'period-result': named(scope, deviation.right) })]);
}

/** The last figure that a text states of the very result: the same metric, months, round and codes. */
function statedOfPeriod({ book, wanted }: ReportScope, where: Selection): Amount | undefined {
  const isOurs = ({ metric, period, round, about = {} }: ClaimSubject): boolean =>
    metric === 'outcome-deviation' &&
    period === wanted.period &&
    round === wanted.round &&
    Object.entries(where).length === Object.entries(about).length &&
    Object.entries(where).every(([dimension, codes]) => codes.length === 1 && codes[0] === about[dimension]);
  const figure = [...book.state.claims.values()].filter(({ subject, unit }) => unit === 'kr' && subject !== undefined && isOurs(subject)).at(-1)?.figure;
  const amount = figure === undefined ? undefined : amountFromOre(new Decimal(figure).times(100).toNumber());
  return amount === undefined || isLeft(amount) ? undefined : amount.right;
}

function yearInWords(scope: ReportScope, where: Selection): Told {
  const { template, wanted, year, previous } = scope;
  const { words } = template;
  const now = deviationAt(scope, 'forecast-deviation', where, wanted.cut.position);
  if (isLeft(now)) return now;
  const stands = say(words.yearResult, { board: words.board, year, 'year-result': named(scope, now.right) });
  const before = cutBefore(scope);
  if (before === undefined || previous === undefined) return right([stands]);
  const was = deviationAt(scope, 'forecast-deviation', where, before.position);
  if (isLeft(was)) return was;
  const moved = (now.right - was.right) as Amount;
  const verb = moved > 0 ? words.improved : moved < 0 ? words.worsened : words.unchanged;
  return right([stands, say(verb, { amount: told(scope, moved), previous: inSentence(previous.label) })]);
}

/** The last months of the period that nothing is booked in, in words: "augusti–december"; undefined where the period is complete. */
function missingMonths(scope: ReportScope, where: Selection): Either<ReportFailure, string | undefined> {
  const { whole, wanted, template } = scope;
  const gap = outcomeGapOf(whole, subjectOf(scope, 'outcome-deviation', where), wanted.cut);
  if (isLeft(gap) || gap.right === undefined) return isLeft(gap) ? gap : right(undefined);
  const [from, to] = [gap.right.from, gap.right.to].map((month) => template.words.months[Number(month.slice(5)) - 1] ?? month);
  return right(from === to ? from : `${from ?? ''}–${to ?? ''}`);
}

/** Why a deviation is what it is, or why it moved, by stated reasons. Nothing where there is no round before to compare with. */
export function whyInWords(scope: ReportScope, { why, against, where, what }: WhyPart): Told {
  const { book, year, wanted, template, preset, prose, format, previous } = scope;
  const subject = subjectOf(scope, why, where);
  const before = cutBefore(scope);
  if (against === 'previous-round' && before === undefined) return right([]);
  const gap = why === 'outcome-deviation' ? missingMonths(scope, where) : right(undefined);
  if (isLeft(gap)) return gap;
  // A budget of more months than the outcome has leaves nothing to explain.
  if (gap.right !== undefined) return right([]);
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
  const expectedIn = (test: (expected: string) => boolean): string =>
    of((row) => isOpen(row) && row.expected !== undefined && test(row.expected.slice(0, 4)));
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
      carried: of(({ carried }) => carried),
      'this-year': expectedIn((expected) => expected <= year),
      later: expectedIn((expected) => expected > year),
      unknown: of((row) => isOpen(row) && row.expected === undefined),
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
  const known = round !== undefined && book.state.rounds.has(round.id) ? { round: round.id } : {};
  const plan = planAgainstDeficit(book, { year, ...known }, scope.within(where));
  if (isLeft(plan)) return plan;
  const { recorded, gross, net, unknown, enough } = plan.right;
  if (recorded >= 0) return right([]);
  // The plan's table stands right above: its sum is told as it is shown there.
  const whole = (amount: Amount): string => `${formatNumber(Math.abs(amount) as Amount, scope.format)} ${scope.format.unit}`;
  const [expected, included] = [(net - gross) as Amount, (recorded - gross) as Amount];
  const values = { deficit: whole(recorded), expected: whole(expected), included: whole(included), unknown: String(unknown), year };
  const { planEnough, planShort, planUnknown, planIncluded } = template.words;
  return right([
    say(enough ? planEnough : planShort, values),
    ...(expected === 0 ? [] : [say(planIncluded, values)]),
    ...(unknown === 0 ? [] : [say(planUnknown, values)]),
  ]);
}
