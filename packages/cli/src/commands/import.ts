import type { Head } from '@driftbok/core';
import { emptyBook, headOfBook, isLeft, right } from '@driftbok/core';
import type { EventFile } from '@driftbok/exchange';
import { writeEvents } from '@driftbok/exchange';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { describe } from '../describe.js';
import { replaceFile, stampOf } from '../disk.js';
import type { LoadedLedger } from '../event-file.js';
import { ledgerOfRecorded, readEventFile } from '../event-file.js';
import type { Attempt } from '../failure.js';
import { failed, usage } from '../failure.js';
import { headText } from '../head.js';
import { importEvents } from '../import.js';
import type { Io } from '../io.js';
import { parseSource } from '../ledger-source.js';
import * as options from '../options.js';
import { lintEvents } from '../personal-data.js';
import { printJson } from '../print.js';
import type { StoreImported } from '../store-import.js';
import { importIntoStore } from '../store-import.js';

export const importCommand: Command = command({
  name: 'import',
  summary: 'takes a file of events into a ledger, and goes on where it was broken off',
  about: [
    'Ledger lines are taken as the start or the continuation of the ledger, or are already there; the chain is verified. Drafts are decided, sealed and appended. A file that is already there changes nothing.',
    'All events are decided before the first is recorded: an import that is refused writes nothing, and makes no file. A store records them a thousand at a time, each time all or none, and tells so on standard error; where that is broken off, the same command passes over what is recorded and goes on. A file is replaced in one step: whatever happens, it holds all of the events or none of them.',
    'A final comment that may point out a person (an identity number, a phone number, an e-mail address) is refused; in drafts of comments, other texts and labels that is a warning. What is recorded already can be erased: driftbok redact.',
  ],
  positionals: [{ name: 'file', about: 'the events to take in: ledger lines, or drafts' }],
  options: { ledger: options.target, format: options.textOrJson },
  examples: [
    { about: 'Begin a ledger of drafts, in driftbok.db', line: 'driftbok import drafts.ndjson' },
    { about: 'One of several ledgers of a SQLite file', line: 'driftbok import drafts.ndjson --ledger sqlite:kommun.db?ledger=2025' },
    { about: 'Into a PostgreSQL database', line: 'driftbok import drafts.ndjson --ledger postgres://app@localhost/driftbok' },
    { about: 'Into a file, for a program to read', line: 'driftbok import drafts.ndjson --ledger file:ledger.ndjson --format json' },
  ],
  run: async (given, io) => {
    const text = given.required('ledger');
    const source = parseSource(text);
    if (isLeft(source)) return failed(source.left);
    const target = source.right;
    if (target.kind === 'fixture') {
      return failed(
        usage('--ledger', 'sqlite:<file> | postgres://… | file:<events.ndjson>; what comes with driftbok is not changed', text),
      );
    }
    const [file = ''] = given.positionals;
    const events = await readEventFile(io, file);
    if (isLeft(events)) return events;
    const imported = await (target.kind === 'file'
      ? importIntoFile(io, target.path, file, events.right)
      : importIntoStore(io, target, { file, events: events.right }));
    if (isLeft(imported)) return imported;
    if (imported.right.imported > 0) warn(io, file, events.right);
    await io.out(given.value('format') === 'json' ? asJson(imported.right) : asText(imported.right));
    return right(0);
  },
});

/** Tells what was taken in that may point out a person. What is in a final comment was not. */
function warn(io: Io, file: string, { events }: EventFile): void {
  for (const { severity, found } of lintEvents(file, events)) {
    if (severity === 'warning') io.err(`warning: ${describe(found)}\n`);
  }
}

/** Takes a file's events into a ledger's file, all or none. */
async function importIntoFile(io: Io, path: string, file: string, events: EventFile): Promise<Attempt<StoreImported>> {
  const seen = await stampOf(io, path);
  if (isLeft(seen)) return seen;
  const stamp = seen.right;
  const ledger = await openTarget(io, path, stamp);
  if (isLeft(ledger)) return ledger;
  const done = importEvents(ledger.right, file, events, io.hash);
  if (isLeft(done)) return done;
  const { imported, alreadyThere, ledger: next } = done.right;
  if (imported > 0) {
    const written = await replaceFile(io, path, writeEvents(next.events, 'ledger'), { stamp });
    if (isLeft(written)) return written;
  }
  return right({ imported, alreadyThere, head: headOfBook(next.book) });
}

/** The ledger to import into; a file that is not there, or empty, is an empty one. */
async function openTarget(io: Io, file: string, stamp: string | undefined): Promise<Attempt<LoadedLedger>> {
  const empty: LoadedLedger = { book: emptyBook(), events: [] };
  if (stamp === undefined) return right(empty);
  const read = await readEventFile(io, file);
  if (isLeft(read)) return read;
  const { form, events } = read.right;
  if (form === 'empty') return right(empty);
  if (form === 'draft') {
    const expected = 'a ledger; import this file into one first';
    return failed({ _tag: 'ImportError', reason: 'unsealed', file, line: 1, field: '', expected, got: 'drafts' });
  }
  const ledger = ledgerOfRecorded(file, events, io.hash);
  return isLeft(ledger) ? failed(ledger.left) : ledger;
}

const asJson = ({ imported, alreadyThere, head }: StoreImported): string => printJson({ imported, alreadyThere, head: head ?? null });

const asText = ({ imported, alreadyThere, head }: StoreImported): string =>
  `${imported} imported, ${alreadyThere} already there; ${headLine(head)}\n`;

const headLine = (head: Head | undefined): string => (head === undefined ? 'the ledger is empty' : `head ${headText(head)}`);
