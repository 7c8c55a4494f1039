import type { Slot } from '../base/slot.js';
import { slotOf } from '../base/slot.js';
import type { Successor } from '../events/structure.js';
import type { LedgerState } from '../evolve/state.js';
import type { Organisation, TableSpec } from './spec.js';
import type { Finding } from './table.js';

/**
 * Columns of a time before a reorganisation that the table is drawn after: their amounts are shown where the reorganisation put them, not
 * where they were booked or budgeted. Only reorganisations in a dimension that the rows select by.
 */
export function restatedFindings(state: LedgerState, { columns, rows }: TableSpec, organisation: Organisation): readonly Finding[] {
  if (organisation === 'as-was') return [];
  const dimensions = new Set(rows.flatMap((row) => [...('each' in row ? [row.each] : []), ...Object.keys(row.where ?? {})]));
  const turns = [...dimensions].flatMap((dimension) => turnsOf(state, dimension)).filter((from) => from <= slotOf(organisation));
  const restated = columns.flatMap((column) => {
    if (column.hidden === true || !('span' in column)) return [];
    const first = slotOf('year' in column.span ? `${column.span.year}-01` : column.span.from);
    return turns.some((from) => from > first) ? [`column:${column.id}`] : [];
  });
  return restated.length === 0 ? [] : [{ code: 'restated', severity: 'note', where: restated, by: '', params: { organisation } }];
}

/** When codes of a dimension went on in others: where the shares of a split are not known, what was on it stays where it was. */
const turnsOf = ({ dimensions }: LedgerState, dimension: string): readonly Slot[] =>
  [...(dimensions.get(dimension)?.codes.values() ?? [])].flatMap(({ succeeded }) =>
    succeeded === undefined || isUnsplit(succeeded.successors) ? [] : [succeeded.from],
  );

const isUnsplit = (successors: readonly Successor[]): boolean =>
  successors.length > 1 && successors.some(({ share }) => share === undefined);
