import type { Codec } from '../base/codec.js';
import { list, object, oneOf } from '../base/codec.js';
import { label, slug } from './fields.js';
import { Reference } from './reference.js';

/** One point of a decision or of a proposal for one. */
export interface DecisionPoint {
  readonly id: string;
  readonly label: string;
  readonly concerns?: readonly Reference[];
}

/**
 * A matter before a body: proposed, planned for a meeting, or decided. It is recorded again as it goes on, and never goes back. The
 * body, its day, paragraph and registry number stand in the event's `decision`; a meeting that is only planned has no paragraph.
 */
export interface DecisionRecorded {
  readonly decision: string;
  readonly label: string;
  readonly stage: 'proposed' | 'planned' | 'decided';
  readonly outcome?: 'approved' | 'rejected' | 'referred' | 'noted';
  readonly points?: readonly DecisionPoint[];
  readonly concerns?: readonly Reference[];
}

const concerns = list(Reference, 1, 100);
const point: Codec<DecisionPoint> = object('DecisionPoint', { id: slug, label }, { concerns });

export const DecisionRecorded: Codec<DecisionRecorded> = object(
  'DecisionRecorded',
  { decision: slug, label, stage: oneOf('proposed', 'planned', 'decided') },
  { outcome: oneOf('approved', 'rejected', 'referred', 'noted'), points: list(point, 1, 50), concerns },
);
