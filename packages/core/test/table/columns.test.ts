import { describe, expect, it } from 'vitest';
import type { Draft, TableSpec } from '@driftbok/core';
import { drawTable, eventAt, orThrow, resolveCut, traceCell } from '@driftbok/core';
import { charted, plus } from '../support/books.js';
import { at, budget, draft, line, lines, lock, outcome, revise, round } from '../support/drafts.js';
import { leftOf } from '../support/either.js';
import { cellsOf, column, difference, drawn, row, spec } from '../support/specs.js';

const ut = (when: string, amount: string) => line('51', 'ut', when, amount);
const all = [row('all')];
const cells = (book: ReturnType<typeof charted>, ...columns: TableSpec['columns']) => cellsOf(drawn(book, spec(columns, all)))['all'];

describe('a difference', () => {
  const book = charted(budget('2025', ut('2025', '12.00')), outcome(ut('2025-01', '1.00')));
  const sides = (minuend: string, subtrahend: string) => {
    const columns = [column('budget', '2025'), column('outcome', '2025'), column('budget', '2026', { id: 'none' })];
    const table = drawn(book, spec([...columns, difference('d', minuend, subtrahend)], all));
    return [table.columns.at(-1)?.oneSided, table.rows[0]?.cells['d']];
  };

  it('is one-sided where a column of it has no line in any row, and the other has', () => {
    expect(sides('budget', 'outcome')).toEqual([undefined, 1_100]);
    expect(sides('none', 'budget')).toEqual([true, -1_200]);
    expect(sides('budget', 'none')).toEqual([true, 1_200]);
    expect(sides('none', 'none')).toEqual([undefined, null]);
  });
});

describe('the months of a column', () => {
  const book = charted(
    outcome(ut('2025-01', '1.00'), ut('2025-02', '20.00'), ut('2025-12', '300.00'), ut('2025', '4000.00')),
    outcome(ut('2024-12', '50000.00'), ut('2024', '600000.00')),
    outcome(ut('2026-01', '7000000.00')),
  );

  it.each([
    ['2025-01', 100],
    ['2025-01..2025-02', 2_100],
    ['2025-02..2025-11', 2_000],
    ['2025-03..2025-11', null],
    ['2025-12', 30_000],
    ['2025-02..2025-12', 32_000],
    ['2025-01..2025-12', 432_100],
    ['2025', 432_100],
    ['2024', 65_000_000],
    ['2026', 700_000_000],
    ['2023', null],
  ])('%s sums to %d: accounting months, and what is known for the year only in the year', (span, ore) => {
    expect(cells(book, column('outcome', span))).toEqual({ outcome: ore });
  });

  it('are not when it was posted', () => {
    const late = charted(...at('2026-02-01T00:00:00.000Z', outcome(ut('2025-01', '1.00'))));
    expect(cells(late, column('outcome', '2025-01'), column('outcome', '2026-02', { id: 'then' }))).toEqual({ outcome: 100, then: null });
  });
});

