import { isLeft, orThrow } from '@driftbok/core';
import type { AuditDocument, AuditFinding } from '@driftbok/rules/audit';
import { audit, auditDocumentOfJson, parseExpression } from '@driftbok/rules/audit';
import { describe, expect, it, vi } from 'vitest';
import { sentences } from '../../src/audit/sentences.js';

vi.setConfig({ testTimeout: 60_000 });

type Cells = Readonly<Record<string, string | null>>;

const columns = [
  { id: 'b', label: 'Budget' },
  { id: 'o', label: 'Utfall' },
  { id: 'd', label: 'Avvikelse', equals: 'o - b' },
];
const table = (rows: readonly { readonly id: string; readonly cells: Cells; readonly sum?: readonly string[] }[]): AuditDocument => ({
  tables: [{ id: 't', unit: 'tkr', columns, rows: rows.map((row) => ({ label: row.id, ...row })) }],
});
const errors = async (document: AuditDocument): Promise<readonly AuditFinding[]> =>
  orThrow(await audit(document)).findings.filter(({ severity }) => severity !== 'note');
const issues = async (document: AuditDocument) => {
  const report = await audit(document);
  return isLeft(report) ? report.left.issues : [];
};

describe('audit', () => {
  it('knows the half-open cell: a figure cannot round both ways', async () => {
    const rows = (text: string) =>
      table([
        { id: 'x', cells: { b: '-401 915', o: null, d: null } },
        { id: 'y', cells: { b: text, o: null, d: null } },
      ]);
    const tied = (text: string): AuditDocument => ({ ...rows(text), ties: [{ cells: ['t/x/b', 't/y/b'] }] });
    expect(await errors(tied('-401 914'))).toMatchObject([
      { code: 'contradiction', where: ['t/y/b'], alternatives: [['t/x/b']], by: '1000.00' },
    ]);
    expect(await errors(tied('-401 915'))).toEqual([]);
  });

  it.each([
    ['a sign', '300', 'sign', 't/y/b'],
    ['a unit', '-300 000', 'unit', 't/y/b'],
    ['a digit', '-800', 'error', 't/y/b'],
  ])('tells %s', async (_, text, code, cell) => {
    const rows = [
      { id: 'x', cells: { b: '-1 234', o: '-1 334', d: '-100' } },
      { id: 'y', cells: { b: text, o: '-345', d: '-45' } },
      { id: 's', sum: ['x', 'y'], cells: { b: '-1 534', o: '-1 679', d: '-145' } },
    ];
    expect(await errors(table(rows))).toMatchObject([{ code, where: [cell], alternatives: [] }]);
  });

  it('tells a row that is left out of a total in every column', async () => {
    const rows = [
      { id: 'x', cells: { b: '-1 234', o: '-1 334', d: '-100' } },
      { id: 'y', cells: { b: '-3 017', o: '-3 345', d: '-328' } },
      { id: 'z', cells: { b: '-717', o: '-919', d: '-202' } },
      { id: 's', sum: ['x', 'y', 'z'], cells: { b: '-4 251', o: '-4 679', d: '-428' } },
    ];
    expect(await errors(table(rows))).toMatchObject([{ code: 'missing-row', where: ['t/s/b', 't/s/o', 't/s/d'] }]);
  });

  it('takes a blank for nothing in a sum, and says nothing where all is blank', async () => {
    const rows = [
      { id: 'x', cells: { b: '-10', o: null, d: null } },
      { id: 'y', cells: { b: null, o: null, d: null } },
      { id: 's', sum: ['x', 'y'], cells: { b: '-10', o: '-55', d: null } },
    ];
    expect(await errors(table(rows))).toEqual([]);
  });

  it('takes "*" for a figure that is withheld', async () => {
    const rows = [
      { id: 'x', cells: { b: '-10', o: '*', d: null } },
      { id: 's', sum: ['x'], cells: { b: '-10', o: '-55', d: '-45' } },
    ];
    expect(await errors(table(rows))).toEqual([]);
  });

  it('holds percentages and claims against their base, each with its precision', async () => {
    const document: AuditDocument = {
      tables: [
        {
          id: 't',
          unit: 'tkr',
          columns: [...columns, { id: 'p', label: '%', unit: 'percent', decimals: 1, equals: 'd / b' }],
          rows: [{ id: 'x', label: 'x', cells: { b: '-342 880', o: '-352 480', d: '-9 600', p: '2,8' } }],
        },
      ],
      claims: [
        { text: 'underskott på 9 600', figure: '-9 600', unit: 'tkr', cell: 't/x/d' },
        { text: 'närmare tio', figure: '-10', unit: 'mnkr', precision: '1000000.00', cell: 't/x/d' },
        { text: 'elva', figure: '-11 000', unit: 'tkr', precision: 1000, cell: 't/x/d' },
      ],
    };
    expect(await errors(document)).toMatchObject([{ code: 'contradiction', where: ['claims/2'] }]);
  });

  it('holds a product of two figures between what their roundings allow', async () => {
    const product = (total: string): AuditDocument => ({
      tables: [
        { id: 'q', unit: 'dygn', columns: [{ id: 'n', label: 'Antal' }], rows: [{ id: 'x', label: 'x', cells: { n: '100' } }] },
        { id: 'p', unit: 'kr', columns: [{ id: 'n', label: 'Pris' }], rows: [{ id: 'x', label: 'x', cells: { n: '20' } }] },
        { id: 't', unit: 'kr', columns: [{ id: 'n', label: 'Kostnad' }], rows: [{ id: 'x', label: 'x', cells: { n: total } }] },
      ],
      ties: [{ cell: 't/x/n', equals: 'q/x/n * p/x/n' }],
    });
    // 99,5 × 19,5 is 1 940,25 and 100,5 × 20,5 is 2 060,25.
    for (const fits of ['1 940', '2 000', '2 060']) expect(await errors(product(fits))).toEqual([]);
    for (const apart of ['1 939', '2 061']) {
      const [first, ...more] = await errors(product(apart));
      expect(more).toEqual([]);
      expect([first?.where, ...(first?.alternatives ?? [])].flat().sort()).toEqual(['p/x/n', 'q/x/n', 't/x/n']);
      expect(first).toMatchObject({ code: 'contradiction', where: ['t/x/n'] });
    }
  });

  it('takes a figure a number of times, and a blank factor for nothing', async () => {
    const twice = (text: string): AuditDocument => ({
      tables: [
        {
          id: 't',
          unit: 'tkr',
          columns: [
            { id: 'm', label: 'Månad' },
            { id: 'y', label: 'År', equals: '12 * m' },
          ],
          rows: [{ id: 'x', label: 'x', cells: { m: '10', y: text } }],
        },
      ],
    });
    for (const fits of ['114', '126']) expect(await errors(twice(fits))).toEqual([]);
    for (const apart of ['113', '127']) expect(await errors(twice(apart))).toMatchObject([{ where: ['t/x/y'] }]);
  });

  it('blames the rows of other cells too, where a total is off in several columns', async () => {
    const plain = columns.map(({ id, label }) => ({ id, label }));
    const rows = [
      { id: 'x', label: 'x', cells: { b: '10', o: '20', d: '30' } },
      { id: 'y', label: 'y', cells: { b: '1', o: '2', d: '3' } },
      { id: 's', label: 's', sum: ['x', 'y'], cells: { b: '55', o: '66', d: '33' } },
    ];
    expect(await errors({ tables: [{ id: 't', unit: 'tkr', columns: plain, rows }] })).toMatchObject([
      {
        code: 'missing-row',
        where: ['t/s/b', 't/s/o'],
        alternatives: [
          ['t/x/b', 't/x/o'],
          ['t/y/b', 't/y/o'],
        ],
      },
    ]);
  });

  it('speaks Swedish where it is asked to, with the same codes', async () => {
    const rows = [
      { id: 'x', cells: { b: '46 185', o: null, d: null } },
      { id: 's', sum: ['x'], cells: { b: '-46 185', o: null, d: null } },
    ];
    const [sv] = orThrow(await audit(table(rows), { language: 'sv' })).findings;
    const [en] = orThrow(await audit(table(rows), { language: 'en' })).findings;
    expect([sv?.code, sv?.message]).toEqual(['sign', 't/s/b är tryckt -46 185; med omvänt tecken, 46 185, stämmer allt']);
    expect([en?.code, en?.message]).toEqual(['sign', 't/s/b is printed -46 185; with the other sign, 46 185, all holds']);
  });

  it('has every sentence in both languages, with the same places', () => {
    const placesIn = (text: string): readonly string[] => [...text.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '').sort();
    for (const [name, text] of Object.entries(sentences.en))
      expect(placesIn(sentences.sv[name as keyof typeof sentences.sv])).toEqual(placesIn(text));
  });
});

