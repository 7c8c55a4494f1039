import type { Day, Month } from '@driftbok/core';
import { isDay } from '@driftbok/core';

/** The last day of a month. */
export const lastDayOf = (month: Month): Day => [31, 30, 29].map((day) => `${month}-${day}`).find(isDay) ?? `${month}-28`;

/** How many days a day lies after another; negative where it lies before. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
