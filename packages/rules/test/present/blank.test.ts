import { english, norrtalje, presentTable } from '@driftbok/rules';
import type { SpecTemplate } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../support/table.js';

const template: SpecTemplate = {
  id: 't',
  title: 'T',
  columns: [
    { id: 'now', label: 'Now', metric: 'outcome', span: 'year-to-date' },
    { id: 'before', label: 'Before', metric: 'outcome', span: 'year-to-date', year: -1 },
    { id: 'march', label: 'March', metric: 'outcome', span: { from: '2025-03', to: '2025-03' } },
    { id: 'change', label: 'Change', minuend: 'now', subtrahend: 'budget' },
    { id: 'budget', label: 'Budget', metric: 'budget', span: 'year', year: 0 },
  ],
  rows: [],
};
const columns = ['now', 'before', 'march', 'change', 'budget'];
const blankIn = (cells: readonly (string | null)[], using: SpecTemplate | undefined = template) =>
  presentTable(
    tableOf('t', columns, [
      { id: 'r', cells: [null, null, null, null, null] },
      { id: 's', cells },
    ]),
    norrtalje,
    using,
  ).findings.filter(({ code }) => code === 'no-lines');

describe('a table without lines of its period', () => {
  it('says so, whatever it shows of other years and months', () => {
    for (const cells of [
      [null, null, null, null, null],
      [null, '1.00', '2.00', null, null],
    ]) {
      expect(blankIn(cells)).toEqual([
        {
          code: 'no-lines',
          severity: 'warning',
          where: ['column:now', 'column:change', 'column:budget'],
          by: '',
          message: 'Inga rader är kända för den tid och de koder som efterfrågas.',
        },
      ]);
    }
  });

  it.each([
    ['a figure', ['1.00', null, null, null, null]],
    ['a nought, which is no blank', ['0.00', null, null, null, null]],
    ['a difference', [null, null, null, '1.00', null]],
    ['a budget', [null, null, null, null, '1.00']],
  ])('but not with %s', (_, cells) => {
    expect(blankIn(cells)).toEqual([]);
  });

  it('but not with a ratio alone', () => {
    const table = tableOf('t', ['now'], [{ id: 'r', cells: [null] }]);
    const rows = table.rows.map((row) => ({ ...row, ratios: { now: '0.086' } }));
    expect(presentTable({ ...table, rows }, norrtalje, template).findings).toEqual([]);
  });

  it('is one without rows as well, but not one without columns of its own', () => {
    expect(presentTable(tableOf('t', ['now'], []), norrtalje, template).findings.map(({ code }) => code)).toEqual(['no-lines']);
    expect(presentTable(tableOf('t', [], []), norrtalje, template).findings).toEqual([]);
    expect(presentTable(tableOf('t', ['before'], []), norrtalje, template).findings).toEqual([]);
  });

  it('is told without a template by all of its columns, and in English', () => {
    const preset = { ...norrtalje, words: english };
    const found = presentTable(tableOf('other', ['a'], [{ id: 'r', cells: [null] }]), preset).findings;
    expect(found.map(({ where, message }) => [where, message])).toEqual([
      [['column:a'], 'No lines are known for the time and the codes asked for.'],
    ]);
  });
});
