import type { Codec } from '../base/codec.js';
import { list, object, oneOf } from '../base/codec.js';
import { refined } from '../base/codec.js';
import type { Month } from '../base/time.js';
import type { Code, DimensionId } from './fields.js';
import { code, dimensionId, label, month, shareText } from './fields.js';

/** A dimension of the code string, from now on allowed in lines. */
export interface DimensionDeclared {
  readonly dimension: DimensionId;
  readonly label: string;
}
export const DimensionDeclared: Codec<DimensionDeclared> = object('DimensionDeclared', { dimension: dimensionId, label });

/** A code, in the tree beneath `parent` (a root without one), valid from a month on (inclusive) or always. */
export interface CodeOpened {
  readonly dimension: DimensionId;
  readonly code: Code;
  readonly label: string;
  readonly parent?: Code;
  readonly from?: Month;
  /** What is known only for the whole of `parent` lies here ("ej fördelat"); shown only when it is not 0. */
  readonly residual?: true;
}
const yes: Codec<true> = refined('true', (u) => u === true);
export const CodeOpened: Codec<CodeOpened> = object(
  'CodeOpened',
  { dimension: dimensionId, code, label },
  { parent: code, from: month, residual: yes },
);

/** Another label from a month on (inclusive). */
export interface CodeRenamed {
  readonly dimension: DimensionId;
  readonly code: Code;
  readonly label: string;
  readonly from: Month;
}
export const CodeRenamed: Codec<CodeRenamed> = object('CodeRenamed', { dimension: dimensionId, code, label, from: month });

/** Another parent from a month on (inclusive); without one, a root. */
export interface CodeMoved {
  readonly dimension: DimensionId;
  readonly code: Code;
  readonly parent?: Code;
  readonly from: Month;
}
export const CodeMoved: Codec<CodeMoved> = object('CodeMoved', { dimension: dimensionId, code, from: month }, { parent: code });

/** Part of what a succeeded code goes on in. */
export interface Successor {
  readonly code: Code;
  /** From 0 to 1 as a decimal text; the shares of a split sum to 1. Left out where not known. */
  readonly share?: string;
}

/**
 * A merge (several codes into one), a split (one into several, with shares where known) or a replacement (one into one), from a
 * month on (inclusive). The predecessors take no lines for months from then on.
 */
export interface CodeSucceeded {
  readonly dimension: DimensionId;
  readonly kind: 'merge' | 'split' | 'replacement';
  readonly predecessors: readonly Code[];
  readonly successors: readonly Successor[];
  readonly from: Month;
}
const successor: Codec<Successor> = object('Successor', { code }, { share: shareText });
export const CodeSucceeded: Codec<CodeSucceeded> = object('CodeSucceeded', {
  dimension: dimensionId,
  kind: oneOf('merge', 'split', 'replacement'),
  predecessors: list(code, 1, 1000),
  successors: list(successor, 1, 1000),
  from: month,
});

/** The code takes no lines for months from `from` on (inclusive). */
export interface CodeClosed {
  readonly dimension: DimensionId;
  readonly code: Code;
  readonly from: Month;
}
export const CodeClosed: Codec<CodeClosed> = object('CodeClosed', { dimension: dimensionId, code, from: month });
