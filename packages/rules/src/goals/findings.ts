import type { Book, IndicatorRow, Measure } from '@driftbok/core';
import { Decimal, eventsOfTypes, forecastHistory, indicators, isRight, outcomeOf } from '@driftbok/core';
import type { GoalRules } from './rule.js';
import { grouped } from '../numbers/grouped.js';
import { roundName } from '../words/round-name.js';

/** Something in a plan of goals that a reader should know, or that does not agree with the rest of the ledger. */
export interface GoalFinding {
  readonly code: 'baseline-better' | 'measured-though-not-measurable' | 'renamed' | 'adherence' | 'target-against-volumes' | 'scale';
  readonly severity: 'note' | 'warning';
  /** `indicator:nki`, `goal:3`. */
  readonly where: readonly string[];
  /** What a sentence about it names. */
  readonly params: Readonly<Record<string, string>>;
  /** Says the arithmetic, in English. */
  readonly message: string;
}

/** What the goals and indicators of a year say against each other, against the forecasts and against the volumes. */
export function goalFindings(book: Book, year: string, rules: Pick<GoalRules, 'indicators' | 'scales'>): readonly GoalFinding[] {
  const rows = indicators(book, { year });
  const computed = new Set(rules.indicators.filter(({ from }) => from === 'ledger').map(({ indicator }) => indicator));
  return [
    ...rows.flatMap((row) => [
      ...baselineBetter(row, year),
      ...measuredThough(row),
      ...(computed.has(row.indicator) ? adherenceTold(book, row) : []),
    ]),
    ...renamed(book),
    ...againstVolumes(book, rows),
    ...rules.scales.flatMap(overlapping),
  ];
}

const at = ({ indicator }: IndicatorRow): readonly string[] => [`indicator:${indicator}`];

/** A target that is reached before the year begins, and lies on the wrong side of where it started. */
function baselineBetter(row: IndicatorRow, year: string): readonly GoalFinding[] {
  const target = row.targets[year];
  const start = row.baseline?.value;
  if (target === undefined || start === undefined || !('reach' in target) || new Decimal(start).equals(target.reach)) return [];
  if (outcomeOf(target, start, { better: row.better }) !== 'reached') return [];
  const message = `the target ${target.reach} of ${year} is worse than the baseline ${start}`;
  return [{ code: 'baseline-better', severity: 'note', where: at(row), params: { target: target.reach, baseline: start, year }, message }];
}

function measuredThough(row: IndicatorRow): readonly GoalFinding[] {
  const told: readonly Measure[] = [...Object.values(row.outcomes), ...Object.values(row.forecasts), ...row.series];
  const values = told.filter(({ state }) => state === 'measured').map(({ value, words }) => value ?? words ?? '');
  if (row.followUp !== 'not-measurable' || values.length === 0) return [];
  const message = `values are told (${values.join(', ')}) of what cannot be measured${row.reason === undefined ? '' : `: ${row.reason}`}`;
  return [{ code: 'measured-though-not-measurable', severity: 'warning', where: at(row), params: { values: values.join('; ') }, message }];
}

/** The labels that a thing has been given, in the same year or another, in the order recorded, where there are several. */
function renamed(book: Book): readonly GoalFinding[] {
  const labels = new Map<string, Set<string>>();
  for (const { type, data } of eventsOfTypes(book, 'GoalSet', 'IndicatorDefined')) {
    const { goal, indicator, label } = data as unknown as { goal: string; indicator: string; label: string };
    const key = type === 'GoalSet' ? `goal:${goal}` : `indicator:${indicator}`;
    labels.set(key, (labels.get(key) ?? new Set()).add(label));
  }
  return [...labels]
    .filter(([, names]) => names.size > 1)
    .map(([where, names]) => ({
      code: 'renamed',
      severity: 'note',
      where: [where],
      params: { names: [...names].map((name) => `”${name}”`).join(', ') },
      message: `is called by ${names.size} names: ${[...names].map((name) => `"${name}"`).join(' / ')}`,
    }));
}

/** A budget adherence told for a year, against what each round's forecast of it gives, to one decimal. */
function adherenceTold(book: Book, row: IndicatorRow): readonly GoalFinding[] {
  return Object.entries(row.forecasts).flatMap(([year, { value }]): readonly GoalFinding[] => {
    const history = forecastHistory(book, year);
    const points = isRight(history) ? history.right.filter(({ percent }) => percent !== null) : [];
    if (value === undefined || points.length === 0 || points.some(({ percent }) => new Decimal(percent ?? 0).equals(value))) return [];
    const given = points.map(
      ({ round, deviation, budget, percent }) =>
        `${roundName(book, round)} ${percent} % (${thousands(deviation)} / ${thousands(budget)} tkr)`,
    );
    return [
      {
        code: 'adherence',
        severity: 'warning',
        where: at(row),
        params: { value, year, rounds: given.join(', ') },
        message: `${value} % is told for ${year}; the rounds give ${given.join(', ')}`,
      },
    ];
  });
}

const thousands = (ore: number | null): string => grouped(new Decimal(ore ?? 0).div(100_000).toDecimalPlaces(0));

interface Stated {
  readonly year: string;
  readonly kind: string;
  readonly volumes: readonly { readonly item: string; readonly unit: string; readonly volume: string }[];
}

/** Days that are to become fewer, while the volumes of the budget and the plan, in that unit, become more. */
function againstVolumes(book: Book, rows: readonly IndicatorRow[]): readonly GoalFinding[] {
  const stated = eventsOfTypes(book, 'VolumeStated').map(({ data }) => data as unknown as Stated);
  return rows.flatMap((row): readonly GoalFinding[] => {
    const changes = Object.entries(row.targets).flatMap(([year, target]) => ('change' in target ? [{ year, change: target.change }] : []));
    const against = changes.flatMap(({ year, change }) => {
      const [before, now] = [sumOf(stated, String(Number(year) - 1), row.unit), sumOf(stated, year, row.unit)];
      if (before === undefined || now === undefined || outcomeOf({ change }, now.toString(), { before: before.toString() }) !== 'missed')
        return [];
      return [`${year}: ${change} %, ${grouped(before)} → ${grouped(now)}`];
    });
    if (against.length === 0) return [];
    return [
      {
        code: 'target-against-volumes',
        severity: 'warning',
        where: at(row),
        params: { changes: against.join('; ') },
        message: against.join('; '),
      },
    ];
  });
}

function sumOf(stated: readonly Stated[], year: string, unit: string): Decimal | undefined {
  const planned = stated.filter((each) => each.year === year && (each.kind === 'budget' || each.kind === 'plan'));
  const volumes = planned.flatMap((each) => each.volumes).filter((each) => each.unit === unit);
  return volumes.length === 0 ? undefined : volumes.reduce((sum, { volume }) => sum.plus(volume), new Decimal(0));
}

/** Values that two words of a scale both take. */
function overlapping({ indicator, bands }: GoalRules['scales'][number]): readonly GoalFinding[] {
  return bands.flatMap((band, index) =>
    bands.slice(index + 1).flatMap((other): readonly GoalFinding[] => {
      const from = Math.max(band.from, other.from);
      const to = Math.min(band.to ?? Infinity, other.to ?? Infinity);
      if (from > to) return [];
      const span = from === to ? String(from) : `${from} to ${to}`;
      return [
        {
          code: 'scale',
          severity: 'note',
          where: [`indicator:${indicator}`],
          params: { span, words: `${band.label}, ${other.label}` },
          message: `${span} is both "${band.label}" and "${other.label}"`,
        },
      ];
    }),
  );
}
