import type { Amount } from '@driftbok/core';
import { amountFromOre, isLeft, isRight, orThrow, parseAmount, subtractAmounts } from '@driftbok/core';
import { favourable, naturalOf, parseNumber, roundAmount, signPresets, stepOf } from '@driftbok/rules';
import type { CanonicalCell, CanonicalRow, CanonicalTable, Layout } from '@driftbok/rules/audit';
import { audit, auditColumns, layout as layoutCodec, layouts, printLayout, readLayout, unitPresets } from '@driftbok/rules/audit';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const kr = (text: string): Amount => orThrow(parseAmount(text));
const ore = (value: number): Amount => orThrow(amountFromOre(value));
const givenOf = ({ columns }: Layout) => columns.flatMap((column) => ('part' in column || 'minuend' in column ? [] : [column]));

/** Leaves of a table of two levels, each with an amount, a blank or a figure that is withheld in every column that is told. */
const leaves = (layout: Layout, amounts: fc.Arbitrary<number>): fc.Arbitrary<readonly (readonly CanonicalCell[])[]> => {
  const cell: fc.Arbitrary<CanonicalCell> = fc.oneof(
    { weight: 12, arbitrary: amounts.map(ore) },
    { weight: 1, arbitrary: fc.constant('blank' as const) },
    { weight: 1, arbitrary: fc.constant('withheld' as const) },
  );
  const width = givenOf(layout).length;
  return fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 3 });
};

/** What sums come to: a blank is nothing, unless all are; what is withheld is a figure of its own, here 0. */
const sumOf = (cells: readonly CanonicalCell[]): CanonicalCell => {
  const shown = cells.filter((cell) => cell !== 'blank');
  return shown.length === 0 ? 'blank' : ore(shown.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0));
};

/** A table in the rows of its layout, or of two levels where it has none: naive sums over the leaves. */
function tableOf(layout: Layout, [first = [], second = [], third = []]: readonly (readonly CanonicalCell[])[]): CanonicalTable {
  const columns = givenOf(layout);
  const cellsOf = (cells: readonly CanonicalCell[]) => Object.fromEntries(columns.map(({ id }, at) => [id, cells[at] ?? 'blank']));
  const total = (...parts: readonly (readonly CanonicalCell[])[]) =>
    columns.map((_, at) => sumOf(parts.map((part) => part[at] ?? 'blank')));
  const net = total(first, second);
  if (layout.rows !== undefined) {
    const values: Readonly<Record<string, readonly CanonicalCell[]>> = {
      income: first,
      cost: second,
      grant: third,
      net,
      result: total(net, third),
    };
    return { id: 't', rows: layout.rows.map((row): CanonicalRow => ({ ...row, cells: cellsOf(values[row.id] ?? []) })) };
  }
  return {
    id: 't',
    rows: [
      { id: 'a', label: 'A', level: 2, cells: cellsOf(first) },
      { id: 'b', label: 'B', level: 2, cells: cellsOf(second) },
      { id: 'ab', label: 'A och B', level: 1, sum: ['a', 'b'], cells: cellsOf(net) },
      { id: 'c', label: 'C', level: 1, cells: cellsOf(third) },
      { id: 'all', label: 'Summa', level: 0, sum: ['ab', 'c'], cells: cellsOf(total(net, third)) },
    ],
  };
}

const each = layouts.map((layout) => [layout.id, layout] as const);
const exact = fc.oneof(fc.constant(0), fc.integer({ min: 1e6, max: 9e9 }), fc.integer({ min: -9e9, max: -1e6 }));

