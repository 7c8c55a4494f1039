/**
 * Why a file could not be read on.
 *
 * Of the file: `unreadable` (its source failed), `encoding` (not UTF-8), `bom`, `line-end` (a carriage return), `line-too-long`,
 * `truncated` (it ends within a line). Of a line: `empty-line`, `json`, `too-deep`, `duplicate-key`, `mixed-forms`, `form` (the
 * envelope), `number` (no double holds it exactly), `lone-surrogate`. Of an event: `unknown-type`, `newer-version`, `data` (not of
 * its type's form), `not-canonical` (a ledger line that is not, byte for byte, the line of its event).
 */
export type FileErrorReason =
  | 'unreadable'
  | 'encoding'
  | 'bom'
  | 'line-end'
  | 'line-too-long'
  | 'truncated'
  | 'empty-line'
  | 'json'
  | 'too-deep'
  | 'duplicate-key'
  | 'mixed-forms'
  | 'form'
  | 'number'
  | 'lone-surrogate'
  | 'unknown-type'
  | 'newer-version'
  | 'data'
  | 'not-canonical';

/** One thing wrong with a file, at its place. `expected` and `got` are words for people, `got` cut to about 80 characters. */
export interface FileError {
  readonly _tag: 'FileError';
  readonly reason: FileErrorReason;
  /** The file's name, where the reader was told it. */
  readonly file?: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based in the line: in UTF-16 code units, or in bytes where the line is no text. Left out where the whole line is meant. */
  readonly column?: number;
  /** The path in the event, `data.lines.rows.3.amount`; empty where the line as such is meant. */
  readonly field: string;
  readonly expected: string;
  readonly got: string;
}

/** A FileError before it knows its file. */
export type FileFault = Omit<FileError, '_tag' | 'file'>;

/** The same fault, in a file. */
export function inFile(file: string | undefined, fault: FileFault): FileError {
  return { _tag: 'FileError', ...(file === undefined ? {} : { file }), ...fault };
}
