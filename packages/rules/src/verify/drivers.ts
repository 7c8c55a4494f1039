import type { Book, StatedPrice, StatedVolume } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';

/** Every volume and price is not below 0, in one unit an item, and about codes that the ledger has. */
export function driverFindings({ state }: Book): Pass {
  const faults: Fault[] = [];
  const units = new Map<string, string>();
  const check = (stated: StatedVolume | StatedPrice, value: string): void => {
    const { item, year, kind, unit, about = {} } = stated;
    const fault = (message: string): void => {
      faults.push({ code: 'drivers', where: [`driver/${year}:${item}`], by: '', message: `${item}, ${kind} ${year}: ${message}` });
    };
    if (value.startsWith('-')) fault(`${value} is below 0`);
    const before = units.get(item) ?? unit;
    units.set(item, before);
    if (before !== unit) fault(`is counted in ${unit}, and in ${before}`);
    for (const [dimension, code] of Object.entries(about))
      if (state.dimensions.get(dimension)?.codes.has(code) !== true) fault(`is about ${dimension} ${code}, which the ledger does not have`);
  };
  for (const volume of state.volumes.values()) check(volume, volume.volume);
  for (const price of state.prices.values()) check(price, price.price);
  return { checked: state.volumes.size + state.prices.size, faults };
}
