import type { Codec } from '../base/codec.js';
import { line, object, oneOf, pattern, refined } from '../base/codec.js';
import { isWellFormed } from '../base/codec.js';
import type { Json } from '../base/canonical.js';
import { isShallow, maxDepth } from '../base/canonical.js';
import type { Day, Instant } from '../base/time.js';
import type { AmountText, EventId } from '../events/fields.js';
import { day, eventId, instant, label, precision, sha256Text, slug } from '../events/fields.js';

/** Who recorded an event: a role and an opaque id, never a person's name. */
export interface Actor {
  readonly role: string;
  readonly id: string;
}

/** How well a figure is known: as printed, as a text states it, inferred from other figures, or assumed. */
export type Basis = 'printed' | 'stated' | 'inferred' | 'assumed';

/** Where an event's content comes from. */
export interface Source {
  readonly document: string;
  readonly page?: number;
  readonly basis: Basis;
  /** The rounding of the figures in kronor: 1000.00 for a table in tkr. */
  readonly precision?: AmountText;
}

/** The decision an event rests on. */
export interface Decision {
  readonly body: string;
  readonly date: Day;
  readonly paragraph?: string;
  readonly registryNumber?: string;
}

/** An event before a store has given it its place: what a draft line holds. */
export interface Draft<T extends string = string, D = Json> {
  readonly id: EventId;
  readonly stream: string;
  readonly type: T;
  readonly schemaVersion: number;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly source?: Source;
  readonly decision?: Decision;
  /** The event that this one follows from. */
  readonly cause?: EventId;
  /** Events of one piece of work share it. */
  readonly correlation?: string;
  readonly data: D;
  /** Free text, beside the event: only its salted hash, `data.textHash`, is part of it. */
  readonly text?: string;
  /** 16 random bytes as 32 hex digits, with every text. */
  readonly salt?: string;
}

/** An event in its place in a ledger: what a ledger line holds. Never changed; text and salt alone can be erased. */
export interface Recorded<T extends string = string, D = Json> extends Draft<T, D> {
  /** 1-based in its stream. */
  readonly version: number;
  /** 1-based in the ledger, without gaps. */
  readonly position: number;
  readonly prevHash: string;
  readonly hash: string;
}

/** The longest free text, in UTF-16 code units. */
export const maxTextLength = 65_536;

const ordinal: Codec<number> = refined('a whole number from 1', (u) => Number.isSafeInteger(u) && (u as number) >= 1);
const role = line('a role', 64);
export const Actor: Codec<Actor> = object('Actor', { role, id: line('an id', 128) });
export const Source: Codec<Source> = object(
  'Source',
  { document: label, basis: oneOf('printed', 'stated', 'inferred', 'assumed') },
  { page: ordinal, precision },
);
export const Decision: Codec<Decision> = object('Decision', { body: label, date: day }, { paragraph: label, registryNumber: label });

export const streamName: Codec<string> = pattern(
  'a stream such as outcome/2025-07',
  /^[a-z][a-z-]{0,31}(\/[\p{L}\d][\p{L}\d._-]{0,63})?$/u,
);
const json: Codec<Json> = refined(`JSON at most ${maxDepth} deep`, (u) => u !== undefined && isShallow(u, maxDepth));
const freeText: Codec<string> = refined(
  `a text of 1 to ${maxTextLength} characters`,
  (u) => typeof u === 'string' && u.length > 0 && u.length <= maxTextLength && isWellFormed(u),
);
/** The salt of a text: 16 bytes. */
export const saltText: Codec<string> = pattern('32 lower-case hex digits', /^[0-9a-f]{32}$/);
const type: Codec<string> = pattern('an event type such as OutcomePosted', /^[A-Z][A-Za-z0-9]{0,63}$/);

const draftFields = { id: eventId, stream: streamName, type, schemaVersion: ordinal, recordedAt: instant, actor: Actor, data: json };
const optionalFields = {
  source: Source,
  decision: Decision,
  cause: eventId,
  correlation: slug,
  text: freeText,
  salt: saltText,
};

/** The codec of a draft line's object; `data` is held against its type's codec apart. */
export const Draft: Codec<Draft> = object('Draft', draftFields, optionalFields);
/**
 * The codec of a draft whose data is known to be JSON and no deeper than it may be, as a copy of plain JSON is: to walk through the data of
 * every event once more would cost a store a tenth of what it costs to append it.
 */
export const CopiedDraft: Codec<Draft> = object(
  'Draft',
  { ...draftFields, data: refined<Json>('JSON', (u) => u !== undefined) },
  optionalFields,
);
/** The codec of a ledger line's object. */
export const Recorded: Codec<Recorded> = object(
  'Recorded',
  { ...draftFields, version: ordinal, position: ordinal, prevHash: sha256Text, hash: sha256Text },
  optionalFields,
);
