import type { StandardEvents } from '@driftbok/core';
import { line, lines } from './drafts.js';

const id = '01900000-0000-7000-8000-000000000001';
const hash = 'a'.repeat(64);
const rows = lines(line('51', null, '2025-07', '-1000.50'), line('51', 'ut', '2025', '0.00'));
const reasoned = lines(line('51', 'ut', '2025', '-5.00', 'r1'), line('52', 'ut', '2025', '1.00'));
const reason = {
  id: 'r1',
  label: 'Fler placeringar',
  amount: '-3200000.00',
  precision: '100000.00',
  driver: 'volume',
  evidence: 'documented',
} as const;
const full = { ...reason, coding: { ansvar: '51' }, parts: [{ ...reason, id: 'r1.a', parts: [{ ...reason, id: 'r1.a.b' }] }] };

/** An example of every type with each of its keys in use. */
export const examples: StandardEvents = {
  LedgerOpened: { name: 'prov', municipality: 'Exempel', timeZone: 'Europe/Stockholm' },
  DimensionDeclared: { dimension: 'ansvar', label: 'Ansvar' },
  CodeOpened: { dimension: 'ansvar', code: '51', label: 'Vuxna', parent: '5', from: '2025-01', residual: true },
  CodeRenamed: { dimension: 'ansvar', code: '51', label: 'Unga', from: '2025-01' },
  CodeMoved: { dimension: 'ansvar', code: '51', parent: '6', from: '2025-01' },
  CodeSucceeded: {
    dimension: 'ansvar',
    kind: 'split',
    predecessors: ['51'],
    successors: [
      { code: '52', share: '0.6' },
      { code: '53', share: '0.4' },
    ],
    from: '2025-01',
  },
  CodeClosed: { dimension: 'ansvar', code: '51', from: '2025-01' },
  BudgetAdopted: { year: '2025', lines: rows },
  BudgetAdjusted: { year: '2025', kind: 'transfer', lines: rows, label: 'Omdisponering' },
  BudgetPhased: { year: '2025', lines: rows },
  PlanAdopted: { plan: 'flerårsplan', year: '2026', lines: rows },
  OutcomePosted: { lines: rows, label: 'Import' },
  OutcomeReversed: { posting: id, month: '2025-07', label: 'Felbokning' },
  PeriodClosed: { month: '2025-07' },
  PeriodReopened: { month: '2025-07' },
  ForecastRoundOpened: { round: '2025-P3', year: '2025', label: 'Prognos 3', period: '2025-07', scope: { dimension: 'ansvar', code: '5' } },
  ForecastRevised: { round: '2025-P3', year: '2025', scope: { dimension: 'ansvar', code: '5' }, lines: reasoned, reasons: [full] },
  ForecastRoundSubmitted: { round: '2025-P3' },
  ForecastRoundReturned: { round: '2025-P3' },
  ForecastRoundApproved: { round: '2025-P3' },
  ForecastRoundLocked: { round: '2025-P3' },
  ForecastRoundReopened: { round: '2025-P3' },
  ReasonsStated: { round: '2025-P3', metric: 'forecast-deviation', period: '2025-07', about: { ansvar: '51' }, reasons: [full] },
  FigureStated: {
    claim: 'p3-avvikelse',
    label: 'Avvikelse',
    figure: '-5600000',
    unit: 'kr',
    precision: '100000',
    subject: { metric: 'forecast-deviation', year: '2025', period: '2025-07', round: '2025-P3', about: { ansvar: '51' } },
    textHash: hash,
  },
  TextRedacted: { event: id, legalBasis: 'OSL 26 kap. 1 §' },
};

/** The stream that each example is recorded in; undefined where only the caller knows it. */
export const exampleStreams: Readonly<Record<keyof StandardEvents, string | undefined>> = {
  LedgerOpened: 'ledger',
  DimensionDeclared: 'structure',
  CodeOpened: 'structure',
  CodeRenamed: 'structure',
  CodeMoved: 'structure',
  CodeSucceeded: 'structure',
  CodeClosed: 'structure',
  BudgetAdopted: 'budget/2025',
  BudgetAdjusted: 'budget/2025',
  BudgetPhased: 'budget/2025',
  PlanAdopted: 'budget/2026',
  OutcomePosted: 'outcome/2025-07',
  OutcomeReversed: 'outcome/2025-07',
  PeriodClosed: 'outcome/2025-07',
  PeriodReopened: 'outcome/2025-07',
  ForecastRoundOpened: 'forecast/2025-P3',
  ForecastRevised: 'forecast/2025-P3',
  ForecastRoundSubmitted: 'forecast/2025-P3',
  ForecastRoundReturned: 'forecast/2025-P3',
  ForecastRoundApproved: 'forecast/2025-P3',
  ForecastRoundLocked: 'forecast/2025-P3',
  ForecastRoundReopened: 'forecast/2025-P3',
  ReasonsStated: 'forecast/2025-P3',
  FigureStated: 'claim/p3-avvikelse',
  TextRedacted: undefined,
};
