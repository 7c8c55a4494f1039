import type { Amount, Explanation, Part } from '@driftbok/core';
import { divideRounded, largestRemainder, rational } from '@driftbok/core';

/** A part as it is shown: whole steps of what the report rounds to, adding up as shown. */
export interface ShownPart {
  readonly part: Part;
  /** In steps; the öre of a step are the caller's. */
  readonly steps: number;
  readonly parts: readonly ShownPart[];
  readonly unexplained: number;
}

/** An explanation as it is shown. */
export interface ShownExplanation {
  readonly total: number;
  readonly parts: readonly ShownPart[];
  readonly unexplained: number;
}

/**
 * An explanation rounded to steps so that the parts shown add up to the total shown, by largest remainder: the total is rounded half
 * away from zero, and the parts and what is unexplained share what is left over.
 *
 * @param step öre in a step of the last printed digit: 100 000 for whole tkr, 10 000 000 for hundreds of them
 */
export function shownParts({ total, parts, unexplained }: Explanation, step: number): ShownExplanation {
  const steps = Number(divideRounded(BigInt(total), BigInt(step)));
  return { total: steps, ...share(parts, unexplained, steps, step) };
}

function share(
  parts: readonly Part[],
  unexplained: Amount,
  total: number,
  step: number,
): { readonly parts: readonly ShownPart[]; readonly unexplained: number } {
  const exact = [...parts.map(({ amount }) => amount), unexplained];
  const whole = largestRemainder(
    exact.map((ore) => rational(BigInt(ore), BigInt(step))),
    BigInt(total),
  );
  return {
    parts: parts.map((part, index) => {
      const steps = Number(whole[index] ?? 0n);
      const nested = part.parts.length === 0 ? { parts: [], unexplained: 0 } : share(part.parts, part.unexplained, steps, step);
      return { part, steps, ...nested };
    }),
    unexplained: Number(whole[parts.length] ?? 0n),
  };
}
