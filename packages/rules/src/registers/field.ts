import type { Amount, Comment } from '@driftbok/core';

/** What a field of a register's entry holds, before it is printed. Null where there is nothing, which is not 0. */
export type Field =
  | { readonly kind: 'amount'; readonly amount: Amount }
  /** A decimal number, with the decimals it is shown with and what stands before it ("<") and after it ("%"). */
  | { readonly kind: 'ratio'; readonly value: string; readonly decimals: number; readonly prefix?: string; readonly suffix?: string }
  /** A decimal number with its unit, a range of two (`80 – 100`), or how far from a number at most (`+/- 0,5`); the unit is printed as the template says. */
  | { readonly kind: 'measure'; readonly values: readonly string[]; readonly unit: string; readonly form: 'plain' | 'range' | 'tolerance' }
  | { readonly kind: 'count'; readonly count: number }
  /** People's own words: labels, comments, days. */
  | { readonly kind: 'text'; readonly text: string }
  /** One of the register's own words, printed as the template says: `ongoing`. */
  | { readonly kind: 'word'; readonly word: string };

/** An entry of a register: a row of its table. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly level: number;
  /** By field; a field left out is blank. */
  readonly fields: Readonly<Record<string, Field | null>>;
}

/** A comment's text; a word where it is erased, since blank would look like a comment without words. */
export const commentField = (comment: Comment | undefined): Field | null =>
  comment === undefined ? null : comment.text === undefined ? wordField('erased') : textField(comment.text);
export const textField = (text: string | undefined): Field | null => (text === undefined ? null : { kind: 'text', text });
export const wordField = (word: string | undefined): Field | null => (word === undefined ? null : { kind: 'word', word });
export const countField = (count: number | undefined): Field | null => (count === undefined ? null : { kind: 'count', count });
export const amountField = (amount: Amount | undefined): Field | null => (amount === undefined ? null : { kind: 'amount', amount });
