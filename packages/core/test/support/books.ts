import { expect } from 'vitest';
import type { Book, Catalogue, DecodeError, Draft, Proposal, ProposalError, Rejection } from '@driftbok/core';
import { emptyBook, eventsOf, headOfBook, orThrow, propose, standardCatalogue } from '@driftbok/core';
import { ansvar, dimension, konto, opened } from './drafts.js';
import { leftOf } from './either.js';

/** A small municipality: unit 5 with 51 and 52 beneath, unit 6; accounts `in` and `ut`. */
export const chart = (): readonly Draft[] => [
  opened(),
  dimension('ansvar'),
  dimension('konto'),
  ansvar('5'),
  ansvar('51', '5'),
  ansvar('52', '5'),
  ansvar('6'),
  konto('in'),
  konto('ut'),
];

/** A book that holds drafts. */
export const bookOf = (drafts: readonly Draft[], catalogue: Catalogue = standardCatalogue): Book =>
  orThrow(propose(emptyBook(catalogue), drafts)).book;

/** A book of the small municipality and more drafts. */
export const charted = (...more: readonly Draft[]): Book => bookOf([...chart(), ...more]);

/** Proposes drafts that are to be accepted. */
export const accepted = (book: Book, ...drafts: readonly Draft[]): Proposal => orThrow(propose(book, drafts));

/** The book after more drafts. */
export const plus = (book: Book, ...drafts: readonly Draft[]): Book => accepted(book, ...drafts).book;

/** Everything that a book says, copied: to be held against what it says later. */
export function snapshot(book: Book): unknown {
  const { journal } = book.history;
  const { coding, reason, ...columns } = Object.fromEntries(
    Object.entries(journal.columns).map(([name, values]) => [name, [...(values as Uint32Array).subarray(0, book.lines)]] as const),
  );
  return structuredClone({
    position: book.position,
    head: headOfBook(book),
    state: book.state,
    lines: book.lines,
    columns: { ...columns, coding: coding?.map((id) => journal.codings.codes(id)), reason: reason?.map((id) => journal.reasonText(id)) },
    events: eventsOf(book),
  });
}

/** What a history keeps for all its books, copied: as it is for the newest. */
function innards({ history }: Book): unknown {
  const { journal } = history;
  const events = [...history.upTo(history.length)];
  return structuredClone({
    codings: Array.from({ length: journal.codings.size }, (_, id) => journal.codings.codes(id)),
    versions: [...new Set(events.map(({ stream }) => stream))].map((stream) => [stream, history.versionOf(stream)]),
    ids: events.map(({ id }) => history.positionOf(id)),
    lines: journal.length,
    overflows: journal.overflows,
  });
}

/** Proposes drafts that are to be refused, and sees to it that nothing of them is left. */
export function refused(book: Book, ...drafts: readonly Draft[]): ProposalError {
  const before = [snapshot(book), innards(book)];
  const error = leftOf(propose(book, drafts));
  expect([snapshot(book), innards(book)]).toEqual(before);
  return error;
}

const isRejection = (error: Rejection | DecodeError): error is Rejection => error._tag === 'Rejection';

/** The rejection of the last of some drafts: what it says, without its tag. */
export function rejected(book: Book, ...drafts: readonly Draft[]): Omit<Rejection, '_tag'> {
  const { error, index, id } = refused(book, ...drafts);
  expect([index, id]).toEqual([drafts.length - 1, drafts.at(-1)?.id]);
  if (!isRejection(error)) throw new Error(`expected a rejection, got ${JSON.stringify(error)}`);
  const { _tag, ...rest } = error;
  return rest;
}
