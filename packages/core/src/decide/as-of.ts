import type { Day } from '../base/time.js';
import { dayOn } from '../base/time.js';
import type { Proposed, View } from './context.js';
import type { RejectionReason, Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

/**
 * How something stands can be told of a day that has come, and of none after it: what is expected is said as that (a due date, a
 * forecast, a target). The day is that of the ledger's time zone.
 */
export function hasCome(
  { state }: View,
  { recordedAt }: Pick<Proposed<unknown>, 'recordedAt'>,
  day: Day,
  field: string,
  reason: RejectionReason = 'as-of',
): Verdict {
  // No zone's clock is more than a day behind UTC, and reading a clock takes time.
  if (day < recordedAt.slice(0, 10)) return accepted;
  const today = dayOn(recordedAt, state.opened?.timeZone ?? 'UTC');
  return day <= today ? accepted : reject(reason, field, `${today}, the day that it is recorded, or earlier`, day);
}
