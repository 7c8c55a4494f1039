import type { Slot } from '../base/slot.js';
import { SLOTS_A_YEAR, slotOf, slotText, yearOfSlot } from '../base/slot.js';
import { isLeft } from '../base/either.js';
import type { OutcomePosted, OutcomeReversed, PeriodClosed, PeriodReopened } from '../events/outcome.js';
import type { LedgerState } from '../evolve/state.js';
import type { Proposed, View } from './context.js';
import { checkLines } from './lines.js';
import type { Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

/** A month takes outcome while it is not closed; a whole year while none of its months is. */
export const notClosed =
  (state: LedgerState) =>
  (slot: Slot, field: string): Verdict => {
    const closed = slot % SLOTS_A_YEAR === 0 ? [...state.closedMonths].find((month) => yearOfSlot(month) === yearOfSlot(slot)) : slot;
    return closed !== undefined && state.closedMonths.has(closed)
      ? reject('period-closed', field, `a month that is open; ${slotText(closed)} is closed`, slotText(slot))
      : accepted;
  };

export function outcomePosted(view: View, { data }: Proposed<OutcomePosted>): Verdict {
  return checkLines(view, data.lines, notClosed(view.state));
}

export function outcomeReversed(view: View, { data }: Proposed<OutcomeReversed>): Verdict {
  const { state, journal } = view;
  const posting = view.find(data.posting);
  if (posting === undefined || posting.type !== 'OutcomePosted') {
    return reject('posting-unknown', 'data.posting', 'the id of a posting of outcome', posting === undefined ? data.posting : posting.type);
  }
  if (posting.stream !== `outcome/${data.month}`) return reject('wrong-stream', 'data.month', `the month in ${posting.stream}`, data.month);
  const by = state.reversed.get(data.posting);
  if (by !== undefined) return reject('posting-reversed', 'data.posting', 'a posting not taken back before', `reversed by ${by}`);
  const [from, to] = journal.linesOf(posting.position);
  for (let at = from; at < to; at++) {
    const open = notClosed(state)(journal.columns.slot[at] as number, 'data.posting');
    if (isLeft(open)) return open;
  }
  return accepted;
}

export function periodClosed({ state }: View, { data }: Proposed<PeriodClosed>): Verdict {
  return state.closedMonths.has(slotOf(data.month)) ? reject('period-closed', 'data.month', 'a month that is open', data.month) : accepted;
}

export function periodReopened({ state }: View, { data }: Proposed<PeriodReopened>): Verdict {
  return state.closedMonths.has(slotOf(data.month)) ? accepted : reject('period-open', 'data.month', 'a month that is closed', data.month);
}
