import type { Draft as Mutable } from 'immer';
import type { DecisionRecorded } from '../events/decision.js';
import type { Placed } from './context.js';
import type { DecisionState } from './decision-state.js';
import { plain } from './plain.js';
import type { MutableState } from './state.js';

export function decisionRecorded(state: MutableState, { position, data }: Placed<DecisionRecorded>): void {
  const before = plain(state.decisions.get(data.decision));
  // What a later step leaves out stands as it was said before.
  const recorded: DecisionState = { ...before, ...data, history: [...(before?.history ?? []), { stage: data.stage, position }] };
  state.decisions.set(data.decision, recorded as Mutable<DecisionState>);
}
