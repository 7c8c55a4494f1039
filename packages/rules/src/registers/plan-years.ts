import type { DriversOf } from '@driftbok/core';

/** The five years that a plan's tables show, by field: what each is of, counted from the report's year. */
export const planYears: readonly { readonly field: string; readonly kind: DriversOf['kind']; readonly after: number }[] = [
  { field: 'outcome_before', kind: 'outcome', after: -2 },
  { field: 'budget_before', kind: 'budget', after: -1 },
  { field: 'budget', kind: 'budget', after: 0 },
  { field: 'plan_1', kind: 'plan', after: 1 },
  { field: 'plan_2', kind: 'plan', after: 2 },
];

/** The year some years after a period's. */
export const yearAfterPeriod = (period: string, after: number): string => String(Number(period.slice(0, 4)) + after).padStart(4, '0');
