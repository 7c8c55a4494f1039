import type { Codec } from '../base/codec.js';
import { byKey, list, object, oneOf, refined } from '../base/codec.js';
import type { Day, Month, Year } from '../base/time.js';
import { day, decimalText, label, month, slug, year } from './fields.js';

/** The time that a value is of: a year, a month, or the days from one to another, both inclusive. */
export type Window = { readonly year: Year } | { readonly month: Month } | { readonly from: Day; readonly to: Day };
const window = byKey<Window>('year | month | from and to', {
  year: object<{ readonly year: Year }>('Window', { year }),
  month: object<{ readonly month: Month }>('Window', { month }),
  from: object<{ readonly from: Day; readonly to: Day }>('Window', { from: day, to: day }),
});

/** Something followed up. What is not measurable yet stays so until it is defined again. */
export interface IndicatorDefined {
  readonly indicator: string;
  readonly label: string;
  readonly goal?: string;
  /** Who asks for it, in the municipality's words: `kf`, `namnd`, `kontor`. */
  readonly level?: string;
  /** What a value counts: `procent`, `antal`, `dagar`, `index`. */
  readonly unit: string;
  /** How many decimals its values have at most; one that is told with fewer is shown so. */
  readonly decimals: number;
  readonly better?: 'higher' | 'lower';
  readonly followUp: 'measured' | 'not-measurable';
  /** Why it is not measurable. */
  readonly reason?: string;
  readonly responsible?: string;
  /** Where its values come from. */
  readonly source?: string;
  /** When it is reported, in the municipality's words: `delar-1`, `delar-2`, `bokslut`. */
  readonly reported?: readonly string[];
}
const decimals: Codec<number> = refined('0 to 6 decimals', (u) => Number.isInteger(u) && (u as number) >= 0 && (u as number) <= 6);
export const IndicatorDefined: Codec<IndicatorDefined> = object(
  'IndicatorDefined',
  { indicator: slug, label, unit: label, decimals, followUp: oneOf('measured', 'not-measurable') },
  {
    goal: slug,
    level: slug,
    better: oneOf('higher', 'lower'),
    reason: label,
    responsible: label,
    source: label,
    reported: list(slug, 1, 12),
  },
);

/**
 * What an indicator is to reach in a year, by exactly one of: a number to reach or better (`reach`), never to pass (`ceiling`,
 * `floor`), to lie within (`within`, both inclusive, or `about` with its `tolerance`), to change by against the year before
 * (`change`, in percent: -15), to move (`direction`), or words.
 */
export type Target =
  | { readonly reach: string }
  | { readonly ceiling: string }
  | { readonly floor: string }
  | { readonly within: { readonly from: string; readonly to: string } }
  | { readonly about: string; readonly tolerance: string }
  | { readonly change: string }
  | { readonly direction: 'up' | 'down' | 'hold' }
  | { readonly words: string };
const targets = {
  reach: object<{ readonly reach: string }>('Target', { reach: decimalText }),
  ceiling: object<{ readonly ceiling: string }>('Target', { ceiling: decimalText }),
  floor: object<{ readonly floor: string }>('Target', { floor: decimalText }),
  within: object<{ readonly within: { readonly from: string; readonly to: string } }>('Target', {
    within: object('Within', { from: decimalText, to: decimalText }),
  }),
  about: object<{ readonly about: string; readonly tolerance: string }>('Target', { about: decimalText, tolerance: decimalText }),
  change: object<{ readonly change: string }>('Target', { change: decimalText }),
  direction: object<{ readonly direction: 'up' | 'down' | 'hold' }>('Target', { direction: oneOf('up', 'down', 'hold') }),
  words: object<{ readonly words: string }>('Target', { words: label }),
} as const;
const target = byKey<Target>(Object.keys(targets).join(' | '), targets);

/** An indicator's target for a year; set again, it replaces the one before. */
export interface TargetSet {
  readonly indicator: string;
  readonly year: Year;
  readonly target: Target;
}
export const TargetSet: Codec<TargetSet> = object('TargetSet', { indicator: slug, year, target });

/**
 * A value, or that there is none: `missing` (should have been measured), `deferred` (comes later), `not-measurable`. None of these
 * is 0. Measured again for the same window and role, it replaces the one before.
 */
export interface IndicatorMeasured {
  readonly indicator: string;
  readonly window: Window;
  readonly role: 'outcome' | 'baseline' | 'forecast';
  readonly state: 'measured' | 'missing' | 'deferred' | 'not-measurable';
  /** Present exactly where `state` is `measured`, unless it is told in words. */
  readonly value?: string;
  /** What was measured, where it is no number. */
  readonly words?: string;
  /** The group that the value is of, where an indicator is followed for several: `women`, `kommunen`. */
  readonly group?: string;
}
export const IndicatorMeasured: Codec<IndicatorMeasured> = object(
  'IndicatorMeasured',
  {
    indicator: slug,
    window,
    role: oneOf('outcome', 'baseline', 'forecast'),
    state: oneOf('measured', 'missing', 'deferred', 'not-measurable'),
  },
  { value: decimalText, words: label, group: slug },
);

/** A colour that people give. */
export type Colour = 'green' | 'yellow' | 'red';

/** An indicator judged by people, as of a day. Yellow is never computed. */
export interface IndicatorAssessed {
  readonly indicator: string;
  readonly year: Year;
  readonly asOf: Day;
  readonly colour: Colour;
}
export const IndicatorAssessed: Codec<IndicatorAssessed> = object('IndicatorAssessed', {
  indicator: slug,
  year,
  asOf: day,
  colour: oneOf('green', 'yellow', 'red'),
});
