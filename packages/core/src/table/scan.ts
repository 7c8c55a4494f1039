import type { Slot } from '../base/slot.js';
import { yearSlot } from '../base/slot.js';
import type { Layer } from '../journal/layer.js';
import { layerCount, linearLayers } from '../journal/layer.js';
import { Cells } from './cells.js';
import type { PlainColumn } from './columns.js';
import type { Placement } from './placement.js';
import { part } from './placement.js';
import type { AssumedLine, Plan } from './plan.js';
import { rowFinder } from './rows.js';

/** Codings that fall on the same rows whatever the amount, or a split that each line is parted by. */
interface Bucket {
  readonly rows: readonly number[];
  readonly split: { readonly placement: Placement; readonly month: Slot } | undefined;
}

/** What a scan gives: the cells, and by column the öre that rest on a linear default. */
export interface Scanned {
  readonly cells: Cells;
  readonly linear: ReadonlyMap<number, number>;
}

/**
 * One pass over the journal up to the cut. Lines are summed by bucket first, and buckets then by row, so that a line costs one
 * addition a column however many rows it falls on.
 */
export function scan(plan: Plan): Scanned {
  const { known, places, rows, columns } = plan;
  const { journal } = known.history;
  const { metrics } = columns;
  const find = rowFinder(rows, places);
  const cells = new Cells(rows.length, metrics.length);
  const sums = new BucketSums(metrics.length);
  const buckets: Bucket[] = [];
  const numbers = new Map<number, number>();

  const bucketOf = (coding: number, slot: Slot): number => {
    const month = places.month(slot);
    const key = places.asWas ? coding * 200_000 + month : coding;
    const number = numbers.get(key);
    if (number !== undefined) return number;
    const placement = places.place(journal.codings.codes(coding), month);
    const bucket: Bucket =
      'codes' in placement ? { rows: find(placement.codes, month), split: undefined } : { rows: [], split: { placement, month } };
    numbers.set(key, buckets.push(bucket) - 1);
    sums.grow(buckets.length);
    return buckets.length - 1;
  };

  const byLayer = columnsByLayer(metrics);
  const { coding, slot: slots, layer: layers, ore: ores, round: rounds } = journal.columns;
  const end = metrics.reduce((most, { lines }) => Math.max(most, lines), 0);
  const linear = new Map<number, Map<number, number>>();
  for (let at = 0; at < end; at++) {
    const lineLayer = layers[at] as Layer;
    const takers = byLayer[lineLayer] as readonly Taker[];
    if (takers.length === 0) continue;
    const slot = slots[at] as Slot;
    let bucket = -1;
    for (const { column, index } of takers) {
      if (at >= column.lines || slot < column.from || slot > column.to || (rounds[at] as number) > column.maxRound) continue;
      if (bucket < 0) bucket = bucketOf(coding[at] as number, slot);
      const ore = ores[at] as number;
      const { split, rows: fallsOn } = buckets[bucket] as Bucket;
      if (split === undefined) sums.add(bucket, index, ore);
      else
        part(split.placement, ore, (codes, share) => {
          for (const row of find(codes, split.month)) cells.add(row, index, share);
        });
      if (column.partial && linearLayers.includes(lineLayer) && (fallsOn.length > 0 || split !== undefined))
        addTo(linear, index, bucket, ore);
    }
  }
  buckets.forEach((bucket, at) => {
    for (const index of metrics.keys()) {
      const count = sums.count(at, index);
      if (count > 0) for (const row of bucket.rows) cells.add(row, index, sums.sum(at, index), count);
    }
  });
  addAssumed(plan, cells, find);
  return { cells, linear: standingLinear(linear) };
}

/** Whether a column takes an assumed line in: as it takes a recorded one of the whole year. */
export function takesAssumed({ metric, from, to }: PlainColumn, line: AssumedLine): boolean {
  const slot = yearSlot(line.year);
  return metric === line.metric && slot >= from && slot <= to;
}

/** Counts in what no event recorded: as a line of the whole year, in the columns that take such lines. */
function addAssumed({ assumed, places, columns }: Plan, cells: Cells, find: ReturnType<typeof rowFinder>): void {
  for (const line of assumed) {
    const { codes, year, amount } = line;
    const month = places.month(yearSlot(year));
    const placement = places.place(codes, month);
    for (const [index, column] of columns.metrics.entries()) {
      if (!takesAssumed(column, line)) continue;
      if ('codes' in placement) for (const row of find(placement.codes, month)) cells.add(row, index, amount);
      else
        part(placement, amount, (onto, share) => {
          for (const row of find(onto, month)) cells.add(row, index, share);
        });
    }
  }
}

interface Taker {
  readonly column: PlainColumn;
  readonly index: number;
}

function columnsByLayer(metrics: readonly PlainColumn[]): readonly (readonly Taker[])[] {
  return Array.from({ length: layerCount }, (_, each) =>
    metrics.map((column, index) => ({ column, index })).filter(({ column }) => column.layers.includes(each as Layer)),
  );
}

function addTo(linear: Map<number, Map<number, number>>, index: number, bucket: number, ore: number): void {
  const byBucket = linear.get(index) ?? new Map<number, number>();
  linear.set(index, byBucket);
  byBucket.set(bucket, (byBucket.get(bucket) ?? 0) + ore);
}

/** By column, what still rests on the default: a phasing has taken the rest back. */
function standingLinear(linear: ReadonlyMap<number, ReadonlyMap<number, number>>): ReadonlyMap<number, number> {
  const standing = new Map<number, number>();
  for (const [index, byBucket] of linear) {
    const rest = [...byBucket.values()].filter((ore) => ore !== 0);
    if (rest.length > 0)
      standing.set(
        index,
        rest.reduce((a, b) => a + b, 0),
      );
  }
  return standing;
}

/** Sums and counts by bucket and column, growing as buckets turn up. */
class BucketSums {
  readonly #columns: number;
  #sums = new Float64Array(64);
  #counts = new Uint32Array(64);

  constructor(columns: number) {
    this.#columns = columns;
  }

  grow(buckets: number): void {
    const needed = buckets * this.#columns;
    if (needed <= this.#sums.length) return;
    const sums = new Float64Array(needed * 2);
    const counts = new Uint32Array(needed * 2);
    sums.set(this.#sums);
    counts.set(this.#counts);
    this.#sums = sums;
    this.#counts = counts;
  }

  add(bucket: number, column: number, ore: number): void {
    const at = bucket * this.#columns + column;
    this.#sums[at] = (this.#sums[at] as number) + ore;
    this.#counts[at] = (this.#counts[at] as number) + 1;
  }

  sum(bucket: number, column: number): number {
    return this.#sums[bucket * this.#columns + column] as number;
  }

  count(bucket: number, column: number): number {
    return this.#counts[bucket * this.#columns + column] as number;
  }
}
