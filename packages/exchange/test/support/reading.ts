import type { Draft, Either, Recorded } from '@driftbok/core';
import type { Chunks, EventLine, FileError, ReadOptions } from '@driftbok/exchange';
import { readEvents, writeEvents } from '@driftbok/exchange';
import { bytesOf } from './encodings.js';
import { catalogue } from './events.js';

export const ledgerText = (events: readonly Recorded[]): string => [...writeEvents(events, 'ledger')].join('');
export const draftText = (events: readonly (Draft | Recorded)[]): string => [...writeEvents(events, 'drafts')].join('');

export const options = { file: 'events.ndjson', catalogue } as const;

export interface Outcome {
  readonly lines: readonly EventLine[];
  readonly error: FileError | undefined;
}

/** All that `readEvents` yields. */
export async function outcomeOf(chunks: Chunks, given: ReadOptions = {}): Promise<Outcome> {
  const items: Either<FileError, EventLine>[] = [];
  for await (const item of readEvents(chunks, { ...options, ...given })) items.push(item);
  const last = items[items.length - 1];
  const error = last?._tag === 'Left' ? last.left : undefined;
  const lines = items.flatMap((item) => (item._tag === 'Right' ? [item.right] : []));
  if (lines.length + (error === undefined ? 0 : 1) !== items.length) throw new Error('a left is the last item');
  return { lines, error };
}

export const outcomeOfText = (text: string, given: ReadOptions = {}): Promise<Outcome> => outcomeOf([bytesOf(text)], given);
