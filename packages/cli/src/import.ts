import type { Draft, Hash, Recorded } from '@driftbok/core';
import { canonicalJson, chainChecker, draftOf, findEvent, headOf, isLeft, outlineAt, right } from '@driftbok/core';
import type { EventFile } from '@driftbok/exchange';
import type { LoadedLedger } from './event-file.js';
import { brokenAt, continued, inLine, ledgerOfRecorded } from './event-file.js';
import type { Attempt, ImportError } from './failure.js';
import { failed } from './failure.js';
import { erasedBy, lintEvents, withoutTexts } from './personal-data.js';

/** What an import comes to. */
export interface Imported {
  readonly ledger: LoadedLedger;
  readonly imported: number;
  readonly alreadyThere: number;
}

/** Whether a file of drafts has to be there whole or not at all, or may be gone on with where an earlier import of it stopped. */
export type DraftsThere = 'whole' | 'continue';

/**
 * A ledger with a file's events taken in, all or none. Ledger lines have to be the ledger's own, or continue it; drafts are all new, or
 * all there, or, where that is said, there from the first up to some one. Either way they pass the rules that a live command would. Texts
 * that an event of the file says are erased, are. A new final comment that may point out a person is refused.
 */
export function importEvents(
  ledger: LoadedLedger,
  file: string,
  { form, events }: EventFile,
  hash: Hash,
  there: DraftsThere = 'whole',
): Attempt<Imported> {
  // Most often a file that was never written, or lost its content: whoever imports it should know.
  if (form === 'empty') return failed({ _tag: 'ImportError', reason: 'empty', file, field: '', expected: 'events', got: 'an empty file' });
  const erased = erasedBy(events);
  if (erased.size === 0)
    return form === 'ledger' ? importRecorded(ledger, file, events, hash) : importDrafts(ledger, file, events, hash, there);
  const bare = ledgerOfRecorded(file, withoutTexts(ledger.events, erased), hash);
  if (isLeft(bare)) return failed(bare.left);
  return form === 'ledger'
    ? importRecorded(bare.right, file, withoutTexts(events, erased), hash)
    : importDrafts(bare.right, file, withoutTexts(events, erased), hash, there);
}

function importRecorded(ledger: LoadedLedger, file: string, events: readonly Recorded[], hash: Hash): Attempt<Imported> {
  const { book } = ledger;
  const start = (events[0]?.position ?? 1) - 1;
  if (start > book.position) {
    return failed(refusal(file, 'apart', 1, 'position', `at most ${book.position + 1}, right after the ledger's end`, String(start + 1)));
  }
  const before = outlineAt(book, start);
  const broken = brokenAt(events, chainChecker(hash, before === undefined ? undefined : headOf(before)));
  if (broken !== undefined) return failed(inLine(file, broken.index + 1, broken.error));
  const alreadyThere = Math.min(events.length, book.position - start);
  // Hashes cover everything but the texts: the same hash is the same event.
  const other = events.findIndex((event, index) => index < alreadyThere && event.hash !== outlineAt(book, event.position)?.hash);
  if (other >= 0) {
    const { hash: got = '', position = 0 } = events[other] ?? {};
    return failed(
      refusal(
        file,
        'other-content',
        other + 1,
        'hash',
        `${outlineAt(book, position)?.hash}, as at position ${position} of the ledger`,
        got,
      ),
    );
  }
  const fresh = events.slice(alreadyThere);
  return taken(ledger, file, fresh.map(draftOf), alreadyThere, hash);
}

function importDrafts(ledger: LoadedLedger, file: string, drafts: readonly Draft[], hash: Hash, there: DraftsThere): Attempt<Imported> {
  const known = drafts.flatMap((draft, index) => {
    const event = findEvent(ledger.book, draft.id);
    return event === undefined ? [] : [{ draft, index, event }];
  });
  const other = known.find(({ draft, event }) => contentOf(draft) !== contentOf(draftOf(recordedAt(ledger, event.position))));
  if (other !== undefined) {
    const expected = `what is recorded by this id at position ${other.event.position}`;
    return failed(refusal(file, 'other-content', other.index + 1, 'id', expected, `${other.draft.id} with other content`));
  }
  // An import that was broken off leaves a file's beginning: what else is there in part was recorded by another hand.
  const stray = there === 'whole' ? known[0] : known.find(({ index }, at) => index !== at);
  if (stray !== undefined && known.length < drafts.length) {
    const whole = there === 'whole' ? 'whole, or not at all' : 'from its first event on';
    const expected = `a file that is recorded ${whole}; ${known.length} of its ${drafts.length} events are`;
    return failed(refusal(file, 'partly-there', stray.index + 1, 'id', expected, stray.draft.id));
  }
  return taken(ledger, file, drafts.slice(known.length), known.length, hash);
}

function taken(ledger: LoadedLedger, file: string, fresh: readonly Draft[], alreadyThere: number, hash: Hash): Attempt<Imported> {
  if (fresh.length === 0) return right({ ledger, imported: 0, alreadyThere });
  const refused = lintEvents(file, fresh, alreadyThere).flatMap(({ severity, found }) => (severity === 'error' ? [found] : []));
  if (refused.length > 0) return failed(...refused);
  const next = continued(ledger, file, fresh, hash, alreadyThere);
  return isLeft(next) ? failed(next.left) : right({ ledger: next.right, imported: fresh.length, alreadyThere });
}

const recordedAt = ({ events }: LoadedLedger, position: number): Recorded => events[position - 1] as Recorded;

/** A draft as a text to compare by: all of it but its free text, which may be erased and is held by `data.textHash`. */
const contentOf = ({ text: _text, salt: _salt, ...content }: Draft): string => canonicalJson(content);

const refusal = (file: string, reason: ImportError['reason'], line: number, field: string, expected: string, got: string): ImportError => ({
  _tag: 'ImportError',
  reason,
  file,
  line,
  field,
  expected,
  got,
});