describe('the metric of a column', () => {
  const book = charted(
    budget('2025', ut('2025', '12.00')),
    draft('BudgetAdjusted', { year: '2025', kind: 'supplementary', lines: lines(ut('2025-01', '100.00')) }),
    outcome(ut('2025-01', '1000.00')),
    draft('PlanAdopted', { plan: 'p', year: '2025', lines: lines(ut('2025', '10000.00')) }),
    round('P1', '2025'),
    revise('P1', '2025', ut('2025', '100000.00')),
    lock('P1'),
  );

  it('takes its own lines', () => {
    const metrics = ['budget', 'budget-original', 'outcome', 'plan', 'forecast'] as const;
    expect(cells(book, ...metrics.map((metric) => column(metric, '2025')))).toEqual({
      budget: 11_200,
      'budget-original': 1_200,
      outcome: 100_000,
      plan: 1_000_000,
      forecast: 10_000_000,
    });
  });

  it('of a period takes the budget as it is phased, and says what rests on twelfths', () => {
    const table = drawn(book, spec([column('budget', '2025-01'), column('budget-original', '2025-01..2025-03')], all));
    expect(cellsOf(table)['all']).toEqual({ budget: 10_100, 'budget-original': 300 });
    expect(table.findings).toEqual([
      { code: 'linear-default', severity: 'note', where: ['column:budget'], by: '1.00', params: { column: 'budget' } },
      { code: 'linear-default', severity: 'note', where: ['column:budget-original'], by: '3.00', params: { column: 'budget-original' } },
    ]);
  });

  it('of a whole year does not mind twelfths', () => {
    for (const span of ['2025', '2025-01..2025-12']) expect(drawn(book, spec([column('budget', span)], all)).findings).toEqual([]);
  });

  it('of a period that is phased rests on no twelfths', () => {
    const phased = plus(book, draft('BudgetPhased', { year: '2025', lines: lines(ut('2025-07', '112.00')) }));
    const table = drawn(phased, spec([column('budget', '2025-01..2025-07'), column('budget-original', '2025-01..2025-06')], all));
    expect(cellsOf(table)['all']).toEqual({ budget: 11_200, 'budget-original': 0 });
    expect(table.findings).toEqual([]);
  });

  it('says of twelfths only what falls on its rows', () => {
    expect(drawn(book, spec([column('budget', '2025-01')], [row('six', '6')])).findings).toEqual([]);
  });
});

describe('blank, and 0', () => {
  const book = charted(outcome(ut('2025-01', '5.00'), ut('2025-01', '-5.00'), line('6', 'ut', '2025-02', '0.00')));

  it('are two things', () => {
    const table = drawn(
      book,
      spec([column('outcome', '2025-01'), column('outcome', '2025-02', { id: 'feb' })], [row('51', '51'), row('52', '52'), row('6', '6')]),
    );
    expect(cellsOf(table)).toEqual({ 51: { outcome: 0, feb: null }, 52: { outcome: null, feb: null }, 6: { outcome: null, feb: 0 } });
    for (const cell of Object.values(cellsOf(table))) for (const ore of Object.values(cell)) expect(Object.is(ore, -0)).toBe(false);
  });
});

describe('a difference', () => {
  const book = charted(
    outcome(ut('2025-01', '5.00')),
    budget('2025', line('51', 'ut', '2025-01', '7.00'), line('52', 'ut', '2025-01', '2.00')),
  );
  const columns = [column('outcome', '2025-01'), column('budget', '2025-01'), difference('deviation', 'outcome', 'budget')];

  it('is one column less another, a blank counting as 0 unless both are', () => {
    const table = drawn(book, spec(columns, [row('51', '51'), row('52', '52'), row('6', '6')]));
    expect(table.rows.map(({ cells: of }) => of['deviation'])).toEqual([-200, -200, null]);
  });

  it('may be of differences, in any order of the columns', () => {
    const chained = [
      difference('d3', 'd2', 'outcome'),
      difference('d2', 'deviation', 'budget'),
      difference('deviation', 'outcome', 'budget'),
      ...columns.slice(0, 2),
    ];
    expect(cells(book, ...chained)).toEqual({ d3: -1_800, d2: -1_300, deviation: -400, outcome: 500, budget: 900 });
  });

  it('of a column and itself is 0', () => {
    expect(cells(book, column('outcome', '2025-01'), difference('none', 'outcome', 'outcome'))).toEqual({ outcome: 500, none: 0 });
  });

  it('takes the lines of its subtrahend with the other sign', () => {
    const { lines: traced } = orThrow(traceCell(book, spec(columns, all), { row: 'all', column: 'deviation' }));
    expect(traced.map(({ coding, month, amount }) => [coding['ansvar'], month, amount])).toEqual([
      ['51', '2025-01', 500],
      ['51', '2025-01', -700],
      ['52', '2025-01', -200],
    ]);
    expect(traced.map(({ event }) => event)).toEqual([eventAt(book, 10)?.id, eventAt(book, 11)?.id, eventAt(book, 11)?.id]);
  });

  it('of hidden columns is shown without them', () => {
    const hidden = columns.map((each) => ('metric' in each ? { ...each, hidden: true as const } : each));
    const table = drawn(book, spec(hidden, all));
    expect(table.columns.map(({ id }) => id)).toEqual(['deviation']);
    expect(table.rows[0]?.cells).toEqual({ deviation: -400 });
    expect(orThrow(traceCell(book, spec(hidden, all), { row: 'all', column: 'budget' })).total).toBe(900);
  });

  it('that builds on itself is refused, near or far', () => {
    const circular = (...own: readonly TableSpec['columns'][number][]) => leftOf(drawTable(book, spec([...columns, ...own], all)));
    expect(circular(difference('a', 'a', 'budget'))).toEqual({
      _tag: 'TableError',
      reason: 'circular-column',
      where: 'column a',
      expected: 'a column that does not build on itself',
      got: 'a → a',
    });
    expect(circular(difference('a', 'budget', 'b'), difference('b', 'c', 'budget'), difference('c', 'a', 'budget'))).toMatchObject({
      reason: 'circular-column',
      got: 'a → b → c → a',
    });
  });

  it('of a column that is not there is refused', () => {
    expect(leftOf(drawTable(book, spec([...columns, difference('a', 'budget', 'b')], all)))).toEqual({
      _tag: 'TableError',
      reason: 'unknown-column',
      where: 'column a',
      expected: 'the id of a column of amounts',
      got: 'b',
    });
    expect(leftOf(drawTable(book, spec([difference('a', 'constructor', '__proto__')], all)))).toMatchObject({
      reason: 'unknown-column',
      got: 'constructor',
    });
  });
});

