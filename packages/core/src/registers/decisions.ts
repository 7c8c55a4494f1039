import type { Instant } from '../base/time.js';
import type { DecisionPoint, DecisionRecorded } from '../events/decision.js';
import type { Reference } from '../events/reference.js';
import type { Decision } from '../record/envelope.js';
import type { Book } from '../replay/book.js';
import { outlineAt } from '../replay/book.js';

/** A step of a matter: where it was taken up, and what came of it. */
export interface DecisionStep {
  readonly stage: DecisionRecorded['stage'];
  readonly recordedAt: Instant;
  readonly position: number;
  /** The body and its day; a meeting that is only planned has no paragraph. */
  readonly decision?: Decision;
  readonly outcome?: NonNullable<DecisionRecorded['outcome']>;
}

/** A matter before a body. */
export interface DecisionMatter {
  readonly id: string;
  readonly label: string;
  readonly stage: DecisionRecorded['stage'];
  readonly outcome?: NonNullable<DecisionRecorded['outcome']>;
  readonly points: readonly DecisionPoint[];
  readonly concerns: readonly Reference[];
  readonly steps: readonly DecisionStep[];
}

/**
 * The matters of a book with the steps that each has taken, in the order they were first recorded.
 *
 * @example
 * ```ts
 * import { decisionsOf, emptyBook } from '@driftbok/core';
 * decisionsOf(emptyBook()) // => []
 * ```
 */
export function decisionsOf(book: Book): readonly DecisionMatter[] {
  return [...book.state.decisions.values()].map(({ decision: id, label, stage, outcome, points, concerns, history }) => ({
    id,
    label,
    stage,
    ...(outcome === undefined ? {} : { outcome }),
    points: points ?? [],
    concerns: concerns ?? [],
    steps: history.map((moment) => {
      const { recordedAt = '', decision } = outlineAt(book, moment.position) ?? {};
      return {
        stage: moment.stage,
        recordedAt,
        position: moment.position,
        ...(decision === undefined ? {} : { decision }),
        ...(moment.stage === 'decided' && outcome !== undefined ? { outcome } : {}),
      };
    }),
  }));
}
