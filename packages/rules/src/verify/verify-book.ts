import type { Book, Hash, Recorded } from '@driftbok/core';
import { eventsOf } from '@driftbok/core';
import type { Language } from '../words/language.js';
import type { Pass, Verification, VerifyFinding } from './finding.js';
import { assignmentLifeFindings } from './assignments.js';
import { chainFindings, positionFindings } from './chain.js';
import { actionFindings, commentFindings, decisionFindings } from './lives.js';
import { goalFindings } from './goals.js';
import { driverFindings } from './drivers.js';
import { periodFindings } from './periods.js';
import { roundFindings } from './rounds.js';
import { tellFault } from './sentences.js';
import { textFindings } from './texts.js';
import { totalFindings } from './totals.js';
import { transferFindings } from './transfers.js';
import { treeFindings } from './trees.js';

/**
 * Holds a ledger against every invariant, in one pass each: nothing is decided again, so a rule that was tightened later is told and
 * does not make history unreadable.
 *
 * @param events as the store has them: the chain is checked on them, and the totals against them. Where left out they are the book's own, whose
 *   data may be in newer forms, and whose postings are read from the journal that the totals are drawn from
 * @param hash SHA-256 in lower-case hex; the default one where left out
 * @param language of the messages; the codes are English in both
 */
export function verifyBook(book: Book, events: readonly Recorded[] = eventsOf(book), hash?: Hash, language: Language = 'en'): Verification {
  const passes: readonly (readonly [VerifyFinding['code'], Pass])[] = [
    ['positions', positionFindings(events)],
    ['chain', chainFindings(events, hash)],
    ['texts', textFindings(events)],
    ['transfers', transferFindings(book)],
    ['rounds', roundFindings(book)],
    ['periods', periodFindings(events)],
    ['trees', treeFindings(book)],
    ['actions', actionFindings(book)],
    ['comments', commentFindings(book)],
    ['decisions', decisionFindings(book)],
    ['assignments', assignmentLifeFindings(book)],
    ['goals', goalFindings(book)],
    ['drivers', driverFindings(book)],
    ...totalFindings(book, events),
  ];
  return {
    verified: passes.map(([code, { checked }]) => ({ code, checked })),
    findings: passes.flatMap(([, { faults }]) =>
      faults.map(({ code, where, by, said }) => ({ code, severity: 'error' as const, where, by, message: tellFault(said, language) })),
    ),
  };
}
