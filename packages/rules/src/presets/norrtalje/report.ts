import type { ReportPart, ReportSection, ReportTemplate } from '../../reports/template.js';
import { swedishReportWords } from '../report-words.js';

const board = { ansvar: ['5'] } as const;
const income = { ansvar: ['5'], konto: ['intakter'] } as const;
const cost = { ansvar: ['5'], konto: ['kostnader'] } as const;

const whyForecastMoved: ReportPart = {
  why: 'forecast-deviation',
  against: 'previous-round',
  where: board,
  what: 'Prognosen för {year}',
};
const whyIncomeOfPeriod: ReportPart = {
  why: 'outcome-deviation',
  against: 'budget',
  where: income,
  what: 'Avvikelsen för intäkter till och med {month} {year}',
};
const whyCostOfPeriod: ReportPart = {
  why: 'outcome-deviation',
  against: 'budget',
  where: cost,
  what: 'Avvikelsen för kostnader till och med {month} {year}',
};
const whyForecastOfIncome: ReportPart = {
  why: 'forecast-deviation',
  against: 'budget',
  where: income,
  what: 'Prognosens avvikelse för intäkter {year}',
};

const counts: ReportSection = {
  heading: 'Status och prognos för nämndens uppdrag och initiativ',
  level: 2,
  parts: [{ counts: 'uppdrag' }, { counts: 'namndinitiativ' }],
};
const operations: ReportSection = { heading: 'Driftredovisning', level: 2, parts: [{ table: 'driftredovisning' }] };
const lists: readonly ReportSection[] = [
  { heading: 'Nämndens uppdrag', level: 2, parts: [{ table: 'uppdrag' }] },
  { heading: 'Nämndens initiativ', level: 2, parts: [{ table: 'namndinitiativ' }] },
];
/** What both reports end with; what their texts state of the figures is ours, and stands last. */
const end: readonly ReportSection[] = [
  { heading: 'Driftredovisning per verksamhet', level: 2, parts: [{ table: 'driftredovisning-per-verksamhet' }] },
  { heading: 'Förslag på åtgärder för en ekonomi i balans', level: 1, parts: [{ table: 'atgardsplan' }, { plan: board }] },
  { heading: 'Texternas belopp', level: 1, parts: [{ table: 'rapporttextens-uppgifter' }] },
];

const common = {
  about: 'round',
  title: 'Månadsrapport per {month} {year}: {board}',
  roundedTo: 10_000_000,
  words: { ...swedishReportWords, board: 'Socialnämnden', kinds: { uppdrag: 'uppdrag', namndinitiativ: 'nämndinitiativ' } },
} as const;

/** The monthly report as it was until 2024: the economy first, the year before the period, and short lists of what is left to do. */
export const monthlyReport2024: ReportTemplate = {
  ...common,
  id: 'manadsrapport-2024',
  sections: [
    { heading: 'Sammanfattning', level: 1, parts: [] },
    {
      heading: 'Nämndens ekonomiska utfall och prognos',
      level: 2,
      parts: [{ result: board, of: 'both' }, whyForecastMoved, { caveats: true }],
    },
    counts,
    {
      heading: 'Nämndens uppdrag och initiativ',
      level: 1,
      parts: [
        { table: 'uppdrag-status' },
        { table: 'uppdrag-overforda' },
        { table: 'uppdrag-kvarvarande' },
        { table: 'namndinitiativ-overforda' },
        { table: 'namndinitiativ-kvarvarande' },
      ],
    },
    ...lists,
    { heading: 'Ekonomi', level: 1, parts: [{ result: board, of: 'both' }, { caveats: true }, { plan: board }] },
    operations,
    {
      heading: 'Helårsprognos mot budget',
      level: 2,
      parts: [{ result: board, of: 'year' }, whyForecastOfIncome, whyForecastMoved],
    },
    { heading: 'Periodens utfall mot budget', level: 2, parts: [{ result: board, of: 'period' }, { caveats: true }] },
    ...end,
  ],
};

/** The monthly report since 2025: uppdrag first, the period before the year, and its income and cost explained apart. */
export const monthlyReport: ReportTemplate = {
  ...common,
  id: 'manadsrapport',
  from: '2025-01',
  sections: [
    { heading: 'Sammanfattning', level: 1, parts: [] },
    counts,
    {
      heading: 'Nämndens ekonomiska utfall och prognos',
      level: 2,
      parts: [{ result: board, of: 'both' }, { caveats: true }, whyIncomeOfPeriod, whyCostOfPeriod],
    },
    { heading: 'Nämndens uppdrag och initiativ', level: 1, parts: [{ table: 'uppdrag-status' }] },
    ...lists,
    { heading: 'Ekonomi', level: 1, parts: [{ result: board, of: 'both' }, whyForecastMoved, { plan: board }] },
    operations,
    {
      heading: 'Periodens utfall mot budget',
      level: 2,
      parts: [{ result: board, of: 'period' }, { caveats: true }, whyIncomeOfPeriod, whyCostOfPeriod],
    },
    { heading: 'Helårsprognos mot budget', level: 2, parts: [{ result: board, of: 'year' }, whyForecastMoved] },
    ...end,
  ],
};
