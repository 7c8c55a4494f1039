import type { Amount } from '../base/amount.js';
import type { Either } from '../base/either.js';
import { isLeft, right } from '../base/either.js';
import type { Book } from '../replay/book.js';
import { checkedTerms } from './checked.js';
import type { ExplainError } from './explanation.js';
import { valueAt } from './moves.js';
import type { Subject } from './subject.js';
import { tidy } from './tally.js';

/**
 * A number by itself at a position: what an explanation starts from or ends at. Öre; null where no line ever fell.
 *
 * Left: `ExplainError`, reason `span`, `cut`, `unknown-dimension`, `unknown-code` or `overflow`.
 */
export function numberAt(book: Book, subject: Subject, position: number): Either<ExplainError, Amount | null> {
  const terms = checkedTerms(book, subject, [{ given: 'the cut', position }]);
  if (isLeft(terms)) return terms;
  const { ore, blank } = valueAt(book, terms.right, subject.where, position);
  return right(blank ? null : tidy(ore));
}
