import { describe, expect, it } from 'vitest';
import type { Draft, Row } from '@driftbok/core';
import { advance, cutAt, drawTable, isRight, orThrow, replay, traceCell } from '@driftbok/core';
import { bookOf, chart, charted, plus } from '../support/books.js';
import { ansvar, budget, code, dimension, draft, konto, line, outcome } from '../support/drafts.js';
import { leftOf } from '../support/either.js';
import { placed } from '../support/placed.js';
import { column, columnOf, drawn, each, row, spec } from '../support/specs.js';

const moved = (id: string, from: string, parent?: string): Draft =>
  draft('CodeMoved', { dimension: 'ansvar', code: id, from, ...(parent === undefined ? {} : { parent }) });
const on = (unit: string | null, amount: string, month = '2025-01', account: string | null = 'ut'): Draft =>
  outcome(line(unit, account, month, amount));
const year = [column('outcome', '2025')];
const drawnRows = (book: ReturnType<typeof charted>, ...rows: readonly Row[]) => columnOf(drawn(book, spec(year, rows)), 'outcome');

describe('one row', () => {
  const book = charted(on('51', '1.00'), on('52', '20.00'), on('6', '300.00'), on(null, '4000.00'), on('51', '50000.00', '2025-01', 'in'));

  it('takes lines at or beneath its codes, in every dimension it names', () => {
    const where = (id: string, of: Readonly<Record<string, readonly string[]>>): Row => ({ id, label: id, level: 0, where: of });
    const rows = [
      where('all', {}),
      where('5', { ansvar: ['5'] }),
      where('51', { ansvar: ['51'] }),
      where('51+6', { ansvar: ['51', '6'] }),
      where('5+51', { ansvar: ['5', '51'] }),
      where('ut', { konto: ['ut'] }),
      where('5 in', { ansvar: ['5'], konto: ['in'] }),
      where('none', { ansvar: [] }),
    ];
    expect(drawnRows(book, ...rows)).toEqual([
      ['all', 5_432_100],
      ['5', 5_002_100],
      ['51', 5_000_100],
      ['51+6', 5_030_100],
      ['5+51', 5_002_100],
      ['ut', 432_100],
      ['5 in', 5_000_000],
      ['none', null],
    ]);
  });

  it('is as it was asked for', () => {
    const asked: Row = { id: 'kapital', label: 'varav kapitalkostnader', level: 2, where: { konto: ['ut'] }, memo: true };
    expect(drawn(book, spec(year, [asked, row('all')])).rows).toEqual([
      { id: 'kapital', label: 'varav kapitalkostnader', level: 2, memo: true, cells: { outcome: 432_100 } },
      { id: 'all', label: 'all', level: 0, cells: { outcome: 5_432_100 } },
    ]);
  });

  it('is of dimensions and codes that are known at the cut', () => {
    const asked = (of: Readonly<Record<string, readonly string[]>>) =>
      leftOf(drawTable(book, spec(year, [{ id: 'r', label: 'r', level: 0, where: of }])));
    expect(asked({ projekt: ['1'] })).toEqual({
      _tag: 'TableError',
      reason: 'unknown-dimension',
      where: 'row r',
      expected: 'a dimension known at the cut',
      got: 'projekt',
    });
    expect(asked({ ansvar: ['51', '99'] })).toEqual({
      _tag: 'TableError',
      reason: 'unknown-code',
      where: 'row r',
      expected: 'a code of ansvar known at the cut',
      got: '99',
    });
    expect(asked({ constructor: ['a'] } as never)).toMatchObject({ reason: 'unknown-dimension', got: 'constructor' });
    expect(asked({ ansvar: ['constructor'] })).toMatchObject({ reason: 'unknown-code', got: 'constructor' });
    const cut = { position: 3, recordedAt: '', hash: '' };
    expect(leftOf(drawTable(book, spec(year, [row('r', '5')]), { cut }))).toMatchObject({ reason: 'unknown-code', got: '5' });
  });

  it('has an id of its own', () => {
    expect(leftOf(drawTable(book, spec(year, [row('a'), row('b'), row('a')])))).toEqual({
      _tag: 'TableError',
      reason: 'duplicate-id',
      where: 'row a',
      expected: 'each row id once',
      got: 'a',
    });
    expect(leftOf(drawTable(book, spec(year, [row('51'), each('5')])))).toMatchObject({ reason: 'duplicate-id', got: '51' });
  });

  it.each(['__proto__', 'constructor', ''])('may have the id %j', (id) => {
    expect(drawnRows(book, row(id))).toEqual([[id, 5_432_100]]);
  });

  it('may be of a dimension named constructor, which other lines have not', () => {
    const own = plus(book, dimension('constructor'), code('constructor', 'a'), {
      ...on('51', '0.00'),
      data: { lines: { columns: ['constructor', 'month', 'amount'], rows: [['a', '2025-01', '7.00']] } },
    });
    const rows: readonly Row[] = [
      { id: 'own', label: 'own', level: 0, where: { constructor: ['a'] } as never },
      row('all'),
      { each: 'constructor', beneath: 'a', order: 'parent-first', level: 0, where: { ansvar: ['5'] } },
    ];
    expect(drawnRows(own, ...rows)).toEqual([
      ['own', 700],
      ['all', 5_432_800],
    ]);
  });
});

