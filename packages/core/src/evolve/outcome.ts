import { slotOf } from '../base/slot.js';
import type { OutcomeReversed, PeriodClosed, PeriodReopened } from '../events/outcome.js';
import type { Placed } from './context.js';
import type { MutableState } from './state.js';

export function outcomeReversed(state: MutableState, { id, data }: Placed<OutcomeReversed>): void {
  state.reversed.set(data.posting, id);
}

export function periodClosed(state: MutableState, { data }: Placed<PeriodClosed>): void {
  state.closedMonths.add(slotOf(data.month));
}

export function periodReopened(state: MutableState, { data }: Placed<PeriodReopened>): void {
  state.closedMonths.delete(slotOf(data.month));
}
