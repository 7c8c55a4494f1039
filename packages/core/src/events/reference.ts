import type { Codec } from '../base/codec.js';
import { byKey, line, object } from '../base/codec.js';
import type { Month } from '../base/time.js';
import type { ClaimSubject } from './claim.js';
import { ClaimSubject as subject } from './claim.js';
import type { RoundId } from './fields.js';
import { month, roundId, slug } from './fields.js';

/** A cell of a printed table: the table's specification by id, its row and column, and the report's period. */
export interface CellReference {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly period: Month;
}

/** What a comment or a decision is about: exactly one thing, by its id. `figures` speaks of a number of the ledger, not of a cell. */
export type Reference =
  | { readonly action: string }
  | { readonly assignment: string }
  | { readonly goal: string }
  | { readonly indicator: string }
  | { readonly decision: string }
  | { readonly round: RoundId }
  | { readonly cell: CellReference }
  | { readonly figures: ClaimSubject };

const cell: Codec<CellReference> = object('CellReference', {
  table: slug,
  row: line('a row', 64),
  column: line('a column', 64),
  period: month,
});

const kinds = {
  action: object<{ readonly action: string }>('Reference', { action: slug }),
  assignment: object<{ readonly assignment: string }>('Reference', { assignment: slug }),
  goal: object<{ readonly goal: string }>('Reference', { goal: slug }),
  indicator: object<{ readonly indicator: string }>('Reference', { indicator: slug }),
  decision: object<{ readonly decision: string }>('Reference', { decision: slug }),
  round: object<{ readonly round: RoundId }>('Reference', { round: roundId }),
  cell: object<{ readonly cell: CellReference }>('Reference', { cell }),
  figures: object<{ readonly figures: ClaimSubject }>('Reference', { figures: subject }),
} as const;

/** The kinds of thing that a reference can name. */
export type ReferenceKind = Reference extends infer R ? (R extends unknown ? keyof R : never) : never;

/** Which kind of thing a reference names. */
export const kindOf = (reference: Reference): ReferenceKind => Object.keys(reference)[0] as ReferenceKind;

export const Reference: Codec<Reference> = byKey<Reference>(Object.keys(kinds).join(' | '), kinds);
