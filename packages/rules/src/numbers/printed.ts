/**
 * What a printed cell says. A blank (nothing there), a "-" and a "*" (withheld, or explained in a note) are told apart from 0 and
 * from each other: which of them means what is for the report to say.
 */
export type Printed<A> =
  { readonly kind: 'number'; readonly value: A } | { readonly kind: 'blank' } | { readonly kind: 'dash' } | { readonly kind: 'asterisk' };

/**
 * A text that is no number as printed in Swedish. `reason` says why:
 * `form` (not digits with a sign before them), `grouping` (a group that is not of three digits), `decimals` (more of them than the
 * format has), `percent` (a "%" where none is printed), `overflow` (more than the core can hold). `got` is cut to 80 characters.
 */
export interface NumberError {
  readonly _tag: 'NumberError';
  readonly reason: 'form' | 'grouping' | 'decimals' | 'percent' | 'overflow';
  readonly expected: string;
  readonly got: string;
}
