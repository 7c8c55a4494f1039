import { isLeft, orThrow } from '@driftbok/core';
import type { AuditDocument, AuditFinding } from '@driftbok/rules/audit';
import { audit, auditDocumentOfJson, parseExpression } from '@driftbok/rules/audit';
import { describe, expect, it, vi } from 'vitest';

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

  it('tells what it did not look at when the time is out', async () => {
    const rows = [
      { id: 'x', cells: { b: '-1', o: '-1', d: '1' } },
      { id: 'y', cells: { b: '-1', o: '-1', d: '0' } },
      { id: 's', sum: ['x', 'y'], cells: { b: '-3', o: '-3', d: '1' } },
    ];
    const report = orThrow(await audit(table(rows), { seconds: 0, now: () => 0 }));
    expect(report.feasible).toBe('unknown');
    expect(report.findings[0]).toMatchObject({ code: 'incomplete', severity: 'warning' });
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

  it.each(['', 'a -', 'a b', 'a / b / c', 'a + - b'])('reads no formula in "%s"', (text) => {
    expect(isLeft(parseExpression(text))).toBe(true);
  });
});
