import type { Book, Recorded, SingleRow, TableSpec } from '@driftbok/core';
import { amountFromOre, drawTable, formatAmount, isRight } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';
import type { Said } from './sentences.js';
import type { EventSum } from './sums.js';
import { sumsOfEvents } from './sums.js';

/**
 * A year's total, drawn as a table, is the sum of what the events say (`totals`), and the roots of each tree are together all lines that
 * name its dimension (`kinds` for the trees, since income and cost are roots of one).
 *
 * @param events not those of the book, which reads its postings from the very journal that is to be checked
 */
export function totalFindings(book: Book, events: readonly Recorded[]): readonly (readonly ['totals' | 'kinds', Pass])[] {
  const sums = sumsOfEvents(events);
  const totals: Fault[] = [];
  const kinds: Fault[] = [];
  let roots = 0;
  for (const { metric, year, all, named } of sums) {
    const key = `${metric}/${year}`;
    const drawn = totalsOf(book, metric, year);
    const off = (drawn?.all ?? 0) - all;
    if (drawn === undefined || off !== 0) totals.push(fault('totals', key, off, { sentence: 'total', words: { where: key } }));
    for (const [dimension, expected] of named) {
      roots++;
      const apart = (drawn?.roots.get(dimension) ?? 0) - expected;
      const where = `${key}/${dimension}`;
      if (apart !== 0) kinds.push(fault('kinds', where, apart, { sentence: 'kind', words: { where, dimension } }));
    }
  }
  return [
    ['totals', { checked: sums.length, faults: totals }],
    ['kinds', { checked: roots, faults: kinds }],
  ];
}

function fault(code: 'totals' | 'kinds', where: string, off: number, said: Said): Fault {
  const size = amountFromOre(Math.abs(off));
  return { code, where: [where], by: isRight(size) ? formatAmount(size.right) : '', said };
}

interface Drawn {
  readonly all: number;
  /** The sum of the roots of each dimension. */
  readonly roots: ReadonlyMap<string, number>;
}

function totalsOf(book: Book, metric: EventSum['metric'], year: string): Drawn | undefined {
  const row = (id: string, where: SingleRow['where']): SingleRow => ({ id, label: id, level: 0, where });
  const dimensions = [...book.state.dimensions.values()].map(({ id, codes }) => ({
    id,
    roots: [...codes.values()].filter(({ parents }) => parents.every(({ value }) => value === undefined)).map(({ code }) => code),
  }));
  const spec: TableSpec = {
    id: 'verify',
    title: 'verify',
    columns: [{ id: 'amount', label: 'amount', metric, span: { year } }],
    rows: [row('all', {}), ...dimensions.flatMap(({ id, roots }) => roots.map((root) => row(`${id}.${root}`, { [id]: [root] })))],
  };
  const table = drawTable(book, spec);
  if (table._tag === 'Left') return undefined;
  const value = (id: string): number => table.right.rows.find((each) => each.id === id)?.cells['amount'] ?? 0;
  return {
    all: value('all'),
    roots: new Map(dimensions.map(({ id, roots }) => [id, roots.reduce((sum, root) => sum + value(`${id}.${root}`), 0)])),
  };
}
