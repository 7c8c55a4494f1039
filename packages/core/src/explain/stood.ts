import type { Slot } from '../base/slot.js';
import type { Code, DimensionId } from '../events/fields.js';
import type { CodingId } from '../journal/codings.js';
import type { Layer } from '../journal/layer.js';
import type { Journal } from '../journal/journal.js';
import type { Fall, Falls } from './falls.js';
import { isEven, shareOf } from './falls.js';
import type { Terms } from './subject.js';
import type { Reach } from './trees.js';

/** Lines of one key: they fall alike, and what they sum to moves with them. */
interface Standing {
  readonly coding: CodingId;
  readonly slot: Slot;
  /** Öre as they count in the number, before any share is taken. */
  ore: number;
}

/** How a line counts in a number, +1, −1, or 0 for not at all. */
export function signOf({ columns: { slot, layer } }: Journal, terms: Terms, at: number): 1 | 0 | -1 {
  const when = slot[at] as Slot;
  return when < terms.from || when > terms.to ? 0 : (terms.sign[layer[at] as Layer] ?? 0);
}

/** What stood before a change of the trees: the lines of a number summed by key, so that a change is held against keys, not lines. */
export class Stood {
  readonly #journal: Journal;
  readonly #terms: Terms;
  readonly #falls: Falls;
  readonly #keys = new Map<number, Standing>();
  readonly #used = new Map<DimensionId, Map<Code, number[]>>();
  #gathered = 0;

  constructor(journal: Journal, terms: Terms, falls: Falls) {
    this.#journal = journal;
    this.#terms = terms;
    this.#falls = falls;
  }

  /** The codes that lines gathered so far are on. */
  get used(): ReadonlyMap<DimensionId, ReadonlyMap<Code, unknown>> {
    return this.#used;
  }

  /** Takes in the lines up to an index. */
  gather(until: number): void {
    const { coding, slot, ore } = this.#journal.columns;
    for (; this.#gathered < until; this.#gathered++) {
      const at = this.#gathered;
      const sign = signOf(this.#journal, this.#terms, at);
      if (sign === 0) continue;
      const key = this.#falls.key(coding[at] as number, slot[at] as Slot);
      const standing = this.#keys.get(key);
      if (standing === undefined)
        this.#begin(key, { coding: coding[at] as number, slot: slot[at] as Slot, ore: sign * (ore[at] as number) });
      else standing.ore += sign * (ore[at] as number);
    }
  }

  #begin(key: number, standing: Standing): void {
    this.#keys.set(key, standing);
    for (const [dimension, code] of Object.entries(this.#journal.codings.codes(standing.coding))) {
      let byCode = this.#used.get(dimension);
      if (byCode === undefined) this.#used.set(dimension, (byCode = new Map()));
      const keys = byCode.get(code);
      if (keys === undefined) byCode.set(code, [key]);
      else keys.push(key);
    }
  }

  /** How the lines fall that a change may move, by key. */
  falls({ dimension, codes }: Reach): ReadonlyMap<number, Fall> {
    const byCode = this.#used.get(dimension);
    const keys = codes.flatMap((code) => byCode?.get(code) ?? []);
    return new Map(
      keys.map((key) => {
        const { coding, slot } = this.#keys.get(key) as Standing;
        return [key, this.#falls.at(coding, slot)];
      }),
    );
  }

  /** What a change moved in all: öre, or undefined where nothing moved; 0 where what came in is what went out. */
  change(before: ReadonlyMap<number, Fall>, after: ReadonlyMap<number, Fall>): number | undefined {
    const moved = new Map<number, number>();
    const uneven = new Set<number>();
    for (const [key, was] of before) {
      const is = after.get(key) as Fall;
      if (is.form === was.form) continue;
      const { ore } = this.#keys.get(key) as Standing;
      if (isEven(was) && isEven(is)) moved.set(key, shareOf(is, ore) - shareOf(was, ore));
      else uneven.add(key);
    }
    if (uneven.size > 0) this.#changeByLine(uneven, before, after, moved);
    const changes = [...moved.values()].filter((change) => change !== 0);
    return changes.length === 0 ? undefined : changes.reduce((sum, change) => sum + change, 0);
  }

  /** Lines that are parted are rounded one by one. */
  #changeByLine(
    keys: ReadonlySet<number>,
    before: ReadonlyMap<number, Fall>,
    after: ReadonlyMap<number, Fall>,
    moved: Map<number, number>,
  ): void {
    const { coding, slot, ore } = this.#journal.columns;
    for (let at = 0; at < this.#gathered; at++) {
      const sign = signOf(this.#journal, this.#terms, at);
      if (sign === 0) continue;
      const key = this.#falls.key(coding[at] as number, slot[at] as Slot);
      if (!keys.has(key)) continue;
      const amount = ore[at] as number;
      const change = sign * (shareOf(after.get(key) as Fall, amount) - shareOf(before.get(key) as Fall, amount));
      moved.set(key, (moved.get(key) ?? 0) + change);
    }
  }
}
