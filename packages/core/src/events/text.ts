import type { Codec } from '../base/codec.js';
import { object } from '../base/codec.js';
import type { EventId } from './fields.js';
import { eventId, label } from './fields.js';

/** The free text beside an event was erased by decision. The event, its hash and every figure stand as they were. */
export interface TextRedacted {
  readonly event: EventId;
  readonly legalBasis: string;
}
export const TextRedacted: Codec<TextRedacted> = object('TextRedacted', { event: eventId, legalBasis: label });
