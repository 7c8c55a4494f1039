import { isLeft, isRight, right } from '../../../src/base/either.js';
import { sha256Hex } from '../../../src/base/hash.js';
import type { Draft } from '../../../src/record/envelope.js';
import type { EventStore } from '../../../src/store/port.js';
import type { BrokenStore } from './kit.js';
import { appending, broken, changing, mapped } from './kit.js';

/** Keeps texts by the event's id and lays them back beside what is read. */
function rememberingTexts(store: EventStore): Partial<EventStore> {
  const texts = new Map<string, Draft>();
  return {
    append: (ledger, batch, expected) => {
      for (const draft of batch) if (draft.text !== undefined) texts.set(draft.id, draft);
      return store.append(ledger, batch, expected);
    },
    read: (ledger, query) =>
      mapped(store.read(ledger, query), (event) => {
        const { text, salt } = texts.get(event.id) ?? {};
        return text === undefined || salt === undefined ? event : { ...event, text, salt };
      }),
  };
}

/** Takes a text back that was erased, when its batch comes once more. */
function takingTextsBack(store: EventStore): Partial<EventStore> {
  const back = new Map<string, Draft>();
  return {
    append: async (ledger, batch, expected) => {
      const result = await store.append(ledger, batch, expected);
      if (isRight(result) || result.left._tag !== 'TextErased') return result;
      for (const draft of batch) back.set(draft.id, draft);
      return store.append(
        ledger,
        batch.map(({ text: _text, salt: _salt, ...rest }) => rest),
      );
    },
    read: (ledger, query) => mapped(store.read(ledger, query), (event) => ({ ...event, ...back.get(event.id), version: event.version })),
  };
}

/** Mistakes with texts and their erasure. */
export const textMistakes: readonly BrokenStore[] = [
  broken(
    'takes a text without asking about its hash',
    'texts/other-hash',
    appending(async (store, ledger, batch, expected) => {
      const result = await store.append(ledger, batch, expected);
      if (isRight(result) || result.left._tag !== 'TextMismatch') return result;
      return store.append(
        ledger,
        batch.map(({ text: _text, salt: _salt, ...rest }) => rest),
        expected,
      );
    }),
  ),
  broken('gives a text after its redaction', 'redaction/erases', rememberingTexts),
  broken('takes an erased text back with its batch', 'redaction/not-back', takingTextsBack),
  broken('erases the salt only', 'redaction/erases', (store) => {
    const remembering = { ...store, ...rememberingTexts(store) };
    return { ...remembering, read: (ledger, query) => mapped(remembering.read(ledger, query), ({ salt: _salt, ...event }) => event) };
  }),
  broken(
    'redacts without recording it',
    'redaction/event',
    changing((event) => (event.type === 'TextRedacted' ? undefined : event)),
  ),
  broken('redacts once more by another id', 'redaction/again-by-another', (store) => ({
    redact: async (ledger, request) => {
      const result = await store.redact(ledger, request);
      const head = await store.head(ledger);
      if (isRight(result) || result.left._tag !== 'NothingToRedact' || isLeft(head) || head.right === undefined) return result;
      return right({ first: 1, last: 1, head: head.right, repeated: true });
    },
  })),
  broken('erases nothing when a redaction is appended', 'redaction/appended', (store) => ({
    append: (ledger, batch, expected) =>
      store.append(
        ledger,
        batch.map((each) => (each.type === 'TextRedacted' ? { ...each, type: 'TextErased' } : each)),
        expected,
      ),
  })),
  broken(
    'hashes the text as well',
    'texts/outside-hash',
    changing((event) => (event.text === undefined ? event : { ...event, hash: sha256Hex(event.hash + event.text) })),
  ),
];
