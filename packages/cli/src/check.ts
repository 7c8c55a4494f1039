import type { Draft, Hash, Head, Recorded } from '@driftbok/core';
import { chainChecker, draftOf, headOf, isLeft, right } from '@driftbok/core';
import type { FileError } from '@driftbok/exchange';
import { inField, ofEvent } from './describe.js';
import { brokenAt, inLine, ledgerOfDrafts, readEventFile } from './event-file.js';
import type { Attempt, EventInFile } from './failure.js';
import type { Io } from './io.js';
import type { LintedEvent } from './personal-data.js';
import { lintEvents } from './personal-data.js';

/** Something wrong with a file, in the form that findings have everywhere. */
export interface CheckFinding {
  readonly code: string;
  /** A warning keeps no import from taking the file in. */
  readonly severity: 'error' | 'warning';
  /** `line:12`, and the field where there is one: `field:data.lines.rows.3.amount`. */
  readonly where: readonly string[];
  /** Kronor; a file's faults have no size. */
  readonly by: '';
  readonly message: string;
}

export interface Checked {
  readonly findings: readonly CheckFinding[];
  /** How many events the file has; 0 where not every line is one. */
  readonly events: number;
  /** The end of the ledger that the file is, or makes; undefined where an error keeps it from being one. */
  readonly head: Head | undefined;
}

/** A head that was published. */
export type Published = Pick<Head, 'position' | 'hash'>;

/**
 * Everything that can be told about a file: what is wrong with its lines; if they are events, where the chain breaks first, and the
 * first event before that which the rules refuse; and what in it may point out a person. A file that is right by itself is held against a published head, where one is given. An empty
 * file is most often one that was never written, or lost its content: that is wrong too.
 *
 * Left: `DiskError`, or `FileError` where the bytes could not be had.
 */
export async function checkFile(io: Io, path: string, published?: Published): Promise<Attempt<Checked>> {
  const file = await readEventFile(io, path);
  if (isLeft(file)) {
    const errors = file.left.filter((failure): failure is FileError => failure._tag === 'FileError' && failure.reason !== 'unreadable');
    return errors.length < file.left.length ? file : right({ findings: errors.map(ofLine), events: 0, head: undefined });
  }
  const { form, events } = file.right;
  if (form === 'empty')
    return right({ findings: [finding('empty', 1, '', 'expected events, got an empty file')], events: 0, head: undefined });
  const { findings: faults, sealed } = form === 'ledger' ? checkRecorded(path, events, io.hash) : checkDrafts(path, events, io.hash);
  const findings = [...faults, ...lintEvents(path, events).map(ofLinted)];
  const last = sealed.at(-1);
  if (findings.some(isError) || last === undefined) return right({ findings, events: events.length, head: undefined });
  const other = published === undefined ? undefined : notReaching(sealed, published);
  return other === undefined
    ? right({ findings, events: events.length, head: headOf(last) })
    : right({ findings: [other, ...findings], events: events.length, head: undefined });
}

/** What keeps events from being those that a published head was the head of. */
function notReaching(sealed: readonly Recorded[], { position, hash }: Published): CheckFinding | undefined {
  const there = sealed[position - 1];
  const end = sealed.length;
  if (there === undefined)
    return finding('cut', end + 1, '', `expected events up to position ${position}, got the end after position ${end}`);
  return there.hash === hash ? undefined : finding('head', position, 'hash', inField('hash', { expected: hash, got: there.hash }));
}

export const isError = ({ severity }: CheckFinding): boolean => severity === 'error';

interface Found {
  readonly findings: readonly CheckFinding[];
  /** The events in their places, as far as nothing is wrong. */
  readonly sealed: readonly Recorded[];
}

function checkDrafts(path: string, drafts: readonly Draft[], hash: Hash): Found {
  const ledger = ledgerOfDrafts(path, drafts, hash);
  return isLeft(ledger) ? { findings: [ofEventInFile(ledger.left)], sealed: [] } : { findings: [], sealed: ledger.right.events };
}

function checkRecorded(path: string, events: readonly Recorded[], hash: Hash): Found {
  const broken = brokenAt(events, chainChecker(hash));
  const inChain = broken === undefined ? events : events.slice(0, broken.index);
  const decided = checkDrafts(path, inChain.map(draftOf), hash);
  const findings = [...decided.findings, ...(broken === undefined ? [] : [ofEventInFile(inLine(path, broken.index + 1, broken.error))])];
  return { findings, sealed: events };
}

const finding = (code: string, line: number, field: string, message: string): CheckFinding => ({
  code,
  severity: 'error',
  where: [`line:${line}`, ...(field === '' ? [] : [`field:${field}`])],
  by: '',
  message,
});

const ofLine = (error: FileError): CheckFinding => finding(error.reason, error.line, error.field, inField(error.field, error));

const ofLinted = ({ severity, found }: LintedEvent): CheckFinding => ({
  ...finding(found.code, found.line, found.field, inField(found.field, found)),
  severity,
});

function ofEventInFile({ line, error }: EventInFile): CheckFinding {
  const { reason, field, message } = ofEvent(error);
  return finding(reason, line, field, message);
}
