import { goalWords } from '../goal-words.js';
import type { RegisterColumnTemplate, RegisterTemplate } from '../../registers/template.js';

const text = (id: string, label: string): RegisterColumnTemplate => ({ id, label, kind: 'text' });
const number = (id: string, label: string): RegisterColumnTemplate => ({ id, label, kind: 'ratio' });

const words = {
  ...goalWords,
  missing: '*',
  deferred: 'Bokslut 2024',
  'none:kf-mal': 'Inget nämndmål aktuellt',
  'none:namndmal': '',
  'delar-1 delar-2 arsredovisning': 'Delår 1, delår 2, årsredovisning',
  'unit:st': ' st',
  '2024': '',
  '2024-01-01/2024-10-31': 'jan-okt 2024',
  '2024-01-01/2024-08-31': 'jan-aug 2024',
  '2023-09-01/2024-08-31': '230901-240831',
  '2024-10': 'okt 2024',
  '2024-08': 'aug 2024',
  undefined: 'Ej definierad',
  open: 'Ej bedömd',
  erased: '(raderad)',
  people: 'bedömd',
  rule: 'beräknad',
} as const;

const indicatorColumns: readonly RegisterColumnTemplate[] = [
  number('baseline', 'Ingående värde'),
  text('baseline-window', 'Avser'),
  number('target', 'Riktvärde {year}'),
  number('target-plus-1', 'Riktvärde {next-year}'),
  number('target-plus-2', 'Riktvärde {year-plus-2}'),
  text('source', 'Källa'),
];

/** Where the plan sets two asterisks: beneath its tables it explains a target, a scale, or where a value comes from. */
const marks = {
  'till-arbete/target': '**',
  'nki/target': '**',
  'budgetfoljsamhet/baseline': '**',
  'personalomsattning/baseline': '**',
  'personalomsattning/target': '**',
  'heltid/baseline': ' **',
  'heltid/target': '**',
} as const;

/** The tables of goals and indicators of Södertälje's plan. */
export const goalRegisters: readonly RegisterTemplate[] = [
  {
    id: 'malkarta',
    title: 'Målkarta {year}',
    rowHeading: 'Mål',
    register: 'goals',
    columns: [text('number', 'Nr'), text('kind', 'Nivå'), text('beneath', 'Nämndmål')],
    where: { kind: 'malomrade kf-mal namndmal' },
    words,
  },
  {
    id: 'indikatorer',
    title: 'Indikatorer {year}',
    rowHeading: 'Indikator',
    register: 'indicators',
    columns: indicatorColumns,
    where: { headings: 'goal' },
    words: { ...words, 'note:missing': '* Ingående värde finns inte: ny beräkning, eller inte följd förut.' },
    marks,
  },
  {
    id: 'maluppfyllelse',
    title: 'Måluppfyllelse {period}',
    rowHeading: 'Mål',
    register: 'goals',
    columns: [text('number', 'Nr'), text('colour', 'Bedömning')],
    where: { kind: 'malomrade kf-mal namndmal' },
    words,
  },
  {
    id: 'indikatorbedomning',
    title: 'Indikatorernas bedömning {period}',
    rowHeading: 'Indikator',
    register: 'indicators',
    columns: [text('colour', 'Bedömning'), text('judged-by', 'Grund')],
    where: { headings: 'goal' },
    words,
  },
  {
    id: 'fokusomraden',
    title: 'Fokusområden {year}',
    rowHeading: 'Fokusområde',
    register: 'goals',
    columns: [text('comment', 'Nämndens omhändertagande'), text('parent', 'Omfattar'), text('reported', 'Återrapporteras')],
    where: { kind: 'fokusomrade' },
    words,
  },
];
