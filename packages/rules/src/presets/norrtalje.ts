import { tkr } from '../numbers/format.js';
import { naturalSigns } from '../signs/standard.js';
import type { ColumnTemplate, SpecTemplate } from '../spec/template.js';
import { swedish } from '../words/languages.js';
import { actionTables } from './norrtalje/actions.js';
import { planRegisters } from './norrtalje/plan-registers.js';
import { planTables } from './norrtalje/plan-tables.js';
import { assignmentWords, norrtaljeAssignments } from './norrtalje/assignments.js';
import { boardPlan } from './norrtalje/plan-report.js';
import { monthlyReport, monthlyReport2024 } from './norrtalje/report.js';
import { goalRegisters } from './norrtalje/goals.js';
import { norrtaljeGoalRules } from './norrtalje/goal-rules.js';
import type { Preset } from './preset.js';
import { planFiguresTable, reportFiguresTable, statedFiguresTable } from './stated-figures.js';

const columns: readonly ColumnTemplate[] = [
  { id: 'budget_period', label: 'Budget {months} {year}', metric: 'budget', span: 'year-to-date' },
  { id: 'outcome_period', label: 'Utfall {months} {year}', metric: 'outcome', span: 'year-to-date' },
  {
    id: 'deviation_period',
    label: 'Avvikelse {months} {year}',
    minuend: 'outcome_period',
    subtrahend: 'budget_period',
    metric: 'outcome-deviation',
  },
  { id: 'outcome_prior', label: 'Utfall {months} {prior-year}', metric: 'outcome', span: 'year-to-date', year: -1 },
  { id: 'budget_year', label: 'Budget helår {year}', metric: 'budget', span: 'year' },
  { id: 'forecast', label: '{round}', metric: 'forecast', span: 'year', round: 'report' },
  {
    id: 'deviation_year',
    label: 'Avvikelse Budget-Prognos',
    minuend: 'forecast',
    subtrahend: 'budget_year',
    metric: 'forecast-deviation',
  },
];

/** Investments lie in the same ledger, and in no driftredovisning. */
const operations = ['intakter', 'kostnader'];

// The reports print no codes but "Ansvar: 5 - Socialnämnd"; those of konto are the kinds of its chart of accounts.
const parameters = { unit: '5' };

const driftredovisning: SpecTemplate = {
  id: 'driftredovisning',
  title: 'Driftredovisning',
  parameters,
  columns,
  rows: [
    { id: 'income', label: 'Intäkter', level: 0, where: { ansvar: ['{unit}'], konto: ['intakter'] } },
    { id: 'cost', label: 'Kostnader', level: 0, where: { ansvar: ['{unit}'], konto: ['kostnader'] } },
    {
      id: 'capital-cost',
      label: 'Varav kapitalkostnader',
      level: 1,
      where: { ansvar: ['{unit}'], konto: ['kapitalkostnader'] },
      memo: true,
    },
    { id: 'net', label: 'Summa Driftbudget', level: 0, where: { ansvar: ['{unit}'], konto: operations }, sumOf: ['income', 'cost'] },
  ],
};

const perVerksamhet: SpecTemplate = {
  id: 'driftredovisning-per-verksamhet',
  title: 'Driftredovisning per verksamhet',
  parameters,
  columns,
  rows: [{ each: 'ansvar', beneath: '{unit}', order: 'parent-last', level: 0, residualLabel: 'Ej fördelat', where: { konto: operations } }],
};

/** Norrtälje: whole tkr, income + and cost −, the two tables of its monthly report. */
export const norrtalje: Preset = {
  id: 'norrtalje',
  label: 'Norrtälje',
  format: tkr,
  signs: naturalSigns,
  words: swedish,
  templates: [driftredovisning, perVerksamhet, ...planTables(operations)],
  registers: [
    statedFiguresTable(assignmentWords),
    reportFiguresTable(assignmentWords),
    planFiguresTable(assignmentWords),
    ...actionTables,
    ...planRegisters,
    ...norrtaljeAssignments,
    ...goalRegisters,
  ],
  reports: [monthlyReport, monthlyReport2024, boardPlan],
  operations: { konto: operations },
  kinds: { dimension: 'konto', income: 'intakter', cost: 'kostnader' },
  goals: norrtaljeGoalRules,
};
