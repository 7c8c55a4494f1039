import type { Codec } from '@driftbok/core';
import { oneOf } from '@driftbok/core';
import { boolean } from '../codec/scalars.js';

/** How digits are set: the marks between them and before them. */
export interface Notation {
  /** Between groups of three digits: nothing, U+0020, U+00A0 or U+202F. */
  readonly thousands: '' | ' ' | '\u00a0' | '\u202f';
  readonly decimal: ',' | '.';
  /** "-" U+002D, "−" U+2212 or "–" U+2013. */
  readonly minus: '-' | '−' | '–';
  /** Whether a number above 0 gets a "+". */
  readonly plus: boolean;
}

/** The codecs of {@link Notation}'s fields, for those that build on it. */
export const notationFields: { readonly [K in keyof Notation]: Codec<Notation[K]> } = {
  thousands: oneOf('', ' ', '\u00a0', '\u202f'),
  decimal: oneOf(',', '.'),
  minus: oneOf('-', '−', '–'),
  plus: boolean,
};

/** As the contracts print numbers: U+0020 between thousands, a decimal comma, "-", no plus sign. */
export const swedishNotation: Notation = { thousands: ' ', decimal: ',', minus: '-', plus: false };

const THOUSANDS = /\B(?=(\d{3})+$)/g;

/**
 * Sets a rounded number. The sign comes last, from the digits that are left: so what rounds to nothing is "0", never "-0".
 *
 * @param whole the digits before the decimal mark, at least one
 * @param fraction the digits after it, perhaps none
 */
export function setDigits(negative: boolean, whole: string, fraction: string, notation: Notation): string {
  const grouped = whole.replace(THOUSANDS, notation.thousands);
  const digits = fraction === '' ? grouped : `${grouped}${notation.decimal}${fraction}`;
  if (/^0*$/.test(whole + fraction)) return digits;
  if (negative) return `${notation.minus}${digits}`;
  return notation.plus ? `+${digits}` : digits;
}