describe('a row per code', () => {
  const tree = [ansvar('511', '51'), ansvar('512', '51'), ansvar('5111', '511')];
  const book = charted(...tree, on('5111', '1.00'), on('512', '20.00'), on('52', '300.00'), on('6', '4000.00'));

  it('stands before the rows beneath it, or after', () => {
    expect(drawnRows(book, each('5'))).toEqual([
      ['51', 2_100],
      ['511', 100],
      ['5111', 100],
      ['512', 2_000],
      ['52', 30_000],
    ]);
    expect(drawnRows(book, each('5', { order: 'parent-last' }))).toEqual([
      ['5111', 100],
      ['511', 100],
      ['512', 2_000],
      ['51', 2_100],
      ['52', 30_000],
    ]);
  });

  it('has its code’s label, its level, and the row it is an addend of', () => {
    expect(
      drawn(book, spec(year, [each('5', { level: 1 })])).rows.map(({ id, label, level, parent }) => [id, label, level, parent]),
    ).toEqual([
      ['51', 'label 51', 1, undefined],
      ['511', 'label 511', 2, '51'],
      ['5111', 'label 5111', 3, '511'],
      ['512', 'label 512', 2, '51'],
      ['52', 'label 52', 1, undefined],
    ]);
  });

  it('goes as deep as it is asked to', () => {
    expect(drawnRows(book, each('5', { depth: 1 }))).toEqual([
      ['51', 2_100],
      ['52', 30_000],
    ]);
    expect(drawnRows(book, each('5', { depth: 2 })).map(([id]) => id)).toEqual(['51', '511', '512', '52']);
    expect(drawnRows(book, each('5', { depth: 9 })).map(([id]) => id)).toEqual(['51', '511', '5111', '512', '52']);
    expect(drawnRows(book, each('512'))).toEqual([]);
  });

  it('takes what other dimensions allow', () => {
    const both = plus(book, on('512', '7.00', '2025-01', 'in'));
    expect(drawnRows(both, each('5', { where: { konto: ['in'] } }))).toEqual([
      ['51', 700],
      ['512', 700],
    ]);
    expect(drawnRows(both, each('5', { where: { konto: ['in', 'ut'] } }))).toContainEqual(['512', 2_700]);
  });

  it('is sorted by code, whatever the order of opening', () => {
    const own = charted(
      ansvar('61', '6'),
      ansvar('6Ö', '6'),
      ansvar('609', '6'),
      ansvar('60', '6'),
      ...['61', '60', '609', '6Ö'].map((id) => on(id, '1.00')),
    );
    expect(drawnRows(own, each('6')).map(([id]) => id)).toEqual(['60', '609', '61', '6Ö']);
  });

  it('is left out where no line fell on it, and shown where they sum to 0', () => {
    const own = charted(on('51', '5.00'), on('51', '-5.00'));
    expect(drawnRows(own, each('5'))).toEqual([['51', 0]]);
  });

  it('of a residual code is shown when it is not 0', () => {
    const rest = (amount: string) =>
      charted(ansvar('5x', '5', { residual: true, label: 'ej fördelat' }), on('5x', amount), on('51', '1.00'));
    expect(drawnRows(rest('0.00'), each('5'))).toEqual([['51', 100]]);
    expect(drawn(rest('2.00'), spec(year, [each('5')])).rows.map(({ id, label }) => [id, label])).toEqual([
      ['51', 'label 51'],
      ['5x', 'ej fördelat'],
    ]);
  });

  it('shows what was booked on a code before it had codes beneath it in a row of its own, when not 0', () => {
    const own = (first: string) =>
      charted(
        on('6', first, '2025-01'),
        ansvar('61', '6', { from: '2025-02' }),
        on('61', '1.00', '2025-02'),
        ansvar('7'),
        moved('6', '2025-01', '7'),
      );
    expect(drawnRows(own('5.00'), each('7'))).toEqual([
      ['6', 600],
      ['61', 100],
      ['6*', 500],
    ]);
    expect(drawnRows(own('5.00'), each('7', { order: 'parent-last' }))).toEqual([
      ['61', 100],
      ['6*', 500],
      ['6', 600],
    ]);
    expect(drawnRows(own('0.00'), each('7'))).toEqual([
      ['6', 100],
      ['61', 100],
    ]);
    const [, , rest] = drawn(own('5.00'), spec(year, [each('7', { residualLabel: 'ej fördelat' })])).rows;
    expect(rest).toMatchObject({ id: '6*', label: 'ej fördelat', level: 1, parent: '6' });
    expect(drawn(own('5.00'), spec(year, [each('7')])).rows[2]?.label).toBe('label 6');
  });

  it('is of a dimension and beneath a code that are known', () => {
    const name = (asked: Row) => leftOf(drawTable(book, spec(year, [asked])));
    expect(name(each('99'))).toEqual({
      _tag: 'TableError',
      reason: 'unknown-code',
      where: 'rows per ansvar',
      expected: 'a code of ansvar known at the cut',
      got: '99',
    });
    expect(name(each('5', { each: 'projekt' }))).toMatchObject({ reason: 'unknown-dimension', where: 'rows per projekt', got: 'projekt' });
    expect(name(each('5', { each: 'constructor', where: { ansvar: ['5'] } }))).toMatchObject({
      reason: 'unknown-dimension',
      got: 'constructor',
    });
    expect(name(each('5', { where: { konto: ['nej'] } }))).toMatchObject({ reason: 'unknown-code', got: 'nej' });
  });

  it('per unit, its addends adding up', () => {
    const table = drawn(book, spec(year, [each('5'), row('all', '5')]));
    for (const parent of ['51', '511']) {
      const of = (id: string | undefined) => table.rows.filter((found) => found.parent === id || (id === undefined && found.id === '5'));
      expect(of(parent).reduce((sum, { cells }) => sum + (cells['outcome'] ?? 0), 0)).toBe(
        table.rows.find(({ id }) => id === parent)?.cells['outcome'],
      );
    }
  });

  it('is drawn for a circle of codes too, which only a lawless history has', () => {
    const lawless = [...chart(), moved('5', '2025-01', '51'), on('51', '1.00')];
    const book2 = orThrow(replay(placed(lawless)));
    for (const beneath of ['5', '51', '6']) {
      expect(isRight(drawTable(book2, spec(year, [each(beneath)])))).toBe(true);
    }
    expect(drawnRows(book2, each('5'))).toEqual([['51', 100]]);
  });
});

