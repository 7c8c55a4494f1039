import { goalWords } from '../goal-words.js';
import type { RegisterColumnTemplate, RegisterTemplate } from '../../registers/template.js';

const text = (id: string, label: string): RegisterColumnTemplate => ({ id, label, kind: 'text' });
const number = (id: string, label: string): RegisterColumnTemplate => ({ id, label, kind: 'ratio' });

const words = {
  ...goalWords,
  pursued: 'Arbetar med målet',
  'not-pursued': 'Arbetar inte med målet',
  measured: 'Följs upp',
  missing: 'Utfall saknas',
  deferred: 'Redovisas senare',
  'not-measurable': 'Kan inte följas upp',
  'goal-not-pursued': 'Arbetar inte med målet',
  'unit:%': '%',
  erased: '(raderad)',
} as const;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Maj', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dec'];

/** The tables of goals, indicators and staff of Norrtälje's plan. */
export const goalRegisters: readonly RegisterTemplate[] = [
  {
    id: 'mal-indikatorer',
    title: 'Mål och indikatorer {year}',
    rowHeading: 'Indikator',
    register: 'indicators',
    columns: [
      number('outcome-3', 'Utfall {year-3}'),
      number('outcome-2', 'Utfall {year-2}'),
      number('forecast-1', 'Prognos {prior-year}'),
      number('target-1', 'Mål {prior-year}'),
      number('target', 'Mål {year}'),
      number('target-plus-1', 'Mål {next-year}'),
      number('target-plus-2', 'Mål {year-plus-2}'),
    ],
    where: { headings: 'goal-and-level' },
    words,
  },
  {
    id: 'maltrad',
    title: 'Målområden, inriktningsmål och verksamhetsmål {year}',
    rowHeading: 'Mål',
    register: 'goals',
    columns: [text('number', 'Nr'), text('kind', 'Nivå'), text('pursuit', 'Nämndens arbete'), text('responsible', 'Ansvarig avdelning')],
    words,
  },
  {
    id: 'bilaga-indikatorer',
    title: 'Bilaga 1 - Indikatorer {year}',
    rowHeading: 'Indikator',
    register: 'indicators',
    columns: [text('responsible', 'Ansvarig avdelning'), text('follow-up', 'Uppföljning'), text('comment', 'Egen beskrivning')],
    where: { headings: 'goal-and-level', goals: 'verksamhetsmal' },
    words,
  },
  {
    id: 'sjukfranvaro',
    title: 'Sjukfrånvaro {prior-year}, % vald månad',
    register: 'indicator-series',
    columns: months.map((label, at) => number(`m${String(at + 1).padStart(2, '0')}`, label)),
    where: { indicator: 'sjukfranvaro', year: 'before' },
    words: { kommunen: 'Kommunen', namnden: 'Nämnden' },
    unit: '%',
  },
  {
    id: 'personalomsattning',
    title: 'Personalomsättning {prior-year}',
    register: 'indicator-series',
    columns: [number('to-date', 'jan- okt {prior-year}'), number('before', '{year-2}')],
    where: { indicator: 'personalomsattning', year: 'before' },
    words: { extern: 'Extern Personalomsättning', intern: 'Intern Personalomsättning', 'unit:%': '%' },
    unit: '%',
  },
];
