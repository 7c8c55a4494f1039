import type { Codec } from '@driftbok/core';
import { choice, labelCodec as label, list, object, oneOf, refined } from '@driftbok/core';
import { boolean, id, whole, yes } from '../codec/scalars.js';
import { hasKey } from '../codec/shapes.js';
import type { NumberFormat } from '../numbers/format.js';
import { numberFormat } from '../numbers/format.js';
import type { ShownMetric } from '../signs/metric.js';
import type { SignPreset } from '../signs/preset.js';
import { signPreset } from '../signs/preset.js';

/** A column that is told: a level, of this report or of another round or year. */
export interface GivenColumn {
  readonly id: string;
  readonly label: string;
  readonly metric: ShownMetric;
  /** Whether what is above 0 has a "+", where the format has none. */
  readonly plus?: boolean;
}

/** A column that is the difference of two others, in the signs of its metric. */
export interface DifferenceOf extends GivenColumn {
  readonly minuend: string;
  readonly subtrahend: string;
}

/** A column that is one column as a percentage of another, in natural signs; against the elapsed share, less that share. */
export interface PercentOf {
  readonly id: string;
  readonly label: string;
  readonly part: string;
  readonly base: string;
  readonly decimals: number;
  readonly plus?: boolean;
  readonly against?: 'elapsed';
}

export type LayoutColumn = GivenColumn | DifferenceOf | PercentOf;

/** A row that every table of the layout has. Two levels are rows that are sums of rows that are sums. */
export interface LayoutRow {
  readonly id: string;
  readonly label: string;
  readonly level: number;
  readonly sum?: readonly string[];
  readonly memo?: true;
}

/** What stands for a cell that is no figure above or below 0. No two may be printed alike, or nobody could tell them apart. */
export interface Marks {
  readonly blank: '' | '-';
  readonly zero: '0' | '-';
  readonly withheld: '*';
}

/** How a kind of table is printed, in whichever municipality: as data, so that one may be a file. */
export interface Layout {
  readonly id: string;
  readonly label: string;
  readonly signs: SignPreset;
  readonly format: NumberFormat;
  readonly marks: Marks;
  readonly columns: readonly LayoutColumn[];
  /** Its rows, where they are always the same; any rows where left out. */
  readonly rows?: readonly LayoutRow[];
}

const metric: Codec<ShownMetric> = oneOf(
  'budget',
  'budget-original',
  'plan',
  'outcome',
  'forecast',
  'outcome-deviation',
  'forecast-deviation',
  'forecast-change',
);
const given: Codec<GivenColumn> = object<GivenColumn>('a column', { id, label, metric }, { plus: boolean });
const difference: Codec<DifferenceOf> = object<DifferenceOf>(
  'a column less another',
  { id, label, metric, minuend: id, subtrahend: id },
  { plus: boolean },
);
const percent: Codec<PercentOf> = object<PercentOf>(
  'a column in percent of another',
  { id, label, part: id, base: id, decimals: whole(0, 4) },
  { plus: boolean, against: oneOf('elapsed') },
);
const column: Codec<LayoutColumn> = choice<LayoutColumn>('a column', (u) =>
  hasKey(u, 'part') ? percent : hasKey(u, 'minuend') ? difference : given,
);
const row: Codec<LayoutRow> = object<LayoutRow>('a row', { id, label, level: whole(0, 9) }, { sum: list(id, 1, 1000), memo: yes });
const plainMarks: Codec<Marks> = object<Marks>('marks', { blank: oneOf('', '-'), zero: oneOf('0', '-'), withheld: oneOf('*') });
const marks: Codec<Marks> = refined('marks of which no two are alike', (u) => plainMarks.is(u) && u.blank !== (u.zero as string));

const form: Codec<Layout> = object<Layout>(
  'Layout',
  { id, label, signs: signPreset, format: numberFormat, marks, columns: list(column, 1, 1000) },
  { rows: list(row, 1, 10_000) },
);

/** The codec of {@link Layout}: its columns and rows have different ids, and name each other. */
export const layout: Codec<Layout> = refined('a layout whose columns and rows name each other', (u) => {
  if (!form.is(u)) return false;
  const columns = new Set(u.columns.map((each) => each.id));
  const rows = new Set(u.rows?.map((each) => each.id));
  const named = u.columns.flatMap((each) =>
    'part' in each ? [each.part, each.base] : 'minuend' in each ? [each.minuend, each.subtrahend] : [],
  );
  const levels = new Set(u.columns.flatMap((each) => ('part' in each ? [] : [each.id])));
  return (
    columns.size === u.columns.length &&
    rows.size === (u.rows?.length ?? 0) &&
    named.every((name) => levels.has(name)) &&
    (u.rows ?? []).every(({ sum = [] }) => sum.every((name) => rows.has(name)))
  );
});
