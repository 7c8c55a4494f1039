import type { NumberFormat } from '../numbers/format.js';
import { tkr } from '../numbers/format.js';
import { budgetLessForecast, budgetPositive, costPositive, naturalSigns } from '../signs/standard.js';
import type { Layout, LayoutColumn, LayoutRow, Marks } from './layout.js';

/** The units that tables are printed in, as data: kronor, thousands, millions, and millions with a decimal. */
export const unitPresets: readonly NumberFormat[] = [
  { ...tkr, unit: 'kr' },
  tkr,
  { ...tkr, unit: 'mnkr' },
  { ...tkr, unit: 'mnkr', decimals: 1 },
];
const [kronor = tkr, , millions = tkr, tenths = tkr] = unitPresets;

const blanks: Marks = { blank: '', zero: '0', withheld: '*' };
const dashes: Marks = { blank: '', zero: '-', withheld: '*' };
const dashedBlanks: Marks = { blank: '-', zero: '0', withheld: '*' };

/** The result of a board with a frame: what it earns, what it costs, and what the council gives it. Its budget need not be 0. */
const frame: readonly LayoutRow[] = [
  { id: 'income', label: 'Intäkter', level: 1 },
  { id: 'cost', label: 'Kostnader', level: 1 },
  { id: 'grant', label: 'Kommunbidrag', level: 0 },
  { id: 'net', label: 'Nettokostnad', level: 0, sum: ['income', 'cost'] },
  { id: 'result', label: 'Resultat', level: 0, sum: ['net', 'grant'] },
];

const withPreviousRound: readonly LayoutColumn[] = [
  { id: 'budget', label: 'Budget', metric: 'budget' },
  { id: 'outcome', label: 'Utfall', metric: 'outcome' },
  { id: 'previous', label: 'Föregående prognos', metric: 'forecast' },
  { id: 'forecast', label: 'Prognos', metric: 'forecast' },
  { id: 'change', label: 'Förändring', metric: 'forecast-change', minuend: 'forecast', subtrahend: 'previous', plus: true },
  { id: 'deviation', label: 'Avvikelse', metric: 'forecast-deviation', minuend: 'forecast', subtrahend: 'budget', plus: true },
];

/** The layouts that come with the package, each another way of printing the same. */
export const layouts: readonly Layout[] = [
  {
    id: 'manad',
    label: 'Månadsrapport: intäkt +, kostnad −; föregående års utfall',
    signs: naturalSigns,
    format: tkr,
    marks: blanks,
    columns: [
      { id: 'budget_period', label: 'Budget period', metric: 'budget' },
      { id: 'outcome_period', label: 'Utfall period', metric: 'outcome' },
      {
        id: 'deviation_period',
        label: 'Avvikelse period',
        metric: 'outcome-deviation',
        minuend: 'outcome_period',
        subtrahend: 'budget_period',
      },
      { id: 'outcome_prior', label: 'Utfall föregående år', metric: 'outcome' },
      { id: 'budget_year', label: 'Budget helår', metric: 'budget' },
      { id: 'forecast', label: 'Prognos', metric: 'forecast' },
      { id: 'deviation_year', label: 'Avvikelse', metric: 'forecast-deviation', minuend: 'forecast', subtrahend: 'budget_year' },
    ],
  },
  {
    id: 'kostnad-plus',
    label: 'Kostnad +, intäkt −, mnkr; procent av budget',
    signs: costPositive,
    format: tenths,
    marks: dashes,
    columns: [
      { id: 'budget', label: 'Budget', metric: 'budget' },
      { id: 'outcome', label: 'Utfall', metric: 'outcome' },
      { id: 'share', label: '% av budget', part: 'outcome', base: 'budget', decimals: 1 },
      { id: 'forecast', label: 'Prognos', metric: 'forecast' },
      { id: 'deviation', label: 'Avvikelse', metric: 'forecast-deviation', minuend: 'forecast', subtrahend: 'budget', plus: true },
    ],
  },
  {
    id: 'riktpunkt',
    label: 'Förbrukat mot årets förlupna andel; avvikelse = budget − prognos',
    signs: budgetLessForecast,
    format: kronor,
    marks: dashes,
    columns: [
      { id: 'budget', label: 'Budget helår', metric: 'budget' },
      { id: 'outcome', label: 'Utfall', metric: 'outcome' },
      { id: 'used', label: 'Förbrukat %', part: 'outcome', base: 'budget', decimals: 1 },
      { id: 'elapsed', label: 'Mot riktpunkt, %-enheter', part: 'outcome', base: 'budget', decimals: 1, against: 'elapsed', plus: true },
      { id: 'forecast', label: 'Prognos', metric: 'forecast' },
      { id: 'deviation', label: 'Avvikelse', metric: 'forecast-deviation', minuend: 'forecast', subtrahend: 'budget' },
    ],
  },
  {
    id: 'ram',
    label: 'Ram: resultat = intäkter + kostnader + kommunbidrag; föregående prognos',
    signs: naturalSigns,
    format: tkr,
    marks: dashedBlanks,
    columns: withPreviousRound,
    rows: frame,
  },
  {
    id: 'budget-plus',
    label: 'Budget +, utfall och prognos −; föregående prognos',
    signs: budgetPositive,
    format: tkr,
    marks: blanks,
    columns: withPreviousRound,
  },
  {
    id: 'internbudget',
    label: 'Budget mot föregående års budget, kostnad +, hela mnkr',
    signs: costPositive,
    format: millions,
    marks: blanks,
    columns: [
      { id: 'before', label: 'Budget föregående år', metric: 'budget' },
      { id: 'budget', label: 'Budget', metric: 'budget' },
      { id: 'change', label: 'Förändring', metric: 'budget', minuend: 'budget', subtrahend: 'before', plus: true },
    ],
  },
];
