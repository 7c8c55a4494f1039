import type { Finding, Table } from '@driftbok/core';
import type { MetricColumnTemplate, SpecTemplate } from '../spec/template.js';
import { isDifference, isRatio } from '../spec/template.js';

/**
 * A table that has nothing of the period it is about: a warning, `no-lines`, so that blank cells are not taken for a month in which nothing
 * happened. What a column shows of another year, or of months of its own, does not count: last year's outcome says nothing of this year's.
 */
export function blankFindings(table: Table, template: SpecTemplate | undefined): readonly Finding[] {
  const elsewhere = new Set(
    template?.columns.filter((column) => !isDifference(column) && !isRatio(column) && isElsewhere(column)).map(({ id }) => id),
  );
  const own = table.columns.filter(({ id }) => !elsewhere.has(id)).map(({ id }) => id);
  const blank = own.every((id) => table.rows.every(({ cells, ratios = {} }) => (cells[id] ?? ratios[id] ?? null) === null));
  if (own.length === 0 || !blank) return [];
  return [{ code: 'no-lines', severity: 'warning', where: own.map((id) => `column:${id}`), by: '', params: {} }];
}

const isElsewhere = ({ span, year = 0 }: Pick<MetricColumnTemplate, 'span' | 'year'>): boolean => year !== 0 || typeof span === 'object';
