import { exempel, norrtalje, presentTable } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { cut, tableOf } from '../support/table.js';

// Exact amounts that print as Norrtälje's July 2025 does.
const columns = ['budget_period', 'outcome_period', 'deviation_period'];
const july = tableOf('driftredovisning', columns, [
  { id: 'income', cells: ['27607900.00', '43220600.00', '15612700.00'] },
  { id: 'cost', cells: ['-244117200.00', '-254171300.00', '-10054100.00'] },
  { id: 'capital-cost', cells: ['-842400.00', '-474600.00', '367800.00'] },
  { id: 'net', cells: ['-216509300.00', '-210950700.00', '5558600.00'] },
]);

describe('presentTable', () => {
  it('gives the contract’s JSON, plain and with its keys in order', () => {
    const table = {
      ...tableOf('driftredovisning', ['forecast', 'budget_year'], [{ id: 'income', cells: ['-377660400.50', null] }]),
      cut: { ...cut, round: '2025-P3' },
      columns: [
        { id: 'forecast', label: 'Prognos 3', kind: 'amount' as const, cut },
        { id: 'budget_year', label: 'Budget helår 2025', kind: 'amount' as const },
      ],
      findings: [
        {
          code: 'round-not-locked',
          severity: 'note' as const,
          where: ['column:forecast'],
          by: '',
          params: { round: '2025-P3', roundLabel: '2025-P3' },
        },
      ],
    };
    const presented = presentTable(table, norrtalje);
    expect(JSON.stringify(presented)).toBe(
      JSON.stringify({
        id: 'driftredovisning',
        title: 'Title',
        unit: 'tkr',
        cut: { position: 7, recordedAt: cut.recordedAt, hash: cut.hash, round: '2025-P3' },
        columns: [
          { id: 'forecast', label: 'Prognos 3', kind: 'amount', cut: { position: 7, recordedAt: cut.recordedAt, hash: cut.hash } },
          { id: 'budget_year', label: 'Budget helår 2025', kind: 'amount' },
        ],
        rows: [
          {
            id: 'income',
            label: 'INCOME',
            level: 0,
            cells: { forecast: { exact: '-377660400.50', shown: '-377 660' }, budget_year: null },
          },
        ],
        findings: [
          {
            code: 'round-not-locked',
            severity: 'note',
            where: ['column:forecast'],
            by: '',
            message: 'Prognos 3: 2025-P3 är inte låst och kan ändras.',
          },
        ],
      }),
    );
  });

  it('leaves out what is not for a reader: memo and parent, and cells of columns that are not shown', () => {
    const table = tableOf('t', ['a'], [{ id: 'r', parent: 'x', cells: ['1.00'] }]);
    const rows = table.rows.map((row) => ({ ...row, memo: true as const, cells: { ...row.cells, hidden: row.cells['a'] ?? null } }));
    const withMore = { ...table, rows };
    expect(presentTable(withMore, norrtalje).rows).toEqual([
      { id: 'r', label: 'R', level: 0, cells: { a: { exact: '1.00', shown: '0' } } },
    ]);
  });

  it('prints July 2025 as Norrtälje did', () => {
    const shown = presentTable(july, norrtalje).rows.map(({ cells }) => columns.map((column) => cells[column]?.shown));
    expect(shown).toEqual([
      ['27 608', '43 221', '15 613'],
      ['-244 117', '-254 171', '-10 054'],
      ['-842', '-475', '368'],
      ['-216 509', '-210 951', '5 559'],
    ]);
  });

  it('keeps exact cells natural while shown ones follow the signs and the format, with U+0020 and "-"', () => {
    const table = tableOf(
      'uppfoljning',
      ['budget', 'forecast', 'deviation', 'unknown'],
      [{ id: 'net', cells: ['-1372965000.00', '-1377660000.00', '-4695000.00', '-1450000000.00'] }],
    );
    const presented = presentTable(table, exempel);
    expect(presented.unit).toBe('mnkr');
    expect(presented.rows[0]?.cells).toEqual({
      budget: { exact: '-1372965000.00', shown: '1 373,0' },
      forecast: { exact: '-1377660000.00', shown: '1 377,7' },
      deviation: { exact: '-4695000.00', shown: '-4,7' },
      unknown: { exact: '-1450000000.00', shown: '-1 450,0' },
    });
  });

  it('takes the template given before the preset’s own of that id', () => {
    const table = tableOf('mine', ['cost'], [{ id: 'net', cells: ['-5000000.00'] }]);
    const mine = {
      id: 'mine',
      title: 'Mine',
      columns: [{ id: 'cost', label: 'Cost', metric: 'outcome', span: 'year' }],
      rows: [{ id: 'net', label: 'Net', level: 0, where: {} }],
    } as const;
    expect(presentTable(table, exempel).rows[0]?.cells['cost']?.shown).toBe('-5,0');
    expect(presentTable(table, exempel, mine).rows[0]?.cells['cost']?.shown).toBe('5,0');
  });

  it('notes where July 2025 as printed does not add up', () => {
    expect(presentTable(july, norrtalje).findings).toEqual([
      {
        code: 'rounding',
        severity: 'note',
        where: ['net/outcome_period'],
        by: '1000.00',
        message:
          'NET, OUTCOME_PERIOD: visas som -210 951, men de rader som den är summan av blir, som de visas, -210 950. Skillnaden är avrundning.',
      },
      {
        code: 'rounding',
        severity: 'note',
        where: ['capital-cost/deviation_period'],
        by: '1000.00',
        message:
          'CAPITAL-COST, DEVIATION_PERIOD: visas som 368, men OUTCOME_PERIOD minus BUDGET_PERIOD blir, som de visas, 367. Skillnaden är avrundning.',
      },
      {
        code: 'rounding',
        severity: 'note',
        where: ['net/deviation_period'],
        by: '1000.00',
        message:
          'NET, DEVIATION_PERIOD: visas som 5 559, men OUTCOME_PERIOD minus BUDGET_PERIOD blir, som de visas, 5 558. Skillnaden är avrundning.',
      },
    ]);
  });
});
