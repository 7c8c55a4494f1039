import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import { firstRepeated } from '../base/first-repeated.js';
import { isMonth, isYear } from '../base/time.js';
import type { Slot } from '../base/slot.js';
import { SLOTS_A_YEAR, slotOf, yearOfSlot, yearSlot } from '../base/slot.js';
import type { Layer } from '../journal/layer.js';
import { layer } from '../journal/layer.js';
import type { Book } from '../replay/book.js';
import { bookAt } from '../replay/book.js';
import type { Cut, CutError } from '../replay/cut.js';
import { resolveCut } from '../replay/cut.js';
import { forecastRounds } from '../replay/rounds.js';
import type { BaseMetric, Column, DifferenceColumn, MetricColumn, RatioColumn, Span, TableSpec } from './spec.js';
import type { Finding, TableError } from './table.js';

/** Which layers a metric sums. */
const layersOf: Readonly<Record<BaseMetric, readonly Layer[]>> = {
  budget: [layer.budgetAdopted, layer.budgetAdoptedLinear, layer.budgetAdjusted, layer.budgetAdjustedLinear],
  'budget-original': [layer.budgetAdopted, layer.budgetAdoptedLinear],
  outcome: [layer.outcome],
  forecast: [layer.forecast],
  plan: [layer.plan],
};

/** A metric column with everything decided: which journal lines it takes. */
export interface PlainColumn {
  readonly id: string;
  readonly metric: BaseMetric;
  readonly layers: readonly Layer[];
  /** Slots from and to, both inclusive. */
  readonly from: Slot;
  readonly to: Slot;
  /** Only lines before this index of the journal. */
  readonly lines: number;
  /** Only forecast lines of rounds up to this ordinal. */
  readonly maxRound: number;
  /** Whether phasing matters: the span is part of a year. */
  readonly partial: boolean;
  readonly cut: Cut | undefined;
}

/** A column as a signed sum of metric columns: a metric column itself, or a difference. */
export type Terms = readonly { readonly column: number; readonly sign: 1 | -1 }[];

/** A column of the specification made definite. A ratio's `terms` are its numerator's, and `over` its denominator's. */
export interface PlannedColumn {
  readonly spec: Column;
  readonly cut: Cut | undefined;
  readonly terms: Terms;
  readonly over: Terms | undefined;
}

export interface PlainColumns {
  readonly metrics: readonly PlainColumn[];
  /** Of every column of the specification, in its order. */
  readonly all: readonly PlannedColumn[];
  readonly findings: readonly Finding[];
}

const refuse = (reason: TableError['reason'], where: string, expected: string, got: string): Either<TableError, never> =>
  left({ _tag: 'TableError', reason, where, expected, got });

const isDifference = (column: Column): column is DifferenceColumn => 'minuend' in column;
const isRatio = (column: Column): column is RatioColumn => 'numerator' in column;

/** Decides the columns of a specification for a book as known at the table's cut. Left: `TableError` or `CutError`. */
export function plainColumns(spec: TableSpec, known: Book, all: Book): Either<TableError | CutError, PlainColumns> {
  const ids = spec.columns.map(({ id }) => id);
  const twice = firstRepeated(ids);
  if (twice !== undefined) return refuse('duplicate-id', `column ${twice}`, 'each column id once', twice);
  const metrics: PlainColumn[] = [];
  const findings: Finding[] = [];
  const terms = new Map<string, Terms>();
  for (const column of spec.columns) {
    if (isDifference(column) || isRatio(column)) continue;
    const plain = metricColumn(column, known, all, findings);
    if (isLeft(plain)) return plain;
    terms.set(column.id, [{ column: metrics.push(plain.right) - 1, sign: 1 }]);
  }
  const resolved: PlannedColumn[] = [];
  for (const column of spec.columns) {
    if (isRatio(column)) {
      const top = termsOf(column.numerator, spec.columns, terms, [column.id]);
      if (isLeft(top)) return top;
      const bottom = termsOf(column.denominator, spec.columns, terms, [column.id]);
      if (isLeft(bottom)) return bottom;
      resolved.push({ spec: column, cut: undefined, terms: top.right, over: bottom.right });
      continue;
    }
    const found = termsOf(column.id, spec.columns, terms, []);
    if (isLeft(found)) return found;
    const own = isDifference(column) ? undefined : metrics[found.right[0]?.column ?? 0]?.cut;
    resolved.push({ spec: column, cut: own, terms: found.right, over: undefined });
  }
  return right({ metrics, all: resolved, findings });
}

