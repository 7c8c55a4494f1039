import { naturalSigns } from '../signs/standard.js';
import { swedish } from '../words/languages.js';
import type { Preset } from './preset.js';
import { goalRegisters } from './sodertalje/goals.js';
import { sodertaljeGoalRules } from './sodertalje/goal-rules.js';
import { planRegisters, planTables } from './sodertalje/plan.js';
import { statedFiguresTable } from './stated-figures.js';
import { boardPlan } from './sodertalje/report.js';

/** Södertälje: mnkr without decimals, as its plan for 2025 prints. */
export const sodertalje: Preset = {
  id: 'sodertalje',
  label: 'Södertälje',
  format: { unit: 'mnkr', decimals: 0, thousands: ' ', decimal: ',', minus: '-', plus: false },
  signs: naturalSigns,
  words: swedish,
  templates: [...planTables],
  registers: [...goalRegisters, ...planRegisters, statedFiguresTable()],
  reports: [boardPlan],
  goals: sodertaljeGoalRules,
  operations: { konto: ['kostnader'] },
};
