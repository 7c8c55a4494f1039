import type { Lines } from '../events/lines.js';
import type { Journal } from './journal.js';
import { layer } from './layer.js';
import { oreOf } from '../base/amount.js';
import { slotOf } from '../base/slot.js';

/** Journals outcome lines as they are. The loop is written out, since nearly all lines of a ledger pass here. */
export function postOutcome(journal: Journal, position: number, lines: Lines): void {
  const { coding, monthAt, amountAt } = journal.codings.reader(lines);
  for (const row of lines.rows) {
    journal.append(position, layer.outcome, coding(row), slotOf(row[monthAt] as string), oreOf(row[amountAt] as string));
  }
}

/** Journals the lines of an earlier event with the other sign. */
export function postReversal(journal: Journal, position: number, reversed: number): void {
  const [from, to] = journal.linesOf(reversed);
  for (let at = from; at < to; at++) {
    const { coding, slot, ore } = journal.columns;
    const amount = ore[at] as number;
    journal.append(position, layer.outcome, coding[at] as number, slot[at] as number, amount === 0 ? 0 : -amount);
  }
}