describe('a label', () => {
  it('is the one of the month that is looked at', () => {
    const renamed = (label: string, from: string): Draft => draft('CodeRenamed', { dimension: 'ansvar', code: '51', label, from });
    const own = charted(renamed('juni', '2025-06'), renamed('mars', '2025-03'), on('51', '1.00'));
    const labelIn = (span: string, organisation?: string) =>
      drawn(
        own,
        spec([column('outcome', span), column('outcome', '2025', { id: 'year' })], [each('5')]),
        organisation === undefined ? {} : { organisation },
      ).rows[0]?.label;
    expect(['2025-01..2025-02', '2025-03', '2025-01..2025-05', '2025-06..2025-12'].map((span) => labelIn(span))).toEqual([
      'label 51',
      'mars',
      'mars',
      'juni',
    ]);
    expect(labelIn('2025-01', '2025-06')).toBe('juni');
    expect(labelIn('2025-05', 'as-was')).toBe('mars');
  });
});

describe('tracing', () => {
  const book = charted(on('51', '1.00'), budget('2025', line('51', 'ut', '2025-02', '3.00')));

  it('gives the lines in order, each with its event, its coding and its month', () => {
    const trace = orThrow(
      traceCell(book, spec([column('outcome', '2025'), column('budget', '2025')], [row('all')]), { row: 'all', column: 'budget' }),
    );
    expect(trace).toEqual({
      cell: 'all/budget',
      lines: [{ event: book.history.at(11)?.id, coding: { ansvar: '51', konto: 'ut' }, month: '2025-02', amount: 300 }],
      total: 300,
    });
  });

  it('of a blank gives no lines and no total', () => {
    expect(orThrow(traceCell(book, spec([column('outcome', '2024')], [row('all')]), { row: 'all', column: 'outcome' }))).toEqual({
      cell: 'all/outcome',
      lines: [],
      total: null,
    });
  });

  it('is of a row and a column there are', () => {
    const asked = (of: string, in_: string) => leftOf(traceCell(book, spec(year, [row('a'), row('b')]), { row: of, column: in_ }));
    expect(asked('x', 'outcome')).toEqual({ _tag: 'TableError', reason: 'unknown-row', where: 'row x', expected: 'one of a, b', got: 'x' });
    expect(asked('a', 'x')).toEqual({
      _tag: 'TableError',
      reason: 'unknown-column',
      where: 'column x',
      expected: 'one of outcome',
      got: 'x',
    });
    expect(asked('__proto__', 'outcome')).toMatchObject({ reason: 'unknown-row' });
    expect(leftOf(traceCell(book, spec([column('outcome', 'x')], [row('a')]), { row: 'a', column: 'outcome' }))).toMatchObject({
      reason: 'span',
    });
  });

  it('of a row that is not shown is possible', () => {
    expect(orThrow(traceCell(book, spec(year, [each('5')]), { row: '52', column: 'outcome' })).total).toBeNull();
  });
});