describe('the id of a column', () => {
  const book = charted(outcome(ut('2025-01', '5.00')));

  it('stands once', () => {
    const twice = [column('outcome', '2025'), column('outcome', '2024')];
    expect(leftOf(drawTable(book, spec(twice, all)))).toEqual({
      _tag: 'TableError',
      reason: 'duplicate-id',
      where: 'column outcome',
      expected: 'each column id once',
      got: 'outcome',
    });
    expect(leftOf(drawTable(book, spec([column('outcome', '2025'), difference('outcome', 'outcome', 'outcome')], all)))).toMatchObject({
      reason: 'duplicate-id',
    });
  });

  it.each(['__proto__', 'constructor', 'toString', '', 'a/b'])('may be %j', (id) => {
    const table = drawn(book, spec([column('outcome', '2025', { id })], all));
    expect(table.columns.map((each) => each.id)).toEqual([id]);
    expect(Object.entries(table.rows[0]?.cells ?? {})).toEqual([[id, 500]]);
  });
});

describe('a column with a span that is none', () => {
  it.each([
    [{ year: '25' }, 'a year, YYYY', '25'],
    [{ year: '2025-01' }, 'a year, YYYY', '2025-01'],
    [{ from: '2025-13', to: '2025-01' }, 'a month, YYYY-MM', '2025-13'],
    [{ from: '2025-01', to: '2025' }, 'a month, YYYY-MM', '2025'],
    [{ from: '2025-02', to: '2025-01' }, 'months in order within one year', '2025-02 to 2025-01'],
    [{ from: '2024-12', to: '2025-01' }, 'months in order within one year', '2024-12 to 2025-01'],
  ])('%j is refused', (span, expected, got) => {
    expect(
      leftOf(
        drawTable(charted(), spec([column('outcome', '2025'), { ...column('budget', '2025'), span }], all), { organisation: '2025-01' }),
      ),
    ).toEqual({
      _tag: 'TableError',
      reason: 'span',
      where: 'column budget',
      expected,
      got,
    });
  });
});

