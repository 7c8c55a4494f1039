import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lines } from '@driftbok/core';
import { Codings } from '../../src/journal/codings.js';

type Cells = Readonly<Record<string, string | null>>;

/** Lines of one row under a header of its own. */
const rowOf = (columns: readonly string[], cells: Cells): Lines => ({ columns, rows: [columns.map((column) => cells[column] ?? null)] });
const codingOf = (codings: Codings, lines: Lines): number => codings.reader(lines).coding(lines.rows[0] as readonly (string | null)[]);

describe('a coding', () => {
  it('is numbered in order of first use', () => {
    const codings = new Codings();
    const lines: Lines = {
      columns: ['ansvar', 'month', 'amount'],
      rows: [
        ['a', '2025', '1.00'],
        ['b', '2025', '1.00'],
        ['a', '2025', '2.00'],
        [null, '2025', '1.00'],
      ],
    };
    const { coding } = codings.reader(lines);
    expect(lines.rows.map(coding)).toEqual([0, 1, 0, 2]);
    expect([0, 1, 2].map((id) => codings.codes(id))).toEqual([{ ansvar: 'a' }, { ansvar: 'b' }, {}]);
    expect(codings.size).toBe(3);
  });

  it('is one without any dimension', () => {
    const codings = new Codings();
    expect(codingOf(codings, rowOf(['month', 'amount'], {}))).toBe(0);
    expect(codingOf(codings, rowOf(['amount', 'konto', 'month'], {}))).toBe(0);
    expect(codings.codes(0)).toEqual({});
  });

  it('holds its known codes sorted by dimension, and cannot be changed', () => {
    const codings = new Codings();
    codingOf(codings, rowOf(['motpart', 'konto', 'month', 'amount', 'ansvar'], { motpart: 'm', ansvar: 'a' }));
    expect(JSON.stringify(codings.codes(0))).toBe('{"ansvar":"a","motpart":"m"}');
    expect(Object.isFrozen(codings.codes(0))).toBe(true);
  });

  it('tells codes apart that look alike when joined', () => {
    const codings = new Codings();
    const columns = ['ansvar', 'konto', 'month', 'amount'];
    const pairs = [
      ['a', 'b'],
      ['a,b', ''],
      ['', 'a,b'],
      ['a"', 'b'],
      ['null', 'x'],
      ['__proto__', 'constructor'],
    ] as const;
    const ids = pairs.map(([ansvar, konto]) => codingOf(codings, rowOf(columns, { ansvar, konto })));
    expect(ids).toEqual(pairs.map((_, index) => index));
    expect(codings.codes(5)).toEqual({ ansvar: '__proto__', konto: 'constructor' });
  });

  it('is the same for any order of the columns, and whether a code is null or its column left out', () => {
    const known = fc
      .uniqueArray(fc.constantFrom('ansvar', 'konto', 'projekt', 'motpart', 'constructor'), { maxLength: 5 })
      .chain((dimensions) => fc.record(Object.fromEntries(dimensions.map((each) => [each, fc.constantFrom('1', '2', '__proto__')]))));
    const blank = fc.subarray(['verksamhet', 'aktivitet', 'objekt']);
    const headers = fc.array(fc.tuple(blank, fc.boolean(), fc.nat()), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(known, headers, (cells, made) => {
        const codings = new Codings();
        const ids = made.map(([nulls, reasoned, turn]) => {
          const columns = [...Object.keys(cells), ...nulls, 'month', 'amount', ...(reasoned ? ['reason'] : [])];
          const turned = [...columns.slice(turn % columns.length), ...columns.slice(0, turn % columns.length)];
          return codingOf(codings, {
            columns: turned,
            rows: [turned.map((column) => (Object.hasOwn(cells, column) ? (cells[column] ?? null) : null))],
          });
        });
        expect(new Set(ids)).toEqual(new Set([0]));
        expect(codings.codes(0)).toEqual(cells);
      }),
    );
  });

  it('is another for other codes', () => {
    const cells = fc.record({ ansvar: fc.constantFrom(null, '1', '2'), konto: fc.constantFrom(null, '1', '2') });
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const codings = new Codings();
        const same = JSON.stringify(a) === JSON.stringify(b);
        const [first, second] = [a, b].map((each) => codingOf(codings, rowOf(['konto', 'amount', 'ansvar', 'month'], each)));
        expect(first === second).toBe(same);
      }),
    );
  });
});

describe('a reader', () => {
  it('knows where the columns stand', () => {
    const codings = new Codings();
    const { monthAt, amountAt, reasonAt } = codings.reader({ columns: ['reason', 'konto', 'amount', 'month'], rows: [] });
    expect([monthAt, amountAt, reasonAt]).toEqual([3, 2, 0]);
    expect(codings.reader({ columns: ['month', 'amount'], rows: [] }).reasonAt).toBe(-1);
  });

  it('is made once a header, and anew for a list of columns that was changed', () => {
    const codings = new Codings();
    const columns = ['ansvar', 'month', 'amount'];
    const reader = codings.reader({ columns, rows: [] });
    expect(codings.reader({ columns: [...columns], rows: [] })).toBe(reader);
    columns[0] = 'konto';
    expect(codingOf(codings, rowOf(columns, { konto: '1' }))).toBe(0);
    expect(codings.codes(0)).toEqual({ konto: '1' });
    columns.reverse();
    expect(codings.reader({ columns, rows: [] }).monthAt).toBe(1);
    expect(codings.reader({ columns, rows: [] }).amountAt).toBe(0);
  });
});

describe('codings that are forgotten', () => {
  it('are as if they had never been used', () => {
    const codings = new Codings();
    const columns = ['ansvar', 'month', 'amount'];
    const use = (code: string): number => codingOf(codings, rowOf(columns, { ansvar: code }));
    expect(['a', 'b', 'c'].map(use)).toEqual([0, 1, 2]);
    codings.truncate(1);
    expect(codings.size).toBe(1);
    expect(['d', 'a', 'c', 'b'].map(use)).toEqual([1, 0, 2, 3]);
    expect(codings.codes(2)).toEqual({ ansvar: 'c' });
    codings.truncate(4);
    expect(use('b')).toBe(3);
  });
});
