import type { Slot } from '../base/slot.js';
import { SLOTS_A_YEAR, yearOfSlot } from '../base/slot.js';
import type { CodingId } from './codings.js';
import type { Layer } from './layer.js';
import { layerCount } from './layer.js';

/** The sum of a coding's lines in one slot and how many they are: with none it is blank, which is not 0. */
interface Balance {
  sum: number;
  count: number;
}

const SLOTS = 10_000 * SLOTS_A_YEAR;

/**
 * What stands in each layer, coding and slot: the sums that a revision or a phasing is journalled against. Kept for budgets,
 * forecasts and plans; outcome, the bulk, is only ever added to.
 */
export class Standing {
  readonly #balances = new Map<number, Balance>();
  // How many lines each coding has in a year of a layer.
  readonly #codingsOfYear = new Map<number, Map<CodingId, number>>();

  /** Adds a line, or takes one back with `count` −1. */
  add(layer: Layer, coding: CodingId, slot: Slot, ore: number, count: 1 | -1): void {
    const key = (coding * layerCount + layer) * SLOTS + slot;
    const balance = this.#balances.get(key);
    if (balance === undefined) this.#balances.set(key, { sum: ore, count });
    else {
      balance.sum += ore;
      balance.count += count;
      if (balance.count === 0) this.#balances.delete(key);
    }
    const yearKey = yearOfSlot(slot) * layerCount + layer;
    let codings = this.#codingsOfYear.get(yearKey);
    if (codings === undefined) this.#codingsOfYear.set(yearKey, (codings = new Map()));
    const lines = (codings.get(coding) ?? 0) + count;
    if (lines === 0) codings.delete(coding);
    else codings.set(coding, lines);
  }

  clear(): void {
    this.#balances.clear();
    this.#codingsOfYear.clear();
  }

  /** Öre, or undefined where no line ever fell. */
  at(layer: Layer, coding: CodingId, slot: Slot): number | undefined {
    const balance = this.#balances.get((coding * layerCount + layer) * SLOTS + slot);
    return balance?.sum;
  }

  /** The thirteen slots of a coding's year: the whole year first, then January to December; undefined where blank. */
  year(layer: Layer, coding: CodingId, year: number): readonly (number | undefined)[] {
    return Array.from({ length: SLOTS_A_YEAR }, (_, index) => this.at(layer, coding, year * SLOTS_A_YEAR + index));
  }

  /** The codings that have lines in a year, in order of their first. */
  codings(layer: Layer, year: number): Iterable<CodingId> {
    return this.#codingsOfYear.get(year * layerCount + layer)?.keys() ?? [];
  }
}
