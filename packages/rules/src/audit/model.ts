import type { Figure, Measure } from './figure.js';

/**
 * An exact value that is sought, in grains, between two bounds, perhaps infinite. The bounds are what `owner` (a printed cell or a
 * claim) says; without one nothing is printed.
 */
export interface Variable {
  readonly owner: string | undefined;
  /** The other figure that its bounds rest on, where it is a product of two. */
  readonly also?: string;
  /** What is printed, or 0. */
  readonly printed: number;
  readonly low: number;
  readonly high: number;
}

/** The printed figures that a variable's bounds rest on: without one of them it is free. */
export const ownersOf = ({ owner, also }: Variable): readonly string[] => [owner, also].flatMap((id) => id ?? []);

/** Why values have to add up. */
export type IdentityKind = 'sum' | 'columns' | 'tie' | 'claim' | 'ratio';

/** Something that holds in every ledger: a sum of variables, each times a whole number, is nothing. */
export interface Identity {
  readonly kind: IdentityKind;
  /** The cell or claim that it is about: the total, the difference, the percentage. */
  readonly about: string;
  /** Coefficients by the variable's index. */
  readonly terms: readonly (readonly [variable: number, coefficient: number])[];
}

/** Something printed that can be wrong: a cell `table/row/column`, or a claim `claims/<index>`. */
export interface Owner {
  readonly id: string;
  readonly measure: Measure;
  readonly figure: Figure;
  /** The variable that is its value. */
  readonly variable: number;
  readonly text: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** What a printed share is a share of, by variables with their signs. */
export interface Share {
  readonly over: readonly (readonly [variable: number, sign: number])[];
  readonly below: readonly (readonly [variable: number, sign: number])[];
  /** The grains of the whole: of 100 percent, or of 1. */
  readonly whole: number;
}

/** Printed tables as a system of identities over bounded whole numbers: feasible exactly if a ledger could have produced them. */
export interface Model {
  readonly variables: readonly Variable[];
  readonly identities: readonly Identity[];
  readonly owners: ReadonlyMap<string, Owner>;
  /** Places where nothing is printed but something has to be: withheld, or a blank that others make. Their variables, by id. */
  readonly unknowns: ReadonlyMap<string, { readonly measure: Measure; readonly variable: number }>;
  /** By the id of their owner. */
  readonly shares: ReadonlyMap<string, Share>;
}
