import { describe, expect, it } from 'vitest';
import type { Draft, TableSpec } from '@driftbok/core';
import { drawTable, emptyBook, linesOf, orThrow, propose, resolveCut, roundsOf, traceCell } from '@driftbok/core';

let serial = 0;
const draft = (type: string, stream: string, data: unknown, recordedAt = '2025-01-01T00:00:00.000Z'): Draft => ({
  id: `01900000-0000-7000-8000-${String(++serial).padStart(12, '0')}`,
  stream,
  type,
  schemaVersion: 1,
  recordedAt,
  actor: { role: 'controller', id: 'c1' },
  data: data as Draft['data'],
});
const line = (ansvar: string, konto: string, month: string, amount: string) => ({ codes: { ansvar, konto }, month, amount });
const opened = (dimension: string, code: string, parent?: string) =>
  draft('CodeOpened', 'structure', { dimension, code, label: `label ${code}`, ...(parent === undefined ? {} : { parent }) });

const drafts = [
  draft('LedgerOpened', 'ledger', { name: 'prov', municipality: 'Exempel', timeZone: 'Europe/Stockholm' }),
  draft('DimensionDeclared', 'structure', { dimension: 'ansvar', label: 'Ansvar' }),
  draft('DimensionDeclared', 'structure', { dimension: 'konto', label: 'Konto' }),
  opened('ansvar', '5'),
  opened('ansvar', '51', '5'),
  opened('konto', 'intakter'),
  opened('konto', 'kostnader'),
  draft('BudgetAdopted', 'budget/2025', {
    year: '2025',
    lines: linesOf([line('51', 'intakter', '2025', '1200.00'), line('51', 'kostnader', '2025', '-2400.00')]),
  }),
  draft(
    'OutcomePosted',
    'outcome/2025-01',
    { lines: linesOf([line('51', 'intakter', '2025-01', '90.50'), line('51', 'kostnader', '2025-01', '-201.00')]) },
    '2025-02-03T00:00:00.000Z',
  ),
  draft('ForecastRoundOpened', 'forecast/2025-P1', { round: '2025-P1', year: '2025', label: 'Prognos 1' }, '2025-02-04T00:00:00.000Z'),
  draft(
    'ForecastRevised',
    'forecast/2025-P1',
    { round: '2025-P1', year: '2025', lines: linesOf([line('51', 'kostnader', '2025', '-2500.00')]) },
    '2025-02-04T00:00:00.000Z',
  ),
  draft('ForecastRoundLocked', 'forecast/2025-P1', { round: '2025-P1' }, '2025-02-05T00:00:00.000Z'),
];

const spec: TableSpec = {
  id: 'driftredovisning',
  title: 'Driftredovisning',
  columns: [
    { id: 'budget', label: 'Budget', metric: 'budget', span: { from: '2025-01', to: '2025-01' } },
    { id: 'outcome', label: 'Utfall', metric: 'outcome', span: { from: '2025-01', to: '2025-01' } },
    { id: 'deviation', label: 'Avvikelse', minuend: 'outcome', subtrahend: 'budget' },
    { id: 'forecast', label: 'Prognos', metric: 'forecast', span: { year: '2025' }, round: '2025-P1' },
  ],
  rows: [
    { id: 'income', label: 'Intäkter', level: 0, where: { ansvar: ['5'], konto: ['intakter'] } },
    { id: 'cost', label: 'Kostnader', level: 0, where: { ansvar: ['5'], konto: ['kostnader'] } },
    { id: 'net', label: 'Netto', level: 0, where: { ansvar: ['5'] } },
  ],
};

describe('from events to a table', () => {
  const { book } = orThrow(propose(emptyBook(), drafts));

  it('draws exact cells, blanks apart from 0', () => {
    const table = orThrow(drawTable(book, spec));
    expect(table.rows.map(({ cells }) => Object.values(cells))).toEqual([
      [10_000, 9050, -950, null],
      [-20_000, -20_100, -100, -250_000],
      [-10_000, -11_050, -1050, -250_000],
    ]);
    expect(table.findings.map(({ code }) => code)).toEqual(['linear-default']);
  });

  it('shows an older cut as it was', () => {
    const cut = orThrow(resolveCut(book, '2025-02-03'));
    const table = orThrow(drawTable(book, spec, { cut }));
    expect(table.rows.map(({ cells }) => cells['forecast'])).toEqual([null, null, null]);
    expect(table.findings.map(({ code }) => code)).toEqual(['round-not-yet-known', 'linear-default']);
  });

  it('traces a cell to its lines', () => {
    const trace = orThrow(traceCell(book, spec, { row: 'net', column: 'deviation' }));
    expect(trace.total).toBe(-1050);
    expect(trace.lines).toHaveLength(4);
  });

  it('lists its rounds with their locks', () => {
    expect(roundsOf(book).map(({ id, locks }) => [id, locks.length])).toEqual([['2025-P1', 1]]);
  });
});
