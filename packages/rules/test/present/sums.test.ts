import type { Amount, Table } from '@driftbok/core';
import { amountFromOre, orThrow } from '@driftbok/core';
import type { Preset, PresentedTable, SpecTemplate } from '@driftbok/rules';
import { exempel, norrtalje, parseNumber, presentTable, signPresets, stepOf } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats } from '../support/arbitraries.js';
import { cut, tableOf } from '../support/table.js';

const sums: SpecTemplate = {
  id: 'sums',
  title: 'Sums',
  columns: [
    { id: 'budget', label: 'Budget', metric: 'budget', span: 'year' },
    { id: 'forecast', label: 'Forecast', metric: 'forecast', span: 'year' },
    { id: 'deviation', label: 'Deviation', minuend: 'forecast', subtrahend: 'budget', metric: 'forecast-deviation' },
  ],
  rows: [
    { id: 'income', label: 'Income', level: 0, where: {} },
    { id: 'cost', label: 'Cost', level: 0, where: {} },
    { id: 'net', label: 'Net', level: 0, where: {}, sumOf: ['income', 'cost'] },
  ],
};

const columns = ['budget', 'forecast', 'deviation'] as const;
const findingsOf = (table: Table, preset: Preset = norrtalje, template: SpecTemplate = sums): readonly string[] =>
  presentTable(table, preset, template).findings.map(({ code, severity, where, by }) => `${severity} ${code} ${where.join()} ${by}`);

const presets: fc.Arbitrary<Preset> = fc
  .record({ format: formats, signs: fc.constantFrom(...signPresets) })
  .map(({ format, signs }) => ({ ...norrtalje, format, signs }));

const ore = fc.oneof(
  fc.integer({ min: -900_000_000, max: 900_000_000 }),
  fc.integer({ min: -9000, max: 9000 }).map((halves) => halves * 50_000),
);
/** Budget and forecast of income and cost; the rest follows. */
const facts = fc.tuple(ore, ore, ore, ore);

/** A table that adds up exactly: 3 rows × 3 columns. */
function exactTable([incomeBudget, incomeForecast, costBudget, costForecast]: readonly [number, number, number, number]): Table {
  const row = (id: string, budget: number, forecast: number, parent?: string): Table['rows'][number] => ({
    id,
    label: id,
    level: 0,
    ...(parent === undefined ? {} : { parent }),
    cells: { budget: amount(budget), forecast: amount(forecast), deviation: amount(forecast - budget) },
  });
  return {
    ...tableOf('sums', columns, []),
    rows: [
      row('income', incomeBudget, incomeForecast),
      row('cost', costBudget, costForecast),
      row('net', incomeBudget + costBudget, incomeForecast + costForecast),
    ],
  };
}

const amount = (value: number): Amount => orThrow(amountFromOre(value));

/** What a reader with a pencil finds: printed parts added up, read back from the print, in natural signs. */
function byPencil(presented: PresentedTable, preset: Preset): readonly string[] {
  const signs = {
    budget: preset.signs.factors.budget,
    forecast: preset.signs.factors.forecast,
    deviation: preset.signs.factors['forecast-deviation'],
  };
  const format = { ...preset.format, thousands: ' ', minus: '-' } as const;
  const value = (row: string, column: (typeof columns)[number]): number => {
    const shown = presented.rows.find(({ id }) => id === row)?.cells[column]?.shown ?? '';
    const read = orThrow(parseNumber(shown, format));
    return read.kind === 'number' ? read.value * signs[column] : Number.NaN;
  };
  const note = (row: string, column: (typeof columns)[number], parts: number): readonly string[] => {
    const distance = Math.abs(value(row, column) - parts);
    return distance === 0 ? [] : [`note rounding ${row}/${column} ${(distance / 100).toFixed(2)}`];
  };
  return [
    ...columns.flatMap((column) => note('net', column, value('income', column) + value('cost', column))),
    ...['income', 'cost', 'net'].flatMap((row) => note(row, 'deviation', value(row, 'forecast') - value(row, 'budget'))),
  ];
}