function termsOf(id: string, columns: readonly Column[], known: Map<string, Terms>, path: readonly string[]): Either<TableError, Terms> {
  const done = known.get(id);
  if (done !== undefined) return right(done);
  if (path.includes(id))
    return refuse('circular-column', `column ${id}`, 'a column that does not build on itself', [...path, id].join(' → '));
  const column = columns.find((each) => each.id === id);
  if (column === undefined || !isDifference(column))
    return refuse('unknown-column', `column ${path.at(-1) ?? id}`, 'the id of a column of amounts', id);
  const minuend = termsOf(column.minuend, columns, known, [...path, id]);
  if (isLeft(minuend)) return minuend;
  const subtrahend = termsOf(column.subtrahend, columns, known, [...path, id]);
  if (isLeft(subtrahend)) return subtrahend;
  const terms: Terms = [
    ...minuend.right,
    ...subtrahend.right.map(({ column: at, sign }) => ({ column: at, sign: sign === 1 ? -1 : 1 }) as const),
  ];
  known.set(id, terms);
  return right(terms);
}

function slotsOf(span: Span, id: string): Either<TableError, { readonly from: Slot; readonly to: Slot }> {
  const where = `column ${id}`;
  if ('year' in span) {
    if (!isYear(span.year)) return refuse('span', where, 'a year, YYYY', span.year);
    const from = yearSlot(span.year);
    return right({ from, to: from + SLOTS_A_YEAR - 1 });
  }
  const wrong = [span.from, span.to].find((month) => !isMonth(month));
  if (wrong !== undefined) return refuse('span', where, 'a month, YYYY-MM', wrong);
  const [from, to] = [slotOf(span.from), slotOf(span.to)];
  if (from > to || yearOfSlot(from) !== yearOfSlot(to))
    return refuse('span', where, 'months in order within one year', `${span.from} to ${span.to}`);
  // January to December takes in what is known for the year only.
  return right({ from: to - from === 11 ? from - 1 : from, to });
}

function metricColumn(column: MetricColumn, known: Book, all: Book, findings: Finding[]): Either<TableError | CutError, PlainColumn> {
  const slots = slotsOf(column.span, column.id);
  if (isLeft(slots)) return slots;
  const cut = column.cut === undefined ? right(undefined) : resolveCut(known, column.cut);
  if (isLeft(cut)) return cut;
  const seen = cut.right === undefined ? known : bookAt(known, cut.right.position);
  const maxRound = forecastLimit(column, seen, all, findings);
  if (isLeft(maxRound)) return maxRound;
  const { from, to } = slots.right;
  return right({
    id: column.id,
    metric: column.metric,
    layers: layersOf[column.metric],
    from,
    to,
    lines: seen.lines,
    maxRound: maxRound.right,
    partial: to - from < SLOTS_A_YEAR - 1,
    cut: cut.right,
  });
}

/** The last round whose lines count, and a word on it where what stands is not that round's locked forecast. */
function forecastLimit(column: MetricColumn, known: Book, all: Book, findings: Finding[]): Either<TableError, number> {
  const { metric, round: wanted } = column;
  if (metric !== 'forecast' || wanted === undefined) return right(Number.MAX_SAFE_INTEGER);
  const round = known.state.rounds.get(wanted);
  if (round === undefined && !all.state.rounds.has(wanted)) {
    return refuse('unknown-round', `column ${column.id}`, 'a round of the ledger', wanted);
  }
  const where = [`column:${column.id}`];
  if (round?.firstRevised === undefined) {
    const year = 'year' in column.span ? column.span.year : column.span.from.slice(0, 4);
    const standing = forecastRounds(known, year).at(-1);
    const params = {
      round: wanted,
      roundLabel: all.state.rounds.get(wanted)?.label ?? wanted,
      standing: standing?.id ?? '',
      standingLabel: standing?.label ?? '',
    };
    findings.push({ code: 'round-not-yet-known', severity: 'warning', where, by: '', params });
  } else if (round.locks.length === 0 || round.status !== 'locked') {
    findings.push({
      code: 'round-not-locked',
      severity: 'note',
      where,
      by: '',
      params: { round: wanted, roundLabel: round.label, status: round.status },
    });
  }
  return right(round?.ordinal ?? Number.MAX_SAFE_INTEGER);
}
