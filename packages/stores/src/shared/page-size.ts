import type { EventRow } from './engine.js';

const most = 1000;
const aimedAt = 4_000_000;

/**
 * How many rows the next page asks for: many small ones, or few large ones, so that a page holds some megabytes whatever an event
 * weighs. An empty page tells nothing of it.
 */
export function nextPageSize(rows: readonly EventRow[]): number | undefined {
  if (rows.length === 0) return undefined;
  return Math.max(1, Math.min(most, Math.floor((aimedAt * rows.length) / sizeOf(rows))));
}

function sizeOf(rows: readonly EventRow[]): number {
  let size = 1;
  for (const { line, text } of rows) size += line.length + (text?.length ?? 0);
  return size;
}

/** How many bytes of lines come before a page's last event at most: small events may be followed by large ones. */
export const pageBytes = 33_554_432;

/** Whether a page is the last of its query: shorter than asked for, and not since it was full. */
export const isLastPage = (rows: readonly EventRow[], limit: number): boolean => rows.length < limit && sizeOf(rows) < aimedAt;

/** The first page is small: its reader may want one event, and what an event weighs here is not known. */
export const firstPageSize = 100;
