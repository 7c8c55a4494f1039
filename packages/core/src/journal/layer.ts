/**
 * What a journal line is part of. A budget's linear lines lie in layers of their own, so that a table can tell what rests on the
 * default of a twelfth a month, and a phasing can take exactly them back.
 */
export const layer = {
  budgetAdopted: 0,
  budgetAdoptedLinear: 1,
  budgetAdjusted: 2,
  budgetAdjustedLinear: 3,
  outcome: 4,
  forecast: 5,
  plan: 6,
} as const;

export type Layer = (typeof layer)[keyof typeof layer];

export const layerCount = 7;

/** The layers whose months are a default. */
export const linearLayers: readonly Layer[] = [layer.budgetAdoptedLinear, layer.budgetAdjustedLinear];
