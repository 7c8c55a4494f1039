import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue, Line, Lines } from '@driftbok/core';
import { issues, lineObjects, linesCodec, object, linesOf, maxRows, parseAmount, isRight } from '@driftbok/core';
import { code, slug } from '../../src/events/fields.js';

function faults(value: unknown): readonly Issue[] {
  const decoded = linesCodec.decode(value);
  expect(linesCodec.is(value)).toBe(decoded._tag === 'Right');
  if (decoded._tag === 'Right') return [];
  expect(decoded.left.length).toBeGreaterThan(0);
  return issues(decoded.left);
}
const row = ['51', '2025-07', '-1.00'];
const columns = ['ansvar', 'month', 'amount'];

describe('lines as objects', () => {
  const items: readonly Line[] = [
    { codes: { ansvar: '51' }, month: '2025-07', amount: '-10.00' },
    { codes: { konto: '5010', ansvar: null }, month: '2025', amount: '5.00', reason: 'r1' },
  ];

  it('become a header and rows, null where a code is not known', () => {
    expect(linesOf(items)).toEqual({
      columns: ['ansvar', 'konto', 'month', 'amount', 'reason'],
      rows: [
        ['51', null, '2025-07', '-10.00', null],
        [null, '5010', '2025', '5.00', 'r1'],
      ],
    });
  });

  it('come back', () => {
    expect(lineObjects(linesOf(items))).toEqual([
      { codes: { ansvar: '51', konto: null }, month: '2025-07', amount: '-10.00' },
      { codes: { ansvar: null, konto: '5010' }, month: '2025', amount: '5.00', reason: 'r1' },
    ]);
  });

  it('have no column of reasons where none has one', () => {
    expect(linesOf([{ codes: {}, month: '2025', amount: '1.00' }])).toEqual({ columns: ['month', 'amount'], rows: [['2025', '1.00']] });
  });

  it('may have a dimension named constructor', () => {
    const some: readonly Line[] = [
      { codes: { constructor: 'a' } as unknown as Record<string, string>, month: '2025', amount: '1.00' },
      { codes: { ansvar: '51' }, month: '2025', amount: '1.00' },
    ];
    expect(linesOf(some).rows).toEqual([
      ['a', null, '2025', '1.00'],
      [null, '51', '2025', '1.00'],
    ]);
    expect(faults(linesOf(some))).toEqual([]);
  });

  it('come back whatever they are', () => {
    const item = fc.record({
      codes: fc.record({ ansvar: fc.constantFrom(null, '51', '__proto__'), konto: fc.constantFrom(null, 'ut') }),
      month: fc.constantFrom('2025', '2025-07'),
      amount: fc.constantFrom('1.00', '-2.50'),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), (given) => {
        expect(lineObjects(linesOf(given))).toEqual(given);
      }),
    );
  });
});

describe('the header', () => {
  it.each<[string, readonly string[]]>([
    ['dimensions, month and amount', columns],
    ['any order', ['amount', 'konto', 'month', 'ansvar']],
    ['no dimension', ['month', 'amount']],
    ['a reason', ['ansvar', 'reason', 'month', 'amount']],
    ['34 columns', [...Array.from({ length: 31 }, (_, at) => `d${at}`), 'reason', 'month', 'amount']],
    ['a dimension named constructor', ['constructor', 'month', 'amount']],
  ])('takes %s', (_, given) => {
    const cells: Readonly<Record<string, string | null>> = { month: '2025', amount: '1.00' };
    const rows = [given.map((column) => (Object.hasOwn(cells, column) ? (cells[column] ?? null) : null))];
    expect(faults({ columns: given, rows })).toEqual([]);
  });

  it.each([
    ['no month', ['ansvar', 'amount'], '["ansvar","amount"]'],
    ['no amount', ['ansvar', 'month'], '["ansvar","month"]'],
    ['a column twice', ['ansvar', 'ansvar', 'month', 'amount'], '["ansvar","ansvar","month","amount"]'],
    ['nothing', [], '[]'],
    ['no list', 'month,amount', '"month,amount"'],
    ['no columns', undefined, 'nothing'],
    ['a name that is no dimension', ['Ansvar', 'month', 'amount'], '"Ansvar"'],
    ['__proto__', ['__proto__', 'month', 'amount'], '"__proto__"'],
    ['a name that is no text', [1, 'month', 'amount'], '1'],
    ['a null', [null, 'month', 'amount'], 'null'],
  ])('refuses %s', (_, given, got) => {
    const expected = 'dimensions, "month", "amount" and perhaps "reason", each once';
    expect(faults({ columns: given, rows: [row] })).toEqual([{ path: 'columns', expected, got }]);
  });

  it('refuses 35 columns', () => {
    const many = [...Array.from({ length: 33 }, (_, at) => `d${at}`), 'month', 'amount'];
    expect(faults({ columns: many, rows: [many.map(() => null)] })).toMatchObject([{ path: 'columns' }]);
  });

  it('is looked at anew when its list was changed', () => {
    const changing = [...columns];
    expect(faults({ columns: changing, rows: [row] })).toEqual([]);
    changing[0] = 'Ansvar';
    expect(faults({ columns: changing, rows: [row] })).toHaveLength(1);
    changing.splice(0, 3, 'month', 'amount', 'ansvar');
    expect(faults({ columns: changing, rows: [row] })).toHaveLength(2);
  });
});

