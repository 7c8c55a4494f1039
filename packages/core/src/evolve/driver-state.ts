import type { DriverKind, UnitPrice, Volume } from '../events/driver.js';
import type { EventId, RoundId } from '../events/fields.js';

/** What a volume or price is of, beside its item: a year of a budget, an outcome, a plan, or of a round's forecast. */
interface DriverOf {
  readonly year: string;
  readonly kind: DriverKind;
  readonly round: RoundId | undefined;
  /** The event that says it. */
  readonly event: EventId;
}

export interface StatedVolume extends DriverOf, Volume {}
export interface StatedPrice extends DriverOf, UnitPrice {}

/** What one figure replaces: the same item, of the same year, kind, round and month. */
export const driverKey = (
  of: Pick<DriverOf, 'year' | 'kind'> & { readonly round?: RoundId | undefined },
  item: { readonly item: string; readonly month?: string },
): string => `${of.year}/${of.kind}/${of.round ?? ''}/${item.item}/${item.month ?? ''}`;
