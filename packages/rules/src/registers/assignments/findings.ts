import type { Book } from '@driftbok/core';
import { isOpen } from '@driftbok/core';
import type { PresentedFinding } from '../../present/presented.js';
import { countFindings } from './count-findings.js';
import { dueFindings } from './due-findings.js';
import { planFindings } from './plan-findings.js';
import type { RowsAbout } from './rows-of.js';
import { rowsOf } from './rows-of.js';
import type { RegisterWords } from './tell.js';
import { finding, namesOf, placeOf } from './tell.js';

/**
 * What does not agree about assignments: counts that a text states against those of the ledger, due dates against what is reported, the
 * plan against the report, and what the year before left unfinished. Each names its assignments and shows its arithmetic.
 *
 * @param words how the register's own words are said; as they are where left out
 * @example
 * ```ts
 * import { emptyBook } from '@driftbok/core';
 * import { assignmentFindings } from '@driftbok/rules';
 * assignmentFindings(emptyBook(), { year: '2025', asOf: '2025-07-31' }) // => []
 * ```
 */
export function assignmentFindings(book: Book, about: RowsAbout, words: RegisterWords = {}): readonly PresentedFinding[] {
  const rows = rowsOf(book, about);
  return [...countFindings(book, about, words), ...dueFindings(rows, about), ...planFindings(rows, about, words), ...leftOver(book, about)];
}

/** Assignments of the year before that were open when last reported and that this year does not have. Silent where it has none at all. */
function leftOver(book: Book, about: RowsAbout): readonly PresentedFinding[] {
  const now = new Set(rowsOf(book, about).map(({ id }) => id));
  const prior = String(Number(about.year) - 1);
  const left = rowsOf(book, { ...about, year: prior }).filter((row) => isOpen(row) && !now.has(row.id));
  if (now.size === 0 || left.length === 0) return [];
  const values = { count: String(left.length), prior, year: about.year, which: namesOf(left) };
  return [finding('left-over', 'note', left.map(placeOf), values)];
}
