import { describe, expect, it } from 'vitest';
import type { FigureStated } from '@driftbok/core';
import { charted } from '../support/books.js';
import { draft, line, outcome } from '../support/drafts.js';
import { column, drawn, row, spec } from '../support/specs.js';

const cell = { table: 't', row: '5', column: 'outcome', year: '2025' } as const;
const printed = (figure: string, more: Partial<FigureStated> = {}) =>
  draft('FigureStated', { claim: 'c', label: 'Summa', figure, unit: 'kr', precision: '1000', printed: cell, ...more });
const found = (...claims: ReturnType<typeof printed>[]) =>
  drawn(charted(outcome(line('51', 'ut', '2025-01', '-1499.00')), ...claims), spec([column('outcome', '2025')], [row('5', '5')])).findings;

describe('a figure that a document prints in a cell', () => {
  it('is told where the cell, rounded as the figure is, is another', () => {
    expect(found(printed('-2000'))).toEqual([
      { code: 'printed', severity: 'warning', where: ['5/outcome'], by: '501.00', params: { claim: 'c', printed: '-2000.00' } },
    ]);
    expect(found(printed('-1000'))).toEqual([]);
    expect(found(printed('-1499', { precision: '1' }))).toEqual([]);
    expect(found(printed('-1000', { precision: '1' })).map(({ by }) => by)).toEqual(['-499.00']);
  });

  it.each<[string, Partial<FigureStated>]>([
    ['another table', { printed: { ...cell, table: 'u' } }],
    ['another row', { printed: { ...cell, row: '6' } }],
    ['another column', { printed: { ...cell, column: 'budget' } }],
    ['another year of the column', { printed: { ...cell, year: '2024' } }],
    ['no money', { unit: 'percent' }],
  ])('is nothing to a table where it is of %s', (_, more) => {
    expect(found(printed('-2000', more))).toEqual([]);
  });

  it('is held against a period’s column by its year too, and against nothing where no line fell', () => {
    const months = spec([column('outcome', '2025-01..2025-07'), column('budget', '2025')], [row('5', '5')]);
    const book = charted(
      outcome(line('51', 'ut', '2025-01', '-1499.00')),
      printed('-2000'),
      printed('1', { claim: 'd', printed: { ...cell, column: 'budget' } }),
    );
    expect(drawn(book, months).findings.map(({ where }) => where.join())).toEqual(['5/outcome']);
  });
});