describe('a column with a cut of its own', () => {
  const book = charted(
    ...at('2025-02-01T00:00:00.000Z', round('P1', '2025'), revise('P1', '2025', ut('2025', '1.00')), lock('P1')), // 10, 11, 12
    ...at('2025-03-01T00:00:00.000Z', round('P2', '2025'), revise('P2', '2025', ut('2025', '3.00')), lock('P2')), // 13, 14, 15
  );

  it('takes what was known then: the lock of the round before', () => {
    const columns = [
      column('forecast', '2025'),
      column('forecast', '2025', { id: 'before', cut: 'P1' }),
      difference('change', 'forecast', 'before'),
    ];
    const table = drawn(book, spec(columns, all));
    expect(cellsOf(table)['all']).toEqual({ forecast: 300, before: 100, change: 200 });
    expect(table.columns.map(({ cut }) => cut)).toEqual([undefined, orThrow(resolveCut(book, 'P1')), undefined]);
    expect(orThrow(traceCell(book, spec(columns, all), { row: 'all', column: 'change' })).lines.map(({ amount }) => amount)).toEqual([
      100, -100, 200,
    ]);
  });

  it.each([
    ['11', 100],
    ['10', null],
    ['2025-02-01', 100],
    ['2025-03-01T00:00:00.000Z', 300],
    ['P2@1', 300],
  ])('%s', (cut, ore) => {
    expect(cells(book, column('forecast', '2025', { cut }))).toEqual({ forecast: ore });
  });

  it('looks no further than the table', () => {
    const cut = orThrow(resolveCut(book, '12'));
    expect(leftOf(drawTable(book, spec([column('forecast', '2025', { cut: '13' })], all), { cut }))).toMatchObject({
      _tag: 'CutError',
      reason: 'after-head',
      expected: 'a position up to 12',
    });
    expect(leftOf(drawTable(book, spec([column('forecast', '2025', { cut: 'P2' })], all), { cut }))).toMatchObject({
      _tag: 'CutError',
      reason: 'unknown-round',
    });
    expect(
      leftOf(traceCell(book, spec([column('forecast', '2025', { cut: 'x' })], all), { row: 'all', column: 'forecast' })),
    ).toMatchObject({ _tag: 'CutError' });
  });
});

describe('the cut of a table', () => {
  const book = charted(
    ...at('2025-02-01T00:00:00.000Z', outcome(ut('2025-01', '1.00'))),
    ...at('2025-03-01T00:00:00.000Z', outcome(ut('2025-01', '2.00'))),
  );
  const columns = [column('outcome', '2025')];

  it('is the newest where none is given, and is said', () => {
    const table = drawn(book, spec(columns, all));
    expect([table.id, table.title, table.cut]).toEqual(['t', 'T', orThrow(resolveCut(book, '11'))]);
    expect(table.rows[0]?.cells).toEqual({ outcome: 300 });
  });

  it('leaves out what came after', () => {
    expect(drawn(book, spec(columns, all), { cut: orThrow(resolveCut(book, '2025-02-15')) }).rows[0]?.cells).toEqual({ outcome: 100 });
    expect(drawn(book, spec(columns, all), { cut: orThrow(resolveCut(book, '9')) }).rows[0]?.cells).toEqual({ outcome: null });
  });

  it('is one that the book holds', () => {
    const cut = orThrow(resolveCut(book, '11'));
    const old = charted();
    expect(leftOf(drawTable(old, spec(columns, all), { cut }))).toEqual({
      _tag: 'CutError',
      reason: 'after-head',
      expected: 'a position up to 9',
      got: '11',
    });
    expect(leftOf(drawTable(book, spec(columns, all), { cut: { ...cut, position: 0 } }))).toMatchObject({
      _tag: 'CutError',
      reason: 'before-ledger',
    });
    expect(
      leftOf(traceCell(book, spec(columns, all), { row: 'all', column: 'outcome' }, { cut: { ...cut, position: 2.5 } })),
    ).toMatchObject({ _tag: 'CutError' });
  });
});

