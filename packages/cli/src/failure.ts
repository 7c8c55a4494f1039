import type {
  ChainError,
  CutError,
  Either,
  ExplainError,
  Issue,
  LedgerFault,
  ProposalError,
  ReplayError,
  StoreError,
  TableError,
} from '@driftbok/core';
import { left } from '@driftbok/core';
import type { FileError } from '@driftbok/exchange';
import type { Language, RegisterError, ReportFailure, TemplateError } from '@driftbok/rules';

/** The command line is not as it should be. `where` is the option, the argument or `command`. */
export interface UsageError {
  readonly _tag: 'UsageError';
  readonly where: string;
  readonly expected: string;
  readonly got: string;
  /** The name that was most likely meant. */
  readonly nearest?: string;
}

/** A file cannot be opened, read or written at all. `reason` is the system's own. */
export interface DiskError {
  readonly _tag: 'DiskError';
  readonly operation: 'read' | 'write';
  readonly file: string;
  readonly reason: string;
}

/** Somebody else wrote a file between our reading it and our replacing it. Nothing was written. */
export interface FileChanged {
  readonly _tag: 'FileChanged';
  readonly file: string;
}

/** Something wrong with an event of a file: its place in the chain, or what the ledger says to it. */
export interface EventInFile {
  readonly _tag: 'EventInFile';
  readonly file: string;
  /** 1-based; an event a line. */
  readonly line: number;
  readonly error: ChainError | ProposalError | ReplayError | TextMismatch;
}

/** A draft's text, salt and `data.textHash` disagree. */
export interface TextMismatch {
  readonly _tag: 'TextMismatch';
  readonly expected: string;
  readonly got: string;
}

/** Something wrong in a file with tables to audit. */
export interface AuditInFile {
  readonly _tag: 'AuditInFile';
  readonly file: string;
  readonly issue: Issue;
  /** The language that it is told in. */
  readonly language: Language;
}

/** Something wrong in a file with a table's specification. */
export interface SpecInFile {
  readonly _tag: 'SpecInFile';
  readonly file: string;
  readonly issue: Issue;
}

/**
 * An import that the ledger's own content stands against. `reason`: `other-content` (the id or the position is taken by another event),
 * `partly-there` (some drafts are recorded already, others are not), `apart` (the lines begin after the ledger's end), `unsealed` (the
 * ledger's file holds drafts), `empty` (there is nothing to import).
 */
export interface ImportError {
  readonly _tag: 'ImportError';
  readonly reason: 'other-content' | 'partly-there' | 'apart' | 'unsealed' | 'empty';
  readonly file: string;
  readonly line?: number;
  readonly field: string;
  readonly expected: string;
  readonly got: string;
}

/** Something in an event of a file that may point out a person. It is not repeated: only where it stands, and what it looks like. */
export interface PersonalData {
  readonly _tag: 'PersonalData';
  readonly file: string;
  /** 1-based; an event a line. */
  readonly line: number;
  readonly field: string;
  readonly code: string;
  readonly expected: string;
  readonly got: string;
}

/** Something that a store refuses, cannot do, or holds. `place` is without any password. */
export interface StoreFailure {
  readonly _tag: 'StoreFailure';
  readonly place: string;
  readonly error: StoreError | LedgerFault;
}

/** Everything that can keep a command from what it was asked to do. */
export type Failure =
  | UsageError
  | DiskError
  | FileChanged
  | FileError
  | EventInFile
  | SpecInFile
  | AuditInFile
  | ImportError
  | PersonalData
  | StoreFailure
  | CutError
  | TableError
  | TemplateError
  | RegisterError
  | ReportFailure
  | ExplainError;

/** What a command that goes on, or does not, gives back. */
export type Attempt<A> = Either<readonly Failure[], A>;

export const failed = (...failures: readonly Failure[]): Attempt<never> => left(failures);

export const usage = (where: string, expected: string, got: string, near?: string): UsageError => ({
  _tag: 'UsageError',
  where,
  expected,
  got,
  ...(near === undefined ? {} : { nearest: near }),
});

/** What a folder is refused with: the system's own words for it help nobody. */
export const folderReason = 'it is a folder, not a file';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its path leads through a file, not a folder',
  EACCES: 'you are not permitted to',
  EPERM: 'you are not permitted to',
  EROFS: 'the disk is for reading only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EIO: 'the disk fails',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
};

/** What a thrown error of the system means, with the system's own code; what is not known here, in its own words, without the path. */
export function reasonOf(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (message.startsWith('EISDIR')) return folderReason;
  const [, code = ''] = /^([A-Z][A-Z0-9]+): /.exec(message) ?? [];
  const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  return reason === undefined ? message.replace(/^([A-Z]+: [^,]+), .*$/s, '$1') : `${reason} (${code})`;
}

/**
 * The exit code for a failure: 1 where something readable was refused, 2 where the command line is wrong or the input cannot be read.
 */
export function exitCodeOf(failure: Failure): 1 | 2 {
  switch (failure._tag) {
    case 'EventInFile':
      return failure.error._tag === 'ReplayError' ? 2 : 1;
    case 'StoreFailure':
      return failure.error._tag === 'Unavailable' || failure.error._tag === 'InvalidInput' ? 2 : 1;
    case 'ImportError':
    case 'PersonalData':
    case 'FileChanged':
      return 1;
    case 'UsageError':
    case 'DiskError':
    case 'FileError':
    case 'SpecInFile':
    case 'AuditInFile':
    case 'CutError':
    case 'TableError':
    case 'TemplateError':
    case 'RegisterError':
    case 'ReportError':
    case 'AmountError':
    case 'ExplainError':
      return 2;
  }
}