describe('rounding', () => {
  it('is noted exactly where a reader with a pencil finds it, in every format and with all signs', () => {
    fc.assert(
      fc.property(facts, presets, (given, preset) => {
        const table = exactTable(given);
        expect(findingsOf(table, preset)).toEqual(byPencil(presentTable(table, preset, sums), preset));
      }),
    );
  });

  it('misses by at most half a step for each figure', () => {
    fc.assert(
      fc.property(facts, presets, (given, preset) => {
        for (const { by } of presentTable(exactTable(given), preset, sums).findings) {
          expect(Number(by) * 100).toBeLessThanOrEqual(1.5 * stepOf(preset.format));
          expect(by).not.toMatch(/^-|^0\.00$/);
        }
      }),
    );
  });

  it('is told in the units and signs of the print', () => {
    const table = tableOf(
      'sums',
      ['budget'],
      [
        { id: 'income', cells: ['400.00'] },
        { id: 'cost', cells: ['-1800.00'] },
        { id: 'net', cells: ['-1400.00'] },
      ],
    );
    const messageIn = (preset: Preset): string | undefined => presentTable(table, preset, sums).findings[0]?.message;
    const [where, rest] = ['NET, BUDGET: visas som', 'men de rader som den är summan av blir, som de visas,'];
    expect(messageIn(norrtalje)).toBe(`${where} -1, ${rest} -2. Skillnaden är avrundning.`);
    expect(messageIn({ ...exempel, format: norrtalje.format })).toBe(`${where} 1, ${rest} 2. Skillnaden är avrundning.`);
  });
});

it('tells apart the two notes of a cell that misses both the rows above it and the columns beside it', () => {
  const rows = [
    { id: 'income', cells: ['250.00', '650.00', '400.00'] },
    { id: 'cost', cells: ['250.00', '650.00', '400.00'] },
    { id: 'net', cells: ['500.00', '1300.00', '800.00'] },
  ];
  const found = presentTable(tableOf('sums', columns, rows), norrtalje, sums).findings;
  expect(found.filter(({ where }) => where[0] === 'net/deviation').map(({ message }) => message)).toEqual([
    'NET, DEVIATION: visas som 1, men de rader som den är summan av blir, som de visas, 0. Skillnaden är avrundning.',
    'NET, DEVIATION: visas som 1, men FORECAST minus BUDGET blir, som de visas, 0. Skillnaden är avrundning.',
  ]);
});

describe('sum', () => {
  it('warns where a total misses its parts exactly as well, by how much', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: -500_000, max: 500_000 }), presets, (given, error, preset) => {
        fc.pre(error !== 0);
        const table = exactTable(given);
        const wrong = table.rows.map((row) =>
          row.id === 'net' ? { ...row, cells: { ...row.cells, budget: amount((row.cells['budget'] ?? 0) + error) } } : row,
        );
        const warnings = findingsOf({ ...table, rows: wrong }, preset).filter((finding) => finding.startsWith('warning'));
        const by = (Math.abs(error) / 100).toFixed(2);
        expect(warnings).toEqual([`warning sum net/budget ${by}`, `warning sum net/deviation ${by}`]);
      }),
    );
  });

  it('says it in the table’s unit, with decimals where those of the table show nothing', () => {
    const table = (net: string): Table =>
      tableOf(
        'sums',
        ['budget'],
        [
          { id: 'income', cells: ['1000000.00'] },
          { id: 'net', cells: [net] },
        ],
      );
    const messages = (net: string): readonly string[] => presentTable(table(net), norrtalje, sums).findings.map(({ message }) => message);
    expect(messages('2500000.00')).toEqual(['NET, BUDGET: avviker med 1 500 tkr från summan av sina rader.']);
    expect(messages('1000000.05')).toEqual(['NET, BUDGET: avviker med 0,00005 tkr från summan av sina rader.']);
    expect(messages('1000000.00')).toEqual([]);
  });
});

