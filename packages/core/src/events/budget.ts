import type { Codec } from '../base/codec.js';
import { object, oneOf } from '../base/codec.js';
import type { Year } from '../base/time.js';
import { label, slug, year } from './fields.js';
import type { Lines } from './lines.js';
import { lines } from './lines.js';

/**
 * A year's appropriations as first adopted; several such events of a year add up. A line whose month is the whole year follows its
 * coding's phasing, else a twelfth a month, flagged `linear-default`.
 */
export interface BudgetAdopted {
  readonly year: Year;
  readonly lines: Lines;
}
export const BudgetAdopted: Codec<BudgetAdopted> = object('BudgetAdopted', { year, lines });

/**
 * A change of a year's budget: a supplementary appropriation (tilläggsanslag), a transfer or virement (omdisponering, which nets to
 * 0), a carry-over (ombudgetering) or a technical change.
 */
export interface BudgetAdjusted {
  readonly year: Year;
  readonly kind: 'supplementary' | 'transfer' | 'carry-over' | 'technical';
  readonly lines: Lines;
  readonly label?: string;
}
export const BudgetAdjusted: Codec<BudgetAdjusted> = object(
  'BudgetAdjusted',
  { year, kind: oneOf('supplementary', 'transfer', 'carry-over', 'technical'), lines },
  { label },
);

/** The months of codings (periodisering): for each coding named, lines for months that sum to its budget of the year. */
export interface BudgetPhased {
  readonly year: Year;
  readonly lines: Lines;
}
export const BudgetPhased: Codec<BudgetPhased> = object('BudgetPhased', { year, lines });

/** A later year's plan. A newer plan for the same year replaces all of the older one. */
export interface PlanAdopted {
  readonly plan: string;
  readonly year: Year;
  readonly lines: Lines;
}
export const PlanAdopted: Codec<PlanAdopted> = object('PlanAdopted', { plan: slug, year, lines });