describe.each(each)('the layout %s', (_, layout) => {
  const step = stepOf(layout.format);
  const whole = fc.integer({ min: -90_000, max: 90_000 }).map((steps) => steps * step);

  it('gives back what it was printed from, where that was no more exact than the print', () => {
    fc.assert(
      fc.property(leaves(layout, whole), fc.integer({ min: 1, max: 12 }), (cells, months) => {
        const table = tableOf(layout, cells);
        expect(orThrow(readLayout(printLayout(table, layout, months), layout))).toEqual(table);
      }),
    );
  });

  it('gives back what is rounded, of what was more exact', () => {
    fc.assert(
      fc.property(leaves(layout, exact), (cells) => {
        const table = tableOf(layout, cells);
        const read = orThrow(readLayout(printLayout(table, layout, 7), layout));
        const rounded = (cell: CanonicalCell | undefined) => (typeof cell === 'number' ? orThrow(roundAmount(cell, layout.format)) : cell);
        for (const [at, row] of table.rows.entries())
          for (const { id } of givenOf(layout)) expect(read.rows[at]?.cells[id]).toBe(rounded(row.cells[id]));
      }),
    );
  });

  it('is found feasible by an audit, with every sum, difference and percentage that it promises', async () => {
    await fc.assert(
      fc.asyncProperty(leaves(layout, exact), fc.integer({ min: 1, max: 12 }), async (cells, months) => {
        const report = orThrow(await audit({ tables: [printLayout(tableOf(layout, cells), layout, months)] }));
        expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(report.feasible).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves the same fact as favourable as it is', () => {
    const differences = layout.columns.flatMap((column) => ('minuend' in column ? [column] : []));
    fc.assert(
      fc.property(leaves(layout, whole), (cells) => {
        const table = tableOf(layout, cells);
        const printed = printLayout(table, layout, 7);
        for (const [at, row] of table.rows.entries()) {
          for (const column of differences) {
            const [minuend, subtrahend] = [row.cells[column.minuend], row.cells[column.subtrahend]];
            if (typeof minuend !== 'number' || typeof subtrahend !== 'number') continue;
            const fact = favourable(column.metric, orThrow(subtractAmounts(minuend, subtrahend)));
            const text = printed.rows[at]?.cells[column.id] ?? '';
            const shown = parseNumber(text === layout.marks.zero ? '0' : text, layout.format);
            if (isLeft(shown) || shown.right.kind !== 'number') throw new Error(`no figure: ${text}`);
            expect(favourable(column.metric, naturalOf(column.metric, shown.right.value, layout.signs))).toBe(fact);
          }
        }
      }),
    );
  });

  it('is data: it decodes from its own JSON', () => {
    expect(layoutCodec.decode(JSON.parse(JSON.stringify(layout)))).toEqual({ _tag: 'Right', right: layout });
  });
});

describe('layouts', () => {
  it('cover the four ways of signs and the four units', () => {
    expect(new Set(layouts.map(({ signs }) => signs.id))).toEqual(new Set(signPresets.map(({ id }) => id)));
    expect(signPresets).toHaveLength(4);
    const unitOf = ({ unit, decimals }: Pick<Layout['format'], 'unit' | 'decimals'>) => `${unit} ${decimals}`;
    expect(new Set(layouts.map(({ format }) => unitOf(format)))).toEqual(new Set(unitPresets.map(unitOf)));
  });

  it('print the July 2025 net, each in its own way', () => {
    const cells = Object.fromEntries(
      ['budget', 'budget_year']
        .map((id) => [id, kr('-372965000.00')] as const)
        .concat([
          ['forecast', kr('-377660000.00')],
          ['outcome', kr('-210951000.00')],
          ['previous', kr('-382660000.00')],
          ['before', kr('-342880000.00')],
        ]),
    );
    const texts = layouts.map((layout) => [
      layout.id,
      printLayout({ id: 't', rows: [{ id: 'net', label: 'Netto', level: 0, cells }] }, layout, 7).rows[0]?.cells,
    ]);
    expect(Object.fromEntries(texts)).toMatchObject({
      manad: { budget_year: '-372 965', forecast: '-377 660', deviation_year: '-4 695', outcome_prior: null },
      'kostnad-plus': { budget: '373,0', outcome: '211,0', share: '56,6 %', forecast: '377,7', deviation: '-4,7' },
      riktpunkt: { budget: '-372 965 000', used: '56,6 %', elapsed: '-1,8 %', deviation: '4 695 000' },
      ram: { budget: '-372 965', forecast: '-377 660', change: '+5 000', deviation: '-4 695' },
      'budget-plus': { budget: '372 965', forecast: '-377 660', change: '+5 000', deviation: '-4 695' },
      internbudget: { before: '343', budget: '373', change: '+30' },
    });
  });

  it('have a frame whose budgeted result is not 0, and an audit that holds it', async () => {
    const frame = layouts.find(({ id }) => id === 'ram');
    if (frame === undefined) throw new Error('there is a frame');
    const cells = (budget: string, forecast: string) =>
      ({ budget: kr(budget), outcome: 'blank', previous: 'blank', forecast: kr(forecast) }) as const;
    const rows = [
      cells('46185000.00', '60308000.00'),
      cells('-419150000.00', '-437968000.00'),
      cells('370965000.00', '370965000.00'),
      cells('-372965000.00', '-377660000.00'),
      cells('-2000000.00', '-6695000.00'),
    ];
    const table: CanonicalTable = { id: 't', rows: (frame.rows ?? []).map((row, at): CanonicalRow => ({ ...row, cells: rows[at] ?? {} })) };
    const printed = printLayout(table, frame, 7);
    expect(printed.rows.at(-1)?.cells).toMatchObject({ budget: '-2 000', outcome: '-', deviation: '-4 695' });
    expect(orThrow(await audit({ tables: [printed] })).feasible).toBe(true);
    const wrong = {
      ...printed,
      rows: printed.rows.map((row) => (row.id === 'result' ? { ...row, cells: { ...row.cells, budget: '0' } } : row)),
    };
    expect(orThrow(await audit({ tables: [wrong] })).findings[0]).toMatchObject({
      severity: 'error',
      where: ['t/result/budget'],
      by: '2000000.00',
    });
  });

  it('hold a percentage against the elapsed share of the year', async () => {
    const layout = layouts.find(({ id }) => id === 'riktpunkt');
    if (layout === undefined) throw new Error('there is such a layout');
    const cells = { budget: kr('-12000000.00'), outcome: kr('-7600000.00'), forecast: kr('-13000000.00') };
    const printed = printLayout({ id: 't', rows: [{ id: 'x', label: 'X', level: 0, cells }] }, layout, 7);
    expect(printed.rows[0]?.cells).toMatchObject({ used: '63,3 %', elapsed: '+5,0 %' });
    const otherMonth = { ...printed, columns: auditColumns(layout, 6) };
    const errors = orThrow(await audit({ tables: [otherMonth] })).findings.filter(({ severity }) => severity === 'error');
    expect(errors.flatMap(({ where, alternatives }) => [where, ...alternatives]).flat()).toContain('t/x/elapsed');
    expect(orThrow(await audit({ tables: [printed] })).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('refuse a cell that is none of theirs, by its table, row and column', () => {
    const [layout] = layouts;
    if (layout === undefined) throw new Error('there are layouts');
    const table = printLayout({ id: 't', rows: [{ id: 'r', label: 'R', level: 0, cells: { forecast: kr('1000.00') } }] }, layout, 7);
    const read = (text: string) =>
      readLayout({ ...table, rows: table.rows.map((row) => ({ ...row, cells: { ...row.cells, forecast: text } })) }, layout);
    expect(read('1,5')).toMatchObject({ left: { _tag: 'LayoutError', where: 't/r/forecast', got: '1,5' } });
    expect(read('-')).toMatchObject({ left: { where: 't/r/forecast' } });
    expect(isRight(read('−1\u2009000'))).toBe(true);
  });

  it.each([
    ['marks that are alike', { marks: { blank: '-', zero: '-', withheld: '*' } }],
    ['a difference of a column that is none', { columns: [{ id: 'd', label: 'D', metric: 'budget', minuend: 'x', subtrahend: 'y' }] }],
    ['a column twice', { columns: [0, 1].map(() => ({ id: 'd', label: 'D', metric: 'budget' })) }],
    ['a sum of a row that is none', { rows: [{ id: 'r', label: 'R', level: 0, sum: ['x'] }] }],
  ])('do not have %s', (_, part) => {
    expect(layoutCodec.is({ ...layouts[0], ...part })).toBe(false);
  });
});
