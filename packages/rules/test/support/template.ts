import type { MetricColumnTemplate, SpecTemplate } from '@driftbok/rules';

/** A small table to build on: one column, one row. */
export const minimal: SpecTemplate = {
  id: 'minimal',
  title: 'Minimal',
  columns: [{ id: 'outcome', label: 'Utfall', metric: 'outcome', span: 'year-to-date' }],
  rows: [{ id: 'net', label: 'Netto', level: 0, where: {} }],
};

/** The minimal table with another column. */
export const withColumn = (column: Partial<MetricColumnTemplate>): SpecTemplate => ({
  ...minimal,
  columns: [{ id: 'outcome', label: 'Utfall', metric: 'outcome', span: 'year-to-date', ...column }],
});
