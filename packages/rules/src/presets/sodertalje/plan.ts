import type { RegisterTemplate } from '../../registers/template.js';
import type { ColumnTemplate, SingleRowTemplate, SpecTemplate } from '../../spec/template.js';

const konto = ['kostnader'];
const budgets: readonly ColumnTemplate[] = [
  { id: 'budget_before', label: 'Budget {span-year}', metric: 'budget', span: 'year', year: -1 },
  { id: 'budget', label: 'Förslag till budget {year}', metric: 'budget', span: 'year' },
  { id: 'change', label: 'Förändring mellan åren', minuend: 'budget', subtrahend: 'budget_before' },
];
/** The print sets a plus at these, and at no other growth. */
const withPlus = ['work', 'first', 'total'];

/** The areas, each with the code that it had before the reorganisation reached its budget: drawn `as-was`, a year has its own. */
const areas: readonly SingleRowTemplate[] = (
  [
    ['work', 'Arbete och försörjning'],
    ['young', 'Barn och ungdom'],
    ['first', 'Första linjens stöd'],
    ['abuse', 'Vuxen missbruk'],
    ['psychiatry', 'Vuxen socialpsykiatri'],
    ['staff', 'Stab socialkontoret'],
    ['permits', 'Tillståndsenheten'],
    ['board', 'Nämnd'],
  ] as const
).map(([id, label]) => {
  const former = id === 'first' || id === 'permits' || id === 'board' ? [] : [`${id}-2024`];
  return { id, label, level: 0, where: { konto, omrade: [id, ...former] } };
});

const investmentYears = [0, 1, 2].map((year): ColumnTemplate => ({
  id: year === 0 ? 'budget' : `plan_${year}`,
  label: '{span-year}',
  metric: year === 0 ? 'budget' : 'plan',
  span: 'year',
  year,
}));

/** The tables of amounts of Södertälje's plan, whose budgets of costs are printed above 0. */
export const planTables: readonly SpecTemplate[] = [
  {
    id: 'internbudget',
    title: 'Internbudget',
    columns: budgets.map((column) => (column.id === 'change' ? { ...column, plus: withPlus } : column)),
    rows: [...areas, { id: 'total', label: 'Nämnden totalt', level: 0, where: { konto }, sumOf: areas.map(({ id }) => id) }],
    shown: { reversed: true },
    organisation: 'as-was',
  },
  {
    // What of the change is the frame: a budget carries its frame's parts, so that what is new of each is a difference.
    id: 'ramforandring',
    title: 'Ramförändring, budget {prior-year} till budget {year}',
    columns: budgets.map((column) => (column.id === 'change' ? column : { ...column, hidden: true as const })),
    rows: [
      { each: 'ram', beneath: 'ram', order: 'parent-first', level: 0 },
      {
        id: 'total',
        label: 'Budgetramens förändring',
        level: 0,
        where: { konto },
        sumOf: ['1-loneokning', '2-po', '3-pkv', '4-kompensation', '5-familjecentral', '6-avhoppare', '7-effektivisering'],
      },
    ],
    shown: { reversed: true, decimals: 1 },
  },
  {
    id: 'nyinvesteringar',
    title: 'Nyinvesteringar',
    rowHeading: 'Nyinvesteringar',
    columns: investmentYears,
    rows: [
      { each: 'konto', beneath: 'investeringar', order: 'parent-first', level: 0 },
      {
        id: 'total',
        label: 'Totalt',
        level: 0,
        where: { konto: ['investeringar'] },
        sumOf: [1, 2, 3, 4, 5, 6].map((at) => `inv-${at}`),
      },
    ],
    // The print heads kronor by mnkr.
    shown: { reversed: true, unit: 'kr', heading: 'mnkr', nought: '-' },
  },
];

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Maj', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dec'];

const placements = (id: string, title: string, code: string, days: 'Antal dygn' | 'Dygn'): RegisterTemplate => ({
  id,
  title,
  rowHeading: 'Period',
  register: 'volume-and-money',
  where: { item: code, konto: code },
  columns: [
    { id: 'volume', label: days, kind: 'ratio' },
    { id: 'budget', label: 'Budget (tkr)', kind: 'amount' },
    { id: 'net', label: 'Nettokostnad (tkr)', kind: 'amount' },
  ],
  words: { outcome: '{year-2}', forecast: '{prior-year} prognos', budget: 'Budget {year}', 'not-yet': '-' },
  unit: 'tkr',
});

/** Its tables of what was paid and bought. */
export const planRegisters: readonly RegisterTemplate[] = [
  {
    id: 'tabell-1',
    title: 'Tabell 1. Utbetalt bistånd',
    register: 'months',
    where: { konto: 'bistand' },
    columns: [
      ...months.map((label, at) => ({ id: `m${String(at + 1).padStart(2, '0')}`, label, kind: 'amount' as const })),
      { id: 'mean', label: 'Snitt', kind: 'amount' },
    ],
    words: {
      'budget-prior': 'Budget {prior-year}',
      'outcome-prior': 'Utfall {prior-year} (prognos nov-dec)',
      budget: 'Budget {year}',
    },
    unit: 'tkr',
  },
  {
    id: 'internbudget-forandring',
    title: 'Internbudget: förändring mellan {prior-year} och {year}',
    register: 'organisation-change',
    where: { dimension: 'omrade', konto: 'kostnader' },
    columns: [
      { id: 'before', label: 'Budget {prior-year}', kind: 'amount' },
      { id: 'after', label: 'Förslag till budget {year}', kind: 'amount' },
      { id: 'change', label: 'Förändring mellan åren', kind: 'amount' },
      { id: 'within', label: 'varav ram', kind: 'amount' },
      { id: 'reorganisation', label: 'varav omorganisation', kind: 'amount' },
    ],
    words: { total: 'Nämnden totalt' },
    unit: 'tkr',
  },
  placements(
    'tabell-2',
    'Tabell 2. Budget placeringar i familje- och jourhem, institution, SIS, stödboende - barn och unga',
    'placeringar-barn',
    'Antal dygn',
  ),
  placements('tabell-3', 'Tabell 3. Budget skyddat boende', 'skyddat-boende', 'Antal dygn'),
  placements('tabell-4', 'Tabell 4. Budget placeringar i extern regi – missbruk', 'placeringar-missbruk', 'Dygn'),
  placements('tabell-5', 'Tabell 5. Budget placeringar i extern regi – socialpsykiatri', 'placeringar-psykiatri', 'Dygn'),
];
