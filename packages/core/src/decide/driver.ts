import { slotOf, yearOfSlot } from '../base/slot.js';
import type { UnitPrice, UnitPriceStated, Volume, VolumeStated } from '../events/driver.js';
import { driverKey } from '../evolve/driver-state.js';
import type { Proposed, View } from './context.js';
import type { Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

export function volumeStated(view: View, { data }: Proposed<VolumeStated>): Verdict {
  return checkItems(view, data, 'volumes', data.volumes, ({ volume }) => volume);
}

export function unitPriceStated(view: View, { data }: Proposed<UnitPriceStated>): Verdict {
  return checkItems(view, data, 'prices', data.prices, ({ price }) => price);
}

/**
 * Only a forecast's figures name a round; each item once a month, in the event's year, not below 0, in the one unit that it
 * has been counted and priced in before; and what it is about are codes of the ledger.
 */
function checkItems<A extends Volume | UnitPrice>(
  { state }: View,
  data: Pick<VolumeStated, 'year' | 'kind' | 'round'>,
  field: 'volumes' | 'prices',
  items: readonly A[],
  valueOf: (item: A) => string,
): Verdict {
  const { year, kind, round } = data;
  if (kind !== 'forecast' && round !== undefined)
    return reject('round-unknown', 'data.round', `no round for a figure of kind ${kind}`, round);
  if (round !== undefined && !state.rounds.has(round)) return reject('round-unknown', 'data.round', 'a round that was opened', round);
  const units = unitsIn(state);
  const seen = new Set<string>();
  for (const [at, item] of items.entries()) {
    const here = `data.${field}.${at}`;
    const key = driverKey(data, item);
    if (seen.has(key)) return reject('driver-item', `${here}.item`, 'each item once for a month or the year', item.item);
    seen.add(key);
    if (item.month !== undefined && yearOfSlot(slotOf(item.month)) !== Number(year))
      return reject('year', `${here}.month`, `a month of ${year}`, item.month);
    if (valueOf(item).startsWith('-')) return reject('driver-item', here, 'a number not below 0', valueOf(item));
    const unit = units.get(item.item) ?? item.unit;
    if (unit !== item.unit) return reject('driver-item', `${here}.unit`, `${unit}, as ${item.item} is counted in`, item.unit);
    units.set(item.item, unit);
    for (const [dimension, code] of Object.entries(item.about ?? {})) {
      const known = state.dimensions.get(dimension);
      if (known === undefined) return reject('dimension-unknown', `${here}.about`, 'a declared dimension', dimension);
      if (!known.codes.has(code)) return reject('code-unknown', `${here}.about.${dimension}`, `a code of ${dimension}`, code);
    }
  }
  return accepted;
}

/** The unit of each item stated so far. */
function unitsIn({ volumes, prices }: View['state']): Map<string, string> {
  return new Map([...volumes.values(), ...prices.values()].map(({ item, unit }) => [item, unit]));
}
