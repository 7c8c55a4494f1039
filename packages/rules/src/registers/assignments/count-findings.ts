import type { AssignmentCount, Book } from '@driftbok/core';
import { assignmentsCounted, Decimal } from '@driftbok/core';
import type { PresentedFinding } from '../../present/presented.js';
import type { RowsAbout } from './rows-of.js';
import type { RegisterWords } from './tell.js';
import { finding, namesOf, placeOf, said, signed } from './tell.js';

/** Counts that texts state of the year's assignments as of the day, against how many the ledger has. */
export function countFindings(book: Book, { year, asOf, kind }: RowsAbout, words: RegisterWords = {}): readonly PresentedFinding[] {
  return [...book.state.claims.values()].flatMap(({ claim, label, figure, assignments: count }) => {
    if (count === undefined || count.year !== year || count.asOf !== asOf || (kind !== undefined && count.kind !== kind)) return [];
    const counted = assignmentsCounted(book, count);
    const difference = new Decimal(counted.length).minus(figure);
    if (difference.isZero()) return [];
    const values = {
      claim: label,
      figure,
      count: String(counted.length),
      difference: signed(difference.toNumber()),
      asked: asked(count, words),
      which: namesOf(counted),
    };
    return [finding('stated-count', 'warning', [`claim:${claim}`, ...counted.map(placeOf)], values)];
  });
}

/** What a count is of, in the register's words: `Uppdrag, open, expected 2025`. */
function asked({ kind, status, progress, expected, carried }: AssignmentCount, words: RegisterWords): string {
  const expectedIn = expected === undefined ? undefined : `${said('expected', words)} ${said(expected, words)}`;
  const carriedOrNot = carried === undefined ? undefined : carried === 'yes' ? 'carried' : 'new';
  return [kind, status, progress, expectedIn, carriedOrNot].flatMap((each) => (each === undefined ? [] : [said(each, words)])).join(', ');
}
