import type { DecodeError, Issue, Rejection } from '@driftbok/core';
import type { EventInFile, Failure } from './failure.js';

/** A failure as one line for people: where it is, what was expected there, what came. */
export function describe(failure: Failure): string {
  switch (failure._tag) {
    case 'UsageError': {
      const { where, expected, got, nearest } = failure;
      return `${where}: ${expectedGot(expected, got)}${nearest === undefined ? '' : `. Did you mean ${nearest}?`}`;
    }
    case 'DiskError':
      return `${failure.file}: cannot be ${failure.operation === 'read' ? 'read' : 'written'}: ${failure.reason}`;
    case 'FileError': {
      const { file, line, column, field, reason } = failure;
      const place = [file ?? 'input', line, ...(column === undefined ? [] : [column])].join(':');
      return `${place}: ${inField(field, failure)} (${reason})`;
    }
    case 'EventInFile':
      return `${failure.file}:${failure.line}: ${ofEvent(failure.error)}`;
    case 'SpecInFile':
      return `${failure.file}: ${inField(failure.issue.path, failure.issue)}`;
    case 'ImportError': {
      const { file, line, field, reason } = failure;
      return `${line === undefined ? file : `${file}:${line}`}: ${inField(field, failure)} (${reason})`;
    }
    case 'CutError':
      return `cut: ${expectedGot(failure.expected, failure.got)} (${failure.reason})`;
    case 'TableError':
    case 'TemplateError':
      return `${failure.where}: ${expectedGot(failure.expected, failure.got)} (${failure.reason})`;
    default:
      return unknown(failure);
  }
}

/** What is wrong with an event, after its file and line. */
function ofEvent(error: EventInFile['error']): string {
  switch (error._tag) {
    case 'ChainError':
      return `position ${error.position}: ${expectedGot(error.expected, error.got)} (${error.reason})`;
    case 'ReplayError':
      return error.reason === 'decode'
        ? decodeError(error.error)
        : `position: ${expectedGot(String(error.position), String(error.got))} (${error.reason})`;
    case 'ProposalError':
      return error.error._tag === 'Rejection' ? rejection(error.error) : decodeError(error.error);
    case 'TextMismatch':
      return `data.textHash: ${expectedGot(error.expected, error.got)} (text-hash)`;
    default:
      return unknown(error);
  }
}

const rejection = (error: Rejection): string => `${inField(error.field, error)} (${error.reason})`;
const decodeError = ({ issues, reason }: DecodeError): string => `${issues.map((issue) => inField(issue.path, issue)).join('; ')} (${reason})`;

const inField = (field: string, { expected, got }: Pick<Issue, 'expected' | 'got'>): string =>
  field === '' ? expectedGot(expected, got) : `${field}: ${expectedGot(expected, got)}`;
const expectedGot = (expected: string, got: string): string => `expected ${expected}, got ${got === '' ? 'nothing' : got}`;

/** A tag without words does not compile; one that comes all the same, from a newer package, is still told. */
const unknown = (failure: never): string => JSON.stringify(failure);