describe('rows made per code', () => {
  it('are held against their children, each generation by itself', () => {
    const table = tableOf(
      'units',
      ['budget'],
      [
        { id: '510', parent: '51', cells: ['400.00'] },
        { id: '5110', parent: '511', cells: ['1400.00'] },
        { id: '5111', parent: '511', cells: ['1400.00'] },
        { id: '511', parent: '51', cells: ['2800.00'] },
        { id: '51', cells: ['3200.00'] },
      ],
    );
    expect(findingsOf(table)).toEqual(['note rounding 511/budget 1000.00']);
  });

  it('may miss by more than one where many are rounded the same way', () => {
    const children = Array.from({ length: 8 }, (_, at) => ({ id: `51${at}`, parent: '51', cells: ['-500.00'] }));
    expect(findingsOf(tableOf('units', ['budget'], [...children, { id: '51', cells: ['-4000.00'] }]))).toEqual([
      'note rounding 51/budget 4000.00',
    ]);
  });

  it('count a blank as nothing, unless all are blank', () => {
    const rows = [
      { id: '500', parent: '50', cells: [null, null, '1.00'] },
      { id: '501', parent: '50', cells: ['700.00', null, null] },
      { id: '50', cells: ['700.00', null, null] },
    ];
    expect(findingsOf(tableOf('units', ['a', 'b', 'c'], rows))).toEqual(['warning sum 50/c 1.00']);
  });
});

describe('what is not there to be added up', () => {
  it('is left alone: a hidden column, a total that the table lacks', () => {
    const income = { id: 'income', cells: ['400.00', '900.00'] };
    expect(findingsOf(tableOf('sums', ['forecast', 'deviation'], [income]))).toEqual([]);
    expect(findingsOf(tableOf('sums', ['budget', 'deviation'], [income]))).toEqual([]);
    expect(findingsOf(tableOf('sums', ['budget', 'forecast'], [income]))).toEqual([]);
  });

  it('does not keep the sums after it from being looked at', () => {
    const [income, ...others] = sums.rows;
    const first = { id: 'absent', label: 'Absent', level: 0, where: {}, sumOf: ['income'] };
    const template = { ...sums, rows: [...(income === undefined ? [] : [income]), first, ...others] };
    expect(findingsOf(tableOf('sums', ['budget'], [{ id: 'net', cells: ['5.00'] }]), norrtalje, template)).toEqual([
      'warning sum net/budget 5.00',
    ]);
  });

  it('is nothing, where it is an addend', () => {
    expect(findingsOf(tableOf('sums', ['budget'], [{ id: 'net', cells: ['5.00'] }]))).toEqual(['warning sum net/budget 5.00']);
  });

  it('is not told where the sum would pass the largest amount', () => {
    const most = '90071992547409.91';
    const rows = [
      { id: 'income', cells: [most] },
      { id: 'cost', cells: [most] },
      { id: 'net', cells: ['0.00'] },
    ];
    expect(findingsOf(tableOf('sums', ['budget'], rows))).toEqual([]);
  });
});

it('keeps the table’s own findings before those of sums', () => {
  const own = { code: 'linear-default', severity: 'note', where: ['column:budget'], by: '1200.50', params: { column: 'budget' } } as const;
  const table = { ...tableOf('sums', ['budget'], [{ id: 'net', cells: ['5.00'] }], [own]), cut };
  expect(presentTable(table, norrtalje, sums).findings.map(({ message }) => message)).toEqual([
    'BUDGET: 1 tkr av budgeten är fördelade jämnt över året, eftersom ingen periodisering är angiven.',
    'NET, BUDGET: avviker med 0,005 tkr från summan av sina rader.',
  ]);
});