it('an empty ledger has no tables', () => {
  const empty = orThrow(replay([]));
  expect(leftOf(drawTable(empty, spec(year, [])))).toMatchObject({ _tag: 'CutError', reason: 'empty-ledger' });
  expect(leftOf(traceCell(empty, spec(year, []), { row: 'a', column: 'b' }))).toMatchObject({ _tag: 'CutError', reason: 'empty-ledger' });
});

it('a history beyond exact sums is refused as a whole', () => {
  const most = '45035996273704.95';
  const book = orThrow(replay(placed([...chart(), on('51', most), on('51', `-${most}`)])));
  expect(leftOf(drawTable(book, spec(year, [row('all')])))).toEqual({
    _tag: 'TableError',
    reason: 'overflow',
    where: 'ledger',
    expected: 'lines whose sums are exact',
    got: 'lines beyond 45035996273704.95 kr in all',
  });
});

it('an older book keeps its tables when what comes after is beyond exact sums', () => {
  const most = '45035996273704.95';
  const events = placed([...chart(), on('51', '1.00'), on('51', most), on('51', '2.00')]);
  const old = orThrow(replay(events.slice(0, 10)));
  const newer = orThrow(advance(old, events.slice(10)));
  expect(newer.history).toBe(old.history);
  expect(isRight(drawTable(newer, spec(year, [row('all')])))).toBe(false);
  expect(drawnRows(old, row('all'))).toEqual([['all', 100]]);
  const cut = orThrow(cutAt(newer, 10));
  expect(isRight(drawTable(newer, spec(year, [row('all')]), { cut }))).toBe(true);
});

it('a table of three thousand codes and ten thousand codings, recorded live, is no matter', { timeout: 20_000 }, () => {
  const units = Array.from({ length: 500 }, (_, index) => ansvar(`u${index}`, '6'));
  const accounts = Array.from({ length: 2500 }, (_, index) => konto(`k${index}`));
  const rows = Array.from({ length: 10_000 }, (_, index) => line(`u${index % 500}`, `k${(index * 7) % 2500}`, '2025-01', '1.00'));
  const book = plus(bookOf([...chart(), ...units, ...accounts]), outcome(...rows));
  expect(orThrow(drawTable(book, spec(year, [each('6'), row('all')]))).rows.at(-1)?.cells).toEqual({ outcome: 1_000_000 });
});
