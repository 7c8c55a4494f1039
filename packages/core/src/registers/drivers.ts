import type { DriverKind } from '../events/driver.js';
import type { RoundId } from '../events/fields.js';
import type { Codes } from '../events/reason.js';
import type { StatedPrice, StatedVolume } from '../evolve/driver-state.js';
import type { Book } from '../replay/book.js';

/** Whose volumes and prices: a year's budget, outcome or plan, or the forecast of a round. */
export interface DriversOf {
  readonly year: string;
  readonly kind: DriverKind;
  readonly round?: RoundId;
}

/** An item with what is known of it. Numbers are decimal texts, the price in kronor; each undefined where it is not stated. */
export interface DriverRow {
  readonly item: string;
  readonly label: string;
  readonly unit: string;
  /** `YYYY-MM`; undefined for the whole year. */
  readonly month: string | undefined;
  readonly volume: string | undefined;
  readonly price: string | undefined;
  readonly about: Codes | undefined;
  /** The ids of the events that say so. */
  readonly events: readonly string[];
}

/**
 * The volumes and prices of a year as a book has them, the newest form of each, in the order they were first stated.
 *
 * @example
 * ```ts
 * import { drivers, emptyBook, orThrow, propose } from '@driftbok/core';
 * import { fixtureLedgers } from '@driftbok/fixtures';
 * const [published] = fixtureLedgers.values();
 * const { book } = orThrow(propose(emptyBook(), published?.() ?? []));
 * drivers(book, { year: '2025', kind: 'budget' })[0]?.volume // => '10089'
 * ```
 */
export function drivers({ state }: Book, of: DriversOf): readonly DriverRow[] {
  const rows = new Map<string, DriverRow>();
  const add = (stated: StatedVolume | StatedPrice, known: Partial<Pick<DriverRow, 'volume' | 'price'>>): void => {
    if (stated.year !== of.year || stated.kind !== of.kind || stated.round !== of.round) return;
    const { item, label, unit, month, about, event } = stated;
    const key = `${item}/${month ?? ''}`;
    const before = rows.get(key);
    rows.set(key, {
      item,
      label: before?.label ?? label,
      unit,
      month,
      volume: before?.volume,
      price: before?.price,
      about: about ?? before?.about,
      events: [...(before?.events ?? []), event],
      ...known,
    });
  };
  for (const volume of state.volumes.values()) add(volume, { volume: volume.volume });
  for (const price of state.prices.values()) add(price, { price: price.price });
  return [...rows.values()];
}
