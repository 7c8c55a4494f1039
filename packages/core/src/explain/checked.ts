import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { Book } from '../replay/book.js';
import type { Selection } from '../table/spec.js';
import type { ExplainError, NamedCut } from './explanation.js';
import type { Subject, Terms } from './subject.js';
import { termsOf } from './subject.js';

export function checkSelection(book: Book, where: Selection): Either<ExplainError, void> {
  for (const [dimension, codes] of Object.entries(where)) {
    const known = book.state.dimensions.get(dimension);
    if (known === undefined)
      return left({ _tag: 'ExplainError', reason: 'unknown-dimension', expected: 'a declared dimension', got: dimension });
    const unknown = codes.find((code) => !known.codes.has(code));
    if (unknown !== undefined)
      return left({ _tag: 'ExplainError', reason: 'unknown-code', expected: `a code of ${dimension}`, got: unknown });
  }
  return right(undefined);
}

/** The terms of a subject that fits a book, seen from cuts that the book holds; 0 is the cut before everything. */
export function checkedTerms(book: Book, subject: Subject, cuts: readonly NamedCut[]): Either<ExplainError, Terms> {
  const terms = termsOf(subject);
  if (isLeft(terms)) return terms;
  const known = checkSelection(book, subject.where);
  if (isLeft(known)) return known;
  const beyond = cuts.find(({ position }) => !Number.isInteger(position) || position < 0 || position > book.position);
  if (beyond !== undefined) {
    return left({
      _tag: 'ExplainError',
      reason: 'cut',
      expected: `a position from 0 to ${book.position}`,
      got: `${beyond.given} at ${beyond.position}`,
    });
  }
  if (book.history.journal.overflowsWithin(book.lines)) {
    return left({
      _tag: 'ExplainError',
      reason: 'overflow',
      expected: 'lines whose sums are exact',
      got: 'lines beyond 45035996273704.95 kr in all',
    });
  }
  return terms;
}
