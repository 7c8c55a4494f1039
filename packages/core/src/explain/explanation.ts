import type { Amount } from '../base/amount.js';
import type { AmountText, Driver, EventId, Evidence } from '../events/fields.js';
import type { Metric } from '../events/forecast.js';
import type { Codes } from '../events/reason.js';

/** How an explanation is grouped. */
export type GroupBy = 'reason' | 'driver' | 'unit' | 'event' | 'actor' | 'decision' | 'group';

/** A cut as it was named, and where it is. */
export interface NamedCut {
  readonly given: string;
  readonly position: number;
}

/** A stated reason beside what the lines that name it did. */
export interface Stated {
  readonly amount: AmountText;
  readonly precision: AmountText;
  /** What the lines did, rounded to the stated precision, is what is stated. Undefined where no line names the reason. */
  readonly agrees: boolean | undefined;
}

/** A part of a change. `amount`, öre, is the sum of its parts and what they leave unexplained, exactly, where it has any. */
export interface Part {
  /** What it stands for: a reason's id, a code, an event's id, `budget`, `reorganisation`, … */
  readonly id: string;
  readonly label: string;
  readonly amount: Amount;
  readonly driver: Driver | undefined;
  readonly evidence: Evidence | undefined;
  /** What the stated reason says that it is about. */
  readonly coding?: Codes;
  /** The events that it comes from, in order of position. */
  readonly events: readonly EventId[];
  readonly parts: readonly Part[];
  readonly unexplained: Amount;
  readonly stated?: Stated;
}

/** Why a number moved between two cuts, or differs from the budget at one. Parts and `unexplained` add up to `total` to the öre. */
export interface Explanation {
  readonly metric: Metric;
  readonly from: NamedCut;
  readonly to: NamedCut;
  readonly total: Amount;
  readonly parts: readonly Part[];
  readonly unexplained: Amount;
  /** The same total by what moved: they add up to it as well. */
  readonly split: { readonly forecast: Amount; readonly budget: Amount; readonly outcome: Amount; readonly organisation: Amount };
}

/** Something that cannot be explained as asked. */
export interface ExplainError {
  readonly _tag: 'ExplainError';
  readonly reason: 'span' | 'cut' | 'metric' | 'unknown-dimension' | 'unknown-code' | 'too-many-groups' | 'overflow';
  readonly expected: string;
  readonly got: string;
}
