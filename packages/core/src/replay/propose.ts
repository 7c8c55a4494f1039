import type { Json } from '../base/canonical.js';
import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { Hash } from '../base/hash.js';
import { sha256Hex } from '../base/hash.js';
import type { DecodeError } from '../events/catalogue.js';
import { decodeData, postsOf } from '../events/catalogue.js';
import { decide } from '../decide/decide.js';
import type { Rejection } from '../decide/rejection.js';
import type { MutableState } from '../evolve/state.js';
import { initialState } from '../evolve/state.js';
import type { Head } from '../record/chain.js';
import { headOf, seal } from '../record/chain.js';
import type { Draft, Recorded } from '../record/envelope.js';
import type { Book } from './book.js';
import { bookOf, outlineAt, fork, isNewest } from './book.js';
import { fold } from './fold.js';
import { immer } from './immer.js';

/** A draft of a batch that cannot be recorded, and why; `index` counts the batch from 0. */
export interface ProposalError {
  readonly _tag: 'ProposalError';
  readonly index: number;
  readonly id: string;
  readonly type: string;
  readonly error: DecodeError | Rejection;
}

/** A batch that may be recorded: its events in their places, and the book after them. */
export interface Proposal {
  readonly events: readonly Recorded[];
  readonly book: Book;
  /** Takes the batch back out of the history, when it could not be stored after all. The book it gave is void then. */
  readonly withdraw: () => void;
}

/** The end of a book, undefined when it is empty. */
export function headOfBook(book: Book): Head | undefined {
  const last = outlineAt(book, book.position);
  return last === undefined ? undefined : headOf(last);
}

/**
 * Decides a batch against a book, each event after the ones before it, and folds it. All or nothing: at the first refusal
 * everything is as it was.
 *
 * Left: `ProposalError` holding a `DecodeError` (unknown type, newer version, wrong form) or a `Rejection`.
 */
export function propose(book: Book, drafts: readonly Draft[], hash: Hash = sha256Hex): Either<ProposalError, Proposal> {
  const base = isNewest(book) ? book : fork(book);
  const misplaced = misplacedDraft(base, drafts);
  if (misplaced !== undefined) return left(misplaced);
  const { history } = base;
  const mark = history.journal.mark();
  // A private state for a ledger's very first batch, which may be a whole history; else one immer step for the batch.
  const first = base.position === 0;
  const state: MutableState = first ? initialState() : immer.createDraft(base.state);
  let withdrawn = false;
  const withdraw = (): void => {
    if (withdrawn) return;
    withdrawn = true;
    history.truncate(base.position);
    history.journal.rollback(mark);
  };
  const events: Recorded[] = [];
  let head = headOfBook(base);
  let accepted = false;
  try {
    for (const [index, draft] of drafts.entries()) {
      const sealed = decideOne(state, base, draft, head, hash);
      if (isLeft(sealed)) return left({ _tag: 'ProposalError', index, id: draft.id, type: draft.type, error: sealed.left });
      events.push(sealed.right);
      head = headOf(sealed.right);
    }
    accepted = true;
  } finally {
    // Also where code of the host throws: its hash function, or its own events' functions.
    if (!accepted) withdraw();
  }
  return right({ events, book: bookOf(history, first ? state : immer.finishDraft(state)), withdraw });
}

/** The first draft whose id is taken, or that is older than the event before it. */
function misplacedDraft(book: Book, drafts: readonly Draft[]): ProposalError | undefined {
  const ids = new Set<string>();
  let before = headOfBook(book)?.recordedAt ?? '';
  for (const [index, { id, type, recordedAt }] of drafts.entries()) {
    const refuse = (reason: 'id-exists' | 'time-falls', field: string, expected: string, got: string): ProposalError => ({
      _tag: 'ProposalError',
      index,
      id,
      type,
      error: { _tag: 'Rejection', reason, field, expected, got },
    });
    if (ids.has(id) || book.history.find(id) !== undefined) return refuse('id-exists', 'id', 'an id not recorded before', id);
    if (recordedAt < before) return refuse('time-falls', 'recordedAt', `at or after ${before}`, recordedAt);
    ids.add(id);
    before = recordedAt;
  }
  return undefined;
}

const overflow: Rejection = {
  _tag: 'Rejection',
  reason: 'overflow',
  field: 'data.lines',
  expected: 'lines that keep the sum of all amounts of the ledger, by absolute value, within 45035996273704.95 kr',
  got: 'more',
};

/** Decides one draft and folds it. Only what is known to be of its type's form is hashed: no hostile JSON gets that far. */
function decideOne(
  state: MutableState,
  { history }: Book,
  draft: Draft,
  head: Head | undefined,
  hash: Hash,
): Either<DecodeError | Rejection, Recorded> {
  const { catalogue, journal, find } = history;
  const decoded = decodeData(catalogue, draft.type, draft.schemaVersion, draft.data);
  if (isLeft(decoded)) return decoded;
  const data = decoded.right;
  const posts = postsOf(catalogue, draft.type, data);
  if (isLeft(posts)) return posts;
  const entry = catalogue.get(draft.type);
  if (entry !== undefined && !entry.fits(draft.stream, data)) {
    const expected = entry.stream(data) ?? entry.streamForm;
    return left({ _tag: 'Rejection', reason: 'wrong-stream', field: 'stream', expected, got: draft.stream });
  }
  const verdict = decide({ state, journal, find }, { ...draft, data }, posts.right);
  if (isLeft(verdict)) return verdict;
  const sealed = seal([draft], head, history.versionOf, hash)[0] as Recorded;
  fold(history, state, data === draft.data ? sealed : { ...sealed, data: data as Json });
  return journal.overflows ? left(overflow) : right(sealed);
}
