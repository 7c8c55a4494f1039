import { costPositive } from '../signs/standard.js';
import type { SpecTemplate } from '../spec/template.js';
import { swedish } from '../words/languages.js';
import type { Preset } from './preset.js';

const uppfoljning: SpecTemplate = {
  id: 'uppfoljning',
  title: 'Ekonomisk uppföljning {months} {year}',
  parameters: { board: 'SN' },
  columns: [
    { id: 'budget', label: 'Budget {year}', metric: 'budget', span: 'year' },
    { id: 'month', label: '{months}', metric: 'outcome', span: 'month' },
    { id: 'accumulated', label: 'Ackumulerat {months}', metric: 'outcome', span: 'year-to-date' },
    { id: 'previous', label: 'Föregående prognos ({previous-round})', metric: 'forecast', span: 'year', round: 'previous' },
    { id: 'forecast', label: '{round}', metric: 'forecast', span: 'year', round: 'report' },
    { id: 'change', label: 'Förändring', minuend: 'forecast', subtrahend: 'previous', metric: 'forecast-change' },
    { id: 'deviation', label: 'Avvikelse', minuend: 'forecast', subtrahend: 'budget', metric: 'forecast-deviation' },
    { id: 'plan', label: 'Plan {span-year}', metric: 'plan', span: 'year', year: 1 },
  ],
  rows: [
    { id: 'staff', label: 'Personal', level: 0, where: { nämnd: ['{board}'], konto: ['personalkostnader'] } },
    { id: 'other', label: 'Övriga kostnader', level: 0, where: { nämnd: ['{board}'], konto: ['ovriga-kostnader'] } },
    { id: 'income', label: 'Intäkter', level: 0, where: { nämnd: ['{board}'], konto: ['intakter'] } },
    { id: 'net', label: 'Nettokostnad', level: 0, where: { nämnd: ['{board}'] }, sumOf: ['staff', 'other', 'income'] },
    { each: 'verksamhet', beneath: 'ALLA', order: 'parent-first', depth: 2, level: 1, where: { nämnd: ['{board}'] } },
  ],
};

/**
 * A municipality that is not there: mnkr with one decimal, cost +, months written out, a previous forecast, other dimensions and rows.
 * A second way of doing everything that a preset decides, and a pattern to write one's own from.
 */
export const exempel: Preset = {
  id: 'exempel',
  label: 'Exempelkommun',
  format: { unit: 'mnkr', decimals: 1, thousands: '\u00a0', decimal: ',', minus: '−', plus: false },
  signs: costPositive,
  words: {
    ...swedish,
    months: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'],
    monthRange: '{from}–{to}',
    forecast: 'Helårsprognos',
  },
  templates: [uppfoljning],
  registers: [],
  reports: [],
};
