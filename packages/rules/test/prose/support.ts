import type { Explanation, Part } from '@driftbok/core';
import { amountFromOre, orThrow } from '@driftbok/core';

export const tkr = (thousands: number): Part['amount'] => orThrow(amountFromOre(thousands * 100_000));

/** A part of so many tkr. */
export const part = (id: string, thousands: number, more: Partial<Part> = {}): Part => ({
  id,
  label: id,
  amount: tkr(thousands),
  driver: undefined,
  evidence: undefined,
  events: [],
  parts: [],
  unexplained: tkr(0),
  ...more,
});

/** An explanation of a change of so many tkr; what the parts leave over is unexplained. */
export function explanation(total: number, parts: readonly Part[], more: Partial<Explanation> = {}): Explanation {
  const rest = parts.reduce((so, { amount }) => so - amount, total * 100_000);
  return {
    metric: 'forecast-deviation',
    from: { given: '2025-D1', position: 1 },
    to: { given: '2025-P3', position: 2 },
    total: tkr(total),
    parts,
    unexplained: orThrow(amountFromOre(rest)),
    split: { forecast: tkr(total), budget: tkr(0), outcome: tkr(0), organisation: tkr(0) },
    ...more,
  };
}
