import type { StoreError } from '@driftbok/core';
import { Refusal } from '../shared/engine.js';

/** What something thrown says, on one line. */
const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, 300);

/** Codes that the driver has no name for carry one that it has in their low byte. */
const kinds: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  14: 'SQLITE_CANTOPEN',
};

/** The driver's name of what went wrong, such as SQLITE_FULL. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const number = /^UNKNOWN_SQLITE_ERROR_(\d+)$/.exec(code)?.[1];
  const kind = kinds[Number(number) % 256];
  return kind === undefined ? code : `${kind}_${number}`;
}

/** Whether another connection is writing, or has a lock for a moment: trying again helps. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

/** Whether a key is taken already. */
export const isTaken = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_CONSTRAINT');

/** Whether what was asked for is longer than SQLite, or JavaScript, makes a text. */
export const isTooBig = (error: unknown): boolean => ['SQLITE_TOOBIG', 'ERR_STRING_TOO_LONG'].includes(codeOf(error));

const explained: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'a file that is no SQLite database',
  SQLITE_CANTOPEN: 'a file that cannot be opened or made where it is',
  SQLITE_FULL: 'no room: a full disk, or a file at its greatest size',
  SQLITE_READONLY: 'a file, or a store, that is for reading only',
  SQLITE_BUSY: 'a file that another process holds',
  SQLITE_LOCKED: 'a file that another process holds',
  SQLITE_CORRUPT: 'a damaged file: a copy of it is to be restored, once its -wal and its -shm are gone too',
  SQLITE_IOERR: 'a disk that fails',
};

/** The driver's code; an opening that failed has one only in its words. */
const nameOf = (error: unknown): string => (/^ConnectionFailed.*: 14"\)$/.test(messageOf(error)) ? 'SQLITE_CANTOPEN' : codeOf(error));

/** What something the driver threw means for who called. */
export function sqliteFault(operation: string, error: unknown): StoreError {
  if (error instanceof Refusal) return error.fault;
  const code = nameOf(error);
  // Codes come with more of what happened behind: SQLITE_IOERR_FSYNC.
  const hint = explained[code.split('_').slice(0, 2).join('_')];
  const parts = [code, hint, hint === undefined ? messageOf(error) : undefined];
  return { _tag: 'Unavailable', operation, got: parts.filter((part) => part !== undefined && part !== '').join(': ') };
}
