import { slotOf } from '../base/slot.js';
import type { Month } from '../base/time.js';
import type { Code, DimensionId } from '../events/fields.js';
import { childrenIn, pathUp } from '../evolve/tree.js';
import type { Book } from './book.js';

/** A code and all above it in a month's organisation, nearest first; the code alone where the dimension is not known. */
export function codePath(book: Book, dimension: DimensionId, code: Code, month: Month): readonly Code[] {
  const tree = book.state.dimensions.get(dimension);
  return tree === undefined ? [code] : pathUp(tree, code, slotOf(month));
}

/** The codes of a dimension that lie beneath none, in a month's organisation, sorted. */
export function rootCodes(book: Book, dimension: DimensionId, month: Month): readonly Code[] {
  const tree = book.state.dimensions.get(dimension);
  return tree === undefined ? [] : (childrenIn(tree, slotOf(month)).get(undefined) ?? []).map(({ code }) => code);
}
