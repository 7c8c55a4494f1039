import { orThrow } from '@driftbok/core';
import type { AuditDocument, AuditFinding } from '@driftbok/rules/audit';
import { audit } from '@driftbok/rules/audit';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { minimumHittingSets } from '../../src/audit/hitting-sets.js';

vi.setConfig({ testTimeout: 60_000 });

type Row = { readonly id: string; readonly sum?: readonly string[]; readonly cells: Readonly<Record<string, string>> };
type Column = { readonly id: string; readonly equals?: string; readonly unit?: string; readonly decimals?: number };

const document = (columns: readonly Column[], rows: readonly Row[]): AuditDocument => ({
  tables: [
    {
      id: 't',
      unit: 'tkr',
      columns: columns.map((column) => ({ label: column.id, ...column })),
      rows: rows.map((row) => ({ label: row.id, ...row })),
    },
  ],
});
const errors = async (given: AuditDocument): Promise<readonly AuditFinding[]> =>
  orThrow(await audit(given)).findings.filter(({ severity }) => severity === 'error');

describe('blamed cells', () => {
  it('explain all that is tied to them: no base can mend one share and keep another', async () => {
    const columns = [{ id: 'y1' }, { id: 'y2' }, { id: 'p', unit: 'percent', decimals: 0, equals: 'y2 - y1 / y1' }];
    const given = {
      ...document(columns, [{ id: 'b', cells: { y1: '18 327', y2: '10 630', p: '-42' } }]),
      claims: [{ text: '57', figure: '57', unit: 'percent', equals: 't/b/y1 - t/b/y2 / t/b/y2' }],
    };
    expect(await errors(given)).toMatchObject([{ code: 'contradiction', where: ['claims/0'], alternatives: [] }]);
  });

  it('are the wrong share alone, where part and base make another that is right', async () => {
    const columns = [
      { id: 'o' },
      { id: 'b' },
      { id: 'p', unit: 'percent', decimals: 1, equals: 'o / b' },
      { id: 'q', unit: 'percent', decimals: 1, equals: 'b - o / b' },
    ];
    const share = (value: number): string => value.toFixed(1).replace('.', ',');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 30, max: 130 }),
        fc.integer({ min: 50, max: 250 }),
        async (b, percent, off) => {
          const o = Math.floor((b * percent) / 100);
          const cells = { o: String(o), b: String(b), p: share((100 * o) / b), q: share((100 * (b - o)) / b + off / 10) };
          const [found] = await errors(document(columns, [{ id: 'r', cells }]));
          const single = [found?.where ?? [], ...(found?.alternatives ?? [])].filter(({ length }) => length === 1).flat();
          expect(single).not.toContain('t/r/o');
          expect(single).not.toContain('t/r/b');
          expect(single).toContain('t/r/q');
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are not told a value that would not do: with the other sign one sum would hold, but not the other', async () => {
    const sums = [
      { id: 'a', cells: { b: '-100' } },
      { id: 'b', cells: { b: '10' } },
      { id: 's', sum: ['a', 'b'], cells: { b: '110' } },
    ];
    const [signed] = await errors(document([{ id: 'b' }], sums));
    expect(signed?.message).toContain('t/a/b is printed -100; with the other sign, 100, all holds');
    const tied = { ...document([{ id: 'b' }], sums), claims: [{ text: '', figure: '-100', unit: 'tkr', cell: 't/a/b' }] };
    const [other] = await errors(tied);
    expect(other?.where).not.toContain('t/a/b');
    expect(other?.message).not.toContain('all holds');
  });

  it('have a likely cause each, where there are several', async () => {
    const columns = [{ id: 'x' }, { id: 'y' }, { id: 'd', equals: 'y - x' }];
    const [found, ...others] = await errors(
      document(columns, [
        { id: 'a', cells: { x: '5 000', y: '7 000', d: '2 500' } },
        { id: 'b', cells: { x: '5 000', y: '7 000', d: '2 000' } },
        { id: 's', sum: ['a', 'b'], cells: { x: '10 000', y: '14 090', d: '4 000' } },
      ]),
    );
    expect(others).toEqual([]);
    expect(found?.where).toEqual(['t/a/d', 't/s/y']);
    expect(found?.message).toContain('; t/a/d is printed 2 500; 2 000 would hold: one digit is another');
    expect(found?.message).toContain('; t/s/y is printed 14 090; 14 000 would hold: one digit is another');
  });

  it('in each other’s columns are told as such', async () => {
    const columns = [{ id: 'b' }, { id: 'o' }, { id: 'd', equals: 'o - b' }];
    const given = document(columns, [
      { id: 'in', cells: { b: '27 608', o: '43 221', d: '15 613' } },
      { id: 'out', cells: { b: '-254 171', o: '-244 117', d: '-10 054' } },
      { id: 'net', sum: ['in', 'out'], cells: { b: '-216 509', o: '-210 951', d: '5 559' } },
    ]);
    const [found] = await errors(given);
    expect(found).toMatchObject({ code: 'error', where: ['t/out/b', 't/out/o'], by: '10054000.00' });
    expect(found?.message).toBe('t/out/b, t/out/o have changed places: all would hold with each in the other column');
  });

  it('that are cut off are counted', async () => {
    const parts = Array.from({ length: 40 }, (_, at) => ({ id: `r${at}`, cells: { c: String(1037 + 37 * at) } }));
    const total = { id: 's', sum: parts.map(({ id }) => id), cells: { c: '99 999' } };
    const [found] = await errors(document([{ id: 'c' }], [...parts, total]));
    expect(found?.alternatives).toHaveLength(19);
    expect(found?.message).toMatch(/; 21 more sets of cells may explain it, and are not told$/);
  });

  it('are named in words up to five, and all of them in `where`', async () => {
    const columns = Array.from({ length: 8 }, (_, at) => ({ id: `c${at}` }));
    const cells = (value: string): Readonly<Record<string, string>> => Object.fromEntries(columns.map(({ id }) => [id, value]));
    const rows = [
      { id: 'a', cells: cells('100') },
      { id: 's', sum: ['a'], cells: cells('700') },
    ];
    const [found] = await errors(document(columns, rows));
    expect(found?.where).toHaveLength(8);
    expect(found?.message).toContain('t/s/c0, t/s/c1, t/s/c2, t/s/c3, t/s/c4 and 3 more: ');
  });
});

describe('smallest sets', () => {
  const sets = Array.from({ length: 12 }, (_, at) => new Set([`a${at}`, `b${at}`, `c${at}`]));

  it('are not all known when the time is out', () => {
    expect(minimumHittingSets(sets.slice(0, 2), () => 1)).toMatchObject({ complete: true });
    const late = minimumHittingSets(sets, () => 0);
    expect(late.complete).toBe(false);
    expect(late.sets).toHaveLength(1);
    expect(sets.every((set) => late.sets[0]?.some((each) => set.has(each)))).toBe(true);
  });
});
