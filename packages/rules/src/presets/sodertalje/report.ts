import type { ReportTemplate } from '../../reports/template.js';
import { swedishReportWords } from '../report-words.js';

/** Södertälje's verksamhetsplan: the tables of its goals, focus areas and economy, in its own order. */
export const boardPlan: ReportTemplate = {
  id: 'verksamhetsplan',
  about: 'plan',
  notes: true,
  title: '{board}s verksamhetsplan {year}',
  roundedTo: 10_000_000,
  words: { ...swedishReportWords, board: 'Socialnämnden', kinds: {} },
  sections: [
    {
      heading: 'Kommunfullmäktiges målstyrning med nämndens mål och indikatorer',
      level: 1,
      parts: [{ table: 'malkarta' }, { table: 'indikatorer' }],
    },
    { heading: 'Kommunfullmäktiges fokusområden till nämnden', level: 1, parts: [{ table: 'fokusomraden' }] },
    { heading: 'Ekonomi', level: 1, parts: [] },
    {
      heading: 'Internbudget',
      level: 2,
      parts: [{ table: 'internbudget' }, { table: 'internbudget-forandring' }, { table: 'ramforandring' }],
    },
    { heading: 'Arbete och försörjning', level: 3, parts: [{ table: 'tabell-1' }] },
    { heading: 'Barn och ungdom', level: 3, parts: [{ table: 'tabell-2' }] },
    { heading: 'Första linjens stöd', level: 3, parts: [{ table: 'tabell-3' }] },
    { heading: 'Vuxen: missbruk', level: 3, parts: [{ table: 'tabell-4' }] },
    { heading: 'Vuxen: socialpsykiatri', level: 3, parts: [{ table: 'tabell-5' }] },
    { heading: 'Investeringar', level: 2, parts: [{ table: 'nyinvesteringar' }] },
    { heading: 'Bedömning av måluppfyllnad', level: 1, parts: [{ table: 'maluppfyllelse' }, { table: 'indikatorbedomning' }] },
    // What the texts state of the figures is ours, and stands last.
    { heading: 'Texternas belopp', level: 1, parts: [{ table: 'texternas-uppgifter' }] },
  ],
};
