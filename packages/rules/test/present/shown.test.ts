import type { Table } from '@driftbok/core';
import type { Preset, SpecTemplate } from '@driftbok/rules';
import { exempel, norrtalje, presentTable, specTemplateOfJson } from '@driftbok/rules';
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
