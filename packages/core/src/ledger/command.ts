import type { Json } from '../base/canonical.js';
import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { Issue } from '../base/codec.js';
import { issues } from '../base/codec.js';
import type { Instant } from '../base/time.js';
import type { Catalogue, DecodeError } from '../events/catalogue.js';
import { decodeData } from '../events/catalogue.js';
import type { StandardEvents } from '../events/standard-events.js';
import type { EventId } from '../events/fields.js';
import type { Actor, Decision, Draft, Source } from '../record/envelope.js';
import { Draft as DraftCodec } from '../record/envelope.js';

/**
 * Something to be recorded: the event asked for, without what the ledger itself gives it (id, time, version, place, hashes). `stream`
 * may be left out where the data says it.
 */
export interface Command<T extends string = string, D = unknown> {
  readonly type: T;
  readonly data: D;
  readonly actor: Actor;
  readonly stream?: string;
  readonly source?: Source;
  readonly decision?: Decision;
  readonly cause?: EventId;
  readonly correlation?: string;
  /** Free text beside the event; the ledger salts it and puts its hash into `data.textHash`. */
  readonly text?: string;
}

/** A command of Driftbok's own families: its data is of its type's form at compile time. */
export type StandardCommand = { [T in keyof StandardEvents]: Command<T, StandardEvents[T]> }[keyof StandardEvents];

/** A command that is no event: its data is not of its type's form, or no stream can be told. `index` counts the commands from 0. */
export interface CommandError {
  readonly _tag: 'CommandError';
  readonly index: number;
  readonly type: string;
  readonly issues: readonly Issue[];
}

/** What a draft needs that a pure function cannot make. */
export interface Stamp {
  readonly id: EventId;
  readonly recordedAt: Instant;
}

/** The draft that a command asks for. Left: `CommandError`. */
export function draftOfCommand(catalogue: Catalogue, command: Command, index: number, stamp: Stamp): Either<CommandError, Draft> {
  const { type, data, stream, text: _text, ...rest } = command;
  const fail = (found: readonly Issue[]): Either<CommandError, never> => left({ _tag: 'CommandError', index, type, issues: found });
  const entry = catalogue.get(type);
  const schemaVersion = entry?.schemaVersion ?? 1;
  const decoded: Either<DecodeError, unknown> = decodeData(catalogue, type, schemaVersion, data as Json);
  if (isLeft(decoded)) return fail(decoded.left.issues);
  const target = stream ?? entry?.stream(decoded.right);
  if (target === undefined) return fail([{ path: 'stream', expected: entry?.streamForm ?? 'a stream', got: 'nothing' }]);
  const draft = { ...rest, ...stamp, stream: target, type, schemaVersion, data: decoded.right as Json };
  const checked = DraftCodec.decode(draft);
  return checked._tag === 'Right' ? right(checked.right) : fail(issues(checked.left));
}
