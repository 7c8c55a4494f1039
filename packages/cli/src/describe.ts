import type { DecodeError, Issue } from '@driftbok/core';
import { auditIssueIn } from '@driftbok/rules/audit';
import type { EventInFile, Failure } from './failure.js';
import { ofStore } from './describe-store.js';

/** A failure as one line for people: where it is, what was expected there, what came. */
export function describe(failure: Failure): string {
  switch (failure._tag) {
    case 'UsageError': {
      const { where, nearest } = failure;
      return `${inField(where, failure)}${nearest === undefined ? '' : `. Did you mean ${nearest}?`}`;
    }
    case 'DiskError':
      return `${failure.file}: cannot be ${failure.operation === 'read' ? 'read' : 'written'}: ${failure.reason}`;
    case 'FileChanged':
      return `${failure.file}: was changed by somebody else meanwhile; nothing was written, try again`;
    case 'FileError': {
      const { file = 'input', line, column, field, reason } = failure;
      return `${placeOf(file, line, column)}: ${inField(field, failure)} (${reason})`;
    }
    case 'EventInFile': {
      const { reason, message } = ofEvent(failure.error);
      return `${placeOf(failure.file, failure.line)}: ${message} (${reason})`;
    }
    case 'AuditInFile': {
      const { file, issue, language } = failure;
      const told = auditIssueIn(issue, language);
      return `${file}: ${language === 'sv' ? inSwedishField(told) : inField(told.path, told)}`;
    }
    case 'SpecInFile':
      return `${failure.file}: ${inField(failure.issue.path, failure.issue)}`;
    case 'ImportError': {
      const { file, line, field, reason } = failure;
      return `${placeOf(file, line)}: ${inField(field, failure)} (${reason})`;
    }
    case 'PersonalData': {
      const { file, line, field, code } = failure;
      return `${placeOf(file, line)}: ${inField(field, failure)} (${code})`;
    }
    case 'StoreFailure':
      return `${failure.place}: ${ofStore(failure.error)}`;
    case 'CutError':
      return `${inField('cut', failure)} (${failure.reason})`;
    case 'ExplainError':
    case 'AmountError':
      return inField(failure.reason, failure);
    case 'TableError':
    case 'TemplateError':
    case 'RegisterError':
    case 'ReportError':
      return `${inField(failure.where, failure)} (${failure.reason})`;
    default:
      return unknown(failure);
  }
}

/** What is wrong with an event, without its file and line. */
export interface EventFault {
  readonly reason: string;
  /** The path in the event. */
  readonly field: string;
  readonly message: string;
}

export function ofEvent(error: EventInFile['error']): EventFault {
  switch (error._tag) {
    case 'ChainError':
      return fault(error.reason, chainFields[error.reason], error);
    case 'TextMismatch':
      return fault('text-hash', 'data.textHash', error);
    case 'ReplayError':
      if (error.reason === 'decode') return decodeFault(error.error);
      return fault(error.reason, 'position', { expected: String(error.position), got: String(error.got) });
    case 'ProposalError':
      return error.error._tag === 'Rejection' ? fault(error.error.reason, error.error.field, error.error) : decodeFault(error.error);
    default:
      return { reason: 'unknown', field: '', message: unknown(error) };
  }
}

const chainFields = {
  position: 'position',
  'prev-hash': 'prevHash',
  hash: 'hash',
  'time-falls': 'recordedAt',
  version: 'version',
  'text-hash': 'data.textHash',
} as const;

type Words = Pick<Issue, 'expected' | 'got'>;

const fault = (reason: string, field: string, words: Words): EventFault => ({ reason, field, message: inField(field, words) });

const decodeFault = ({ issues, reason }: DecodeError): EventFault => ({
  reason,
  field: issues[0]?.path ?? '',
  message: issues.map((issue) => inField(issue.path, issue)).join('; '),
});

/** `events.ndjson:12:30`, as editors take it. */
const placeOf = (...parts: readonly (string | number | undefined)[]): string => parts.filter((part) => part !== undefined).join(':');

export const inField = (field: string, { expected, got }: Words): string =>
  `${field === '' ? '' : `${field}: `}expected ${expected}, got ${got === '' ? 'nothing' : got}`;

const inSwedishField = ({ path, expected, got }: Issue): string =>
  `${path === '' ? '' : `${path}: `}väntade ${expected}, fick ${got === '' ? 'inget' : got}`;

/** A tag without words does not compile; one that comes all the same, from a newer package, is still told. */
const unknown = (failure: never): string => JSON.stringify(failure);