describe('a limit', () => {
  const open = [
    { id: 'x', cells: { b: '-1', o: '-1', d: '1' } },
    { id: 'y', cells: { b: '-1', o: '-1', d: '0' } },
    { id: 's', sum: ['x', 'y'], cells: { b: '-3', o: '-3', d: '1' } },
  ];
  /** A clock that a number of looks runs out. */
  const after = (looks: number): (() => number) => {
    let looked = 0;
    return () => (looked++ <= looks ? 0 : 2000);
  };

  it('leaves open what it did not look at, and says which cells that are', async () => {
    const report = orThrow(await audit(table(open), { seconds: 0, now: () => 0 }));
    expect(report.feasible).toBe('unknown');
    expect(report.findings[0]).toMatchObject({ code: 'incomplete', severity: 'warning', alternatives: [], by: '' });
    expect([...(report.findings[0]?.where ?? [])].sort()).toEqual(
      ['s', 'x', 'y'].flatMap((row) => ['b', 'd', 'o'].map((column) => `t/${row}/${column}`)),
    );
    expect(report.findings[0]?.message).toContain('contradictions proven so far: 0');
  });

  it('still tells what is proven without the solver, and does not call the rest right', async () => {
    const wrong = open.map((row) => (row.id === 's' ? { ...row, cells: { ...row.cells, b: '-300' } } : row));
    const { tables } = table(wrong);
    const other = table([{ id: 'x', cells: { b: '1', o: '2', d: '1' } }]).tables.map((each) => ({ ...each, id: 'u' }));
    const report = orThrow(await audit({ tables: [...tables, ...other] }, { seconds: 0, now: () => 0 }));
    expect(report.feasible).toBe(false);
    const told = report.findings.filter(({ severity }) => severity !== 'note');
    expect(told.map(({ code, severity }) => [code, severity])).toEqual([
      ['error', 'error'],
      ['incomplete', 'warning'],
    ]);
    expect(told[0]?.where).toEqual(['t/s/b']);
    // What holds as printed needs no solver, and is not left open.
    expect(told[1]?.where.every((cell) => cell.startsWith('t/'))).toBe(true);
  });

  it('leaves open the last tables first, whenever it comes', async () => {
    const [first] = table(open).tables;
    if (first === undefined) throw new Error('there is a table');
    const lefts = new Set<string>();
    for (let looks = 0; looks < 300; looks += 6) {
      const report = orThrow(await audit({ tables: [first, { ...first, id: 'u' }] }, { seconds: 1, now: after(looks) }));
      const left = report.findings.filter(({ code }) => code === 'incomplete').flatMap(({ where }) => where);
      lefts.add([...new Set(left.map((cell) => cell[0]))].join(' '));
    }
    expect([...lefts]).toEqual(['t u', 'u', '']);
  });

  it('of 30 seconds is not reached by 300 rows and 12 columns', async () => {
    const groups = Array.from({ length: 20 }, (_, group) => Array.from({ length: 14 }, (_, at) => `r${group}.${at}`));
    const years = [0, 1, 2, 3];
    const twelve = years.flatMap((year) => [
      { id: `b${year}`, label: 'Budget' },
      { id: `o${year}`, label: 'Utfall' },
      { id: `d${year}`, label: 'Avvikelse', equals: `o${year} - b${year}` },
    ]);
    // In tenths of a tkr, so that every cell is rounded.
    const tenths = (seed: number): number => -((seed * 7919) % 99_991);
    const valuesOf = (ids: readonly number[]): readonly number[] =>
      years.flatMap((year) => {
        const [budget, outcome] = [1, 2].map((part) => ids.reduce((sum, id) => sum + tenths(id * 8 + year * 2 + part), 0)) as [
          number,
          number,
        ];
        return [budget, outcome, outcome - budget];
      });
    const shown = (value: number): string => {
      const steps = Math.floor((Math.abs(value) + 5) / 10);
      return `${value < 0 && steps > 0 ? '-' : ''}${steps}`;
    };
    const cellsOf = (ids: readonly number[]): Cells =>
      Object.fromEntries(valuesOf(ids).map((value, at) => [twelve[at]?.id ?? '', shown(value)]));
    const idsOf = (group: number): readonly number[] => Array.from({ length: 14 }, (_, at) => group * 14 + at);
    const rows = [
      ...groups.flatMap((ids, group) => [
        ...ids.map((id, at) => ({ id, label: id, cells: cellsOf([group * 14 + at]) })),
        { id: `g${group}`, label: 'g', sum: ids, cells: cellsOf(idsOf(group)) },
      ]),
      { id: 'all', label: 'all', sum: groups.map((_, group) => `g${group}`), cells: cellsOf(groups.flatMap((_, group) => idsOf(group))) },
    ];
    const wrong = rows.map((row) => (row.id === 'r7.3' ? { ...row, cells: { ...row.cells, o2: '-99 999' } } : row));
    const document: AuditDocument = { tables: [{ id: 't', unit: 'tkr', columns: twelve, rows: wrong }] };
    expect(rows.length).toBeGreaterThan(300);
    const told = (await errors(document)).map(({ code, where }) => [code, where]);
    expect(told).toEqual([['error', ['t/r7.3/o2']]]);
  });
});

