import type { StoreError } from '@driftbok/core';
import { Refusal } from '../shared/engine.js';

const part = (error: unknown, key: 'code' | 'message'): string => {
  const value: unknown = typeof error === 'object' && error !== null && key in error ? Reflect.get(error, key) : undefined;
  return typeof value === 'string' ? value : '';
};

/** SQLSTATE, or the system's code of a connection that failed. */
const codeOf = (error: unknown): string => part(error, 'code');

/** Serialization failures, deadlocks and locks not had in time. */
const passing = new Set(['40001', '40P01', '55P03']);

/**
 * Whether planning anew and writing again may go through. A unique key that is taken means that another wrote first, and the next
 * plan says who is right; Citus reports it as an internal error.
 */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  return passing.has(code) || code === '23505' || (code === 'XX000' && part(error, 'message').includes('duplicate key'));
}

/** Whether what was asked for is longer than PostgreSQL makes a text. */
export const isTooLong = (error: unknown): boolean => codeOf(error) === '54000';

const explained: Readonly<Record<string, string>> = {
  '3F000': 'no store of Driftbok in this database: migratePostgres makes one',
  '42P01': 'no store of Driftbok in this database: migratePostgres makes one',
  '28P01': 'a wrong password',
  '28000': 'a role that may not connect, or is not there',
  '3D000': 'no such database',
  '53100': 'a full disk',
  '53300': 'too many connections',
  '25006': 'a database that is for reading only',
  '55P03': 'a table that others have locked, such as a backup that is running',
  '57P01': 'a server that is being stopped',
  '57P03': 'a server that is not ready yet',
  ECONNREFUSED: 'no server answers there',
  ECONNRESET: 'a server that broke the connection off',
  ENOTFOUND: 'no such host',
  ETIMEDOUT: 'no server answers there',
  '42501': 'a role that may not do this: migratePostgres grants what is needed to a role',
};

/** What something the driver threw means for who called. */
export function postgresFault(operation: string, error: unknown): StoreError {
  if (error instanceof Refusal) return error.fault;
  const code = codeOf(error);
  // Several addresses refused at once give an error without a message of its own.
  const message = part(error, 'message').replaceAll(/\s+/g, ' ').slice(0, 300) || 'no connection';
  const hint = explained[code];
  return { _tag: 'Unavailable', operation, got: [code, hint, message].filter((each) => each !== undefined && each !== '').join(': ') };
}
