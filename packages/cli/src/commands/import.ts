import { emptyBook, headOfBook, isLeft, left, right } from '@driftbok/core';
import type { Either } from '@driftbok/core';
import { writeEvents } from '@driftbok/exchange';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { replaceFile } from '../disk.js';
import type { LoadedLedger } from '../event-file.js';
import { ledgerOfRecorded, readEventFile } from '../event-file.js';
import type { Attempt, UsageError } from '../failure.js';
import { failed, usage } from '../failure.js';
import type { Imported } from '../import.js';
import { importEvents } from '../import.js';
import type { Io } from '../io.js';
import { parseSource } from '../ledger-source.js';
import * as options from '../options.js';
import { printJson } from '../print.js';

export const importCommand: Command = command({
  name: 'import',
  summary: 'takes a file of events into a ledger, all or nothing',
  about: [
    'Ledger lines are taken as the start or the continuation of the ledger, or are already there; the chain is verified. Drafts are decided, sealed and appended; a file of drafts that is already there, whole, changes nothing.',
    "The ledger's file is replaced in one step: whatever happens, it holds all of the file's events or none of them. Where there is no such file yet, it is made.",
  ],
  positionals: [{ name: 'file', about: 'the events to take in: ledger lines, or drafts' }],
  options: {
    ledger: { ...options.ledger, value: 'file:<events.ndjson>', about: 'the ledger, a file of ledger lines' },
    format: options.textOrJson,
  },
  examples: [
    { about: 'Begin a ledger of drafts', line: 'driftbok import drafts.ndjson --ledger file:ledger.ndjson' },
    { about: 'The same, for a program to read', line: 'driftbok import drafts.ndjson --ledger file:ledger.ndjson --format json' },
  ],
  run: async (given, io) => {
    const target = targetOf(given.required('ledger'));
    if (isLeft(target)) return failed(target.left);
    const path = target.right;
    const stamp = await io.stamp(path);
    const ledger = await openTarget(io, path, stamp);
    if (isLeft(ledger)) return ledger;
    const [file = ''] = given.positionals;
    const events = await readEventFile(io, file);
    if (isLeft(events)) return events;
    const imported = importEvents(ledger.right, file, events.right, io.hash);
    if (isLeft(imported)) return imported;
    if (imported.right.imported > 0) {
      const written = await replaceFile(io, path, writeEvents(imported.right.ledger.events, 'ledger'), { stamp });
      if (isLeft(written)) return written;
    }
    await io.out(given.value('format') === 'json' ? asJson(imported.right) : asText(imported.right));
    return right(0);
  },
});

function targetOf(text: string): Either<UsageError, string> {
  const source = parseSource(text);
  if (isLeft(source)) return source;
  return source.right.kind === 'file'
    ? right(source.right.path)
    : left(usage('--ledger', 'file:<events.ndjson>; what comes with driftbok is not changed', text));
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

const asJson = ({ ledger, imported, alreadyThere }: Imported): string =>
  printJson({ imported, alreadyThere, head: headOfBook(ledger.book) ?? null });

function asText({ ledger, imported, alreadyThere }: Imported): string {
  const head = headOfBook(ledger.book);
  const end = head === undefined ? 'the ledger is empty' : `head ${head.position}, recorded ${head.recordedAt}, ${head.hash}`;
  return `${imported} imported, ${alreadyThere} already there; ${end}\n`;
}
