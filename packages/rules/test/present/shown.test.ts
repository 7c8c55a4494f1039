import type { Table } from '@driftbok/core';
import { orThrow } from '@driftbok/core';
import type { Preset, SpecTemplate } from '@driftbok/rules';
import { exempel, instantiate, norrtalje, presentTable, specTemplateOfJson } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../support/table.js';

const template = (shown: SpecTemplate['shown']): SpecTemplate => ({
  id: 't',
  title: 'T',
  columns: [
    { id: 'budget', label: 'B', metric: 'budget', span: 'year' },
    { id: 'share', label: 'S', numerator: 'budget', denominator: 'budget' },
  ],
  rows: [{ id: 'all', label: 'All', level: 0, where: {} }],
  ...(shown === undefined ? {} : { shown }),
});
const amounts = tableOf('t', ['budget'], [{ id: 'all', cells: ['-2900000.00'] }]);
const [row] = amounts.rows;
const withShare = (share: string | null): Table => ({
  ...amounts,
  columns: [...amounts.columns, { id: 'share', label: 'S', kind: 'ratio' }],
  rows: row === undefined ? [] : [{ ...row, ratios: { share } }],
});
const budget = (shown: SpecTemplate['shown'], preset: Preset = norrtalje): string | undefined =>
  presentTable(amounts, preset, template(shown)).rows[0]?.cells['budget']?.shown;

describe('a table that is printed in a way of its own', () => {
  it.each([
    [undefined, '-2 900'],
    [{ reversed: true } as const, '2 900'],
    [{ unit: 'kr' } as const, '-2 900 000'],
    [{ unit: 'mnkr', decimals: 1 } as const, '-2,9'],
  ])('%j', (shown, expected) => {
    expect(budget(shown)).toBe(expected);
  });

  it('turns what the preset’s signs say, and leaves the exact amount alone', () => {
    expect(budget({ reversed: true }, { ...exempel, format: norrtalje.format })).toBe('-2 900');
    expect(presentTable(amounts, norrtalje, template({ reversed: true })).rows[0]?.cells['budget']?.exact).toBe('-2900000.00');
  });

  it('may be headed by another unit than its figures are in', () => {
    const table = presentTable(amounts, norrtalje, template({ unit: 'kr', heading: 'mnkr' }));
    expect([table.unit, table.rows[0]?.cells['budget']?.shown]).toEqual(['mnkr', '-2 900 000']);
    expect(table.findings.map(({ code, severity, where, by }) => [code, severity, ...where, by])).toEqual([
      ['heading-unit', 'warning', 'all/budget', '2899997100000.00'],
    ]);
    for (const same of [{ unit: 'kr' }, { unit: 'kr', heading: 'kr' }, { unit: 'kr', heading: 'SEK' }] as const)
      expect(presentTable(amounts, norrtalje, template(same)).findings).toEqual([]);
  });

  it('may set a plus at the growth of some rows, and at nothing that does not grow', () => {
    const columns = [...template({}).columns, { id: 'change', label: 'C', minuend: 'budget', subtrahend: 'budget', plus: ['a', 'b', 'c'] }];
    const rows = [
      ['a', '5000.00'],
      ['b', '-5000.00'],
      ['c', '0.00'],
      ['d', '5000.00'],
    ].map(([id = '', change = '']) => ({ id, cells: [change, change] }));
    const given = { ...template({}), columns };
    const table = presentTable(tableOf('t', ['budget', 'change'], rows), norrtalje, given);
    expect(table.rows.map(({ cells }) => [cells['budget']?.shown, cells['change']?.shown])).toEqual([
      ['5', '+5'],
      ['-5', '-5'],
      ['0', '0'],
      ['5', '5'],
    ]);
    expect(specTemplateOfJson(given)).toEqual({ _tag: 'Right', right: given });
    expect(orThrow(instantiate(given, { period: '2025-01' })).columns.at(-1)).not.toHaveProperty('plus');
  });

  it('has no change where one side of it has nothing at all', () => {
    const difference = { ...amounts, columns: amounts.columns.map((column) => ({ ...column, oneSided: true as const })) };
    const table = presentTable(difference, norrtalje, template({}));
    expect([table.rows[0]?.cells['budget'], table.findings.map(({ code }) => code)]).toEqual([null, ['no-lines']]);
  });

  it('is read from JSON, its ratios too, and refused where it says what is not known', () => {
    const given = template({ unit: 'kr', decimals: 2, heading: 'mnkr', reversed: true });
    expect(specTemplateOfJson(given)).toEqual({ _tag: 'Right', right: given });
    expect(specTemplateOfJson({ ...given, shown: { unit: 'Mkr' } })).toMatchObject({ left: { issues: [{ path: 'shown.unit' }] } });
  });
});

describe('a ratio', () => {
  const shownBy = (preset: Preset, share: string | null): unknown =>
    presentTable(withShare(share), preset, template({ reversed: true })).rows[0]?.cells['share'];

  it('is printed as a percentage of one decimal, in its own sign', () => {
    expect(shownBy(norrtalje, '0.08563702969759335')).toEqual({ exact: '0.08563702969759335', shown: '8,6 %' });
    expect(shownBy(norrtalje, '-0.0005')).toMatchObject({ shown: '-0,1 %' });
  });

  it('is printed as the preset says', () => {
    expect(shownBy({ ...norrtalje, percent: { decimals: 2, percent: '%' } }, '0.5')).toMatchObject({ shown: '50,00%' });
  });

  it('is blank where there is none', () => {
    expect(shownBy(norrtalje, null)).toBeNull();
  });
});
