import type { Book, Cut, CutError, Either, Subject, TableError } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import { fill } from '../words/fill.js';
import type { Words } from '../words/words.js';
import { outcomeGapOf } from './outcome-gaps.js';
import type { PresentedFinding } from './presented.js';

/**
 * A warning, `outcome-incomplete`, where a number is made of outcome and the last months of its span have none, as known at a cut. None for
 * a number of budget or forecast.
 *
 * Left: `TableError` or `CutError`, as `drawTable` has them.
 *
 * @param named the number, as the sentence begins: "Avvikelsen mot budget 2025"
 */
export function incompleteOutcome(
  book: Book,
  subject: Subject,
  cut: Cut,
  named: string,
  { findings }: Pick<Words, 'findings'>,
): Either<TableError | CutError, readonly PresentedFinding[]> {
  const { metric } = subject;
  if (metric !== 'outcome' && metric !== 'outcome-deviation') return right([]);
  const gap = outcomeGapOf(book, subject, cut);
  if (isLeft(gap)) return gap;
  if (gap.right === undefined) return right([]);
  const { from, to } = gap.right;
  const code = 'outcome-incomplete';
  const message = fill(findings[from === to ? `${code}-bare` : code] ?? code, { where: named, from, to }).text;
  return right([{ code, severity: 'warning', where: [`metric:${metric}`], by: '', message }]);
}
