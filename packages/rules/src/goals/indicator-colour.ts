import type { Book, Colour, IndicatorRow, Measure, Month, Target, TargetContext, TargetOutcome } from '@driftbok/core';
import { Decimal, indicators, isRight, outcomeOf } from '@driftbok/core';
import { budgetAdherence } from './from-ledger.js';
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
  rules: Pick<GoalRules, 'indicators' | 'operations'>,
  period: Month,
): readonly IndicatorJudgement[] {
  const ruleOf = new Map(rules.indicators.map((rule) => [rule.indicator, rule] as const));
  return indicators(book, { year: period.slice(0, 4) }).map((row) => {
    const rule = ruleOf.get(row.indicator);
    const value = rule?.from === 'ledger' ? fromLedger(book, period, rules.operations) : valueIn(row, period);
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

function fromLedger(book: Book, period: Month, operations: GoalRules['operations']): string | undefined {
  const share = budgetAdherence(book, period, operations);
  return isRight(share) && share.right !== null ? share.right : undefined;
}

/** The value told for the month, for the days from January to its end, or, in December, for the year. */
function valueIn({ series, outcomes }: IndicatorRow, period: Month): string | undefined {
  const year = period.slice(0, 4);
  const ofMonth = ({ window, group }: Measure): boolean =>
    group === undefined &&
    (('month' in window && window.month === period) ||
      ('from' in window && window.from === `${year}-01-01` && window.to.slice(0, 7) === period));
  return series.find(ofMonth)?.value ?? (period.endsWith('-12') ? outcomes[year]?.value : undefined);
}
