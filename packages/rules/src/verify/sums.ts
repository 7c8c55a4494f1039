import type { ForecastRevised, Line, Lines, Recorded } from '@driftbok/core';
import { isRight, lineObjects, parseAmount } from '@driftbok/core';

/** A layer and year as events alone say it, in öre: the naive sum that every projection has to give. */
export interface EventSum {
  readonly metric: 'budget' | 'outcome' | 'forecast';
  readonly year: string;
  all: number;
  /** Of it, what the lines that name a dimension come to. */
  readonly named: Map<string, number>;
}

/**
 * The sums of budgets, outcomes and forecasts by year. A forecast is what each coding was last revised to; a year with a revision of a
 * scope is left out, since what lies beneath a code is no sum of events.
 */
export function sumsOfEvents(events: readonly Recorded[]): readonly EventSum[] {
  const sums = new Map<string, EventSum>();
  const add = (metric: EventSum['metric'], year: string, { codes, amount }: Pick<Line, 'codes' | 'amount'>, sign: 1 | -1): void => {
    const ore = parseAmount(amount);
    if (!isRight(ore)) return;
    const key = `${metric}/${year}`;
    const sum = sums.get(key) ?? { metric, year, all: 0, named: new Map<string, number>() };
    sums.set(key, sum);
    sum.all += sign * ore.right;
    for (const [dimension, code] of Object.entries(codes))
      if (code !== null) sum.named.set(dimension, (sum.named.get(dimension) ?? 0) + sign * ore.right);
  };
  const addAll = (metric: EventSum['metric'], lines: readonly Line[], sign: 1 | -1): void => {
    for (const line of lines) add(metric, line.month.slice(0, 4), line, sign);
  };
  const byId = new Map(events.map((event) => [event.id, event]));
  for (const event of events) {
    if (event.type === 'OutcomePosted') addAll('outcome', linesOf(event), 1);
    if (event.type === 'BudgetAdopted' || event.type === 'BudgetAdjusted') addAll('budget', linesOf(event), 1);
    if (event.type === 'OutcomeReversed')
      addAll('outcome', linesOf(byId.get((event.data as unknown as { readonly posting: string }).posting)), -1);
  }
  for (const [year, standing] of forecasts(events)) for (const line of standing) add('forecast', year, line, 1);
  return [...sums.values()];
}

const linesOf = (event: Recorded | undefined): readonly Line[] => {
  const lines = (event?.data as { readonly lines?: Lines } | undefined)?.lines;
  return lines === undefined ? [] : lineObjects(lines);
};

/** The lines that stand of each year's forecast, where every revision was of codings. */
function forecasts(events: readonly Recorded[]): ReadonlyMap<string, readonly Line[]> {
  const standing = new Map<string, Map<string, Line[]>>();
  const scoped = new Set<string>();
  for (const event of events) {
    if (event.type !== 'ForecastRevised') continue;
    const { year, scope } = event.data as unknown as ForecastRevised;
    if (scope !== undefined) scoped.add(year);
    const codings = standing.get(year) ?? new Map<string, Line[]>();
    standing.set(year, codings);
    const revised = new Map<string, Line[]>();
    for (const line of linesOf(event)) {
      const coding = JSON.stringify(
        Object.entries(line.codes)
          .filter(([, code]) => code !== null)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      revised.set(coding, [...(revised.get(coding) ?? []), line]);
    }
    for (const [coding, lines] of revised) codings.set(coding, lines);
  }
  return new Map([...standing].filter(([year]) => !scoped.has(year)).map(([year, codings]) => [year, [...codings.values()].flat()]));
}
