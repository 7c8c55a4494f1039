import type { Book, Line, Lines, Recorded, SingleRow, TableSpec } from '@driftbok/core';
import { amountFromOre, drawTable, eventsOf, formatAmount, isRight, lineObjects, parseAmount } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';
import type { Said } from './sentences.js';

/** The layers whose total is a plain sum of what events say. */
const metrics = ['budget', 'outcome'] as const;
type Summed = (typeof metrics)[number];

/** By metric and year, in öre, straight from the events: the naive sum that every projection has to give. */
function sumsOfEvents(events: readonly Recorded[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (metric: Summed, lines: readonly Line[], sign: 1 | -1): void => {
    for (const { month, amount } of lines) {
      const ore = parseAmount(amount);
      const key = `${metric}/${month.slice(0, 4)}`;
      if (isRight(ore)) sums.set(key, (sums.get(key) ?? 0) + sign * ore.right);
    }
  };
  const linesOfEvent = (event: Recorded | undefined): readonly Line[] => {
    const lines = (event?.data as { readonly lines?: Lines } | undefined)?.lines;
    return lines === undefined ? [] : lineObjects(lines);
  };
  const byId = new Map(events.map((event) => [event.id, event]));
  for (const event of events) {
    if (event.type === 'OutcomePosted') add('outcome', linesOfEvent(event), 1);
    if (event.type === 'BudgetAdopted' || event.type === 'BudgetAdjusted') add('budget', linesOfEvent(event), 1);
    if (event.type === 'OutcomeReversed')
      add('outcome', linesOfEvent(byId.get((event.data as unknown as { readonly posting: string }).posting)), -1);
  }
  return sums;
}

/**
 * A year's total, drawn as a table, is the sum of what the events say (`totals`), and so are the roots of every tree that all lines lie
 * in (`kinds` for the trees, since income and cost are roots of one).
 */
export function totalFindings(book: Book): readonly (readonly ['totals' | 'kinds', Pass])[] {
  const sums = sumsOfEvents(eventsOf(book));
  const totals: Fault[] = [];
  const kinds: Fault[] = [];
  let roots = 0;
  for (const [key, expected] of sums) {
    const [metric, year] = key.split('/') as [Summed, string];
    if (metric === 'budget' || metric === 'outcome') {
      const drawn = totalsOf(book, metric, year);
      const off = (drawn?.all ?? 0) - expected;
      if (drawn === undefined || off !== 0) totals.push(fault('totals', key, off, { sentence: 'total', words: { where: key } }));
      for (const [dimension, sum] of drawn?.dimensions ?? []) {
        roots++;
        // A dimension that some lines do not name says nothing of the whole.
        const where = `${key}/${dimension}`;
        if (sum.unnamed === 0 && sum.roots !== (drawn?.all ?? 0)) {
          kinds.push(fault('kinds', where, sum.roots - (drawn?.all ?? 0), { sentence: 'kind', words: { where, dimension } }));
        }
      }
    }
  }
  return [
    ['totals', { checked: sums.size, faults: totals }],
    ['kinds', { checked: roots, faults: kinds }],
  ];
}

function fault(code: 'totals' | 'kinds', where: string, off: number, said: Said): Fault {
  const size = amountFromOre(Math.abs(off));
  return { code, where: [where], by: isRight(size) ? formatAmount(size.right) : '', said };
}

interface Drawn {
  readonly all: number;
  readonly dimensions: ReadonlyMap<string, { readonly roots: number; readonly unnamed: number }>;
}

function totalsOf(book: Book, metric: Summed, year: string): Drawn | undefined {
  const row = (id: string, where: SingleRow['where']): SingleRow => ({ id, label: id, level: 0, where });
  const dimensions = [...book.state.dimensions.values()].map(({ id, codes }) => ({
    id,
    roots: [...codes.values()].filter(({ parents }) => parents.every(({ value }) => value === undefined)).map(({ code }) => code),
  }));
  const used = dimensions.filter(({ roots }) => roots.length > 0);
  const spec: TableSpec = {
    id: 'verify',
    title: 'verify',
    columns: [{ id: 'amount', label: 'amount', metric, span: { year } }],
    rows: [
      row('all', {}),
      ...used.map(({ id, roots }) => row(`any.${id}`, { [id]: roots })),
      ...used.flatMap(({ id, roots }) => roots.map((root) => row(`${id}.${root}`, { [id]: [root] }))),
    ],
  };
  const table = drawTable(book, spec);
  if (table._tag === 'Left') return undefined;
  const value = (id: string): number => table.right.rows.find((each) => each.id === id)?.cells['amount'] ?? 0;
  return {
    all: value('all'),
    dimensions: new Map(
      used.map(({ id, roots }) => [
        id,
        { roots: roots.reduce((sum, root) => sum + value(`${id}.${root}`), 0), unnamed: value('all') - value(`any.${id}`) },
      ]),
    ),
  };
}
