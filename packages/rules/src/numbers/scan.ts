import type { Either } from '@driftbok/core';
import { left, right } from '@driftbok/core';
import type { Notation } from './notation.js';
import type { NumberError, Printed } from './printed.js';

/** A printed number taken apart; its value is `whole`,`fraction` as written. */
export interface Digits {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
  readonly percent: boolean;
}

export const numberError = (reason: NumberError['reason'], expected: string, got: string): Either<NumberError, never> =>
  left({ _tag: 'NumberError', reason, expected, got: got.slice(0, 80) });

const DASH = /^[-−–]$/;
const GAP = /[ \u00a0\u202f]/;
const numeral = (mark: string): RegExp =>
  new RegExp(`^([-−–+])?[ \u00a0\u202f]?(\\d+(?:[ \u00a0\u202f]\\d+)*)(?:${mark}(\\d+))?([ \u00a0\u202f]?%)?$`);
const NUMERAL = { ',': numeral(','), '.': numeral('\\.') };

// No figure of a municipality is longer, and a hostile text must not cost time.
const maxLength = 60;

/**
 * Takes a printed number apart, whichever of the three spaces and three minus signs it was set with; `decimal` is its decimal mark.
 * White space round it is no part of it.
 *
 * Left: `NumberError` with reason `form` or `grouping`.
 */
export function scan(text: string, decimal: Notation['decimal']): Either<NumberError, Printed<Digits>> {
  const body = text.trim();
  if (body === '') return right({ kind: 'blank' });
  if (body === '*') return right({ kind: 'asterisk' });
  if (DASH.test(body)) return right({ kind: 'dash' });
  const match = body.length > maxLength ? null : NUMERAL[decimal].exec(body);
  if (match === null) return numberError('form', `a number such as 1 041${decimal}5 or -943`, text);
  const [, sign, integer = '', fraction = '', percent] = match;
  // Either no groups at all, as a spreadsheet writes it, or all of them: "1 0000" and "1041 000" have gained or lost a digit.
  const [first = '', ...others] = integer.split(GAP);
  if (others.length > 0 && (first.length > 3 || others.some((group) => group.length !== 3))) {
    return numberError('grouping', 'groups of three digits, or none', text);
  }
  const whole = first + others.join('');
  // "0510" is a code, and so is a table's "007".
  if (whole.length > 1 && whole.startsWith('0')) return numberError('form', 'a number without zeros before it', text);
  return right({
    kind: 'number',
    value: { negative: sign !== undefined && sign !== '+', whole, fraction, percent: percent !== undefined },
  });
}
