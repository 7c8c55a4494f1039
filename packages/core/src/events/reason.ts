import type { Codec } from '../base/codec.js';
import { list, object, refined } from '../base/codec.js';
import type { AmountText, Code, DimensionId, Driver, Evidence } from './fields.js';
import { amountText, code, dimensionId, driver, evidence, label, precision, slug } from './fields.js';

/** Codes by dimension: all lines whose codes lie at or beneath each of them. */
export type Codes = Readonly<Record<DimensionId, Code>>;

/** The code of a dimension, where it is known. Only an own key counts, since a dimension may be named `constructor`. */
export const codeIn = (codes: Codes, dimension: DimensionId): Code | undefined =>
  Object.hasOwn(codes, dimension) ? codes[dimension] : undefined;

/** A reason stated for a change: what somebody says moved, by how much, how exactly, and what that rests on. */
export interface Reason {
  /** Lines name their reason by it, in the column `reason`. */
  readonly id: string;
  readonly label: string;
  /** Kronor, natural sign: an improvement of a result is positive. */
  readonly amount: AmountText;
  /** The rounding of `amount`: 100000.00 for a figure given in hundreds of tkr. */
  readonly precision: AmountText;
  readonly driver: Driver;
  readonly evidence: Evidence;
  /** What it is about, where it says so. */
  readonly coding?: Codes;
  /** What it consists of; the parts need not cover it. At most 100, and reasons lie at most 8 deep. */
  readonly parts?: readonly Reason[];
}

/** Codes by dimension; at least one. */
export const codes: Codec<Codes> = refined('codes by dimension', (u) => {
  if (typeof u !== 'object' || u === null || Array.isArray(u)) return false;
  const entries = Object.entries(u);
  return entries.length > 0 && entries.every(([dimension, value]) => dimensionId.is(dimension) && code.is(value));
});

/** Reasons lie in each other at most this deep: hostile input cannot exhaust the stack. */
const maxLevels = 8;

const reasonTo = (levels: number): Codec<Reason> =>
  object(
    'Reason',
    { id: slug, label, amount: amountText, precision, driver, evidence },
    {
      coding: codes,
      parts:
        levels > 1
          ? list(reasonTo(levels - 1), 1, 100)
          : refined<readonly Reason[]>(`no parts: reasons lie at most ${maxLevels} deep`, () => false),
    },
  );

export const Reason: Codec<Reason> = reasonTo(maxLevels);

export const reasons: Codec<readonly Reason[]> = list(Reason, 1, 500);
