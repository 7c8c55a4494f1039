import type { Codec } from '../base/codec.js';
import { object } from '../base/codec.js';
import type { Month } from '../base/time.js';
import type { EventId } from './fields.js';
import { eventId, label, month } from './fields.js';
import type { Lines } from './lines.js';
import { lines } from './lines.js';

/** Outcome booked: a month's import, a voucher, a late posting. Each line says its own accounting month. */
export interface OutcomePosted {
  readonly lines: Lines;
  readonly label?: string;
}
export const OutcomePosted: Codec<OutcomePosted> = object('OutcomePosted', { lines }, { label });

/** An earlier posting taken back whole: the same lines with the other sign, in the same months. */
export interface OutcomeReversed {
  readonly posting: EventId;
  /** The month in the posting's stream. */
  readonly month: Month;
  readonly label?: string;
}
export const OutcomeReversed: Codec<OutcomeReversed> = object('OutcomeReversed', { posting: eventId, month }, { label });

/** An accounting month takes no more outcome, until reopened. */
export interface PeriodClosed {
  readonly month: Month;
}
export const PeriodClosed: Codec<PeriodClosed> = object('PeriodClosed', { month });

/** A closed accounting month takes outcome again. */
export interface PeriodReopened {
  readonly month: Month;
}
export const PeriodReopened: Codec<PeriodReopened> = object('PeriodReopened', { month });
