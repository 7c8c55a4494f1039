import type { Codes } from '../events/reason.js';
import type { Book } from '../replay/book.js';
import type { Selection } from '../table/spec.js';

/** Codes by dimension as a selection. */
export const selectionOf = (codes: Codes | undefined): Selection =>
  Object.fromEntries(Object.entries(codes ?? {}).map(([dimension, code]) => [dimension, [code]]));

/** What a selection leaves out, as a text to compare by: dimensions in which it names all roots leave out nothing. */
export function narrowing(book: Book, where: Selection): string {
  const narrow = Object.entries(where).filter(([dimension, wanted]) => {
    const codes = [...(book.state.dimensions.get(dimension)?.codes.values() ?? [])];
    const roots = codes.filter(({ parents }) => parents.every(({ value }) => value === undefined));
    return roots.some(({ code }) => !wanted.includes(code));
  });
  return narrow
    .map(([dimension, wanted]) => `${dimension}: ${[...wanted].sort().join(' ')}`)
    .sort()
    .join('; ');
}