describe('the rows', () => {
  it.each([
    ['no rows', { columns }, [{ path: 'rows', expected: 'a list of rows', got: 'nothing' }]],
    ['empty rows', { columns, rows: [] }, [{ path: 'rows', expected: '1 to 200000 rows', got: '0' }]],
    [
      'rows that are no list',
      { columns, rows: { 0: row } },
      [{ path: 'rows', expected: 'a list of rows', got: '{"0":["51","2025-07","-1.00"]}' }],
    ],
    ['another key', { columns, rows: [row], note: 1 }, [{ path: 'note', expected: 'no such key', got: '1' }]],
    ['nothing', null, [{ path: '', expected: 'lines: columns and rows', got: 'null' }]],
    ['a list', [row], [{ path: '', expected: 'lines: columns and rows', got: '[["51","2025-07","-1.00"]]' }]],
    [
      'a short row',
      { columns, rows: [row, row.slice(1)] },
      [{ path: 'rows.1', expected: '3 cells: ansvar, month, amount', got: '["2025-07","-1.00"]' }],
    ],
    [
      'a long row',
      { columns, rows: [[...row, null]] },
      [{ path: 'rows.0', expected: '3 cells: ansvar, month, amount', got: '["51","2025-07","-1.00",null]' }],
    ],
    ['a row that is no list', { columns, rows: ['51'] }, [{ path: 'rows.0', expected: '3 cells: ansvar, month, amount', got: '"51"' }]],
    [
      'wrong cells',
      { columns: [...columns, 'reason'], rows: [['', '2025-13', '1', '-']] },
      [
        { path: 'rows.0.ansvar', expected: 'a code, 1 to 64 characters on one line, or null', got: '""' },
        { path: 'rows.0.month', expected: 'a month YYYY-MM or a year YYYY', got: '"2025-13"' },
        { path: 'rows.0.amount', expected: 'kronor with two decimals', got: '"1"' },
        { path: 'rows.0.reason', expected: 'the id of a reason, or null', got: '"-"' },
      ],
    ],
  ])('refuses %s', (_, value, expected) => {
    expect(faults(value)).toEqual(expected);
  });

  it('says at most the first ten rows that are wrong', () => {
    const rows = Array.from({ length: 500 }, () => ['51', 'x', '1.00']);
    expect(faults({ columns, rows }).map(({ path }) => path)).toEqual(Array.from({ length: 10 }, (_, at) => `rows.${at}.month`));
  });

  it('are at most 200 000', () => {
    const rows = Array.from({ length: maxRows }, () => row);
    expect(linesCodec.is({ columns, rows })).toBe(true);
    rows.push(row);
    expect(faults({ columns, rows })).toEqual([{ path: 'rows', expected: '1 to 200000 rows', got: '200001' }]);
  });

  it('say where they are when they lie in something', () => {
    const faultsIn = (value: unknown) => {
      const decoded = object<{ readonly lines: Lines }>('Outer', { lines: linesCodec }).decode({ lines: value });
      return decoded._tag === 'Right' ? [] : issues(decoded.left);
    };
    expect(faultsIn(5)).toEqual([{ path: 'lines', expected: 'lines: columns and rows', got: '5' }]);
    expect(faultsIn({ columns, rows: [['51', 'x', '1.00']] })).toEqual([
      { path: 'lines.rows.0.month', expected: 'a month YYYY-MM or a year YYYY', got: '"x"' },
    ]);
  });

  it('take no keys out of a prototype', () => {
    const heir = Object.assign(Object.create({ columns, rows: [row] }) as object, { a: 1, b: 2 });
    expect(faults(heir).length).toBeGreaterThan(0);
    expect(faults(Object.assign([], { columns, rows: [row] })).length).toBeGreaterThan(0);
  });

  it('take no holes', () => {
    const holey: string[] = [];
    holey[1] = '2025-07';
    holey[2] = '1.00';
    expect(faults({ columns, rows: [holey] })).toHaveLength(1);
    expect(faults({ columns: ['month', 'amount', 'reason'], rows: [['2025', '1.00', undefined]] })).toHaveLength(1);
  });
});

