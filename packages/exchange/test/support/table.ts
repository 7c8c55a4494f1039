import type { RenderableTable } from '@driftbok/exchange';

const hash = '0a1b2c3d4e5f'.padEnd(64, '6');
const cell = (exact: string, shown: string) => ({ exact, shown });

/** A small driftredovisning: long headings, levels, a blank cell, a column at another cut, and one finding of each severity. */
export const report: RenderableTable = {
  id: 'driftredovisning',
  title: 'Driftredovisning, barn- och skolnämnden',
  unit: 'tkr',
  cut: { position: 57, recordedAt: '2025-09-02T10:00:00.000Z', hash, round: '2025-P3' },
  columns: [
    { id: 'budget_year', label: 'Budget helår 2025', kind: 'amount' },
    {
      id: 'outcome_prior',
      label: 'Utfall jan-jul 2024',
      kind: 'amount',
      cut: { position: 12, recordedAt: '2024-08-29T10:00:00.000Z', hash },
    },
    { id: 'share', label: 'Andel', kind: 'ratio' },
    { id: 'note', label: 'Not', kind: 'text' },
  ],
  rows: [
    {
      id: 'income',
      label: 'Intäkter',
      level: 0,
      cells: {
        budget_year: cell('216509000.00', '216 509'),
        outcome_prior: cell('98000500.50', '98 001'),
        share: cell('0.453', '45,3 %'),
        note: cell('=1+1', '=1+1'),
      },
    },
    {
      id: '0512',
      label: 'varav å;"ä"|ö',
      level: 1,
      cells: { budget_year: cell('-1000.00', '-1'), outcome_prior: null, share: null, note: null },
    },
    {
      id: 'net',
      label: 'Netto',
      level: 0,
      cells: { budget_year: cell('0.00', '0'), outcome_prior: cell('-99.49', '0'), share: null, note: null },
    },
  ],
  findings: [
    { code: 'rounding', severity: 'note', where: ['net/budget_year'], by: '1000.00', message: 'Avrundning: Netto.' },
    { code: 'linear-default', severity: 'warning', where: ['column:budget_year'], by: '', message: 'Budgeten saknar månader.' },
    { code: 'sum', severity: 'error', where: ['row:net'], by: '0.01', message: 'Raderna summerar inte.' },
  ],
};
