import type { Catalogue, Draft, Either, Recorded } from '@driftbok/core';
import { isLeft, left, right, shortly, standardCatalogue } from '@driftbok/core';
import type { EventLine, LineForm } from './decode-line.js';
import { decodeLine } from './decode-line.js';
import type { FileError, FileFault } from './file-error.js';
import { inFile } from './file-error.js';
import type { LineBlock } from './line-blocks.js';
import { lineSplitter } from './line-blocks.js';

/** The bytes of a file, in pieces of any size: a stream of Node's or the web's, an array, a generator. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** How a file is read. */
export interface ReadOptions {
  /** The file's name, for the errors. */
  readonly file?: string;
  /** The types of event it may hold; the standard catalogue where left out. */
  readonly catalogue?: Catalogue;
  /** The longest line in bytes, without its "\n"; 32 MiB where left out, at least 1, at most 256 MiB. */
  readonly maxLineBytes?: number;
  /**
   * Whether each line has to be one that comes back as it was: a ledger line byte for byte the line of its event, a draft line without
   * a key twice, neither with a number or a text that JSON does not carry exactly. On where left out; off for a file that was verified
   * when it came in.
   */
  readonly verify?: boolean;
}

/** All of a file. A file without a line is `empty`: it may begin as either. */
export type EventFile =
  | { readonly form: 'ledger'; readonly events: readonly Recorded[] }
  | { readonly form: 'draft'; readonly events: readonly Draft[] }
  | { readonly form: 'empty'; readonly events: readonly [] };

const defaultMaxLineBytes = 33_554_432;
const largestMaxLineBytes = 268_435_456; // what every engine still holds as one string

/** {@link readAllEvents} gives up at this many errors. */
const maxErrors = 20;

/**
 * Reads a file of events (NDJSON: one event a line, UTF-8, "\n") while it comes in. Each event is held against the envelope's form
 * and its type's; whether the events make a chain is for `chainChecker` to say. The last line may lack its "\n" if it is whole.
 * A file without a line has no events.
 *
 * Yields at most one left, as its last item: `FileError`. Never throws, whatever the bytes are and whatever their source does.
 *
 * @example
 * ```ts
 * import { readEvents } from '@driftbok/exchange';
 * const found = [];
 * for await (const item of readEvents([new TextEncoder().encode('{"id":1}')], { file: 'a.ndjson' })) {
 *   if (item._tag === 'Left') found.push(`${item.left.file}:${item.left.line} ${item.left.field}: ${item.left.expected}`);
 * }
 * found // => ['a.ndjson:1 id: a UUIDv7 in lower case']
 * ```
 */
export async function* readEvents(
  chunks: Chunks,
  options: ReadOptions = {},
): AsyncGenerator<Either<FileError, EventLine>, void, undefined> {
  for await (const decoded of decodedBlocks(chunks, options)) {
    for (const item of decoded) {
      if (isLeft(item)) {
        const [first] = item.left;
        if (first !== undefined) yield left(inFile(options.file, first));
        return;
      }
      yield item;
    }
  }
}

/**
 * Reads a file of events whole, as {@link readEvents} does, but goes on after a line that is wrong, to tell more than one error at a
 * time.
 *
 * Left: the first 20 `FileError`s at most, in order. What is wrong with the bytes themselves (`unreadable`, `encoding` of bytes that
 * are no UTF-8, `line-too-long`) is the last of them.
 *
 * @example
 * ```ts
 * import { readAllEvents } from '@driftbok/exchange';
 * await readAllEvents([]) // => { _tag: 'Right', right: { form: 'empty', events: [] } }
 * ```
 */
export async function readAllEvents(chunks: Chunks, options: ReadOptions = {}): Promise<Either<readonly FileError[], EventFile>> {
  const events: (Draft | Recorded)[] = [];
  const errors: FileError[] = [];
  let form: LineForm | 'empty' = 'empty';
  for await (const decoded of decodedBlocks(chunks, options)) {
    for (const item of decoded) {
      if (isLeft(item)) errors.push(...item.left.map((fault) => inFile(options.file, fault)));
      else {
        form = item.right.form;
        events.push(item.right.event);
      }
      if (errors.length >= maxErrors) return left(errors.slice(0, maxErrors));
    }
  }
  return errors.length > 0 ? left(errors) : right({ form, events } as EventFile); // one form a file is what was checked
}

type DecodedLine = Either<readonly FileFault[], EventLine>;

/** The lines of each block as events. */
async function* decodedBlocks(chunks: Chunks, options: ReadOptions): AsyncGenerator<readonly DecodedLine[], void, undefined> {
  const { catalogue = standardCatalogue, verify = true } = options;
  let form: LineForm | undefined;
  for await (const { first, lines, open, fault } of blocks(chunks, options.maxLineBytes ?? defaultMaxLineBytes)) {
    const decoded: DecodedLine[] = lines.map((text, at) => {
      const item = decodeLine(text, first + at, catalogue, verify, form);
      if (isLeft(item)) return open && at === lines.length - 1 ? left(item.left.map((each) => asTruncated(each, text))) : item;
      form = item.right.form;
      return item;
    });
    if (fault !== undefined) decoded.push(left([fault]));
    yield decoded;
  }
}

/** A last line without "\n" that goes wrong at its very end was cut off there. */
function asTruncated(fault: FileFault, text: string): FileFault {
  const atItsEnd = fault.reason === 'json' && fault.column === text.length + 1;
  return atItsEnd ? { ...fault, reason: 'truncated', got: 'the end of the file' } : fault;
}

async function* blocks(chunks: Chunks, maxLineBytes: number): AsyncGenerator<LineBlock, void, undefined> {
  const splitter = lineSplitter(maxLineBytes >= 1 ? Math.min(maxLineBytes, largestMaxLineBytes) : 1);
  for await (const chunk of guarded(chunks)) {
    if (typeof chunk === 'string') {
      const fault: FileFault = { reason: 'unreadable', line: splitter.line(), field: '', expected: 'the bytes of a file', got: chunk };
      yield { first: splitter.line(), lines: [], open: false, fault };
      return;
    }
    for (const block of splitter.push(chunk)) {
      yield block;
      if (block.fault !== undefined) return;
    }
  }
  yield splitter.end();
}

/** The chunks, and a text that says why there are no more where their source failed. */
async function* guarded(chunks: Chunks): AsyncGenerator<Uint8Array | string, void, undefined> {
  try {
    for await (const chunk of chunks) {
      // Not by instanceof: bytes may come from another realm, a frame or a test's own.
      if (Object.prototype.toString.call(chunk) !== '[object Uint8Array]') {
        yield `a chunk that is no Uint8Array: ${shortly(chunk)}`;
        return;
      }
      yield chunk;
    }
  } catch (error) {
    yield error instanceof Error ? error.message : shortly(error);
  }
}
