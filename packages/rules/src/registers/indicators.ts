import type { Book, IndicatorRow, Measure, Target, Window } from '@driftbok/core';
import { goalTree, indicators, latestComment, right } from '@driftbok/core';
import { indicatorColours } from '../goals/indicator-colour.js';
import type { Entry, Field } from './field.js';
import { commentField, textField, wordField } from './field.js';
import { goalNotes } from './goal-notes.js';
import type { PresentedFinding } from '../present/presented.js';
import type { Register, RegisterAbout } from './register.js';

/** How many years from the report's each field is of. */
const outcomes = { 'outcome-3': -3, 'outcome-2': -2, 'outcome-1': -1, outcome: 0 } as const;
const forecasts = { 'forecast-1': -1, forecast: 0 } as const;
const targets = { 'target-1': -1, target: 0, 'target-plus-1': 1, 'target-plus-2': 2 } as const;

/**
 * The indicators of the report's year. Asked for `level` (`kf`), only those; for `headings` (`goal`, `goal-and-level`, `none`), each
 * goal stands above its own, and each level above those of it; for `goals` (`verksamhetsmal`), the goals of that kind after them, each
 * beneath its own. `colour` is `open` where nothing tells it. A template's word `note:missing` is told where a baseline is missing.
 */
export const indicatorsRegister: Register = {
  fields: [
    ...Object.keys(outcomes),
    ...Object.keys(forecasts),
    ...Object.keys(targets),
    'baseline',
    'baseline-window',
    'follow-up',
    'reason',
    'comment',
    'responsible',
    'source',
    'level',
    'reported',
    'assessed',
    'colour',
    'judged-by',
  ],
  asks: ['level', 'headings', 'goals'],
  read: (book, asked) => {
    const { period, where, preset } = asked;
    const year = period.slice(0, 4);
    const { level, headings = 'none' } = where;
    // What is followed without a goal or a target is a series: it has a register of its own.
    const rows = indicators(book, { year, ...(level === undefined ? {} : { level }) }).filter(({ goal }) => goal !== undefined);
    const shown = headings === 'none' ? rows.map((row) => entryOf(book, row, Number(year), 0)) : under(book, rows, period, headings);
    const judged = new Map(
      indicatorColours(book, preset.goals ?? { indicators: [] }, period).map((each) => [each.indicator, each] as const),
    );
    const entries = shown.map((entry) => {
      const judgement = judged.get(entry.id);
      if (judgement === undefined) return entry;
      const { colour = 'open', by } = judgement;
      return { ...entry, fields: { ...entry.fields, colour: wordField(colour), 'judged-by': wordField(by) } };
    });
    return right({
      entries: [...entries, ...ownGoals(book, where['goals'], period)],
      findings: [...goalNotes(book, period, preset), ...missingNote(rows, asked)],
    });
  },
};

function under(book: Book, rows: readonly IndicatorRow[], period: string, headings: string): readonly Entry[] {
  const goals = new Map(goalTree(book, period).map((goal) => [goal.goal, goal] as const));
  const year = Number(period.slice(0, 4));
  const entries: Entry[] = [];
  let above: IndicatorRow | undefined;
  for (const row of rows) {
    const { goal: id = '', level = '' } = row;
    if (above?.goal !== row.goal) {
      const goal = goals.get(id);
      entries.push({ id: `goal.${id}`, label: [goal?.number, goal?.label].filter(Boolean).join(' '), level: 0, fields: {} });
    }
    const byLevel = headings === 'goal-and-level';
    if (byLevel && (above?.goal !== row.goal || above?.level !== row.level))
      entries.push({ id: `goal.${id}.${level}`, label: level, level: 1, fields: {} });
    entries.push(entryOf(book, row, year, byLevel ? 2 : 1));
    above = row;
  }
  return entries;
}