describe('input that cannot be audited', () => {
  it.each([
    ['a cell that is no figure', table([{ id: 'x', cells: { b: '1 0000', o: null, d: null } }]), 't/x/b'],
    ['more decimals than the table', table([{ id: 'x', cells: { b: '1,5', o: null, d: null } }]), 't/x/b'],
    ['a column that is none', table([{ id: 'x', cells: { b: '1', q: '1' } }]), 't/x/q'],
    ['a sum over a row that is none', table([{ id: 's', sum: ['x'], cells: {} }]), 't/s: sum'],
    [
      'a row twice',
      table([
        { id: 'x', cells: {} },
        { id: 'x', cells: {} },
      ]),
      't: rows',
    ],
    ['a tie to nothing', { ...table([{ id: 'x', cells: {} }]), ties: [{ cells: ['t/x/b', 't/y/b'] }] }, 'ties/0'],
    ['a claim of nothing', { ...table([{ id: 'x', cells: {} }]), claims: [{ text: '', figure: '1', unit: 'kr' }] }, 'claims/0'],
    [
      'a formula of a column that is none',
      { tables: [{ id: 't', unit: 'kr', columns: [{ id: 'a', label: '', equals: 'a - c' }], rows: [{ id: 'x', label: '', cells: {} }] }] },
      't: column a',
    ],
  ])('names the place of %s', async (_, document, path) => {
    expect((await issues(document)).map((issue) => issue.path)).toContain(path);
  });

  it('names table, row and column of a cell that is no text', () => {
    const json = { tables: [{ id: 't', unit: 'kr', columns: [{ id: 'a', label: '' }], rows: [{ id: 'x', label: '', cells: { a: 5 } }] }] };
    const read = auditDocumentOfJson(json);
    expect(isLeft(read) && read.left.issues).toMatchObject([{ path: 't/x/a', got: '5' }]);
  });

  it.each(['', 'a -', 'a b', 'a / b / c', 'a + - b', 'a *', '* a', 'a * - b', 'a * b * c'])('reads no formula in "%s"', (text) => {
    expect(isLeft(parseExpression(text))).toBe(true);
  });
});
