import { shortly } from '@driftbok/core';
import type { FileFault } from './file-error.js';
import { firstBadByte, utf8Text } from './utf8.js';

/** Lines that follow each other, without their ends, and perhaps what is wrong right after them: then nothing more comes. */
export interface LineBlock {
  /** The number of the first line, from 1. */
  readonly first: number;
  readonly lines: readonly string[];
  /** Whether the last of them lacks its "\n": the file ends there. */
  readonly open: boolean;
  readonly fault?: FileFault;
}

/** Cuts bytes into lines. A block with a fault is the last one: no more is to be pushed after it. */
export interface LineSplitter {
  readonly push: (bytes: Uint8Array) => Iterable<LineBlock>;
  readonly end: () => LineBlock;
  /** The number of the line that the next byte belongs to. */
  readonly line: () => number;
}

const LF = 10;
// Decoding many lines at a time is several times faster than line by line; a bound keeps the text of a file that is handed over
// in one piece from becoming one string.
const blockBytes = 262_144;

/** A splitter for one file. Lines may be at most `maxLineBytes` long, without their "\n"; of a longer one no more than that is kept. */
export function lineSplitter(maxLineBytes: number): LineSplitter {
  let next = 1;
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;

  const tooLong = (): FileFault => ({
    reason: 'line-too-long',
    line: next,
    field: '',
    expected: `a line of at most ${maxLineBytes} bytes`,
    got: 'more bytes without a line end',
  });

  const block = (lines: readonly string[], fault?: FileFault, open = false): LineBlock => {
    const first = next;
    next += lines.length;
    return fault === undefined ? { first, lines, open } : { first, lines, open, fault };
  };

  const oneLine = (bytes: Uint8Array): LineBlock => {
    if (bytes.length > maxLineBytes) return block([], tooLong());
    const text = utf8Text(bytes);
    return text === undefined ? block([], notUtf8(bytes, next)) : block([text]);
  };

  /** Whole lines, each with its end, without a pending start. */
  function* wholeLines(bytes: Uint8Array): Generator<LineBlock> {
    const text = bytes.length > maxLineBytes ? undefined : utf8Text(bytes);
    if (text !== undefined) {
      const lines = text.split('\n');
      lines.pop();
      yield block(lines);
      return;
    }
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(LF, start);
      const found = oneLine(bytes.subarray(start, end));
      yield found;
      if (found.fault !== undefined) return;
      start = end + 1;
    }
  }

  const keep = (bytes: Uint8Array): void => {
    if (bytes.length === 0) return;
    // A copy: the source may fill the same buffer again. (Not `slice`, which Node's Buffer overrides with a view.)
    pending.push(new Uint8Array(bytes));
    pendingBytes += bytes.length;
  };

  const takePending = (): Uint8Array => {
    const all = joined(pending, pendingBytes);
    pending = [];
    pendingBytes = 0;
    return all;
  };

  function* pushPiece(piece: Uint8Array): Generator<LineBlock> {
    let start = 0;
    const last = piece.lastIndexOf(LF);
    if (last >= 0 && pendingBytes > 0) {
      const end = piece.indexOf(LF);
      keep(piece.subarray(0, end));
      start = end + 1;
      yield oneLine(takePending());
    }
    if (last >= start) yield* wholeLines(piece.subarray(start, last + 1));
    keep(piece.subarray(last + 1));
    if (pendingBytes > maxLineBytes) yield block([], tooLong());
  }

  return {
    line: () => next,
    *push(bytes) {
      for (let start = 0; start < bytes.length; start += blockBytes) {
        for (const found of pushPiece(bytes.subarray(start, start + blockBytes))) {
          yield found;
          if (found.fault !== undefined) return;
        }
      }
    },
    end() {
      if (pendingBytes === 0) return block([]);
      const bytes = takePending();
      const text = utf8Text(bytes);
      return text === undefined ? block([], notUtf8(bytes, next, true)) : block([text], undefined, true);
    },
  };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0] ?? new Uint8Array();
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What a line's bytes are instead of UTF-8, as far as can be told. */
function notUtf8(bytes: Uint8Array, line: number, open = false): FileFault {
  const encoding = (got: string, column: number): FileFault => ({ reason: 'encoding', line, column, field: '', expected: 'UTF-8', got });
  const [b0, b1] = bytes;
  if ((b0 === 0xff && b1 === 0xfe) || (b0 === 0xfe && b1 === 0xff)) return encoding('UTF-16 (its byte order mark)', 1);
  const { at, incomplete } = firstBadByte(bytes);
  if (incomplete && open) {
    return {
      reason: 'truncated',
      line,
      column: at + 1,
      field: '',
      expected: 'a whole line with "\\n"',
      got: 'the file ends within a character',
    };
  }
  if (incomplete) return encoding('the line ends within a character', at + 1);
  const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0');
  return encoding(`byte 0x${byte} after ${shortly(textBefore(bytes, at))}, as in Latin-1 or a damaged file`, at + 1);
}

/** The last few characters before a place. */
function textBefore(bytes: Uint8Array, at: number): string {
  let start = Math.max(0, at - 20);
  while (start < at && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++; // not from the middle of a character
  return utf8Text(bytes.subarray(start, at)) ?? '';
}