describe('the test made for a header', () => {
  // What a cell may hold, from the codecs of single values and a pattern of its own for months.
  const oracle = (column: string, cell: unknown): boolean => {
    if (column === 'month') return typeof cell === 'string' && /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(cell);
    if (column === 'amount') return typeof cell === 'string' && isRight(parseAmount(cell));
    if (column === 'reason') return cell === null || slug.is(cell);
    return cell === null || code.is(cell);
  };
  const good: Readonly<Record<string, readonly (string | null)[]>> = {
    month: ['2025', '2025-07'],
    amount: ['0.00', '-1.50', '90071992547409.91'],
    reason: [null, 'r1'],
  };
  const hostile = fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    '51',
    ' ',
    'r1',
    '-',
    '2025',
    '2025-07',
    '2025-13',
    '0.00',
    '-0.00',
    '1.0',
    '1e3',
    '90071992547409.92',
    'x'.repeat(65),
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    0,
    1,
    -0,
    Number.NaN,
    true,
    {},
    [],
    ['51'],
  );
  const header = fc
    .tuple(fc.uniqueArray(fc.constantFrom('ansvar', 'konto', 'constructor', 'motpart'), { maxLength: 4 }), fc.boolean())
    .chain(([dimensions, reasoned]) => {
      const names = [...dimensions, 'month', 'amount', ...(reasoned ? ['reason'] : [])];
      return fc.shuffledSubarray(names, { minLength: names.length });
    });
  const cell = (column: string) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...(Object.hasOwn(good, column) ? (good[column] ?? []) : ['51', null])) },
      { weight: 1, arbitrary: hostile },
    );
  const table = header.chain((names) =>
    fc.record({ columns: fc.constant(names), rows: fc.array(fc.tuple(...names.map(cell)), { minLength: 1, maxLength: 4 }) }),
  );

  it('agrees with the tests of single cells, and so do its issues', () => {
    fc.assert(
      fc.property(table, (given) => {
        const wrong = given.rows.flatMap((cells, at) =>
          given.columns.flatMap((column, index) => (oracle(column, cells[index]) ? [] : [`rows.${at}.${column}`])),
        );
        expect(faults(given).map(({ path }) => path)).toEqual(wrong);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes rows of the right width only', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: -2, max: 2 }), ({ columns: names, rows }, more) => {
        const first = rows[0] as readonly unknown[];
        const other = more < 0 ? first.slice(0, more) : [...first, ...Array<null>(more).fill(null)];
        const found = faults({ columns: names, rows: [other] });
        expect(found.some(({ path }) => path === 'rows.0')).toBe(more !== 0);
      }),
    );
  });

  it('forgets no code that it has not seen, however many it has', () => {
    const many = (from: number): Lines => ({
      columns,
      rows: Array.from({ length: 150_000 }, (_, at) => [`c${from + at}`, '2025-01', '1.00']),
    });
    expect(linesCodec.is(many(0))).toBe(true);
    expect(faults({ columns, rows: [['x'.repeat(65), '2025-01', '1.00']] })).toHaveLength(1);
    expect(linesCodec.is(many(7))).toBe(true);
  });
});
