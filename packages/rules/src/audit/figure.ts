import type { Either } from '@driftbok/core';
import { isLeft, left, right } from '@driftbok/core';
import { plainMarks } from '../numbers/marks.js';
import { scan } from '../numbers/scan.js';

/**
 * What a figure is measured in. `grains` are the whole numbers that the audit reckons in: öre for money, millionths for all else, so
 * that half a printed step is a whole number of them.
 */
export interface Measure {
  /** Figures of one family can be added: `money`, `percent`, or the unit's own word. */
  readonly family: string;
  /** The grains in one of the unit. */
  readonly grains: number;
  /** What it is one of for each of, where the unit is two with a slash between: `kr/dygn`. */
  readonly each?: { readonly of: Measure; readonly per: Measure };
}

const money: Readonly<Record<string, number>> = { kr: 1e2, sek: 1e2, tkr: 1e5, kkr: 1e5, mnkr: 1e8, mkr: 1e8, msek: 1e8, mdkr: 1e11 };
const percent = new Set(['%', 'percent', 'procent']);

/** Reads a unit's word. */
export function measureOf(unit: string): Measure {
  const word = unit.trim().toLowerCase();
  if (Object.hasOwn(money, word)) return { family: 'money', grains: money[word] ?? 1 };
  if (percent.has(word)) return { family: 'percent', grains: 1e6 };
  const [of, per, ...more] = word.split('/').map((part) => part.trim());
  const each = of === undefined || per === undefined || more.length > 0 ? {} : { each: { of: measureOf(of), per: measureOf(per) } };
  return { family: word, grains: 1e6, ...each };
}

/**
 * What a quotient has to be taken times for grains of its own. Like figures make a share: of 1, or of 100 percent. An amount by a number of
 * something is an amount, in the unit of the quotient's own column; where that unit is a word of its own, it is of one of the part's unit
 * for each of the base's, and where it is two words with a slash, of those. Undefined where the units do not go together.
 */
export function wholeOf(quotient: Measure, part: Measure, base: Measure): number | undefined {
  if (quotient.family === 'percent') return part.family === base.family ? 1e8 : undefined;
  if (part.family === base.family) return 1e6;
  if (part.family === 'percent' || base.family === 'percent') return undefined;
  if (quotient.family === part.family) return base.grains;
  if (quotient.family === 'money' || quotient.family === base.family) return undefined;
  const { of = part, per = base } = quotient.each ?? {};
  return of.family === part.family && per.family === base.family ? (quotient.grains * per.grains) / of.grains : undefined;
}

/** A figure that is printed with "%" is a percentage, whatever its table is in. */
export const measureIn = (unit: string, text: string | null): Measure => measureOf(text?.includes('%') === true ? '%' : unit);

/** What a printed cell leaves open: its exact value lies from `low` to `high`, both inclusive, in grains. */
export interface Figure {
  readonly printed: number;
  /** The grains in one step of its last printed digit. */
  readonly step: number;
  readonly low: number;
  readonly high: number;
}

/** Half a step on each side, half away from zero: so the half belongs to the number further from zero. */
export function figureOf(printed: number, step: number): Figure {
  const half = Math.floor(step / 2);
  const open = step > 1 ? half - 1 : 0;
  if (printed > 0) return { printed, step, low: printed - half, high: printed + open };
  if (printed < 0) return { printed, step, low: printed - open, high: printed + half };
  return { printed: 0, step, low: -open, high: open };
}

/** A printed text read: a figure, nothing at all, or one that is withheld ("*"). A dash is printed for what rounds to nothing. */
export type Reading = { readonly kind: 'figure'; readonly figure: Figure } | { readonly kind: 'blank' } | { readonly kind: 'withheld' };

/**
 * Reads a printed text. One with fewer decimals than its column is taken to be as exact as it looks.
 *
 * Left: what was expected.
 */
export function readFigure(text: string | null, { grains }: Measure, decimals: number): Either<string, Reading> {
  if (text === null) return right({ kind: 'blank' });
  const plain = plainMarks(text);
  const scanned = scan(plain, /^[^,]*\d\.\d+\D*$/.test(plain) ? '.' : ',');
  if (isLeft(scanned)) return left(scanned.left.expected);
  if (scanned.right.kind === 'blank') return right({ kind: 'blank' });
  if (scanned.right.kind === 'asterisk') return right({ kind: 'withheld' });
  if (scanned.right.kind === 'dash') return right({ kind: 'figure', figure: figureOf(0, grains / 10 ** decimals) });
  const { negative, whole, fraction } = scanned.right.value;
  if (fraction.length > decimals) return left(`at most ${decimals} decimals`);
  const step = grains / 10 ** fraction.length;
  const size = Number(whole + fraction) * step;
  if (!Number.isInteger(step) || !Number.isSafeInteger(size) || size > 9e14) return left('a figure that a ledger can hold');
  return right({ kind: 'figure', figure: figureOf(negative ? -size : size, step) });
}
