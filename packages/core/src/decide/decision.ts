import { isLeft } from '../base/either.js';
import type { DecisionRecorded } from '../events/decision.js';
import type { DecisionStage } from '../evolve/decision-state.js';
import type { Proposed, View } from './context.js';
import { checkReference } from './reference.js';
import type { Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

const order: readonly DecisionStage[] = ['proposed', 'planned', 'decided'];

/**
 * A matter goes from proposed by way of planned to decided, and may be put forward or planned again on its way, for another body. What
 * is decided stands: a body that decides otherwise later does so in another decision.
 */
export function decisionRecorded({ state }: View, { data, decision }: Proposed<DecisionRecorded>): Verdict {
  const before = state.decisions.get(data.decision)?.stage;
  if (before === 'decided') return reject('decision-stage', 'data.decision', 'a matter that is not decided', data.decision);
  if (before !== undefined && order.indexOf(data.stage) < order.indexOf(before))
    return reject('decision-stage', 'data.stage', `${before} or later`, data.stage);
  if (data.stage === 'decided') {
    if (decision === undefined) return reject('decision-stage', 'decision', 'the body that decided and its day', 'nothing');
  } else {
    // Only a meeting that was held has a paragraph and an outcome.
    if (data.outcome !== undefined) return reject('decision-stage', 'data.outcome', `no outcome while ${data.stage}`, data.outcome);
    if (decision?.paragraph !== undefined)
      return reject('decision-stage', 'decision.paragraph', `no paragraph while ${data.stage}`, decision.paragraph);
  }
  for (const [at, reference] of (data.concerns ?? []).entries()) {
    const checked = checkReference(state, reference, `data.concerns.${at}`);
    if (isLeft(checked)) return checked;
  }
  for (const [at, { concerns }] of (data.points ?? []).entries()) {
    for (const [each, reference] of (concerns ?? []).entries()) {
      const checked = checkReference(state, reference, `data.points.${at}.concerns.${each}`);
      if (isLeft(checked)) return checked;
    }
  }
  return accepted;
}
