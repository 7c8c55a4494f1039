import type { Book, Json } from '@driftbok/core';
import { emptyBook, linesOf, orThrow, propose } from '@driftbok/core';

/** A line of the small ledger: unit, account, month (or year), kronor. */
export type Booked = readonly [unit: string, account: string, month: string, kronor: string];

const linesFrom = (booked: readonly Booked[]): Json =>
  linesOf(booked.map(([ansvar, konto, month, amount]) => ({ codes: { ansvar, konto }, month, amount }))) as unknown as Json;

const ansvar = [
  ['5', 'Socialnämnd'],
  ['50', 'Socialnämnd', '5'],
  ['500', 'Socialnämnd', '50'],
  ['51', 'Socialkontor', '5'],
  ['510', 'Socialdirektör', '51'],
  ['511', 'Avd f stöd & utveckling', '51'],
  ['512', 'Avd f försörjn & arbete', '51'],
] as const;
const konto = [
  ['intakter', 'Intäkter'],
  ['kostnader', 'Kostnader'],
  ['kapitalkostnader', 'Kapitalkostnader', 'kostnader'],
  ['3010', 'Avgifter', 'intakter'],
  ['5010', 'Löner', 'kostnader'],
  ['7910', 'Avskrivningar', 'kapitalkostnader'],
] as const;

export interface Facts {
  readonly budget: readonly Booked[];
  readonly prior: readonly Booked[];
  readonly outcome: readonly Booked[];
  readonly forecast: readonly Booked[];
}

/** A ledger with the codes of Norrtälje's fixture in small: a budget, two years' outcome and one locked round, 2025-P3. */
export function ledgerOf({ budget, prior, outcome, forecast }: Facts): Book {
  const tree = (dimension: string, codes: readonly (readonly string[])[]): readonly (readonly [string, string, Json])[] => [
    ['structure', 'DimensionDeclared', { dimension, label: dimension }],
    ...codes.map(
      ([code = '', label = '', parent]) =>
        ['structure', 'CodeOpened', { dimension, code, label, ...(parent === undefined ? {} : { parent }) }] as const,
    ),
  ];
  const lines = (stream: string, type: string, data: Readonly<Record<string, Json>>, booked: readonly Booked[]) =>
    booked.length === 0 ? [] : [[stream, type, { ...data, lines: linesFrom(booked) }] as const];
  const events: readonly (readonly [string, string, Json])[] = [
    ['ledger', 'LedgerOpened', { name: 'test', municipality: 'Test', timeZone: 'Europe/Stockholm' }],
    ...tree('ansvar', ansvar),
    ...tree('konto', konto),
    ...lines('outcome/2024-12', 'OutcomePosted', {}, prior),
    ...lines('budget/2025', 'BudgetAdopted', { year: '2025' }, budget),
    ...lines('outcome/2025-12', 'OutcomePosted', {}, outcome),
    ['forecast/2025-P3', 'ForecastRoundOpened', { round: '2025-P3', year: '2025', label: 'Prognos 3' }],
    ...lines('forecast/2025-P3', 'ForecastRevised', { round: '2025-P3', year: '2025' }, forecast),
    ['forecast/2025-P3', 'ForecastRoundSubmitted', { round: '2025-P3' }],
    ['forecast/2025-P3', 'ForecastRoundApproved', { round: '2025-P3' }],
    ['forecast/2025-P3', 'ForecastRoundLocked', { round: '2025-P3' }],
  ];
  const drafts = events.map(([stream, type, data], at) => ({
    id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    stream,
    type,
    schemaVersion: 1,
    recordedAt: '2025-08-01T08:00:00.000Z',
    actor: { role: 'controller', id: 'u1' },
    data,
  }));
  return orThrow(propose(emptyBook(), drafts)).book;
}
