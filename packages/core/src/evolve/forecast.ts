import type { Draft as Mutable } from 'immer';
import type { ForecastRevised, ForecastRoundOpened, RoundStep } from '../events/forecast.js';
import type { Placed } from './context.js';
import type { MutableState, Round, RoundEvent, RoundStatus } from './state.js';

export function roundOpened(state: MutableState, event: Placed<ForecastRoundOpened>): void {
  const { round, year, label, period, scope } = event.data;
  state.rounds.set(round, {
    id: round,
    year,
    label,
    period,
    scope: scope === undefined ? undefined : { ...scope },
    ordinal: state.rounds.size + 1,
    status: 'open',
    firstRevised: undefined,
    locks: [],
    history: [moment('opened', event)],
  });
}

export function forecastRevised(state: MutableState, event: Placed<ForecastRevised>): void {
  const round = state.rounds.get(event.data.round);
  if (round === undefined) return;
  round.firstRevised ??= event.position;
  round.history.push(moment('revised', event));
}

type StepName = Exclude<RoundEvent['step'], 'opened' | 'revised'>;

const statusAfter: Readonly<Record<StepName, RoundStatus>> = {
  submitted: 'submitted',
  returned: 'open',
  approved: 'approved',
  locked: 'locked',
  reopened: 'open',
};

/** The evolve of a step that changes nothing but where the round is in its life. */
export const roundStep =
  (step: StepName) =>
  (state: MutableState, event: Placed<RoundStep>): void => {
    const round = state.rounds.get(event.data.round);
    if (round === undefined) return;
    round.status = statusAfter[step];
    if (step === 'locked') round.locks.push(event.position);
    round.history.push(moment(step, event));
  };

function moment(step: RoundEvent['step'], event: Placed<unknown>): Mutable<Round['history'][number]> {
  return { step, position: event.position, recordedAt: event.recordedAt, actor: { ...event.actor } };
}
