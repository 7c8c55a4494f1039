import type { Either, Hash, Recorded, StoreError } from '@driftbok/core';
import { canonicalJson, isLeft, left, parseLine, right } from '@driftbok/core';
import type { Plan } from '@driftbok/core/adapter';
import type { EventRow, StoredPlan } from './engine.js';
import { Refusal } from './engine.js';
import { redactedBy } from './redacted.js';

/** Free text that lies beside an event, apart from its line. */
export interface FreeText {
  readonly text: string;
  readonly salt: string;
}

/**
 * Plans with a hash function that keeps what it was given: a line is the very text that the event's hash is of, free text apart,
 * and it is written once.
 */
export function planStored(hash: Hash, planned: (hash: Hash) => Either<StoreError, Plan>): Either<StoreError, StoredPlan> {
  const lines: string[] = [];
  const plan = planned((data) => {
    // A free text is hashed with its salt, as bytes; lines are texts, and come in the order of their events.
    if (typeof data === 'string') lines.push(data);
    return hash(data);
  });
  if (isLeft(plan)) return plan;
  const { events, erase, receipt } = plan.right;
  return right({ events: events.map((event, index) => ({ event, line: lines[index] ?? hashedText(event) })), erase, receipt });
}

/** What an event's hash is taken of. */
function hashedText(event: Recorded): string {
  const { text: _text, salt: _salt, hash: _hash, ...hashed } = event;
  return canonicalJson(hashed);
}

/** The free text of an event as databases keep it, or undefined where it has none. */
export function storedText({ text, salt }: Recorded): FreeText | undefined {
  return text === undefined || salt === undefined ? undefined : { text: JSON.stringify(text), salt };
}

type Mutable<A> = { -readonly [K in keyof A]: A[K] };

/** Whether what a line holds is an envelope. That it is a sound one was found when it was appended, and its hash says that it is the same. */
function isEnvelope(value: unknown): value is Mutable<Recorded> {
  if (typeof value !== 'object' || value === null) return false;
  const { id, stream, type, version, position, schemaVersion, recordedAt, actor, data } = value as Readonly<Record<string, unknown>>;
  return (
    typeof id === 'string' &&
    typeof stream === 'string' &&
    typeof type === 'string' &&
    typeof version === 'number' &&
    typeof position === 'number' &&
    typeof schemaVersion === 'number' &&
    typeof recordedAt === 'string' &&
    typeof actor === 'object' &&
    data !== undefined
  );
}

const unitSeparator = '\u001f';

/** What an event's columns hold, as `columnsText` writes them, where they are as its line says. */
const columnsOf = ({ id, stream, version, type, recordedAt }: Recorded): string =>
  `${id}${unitSeparator}${stream}${unitSeparator}${version}${unitSeparator}${type}${unitSeparator}${recordedAt}`;

/** Whether columns are as an event's line says. Only one engine keeps what an event redacts in a column of its own. */
function fitColumns(columns: string, event: Recorded): boolean {
  const said = columnsOf(event);
  return columns === said || columns === said + unitSeparator + (redactedBy(event) ?? '');
}

const saltForm = /^[0-9a-f]{32}$/;

const shown = (columns: string): string => columns.replaceAll('\u001f', ' ').slice(0, 300);

/**
 * An event from its row.
 *
 * Left: `Corrupt` where the line is not what its hash was taken of, no event, or not the one of its place, where a column beside it says
 * something else, or where its text cannot be one.
 */
export function eventOfRow({ position, line, hash, text, salt, columns }: EventRow, hashing: Hash): Either<StoreError, Recorded> {
  const corrupt = (expected: string, got: string): Either<StoreError, never> =>
    left({ _tag: 'Corrupt', kind: 'content', position, expected, got });
  const computed = hashing(line);
  if (computed !== hash) return corrupt(`a line of the hash ${hash}`, `one of ${computed}`);
  const json = parseLine(line);
  const read: unknown = isLeft(json) ? undefined : json.right;
  if (!isEnvelope(read)) return corrupt('the line of an event', line.slice(0, 80));
  const event = read;
  // The computed one: what was cut out of a row's text keeps the whole of it in memory, for as long as a book lives.
  event.hash = computed;
  if (event.position !== position) return corrupt(`position ${position}`, `position ${event.position}`);
  if (columns !== undefined && !fitColumns(columns, event)) {
    return corrupt(`columns as the line says, ${shown(columnsOf(event))}`, shown(columns));
  }
  if (text === null || salt === null) return right(event);
  if (!saltForm.test(salt)) return corrupt('a salt of 32 hex digits', salt.slice(0, 80));
  const free = parseLine(text);
  // A text can be spelt in several ways, and is kept in one.
  if (isLeft(free) || typeof free.right !== 'string' || JSON.stringify(free.right) !== text) {
    return corrupt('a text as a JSON string', text.slice(0, 80));
  }
  event.text = free.right;
  event.salt = salt;
  return right(event);
}

/** An event from its row, where nothing can be done without it. Throws a {@link Refusal}. */
export function eventOrRefusal(row: EventRow, hashing: Hash): Recorded {
  const event = eventOfRow(row, hashing);
  if (isLeft(event)) throw new Refusal(event.left);
  return event.right;
}
