import type { Lines, OutcomePosted, OutcomeReversed, Recorded } from '@driftbok/core';
import { lineObjects } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';
import type { Said } from './sentences.js';

/** Nothing is posted in a month while it is closed, and a posting is taken back once, whole, after it was made. */
export function periodFindings(events: readonly Recorded[]): Pass {
  const closed = new Set<string>();
  const postings = new Map<string, readonly string[]>();
  const reversed = new Map<string, number>();
  const faults: Fault[] = [];
  let checked = 0;
  const fault = (position: number, sentence: 'period-closed' | 'no-posting' | 'reversed-twice', words: Said['words']): void => {
    faults.push({ code: 'periods', where: [`position:${position}`], by: '', said: { sentence, words: { position, ...words } } });
  };
  const inOpen = (position: number, months: readonly string[]): void => {
    for (const month of months) {
      const hit = [...closed].find((each) => each === month || each.startsWith(`${month}-`));
      if (hit !== undefined) return fault(position, 'period-closed', { month: hit });
    }
  };
  for (const { type, id, position, data } of events) {
    const { month, posting } = data as unknown as Partial<OutcomeReversed>;
    if (type === 'PeriodClosed' && month !== undefined) closed.add(month);
    if (type === 'PeriodReopened' && month !== undefined) closed.delete(month);
    if (type === 'OutcomePosted') {
      checked++;
      const months = monthsOf((data as unknown as OutcomePosted).lines);
      postings.set(id, months);
      inOpen(position, months);
    }
    if (type !== 'OutcomeReversed' || posting === undefined) continue;
    checked++;
    const before = reversed.get(posting);
    const months = postings.get(posting);
    if (months === undefined) fault(position, 'no-posting', { posting });
    else if (before !== undefined) fault(position, 'reversed-twice', { posting, before });
    else inOpen(position, months);
    reversed.set(posting, before ?? position);
  }
  return { checked, faults };
}

const monthsOf = (lines: Lines): readonly string[] => [...new Set(lineObjects(lines).map(({ month }) => month))];
