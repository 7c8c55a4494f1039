import type { Amount, Explanation, NamedCut, OutcomeAndRest, Part } from '@driftbok/core';
import type { Prose } from './prose.js';

/**
 * A forecast's move, parted into what outcome showed and what was judged anew, as an explanation that can be drawn and told like any
 * other. Of the surprise, what the re-assessment takes back stands beneath it as timing. Parts of 0 are left out.
 */
export function outcomeAndRestInParts(found: OutcomeAndRest, from: NamedCut, to: NamedCut, prose: Prose): Explanation {
  const { total, outcomeSurprise, reassessment, timing, lastingSurprise, reorganisation } = found;
  const words = prose.outcomeAndRest;
  const ofSurprise =
    timing === 0 ? [] : [part('timing', prose.drivers.timing, timing), part('lasting-surprise', words.lastingSurprise, lastingSurprise)];
  const parts: readonly Part[] = [
    { ...part('outcome-surprise', words.outcomeSurprise, outcomeSurprise), parts: ofSurprise.filter(moves) },
    part('reassessment', words.reassessment, reassessment),
    { ...part('reorganisation', prose.drivers.reorganisation, reorganisation), driver: 'reorganisation' },
  ];
  const split = { forecast: (total - reorganisation) as Amount, budget: nought, outcome: nought, organisation: reorganisation };
  return { metric: 'forecast', from, to, total, parts: parts.filter(moves), unexplained: nought, split };
}

const nought = 0 as Amount;
const moves = ({ amount }: Part): boolean => amount !== 0;
const part = (id: string, label: string, amount: Amount): Part => ({
  id,
  label,
  amount,
  driver: undefined,
  evidence: undefined,
  events: [],
  parts: [],
  unexplained: nought,
});