function entryOf(book: Book, row: IndicatorRow, year: number, level: number): Entry {
  const each = <A>(years: Readonly<Record<string, number>>, of: (year: string) => A): Record<string, A> =>
    Object.fromEntries(Object.entries(years).map(([field, from]) => [field, of(String(year + from))]));
  return {
    id: row.indicator,
    label: row.label,
    level,
    fields: {
      ...each(outcomes, (of) => measureField(row.outcomes[of], row.unit)),
      ...each(forecasts, (of) => measureField(row.forecasts[of], row.unit)),
      ...each(targets, (of) => targetField(row.targets[of], row.unit)),
      baseline: measureField(row.baseline, row.unit),
      'baseline-window': row.baseline?.state === 'measured' ? wordField(windowText(row.baseline.window)) : null,
      'follow-up': wordField(row.followUp),
      reason: textField(row.reason),
      // Why it cannot be measured says more of it than what else was said.
      comment: textField(row.reason) ?? commentField(latestComment(book, { indicator: row.indicator })),
      responsible: textField(row.responsible),
      source: textField(row.source),
      level: wordField(row.level),
      reported: textField(row.reported?.join(', ')),
      assessed: wordField(row.assessed?.colour),
    },
  };
}

/** Goals of a kind, which are followed up without an indicator, each beneath the goal that it lies under. */
function ownGoals(book: Book, kind: string | undefined, period: string): readonly Entry[] {
  const tree = goalTree(book, period);
  const own = kind === undefined ? [] : tree.filter((goal) => goal.kind === kind);
  return own.flatMap(({ goal, label, parent, responsible }, at): readonly Entry[] => {
    const above = tree.find((each) => each.goal === parent);
    const heading = { id: `goal.${parent}.${kind}`, label: [above?.number, above?.label].filter(Boolean).join(' '), level: 0, fields: {} };
    const entry = {
      id: goal,
      label,
      level: 2,
      fields: { responsible: textField(responsible), comment: commentField(latestComment(book, { goal })) },
    };
    const first = own[at - 1]?.parent !== parent;
    return [...(first ? [heading, { id: `${heading.id}.level`, label: kind ?? '', level: 1, fields: {} }] : []), entry];
  });
}

/** What a print says beneath the mark of a baseline that is missing. */
function missingNote(rows: readonly IndicatorRow[], { words }: RegisterAbout): readonly PresentedFinding[] {
  const where = rows.flatMap(({ indicator, baseline }) => (baseline?.state === 'missing' ? [`${indicator}/baseline`] : []));
  const message = words['note:missing'];
  return where.length === 0 || message === undefined ? [] : [{ code: 'baseline-missing', severity: 'note', where, by: '', message }];
}

/** A value with its unit, words for one, or why there is none. */
export function measureField(measure: Measure | undefined, unit: string): Field | null {
  if (measure === undefined) return null;
  if (measure.value !== undefined) return { kind: 'measure', values: [measure.value], unit, form: 'plain' };
  return measure.words === undefined ? wordField(measure.state) : textField(measure.words);
}

function targetField(target: Target | undefined, unit: string): Field | null {
  if (target === undefined) return null;
  const plain = (value: string, of = unit): Field => ({ kind: 'measure', values: [value], unit: of, form: 'plain' });
  if ('words' in target) return textField(target.words);
  if ('direction' in target) return wordField(target.direction);
  if ('reach' in target) return plain(target.reach);
  if ('ceiling' in target) return plain(target.ceiling);
  if ('floor' in target) return plain(target.floor);
  if ('change' in target) return plain(target.change, '%');
  if ('within' in target) return { kind: 'measure', values: [target.within.from, target.within.to], unit: '', form: 'range' };
  // About nothing, only the tolerance says anything.
  return Number(target.about) === 0
    ? { kind: 'measure', values: [target.tolerance], unit: '', form: 'tolerance' }
    : { kind: 'text', text: `${target.about} +/- ${target.tolerance}` };
}

/** A window as text: `2025`, `2025-07`, `2024-01-01/2024-10-31`. */
const windowText = (window: Window): string =>
  'year' in window ? window.year : 'month' in window ? window.month : `${window.from}/${window.to}`;
