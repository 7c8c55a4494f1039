import type { Book, Colour, Either, IndicatorRow, Measure, Month, Target, TargetContext, TargetOutcome } from '@driftbok/core';
import { Decimal, drawTable, indicators, isRight, outcomeOf } from '@driftbok/core';
import { budgetAdherence, forecastMiss } from './from-ledger.js';
import type { MaybeColour } from './judge.js';
import type { GoalRules, IndicatorRule } from './rule.js';

/** An indicator's colour in a month, and what it rests on. */
export interface IndicatorJudgement {
  readonly indicator: string;
  /** The value that was held against the target; undefined where none was known. */
  readonly value: string | undefined;
  /** The target as it is in that month. */
  readonly target: Target | undefined;
  readonly outcome: TargetOutcome;
  /** Green or red by computation; yellow only where people gave it; undefined where it cannot be told. */
  readonly colour: MaybeColour;
  readonly by: 'people' | 'rule' | undefined;
}

/** The colours of a month's indicators, in the order of their goals. What people judged by the month's end stands before what is computed. */
export function indicatorColours(
  book: Book,
  rules: Pick<GoalRules, 'indicators' | 'operations'> & Partial<Pick<GoalRules, 'calendar'>>,
  period: Month,
): readonly IndicatorJudgement[] {
  const ruleOf = new Map(rules.indicators.map((rule) => [rule.indicator, rule] as const));
  return indicators(book, { year: period.slice(0, 4) }).map((row) => {
    const rule = ruleOf.get(row.indicator);
    const value = rule?.from === undefined ? valueIn(row, period) : computedBy(book, rule, rules, period);
    return judge(book, row, rule, value, period);
  });
}

const computed: Readonly<Record<TargetOutcome, MaybeColour>> = { reached: 'green', missed: 'red', undecidable: undefined };

function judge(
  book: Book,
  row: IndicatorRow,
  rule: IndicatorRule | undefined,
  value: string | undefined,
  period: Month,
): IndicatorJudgement {
  const year = period.slice(0, 4);
  const set = row.targets[year];
  // Without a pace, the year's target holds in each of its months.
  const months = rule?.pace === undefined ? 12 : Number(period.slice(5));
  const before = row.outcomes[String(Number(year) - 1)]?.value;
  const outcome = set === undefined ? 'undecidable' : pacedOutcome(set, value, months, { before, better: row.better });
  const target = set === undefined || months === 12 ? set : paced(set, months);
  const told = { indicator: row.indicator, value, target, outcome };
  const assessed = assessedBy(book, row.indicator, period);
  if (assessed !== undefined) return { ...told, colour: assessed, by: 'people' };
  const colour = computed[outcome];
  return { ...told, colour, by: colour === undefined ? undefined : 'rule' };
}

function assessedBy(book: Book, indicator: string, period: Month): Colour | undefined {
  const given = book.state.indicators.get(indicator)?.assessments ?? [];
  return given.filter(({ year, asOf }) => year === period.slice(0, 4) && asOf.slice(0, 7) <= period).at(-1)?.colour;
}

/** A target that values add up to over a year, times something; one that has no share of a year as it is. */
function times(target: Target, by: (number: Decimal) => Decimal): Target {
  const scaled = (number: string): string => by(new Decimal(number)).toString();
  if ('reach' in target) return { reach: scaled(target.reach) };
  if ('floor' in target) return { floor: scaled(target.floor) };
  return 'ceiling' in target ? { ceiling: scaled(target.ceiling) } : target;
}

/** A year's number to reach, against the months gone by, rounded to four decimals. */
export const paced = (target: Target, months: number): Target => times(target, (number) => number.times(months).div(12).toDecimalPlaces(4));

/** Held against its target twelve times over, so that no third of a number is rounded away. */
function pacedOutcome(target: Target, value: string | undefined, months: number, context: TargetContext): TargetOutcome {
  const share = times(target, (number) => number.times(months));
  if (share === target || value === undefined) return outcomeOf(target, value, context);
  return outcomeOf(share, new Decimal(value).times(12).toString(), context);
}

type Computing = Partial<Pick<GoalRules, 'calendar' | 'operations'>>;

function computedBy(book: Book, rule: IndicatorRule, { calendar = [], operations }: Computing, period: Month): string | undefined {
  if (rule.from === 'ledger') return known(budgetAdherence(book, period, operations));
  const months = calendar.find(({ occasion }) => occasion === rule.occasion)?.months ?? [];
  return missOf(book, months, operations, period);
}

/** How far the closing result lies from the forecast of the year's round up to one of some months, both ways alike. */
function missOf(book: Book, months: readonly number[], operations: GoalRules['operations'], period: Month): string | undefined {
  const year = period.slice(0, 4);
  const rounds = [...book.state.rounds.values()].filter((each) => each.year === year && months.includes(Number(each.period?.slice(5))));
  const lock = rounds.at(-1)?.locks.at(-1);
  // Before its last month is booked, a year has no closing result.
  if (lock === undefined || !period.endsWith('-12') || !isBooked(book, period, operations)) return undefined;
  const miss = known(forecastMiss(book, year, lock, operations));
  return miss === undefined ? undefined : new Decimal(miss).abs().toString();
}

function isBooked(book: Book, month: Month, operations: GoalRules['operations'] = {}): boolean {
  const column = { id: 'outcome', label: 'outcome', metric: 'outcome', span: { from: month, to: month } } as const;
  const row = { id: 'all', label: 'all', level: 0, where: operations };
  const table = drawTable(book, { id: 'booked', title: 'booked', columns: [column], rows: [row] });
  return isRight(table) && table.right.rows.some(({ cells }) => cells['outcome'] !== null);
}

const known = (share: Either<unknown, string | null>): string | undefined =>
  isRight(share) && share.right !== null ? share.right : undefined;

/** The value told for the month, for the days from January to its end, or, in December, for the year. */
function valueIn({ series, outcomes }: IndicatorRow, period: Month): string | undefined {
  const year = period.slice(0, 4);
  const ofMonth = ({ window, group }: Measure): boolean =>
    group === undefined &&
    (('month' in window && window.month === period) ||
      ('from' in window && window.from === `${year}-01-01` && window.to.slice(0, 7) === period));
  return series.find(ofMonth)?.value ?? (period.endsWith('-12') ? outcomes[year]?.value : undefined);
}
