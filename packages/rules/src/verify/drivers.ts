import type { Book, StatedPrice, StatedVolume } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';
import type { Said, VerifySentence } from './sentences.js';

/** Every volume and price is not below 0, in one unit an item, and about codes that the ledger has. */
export function driverFindings({ state }: Book): Pass {
  const faults: Fault[] = [];
  const units = new Map<string, string>();
  const check = (stated: StatedVolume | StatedPrice, value: string): void => {
    const { item, year, kind, unit, about = {} } = stated;
    const fault = (sentence: VerifySentence, words: Said['words']): void => {
      const said = { sentence, words: { id: `${item}, ${kind} ${year}`, ...words } };
      faults.push({ code: 'drivers', where: [`driver/${year}:${item}`], by: '', said });
    };
    if (value.startsWith('-')) fault('driver-negative', { value });
    const before = units.get(item) ?? unit;
    units.set(item, before);
    if (before !== unit) fault('driver-unit', { unit, before });
    for (const [dimension, code] of Object.entries(about))
      if (state.dimensions.get(dimension)?.codes.has(code) !== true) fault('driver-code', { dimension, code });
  };
  for (const volume of state.volumes.values()) check(volume, volume.volume);
  for (const price of state.prices.values()) check(price, price.price);
  return { checked: state.volumes.size + state.prices.size, faults };
}
