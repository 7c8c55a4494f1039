import type { Reference } from '../events/reference.js';
import { kindOf } from '../events/reference.js';
import type { LedgerState } from '../evolve/state.js';
import type { Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

/**
 * A thing that is named has to be there. Cells and figures are not looked up: which tables a municipality prints is no part of the
 * ledger.
 */
export function checkReference(state: LedgerState, reference: Reference, field: string): Verdict {
  const things = {
    action: state.actions,
    assignment: state.assignments,
    goal: state.goals,
    indicator: state.indicators,
    decision: state.decisions,
    round: state.rounds,
  } as const;
  for (const [kind, known] of Object.entries(things)) {
    const id = (reference as Readonly<Record<string, unknown>>)[kind];
    if (typeof id === 'string' && !known.has(id))
      return reject('reference-unknown', `${field}.${kindOf(reference)}`, `a known ${kind}`, id);
  }
  return accepted;
}
