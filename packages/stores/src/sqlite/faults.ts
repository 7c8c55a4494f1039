import type { StoreError } from '@driftbok/core';
import { Refusal } from '../shared/engine.js';

/** What something thrown says, on one line. */
const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, 300);

/** The driver's name of what went wrong, such as SQLITE_FULL. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether another connection is writing, or has a lock for a moment: trying again helps. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

/** Whether what was asked for is longer than SQLite, or JavaScript, makes a text. */
export const isTooBig = (error: unknown): boolean => ['SQLITE_TOOBIG', 'ERR_STRING_TOO_LONG'].includes(codeOf(error));

/** What something the driver threw means for who called. */
export function sqliteFault(operation: string, error: unknown): StoreError {
  if (error instanceof Refusal) return error.fault;
  const code = codeOf(error);
  return { _tag: 'Unavailable', operation, got: code === '' ? messageOf(error) : `${code}: ${messageOf(error)}` };
}