describe('a forecast column with a round', () => {
  const opens: readonly Draft[] = [
    ...at('2025-02-01T00:00:00.000Z', round('P1', '2025', 'Prognos 1'), revise('P1', '2025', ut('2025', '1.00')), lock('P1')), // 10, 11, 12
    ...at('2025-03-01T00:00:00.000Z', round('P2', '2025', 'Prognos 2'), revise('P2', '2025', ut('2025', '3.00'))), // 13, 14
  ];
  const book = charted(...opens);
  const asked = (wanted: string, position = book.position) =>
    drawn(book, spec([column('forecast', '2025', { round: wanted })], all), { cut: orThrow(resolveCut(book, String(position))) });

  it('leaves later rounds out', () => {
    expect(asked('P1').rows[0]?.cells).toEqual({ forecast: 100 });
    expect(asked('P1').findings).toEqual([]);
  });

  it('says that its round is not locked', () => {
    expect(asked('P2').rows[0]?.cells).toEqual({ forecast: 300 });
    expect(asked('P2').findings).toEqual([
      {
        code: 'round-not-locked',
        severity: 'note',
        where: ['column:forecast'],
        by: '',
        params: { round: 'P2', roundLabel: 'Prognos 2', status: 'open' },
      },
    ]);
    const reopened = plus(book, ...at('2025-04-01T00:00:00.000Z', lock('P2'), draft('ForecastRoundReopened', { round: 'P2' })));
    expect(drawn(reopened, spec([column('forecast', '2025', { round: 'P2' })], all)).findings.map(({ code }) => code)).toEqual([
      'round-not-locked',
    ]);
    const locked = plus(book, ...at('2025-04-01T00:00:00.000Z', lock('P2')));
    expect(drawn(locked, spec([column('forecast', '2025', { round: 'P2' })], all)).findings).toEqual([]);
  });

  it('shows what stood, and which round that was, where its round is not known yet', () => {
    const missing = (standing: string, standingLabel: string) => [
      {
        code: 'round-not-yet-known',
        severity: 'warning',
        where: ['column:forecast'],
        by: '',
        params: { round: 'P2', roundLabel: 'Prognos 2', standing, standingLabel },
      },
    ];
    for (const position of [12, 13]) {
      expect(asked('P2', position).rows[0]?.cells).toEqual({ forecast: 100 });
      expect(asked('P2', position).findings).toEqual(missing('P1', 'Prognos 1'));
    }
    expect(asked('P2', 10).rows[0]?.cells).toEqual({ forecast: null });
    expect(asked('P2', 10).findings).toEqual(missing('', ''));
  });

  it('is of the rounds of its year', () => {
    const two = plus(
      book,
      ...at('2025-04-01T00:00:00.000Z', round('Q1', '2026'), revise('Q1', '2026', ut('2026', '9.00')), round('Q2', '2027')),
    );
    const table = drawn(two, spec([column('forecast', '2027-01', { round: 'Q2' })], all));
    expect(table.findings[0]?.params).toEqual({ round: 'Q2', roundLabel: 'Prognos Q2', standing: '', standingLabel: '' });
  });

  it.each(['P9', 'constructor'])('%s is of a round that the ledger has', (wanted) => {
    expect(leftOf(drawTable(book, spec([column('forecast', '2025', { round: wanted })], all)))).toEqual({
      _tag: 'TableError',
      reason: 'unknown-round',
      where: 'column forecast',
      expected: 'a round of the ledger',
      got: wanted,
    });
  });

  it('of another metric does not mind', () => {
    expect(drawn(book, spec([column('outcome', '2025', { round: 'P9' })], all)).findings).toEqual([]);
  });
});

describe('too much', () => {
  it('for a cell is refused by its name', () => {
    const book = charted(outcome(ut('2025-01', '45035996273704.95')));
    const columns = [
      column('outcome', '2025', { id: 'a' }),
      column('outcome', '2024', { id: 'b' }),
      difference('c', 'b', 'a'),
      difference('d', 'c', 'a'),
    ];
    expect(leftOf(drawTable(book, spec([...columns, difference('e', 'd', 'a')], all)))).toMatchObject({
      _tag: 'TableError',
      reason: 'overflow',
      where: 'all/e',
      expected: 'a cell within a safe integer of öre',
    });
    expect(leftOf(traceCell(book, spec([...columns, difference('e', 'd', 'a')], all), { row: 'all', column: 'e' }))).toMatchObject({
      reason: 'overflow',
      where: 'all/e',
    });
    expect(cells(book, ...columns)).toMatchObject({ c: -4_503_599_627_370_495, d: -9_007_199_254_740_990 });
  });
});
