import { yearSlot } from '../base/slot.js';
import type { ForecastRevised, Scope } from '../events/forecast.js';
import { codeIn } from '../events/reason.js';
import { plain } from '../evolve/plain.js';
import type { LedgerState } from '../evolve/state.js';
import { pathUp } from '../evolve/tree.js';
import type { Journal } from '../journal/journal.js';
import type { Beneath } from '../journal/post-revision.js';

const nowhere: Beneath = () => false;

/**
 * The codings that a revision sets to 0 unless it names them: those beneath its scope. A round of one branch says nothing of the
 * others, whatever a revision of it is scoped to.
 */
export function beneathRevision(state: LedgerState, journal: Journal, { scope, round, year }: ForecastRevised): Beneath {
  if (scope === undefined) return nowhere;
  const own = state.rounds.get(round)?.scope;
  const limits = [scope, ...(own === undefined ? [] : [own])].map((limit) => beneathNode(state, journal, limit, year));
  return (coding) => limits.every((isBeneath) => isBeneath(coding));
}

/** The codings at or beneath a node in its year's December. */
function beneathNode(state: LedgerState, journal: Journal, scope: Scope, year: string): Beneath {
  const dimension = plain(state.dimensions.get(scope.dimension));
  if (dimension === undefined) return nowhere;
  const known = new Map<string, boolean>();
  return (coding) => {
    const code = codeIn(journal.codings.codes(coding), scope.dimension);
    if (code === undefined) return false;
    const memo = known.get(code);
    if (memo !== undefined) return memo;
    const inside = pathUp(dimension, code, yearSlot(year) + 12).includes(scope.code);
    known.set(code, inside);
    return inside;
  };
}
