import { oreOf } from '../base/amount.js';
import { formatAmount } from '../base/amount.js';
import type { ForecastRevised } from '../events/forecast.js';
import type { EventId } from '../events/fields.js';
import type { Reason } from '../events/reason.js';
import type { Book } from '../replay/book.js';
import { eventAt } from '../replay/book.js';
import type { Stated } from './explanation.js';
import { tidy } from './tally.js';

/** A stated reason in its place: which event states it, and the ids from the outermost reason down to it. */
export interface PlacedReason {
  readonly reason: Reason;
  readonly path: readonly string[];
  readonly position: number;
  /** Among all reasons, in the order they are stated. */
  readonly order: number;
}

/** The reasons stated with revisions after one position and up to another, by event and id. */
export interface RevisionReasons {
  readonly of: (position: number, id: string) => PlacedReason | undefined;
  readonly all: readonly PlacedReason[];
}

export function flatten(reasons: readonly Reason[], position: number, start: number, path: readonly string[] = []): readonly PlacedReason[] {
  return reasons.flatMap((reason, index): readonly PlacedReason[] => {
    const own = [...path, reason.id];
    const nested = flatten(reason.parts ?? [], position, start, own);
    return [{ reason, path: own, position, order: start + index }, ...nested];
  });
}

/** Left out are revisions that state no reasons. */
export function revisionReasons(book: Book, from: number, to: number): RevisionReasons {
  const byKey = new Map<string, PlacedReason>();
  const all: PlacedReason[] = [];
  for (let position = from + 1; position <= to; position++) {
    const event = eventAt(book, position);
    if (event?.type !== 'ForecastRevised') continue;
    const { reasons } = event.data as unknown as ForecastRevised;
    for (const placed of flatten(reasons ?? [], position, all.length)) {
      byKey.set(`${position} ${placed.reason.id}`, placed);
      all.push(placed);
    }
  }
  return { of: (position, id) => byKey.get(`${position} ${id}`), all };
}

/**
 * A reason as stated, beside what lines did. Reasons of one id stated by several revisions add up; they agree when the lines' sum is
 * within half a unit of the stated precision.
 */
export function statedOf(reasons: readonly PlacedReason[], computed: number | undefined): Stated | undefined {
  const [first] = reasons;
  if (first === undefined) return undefined;
  const amount = reasons.reduce((sum, { reason }) => sum + oreOf(reason.amount), 0);
  const precision = reasons.reduce((most, { reason }) => Math.max(most, oreOf(reason.precision)), 0);
  return {
    amount: formatAmount(tidy(amount)),
    precision: formatAmount(tidy(precision)),
    agrees: computed === undefined ? undefined : Math.abs(computed - amount) * 2 <= precision,
  };
}

export const idAt = (book: Book) => (position: number): EventId => eventAt(book, position)?.id ?? '';
