import type { Draft, Json } from '@driftbok/core';
import { linesOf } from '@driftbok/core';
import { draft, ndjson } from './history.js';

const at = '2025-01-01T00:00:00.000Z';
const cost = (...rows: readonly (readonly [month: string, amount: string])[]): Json =>
  linesOf(rows.map(([month, amount]) => ({ codes: { ansvar: '51' }, month, amount }))) as unknown as Json;
const round = (id: string, period: string, day: string, lines: Json): readonly Draft[] => [
  draft('ForecastRoundOpened', `forecast/${id}`, { round: id, year: '2025', label: `Prognos ${id.slice(-1)}`, period }, day),
  draft('ForecastRevised', `forecast/${id}`, { round: id, year: '2025', lines }, day),
  draft('ForecastRoundLocked', `forecast/${id}`, { round: id }, day),
];

/** A ledger whose forecasts are given by month: February turns out 60 000 dearer, and 40 000 of it is taken back in March. */
export const monthlyFile: string = ndjson([
  draft('LedgerOpened', 'ledger', { name: 'prov', municipality: 'Exempel', timeZone: 'Europe/Stockholm' }, at),
  draft('DimensionDeclared', 'structure', { dimension: 'ansvar', label: 'Ansvar' }, at),
  draft('CodeOpened', 'structure', { dimension: 'ansvar', code: '5', label: 'Nämnd' }, at),
  draft('CodeOpened', 'structure', { dimension: 'ansvar', code: '51', label: 'Enhet', parent: '5' }, at),
  ...round('2025-P1', '2025-01', '2025-02-03T00:00:00.000Z', cost(['2025-02', '-100000.00'], ['2025-03', '-100000.00'])),
  ...round('2025-P2', '2025-02', '2025-03-03T00:00:00.000Z', cost(['2025-02', '-160000.00'], ['2025-03', '-60000.00'])),
]);
