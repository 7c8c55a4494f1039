import type { ReportTemplate } from '../../reports/template.js';

const board = { ansvar: ['5'] } as const;
const income = { ansvar: ['5'], konto: ['intakter'] } as const;
const cost = { ansvar: ['5'], konto: ['kostnader'] } as const;

/** Norrtälje's monthly report: its chapters and their order, its tables, and how its sentences are made. */
export const monthlyReport: ReportTemplate = {
  id: 'manadsrapport',
  title: 'Månadsrapport per {month} {year}: {board}',
  roundedTo: 10_000_000,
  words: {
    board: 'Socialnämnden',
    months: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'],
    result: '{board} redovisar {period-result} till och med {month} {year}. För helåret prognostiseras {year-result}.',
    noOutcome: 'För {month} {year} är inget utfall bokfört: resultatet till och med {month} är inte fullständigt.',
    improved: 'Det är {amount} bättre än {previous}.',
    worsened: 'Det är {amount} sämre än {previous}.',
    unchanged: 'Det är samma som {previous}.',
    surplus: 'ett överskott om {amount}',
    deficit: 'ett underskott om {amount}',
    balance: 'ett resultat i nivå med budget',
    counts:
      'Antal {kind} {year}: {total}. Slutförda: {done}, påbörjade: {ongoing}, ej påbörjade: {not-started}. Enligt plan: {as-planned}, med avvikelse: {deviates}.',
    kinds: { uppdrag: 'uppdrag', namndinitiativ: 'nämndinitiativ' },
    caveat: 'Förbehåll per {day}: {text}',
    planEnough: 'Kända effekter av åtgärder är {expected} mot ett prognostiserat underskott om {deficit}, och räcker.',
    planShort: 'Kända effekter av åtgärder är {expected} mot ett prognostiserat underskott om {deficit}, och räcker inte.',
    planUnknown: 'Åtgärder med effekt av okänd storlek: {unknown}.',
  },
  sections: [
    { heading: 'Sammanfattning', level: 1, parts: [] },
    { heading: 'Nämndens ekonomiska utfall och prognos', level: 2, parts: [{ result: board }, { caveats: true }] },
    {
      heading: 'Status och prognos för nämndens uppdrag och initiativ',
      level: 2,
      parts: [{ counts: 'uppdrag' }, { counts: 'namndinitiativ' }],
    },
    { heading: 'Nämndens uppdrag och initiativ', level: 1, parts: [{ table: 'uppdrag-status' }] },
    { heading: 'Nämndens uppdrag', level: 2, parts: [{ table: 'uppdrag' }] },
    { heading: 'Nämndens initiativ', level: 2, parts: [{ table: 'namndinitiativ' }] },
    { heading: 'Ekonomi', level: 1, parts: [] },
    { heading: 'Driftredovisning', level: 2, parts: [{ table: 'driftredovisning' }] },
    {
      heading: 'Helårsprognos mot budget',
      level: 2,
      parts: [
        { why: 'forecast-deviation', against: 'previous-round', where: board, what: 'Prognosen för {year}' },
        { why: 'forecast-deviation', against: 'budget', where: income, what: 'Prognosens avvikelse för intäkter {year}' },
      ],
    },
    {
      heading: 'Periodens utfall mot budget',
      level: 2,
      parts: [
        { why: 'outcome-deviation', against: 'budget', where: income, what: 'Avvikelsen för intäkter till och med {month} {year}' },
        { why: 'outcome-deviation', against: 'budget', where: cost, what: 'Avvikelsen för kostnader till och med {month} {year}' },
      ],
    },
    { heading: 'Driftredovisning per verksamhet', level: 2, parts: [{ table: 'driftredovisning-per-verksamhet' }] },
    { heading: 'Förslag på åtgärder för en ekonomi i balans', level: 1, parts: [{ table: 'atgardsplan' }, { plan: board }] },
    { heading: 'Texternas belopp', level: 1, parts: [{ table: 'rapporttextens-uppgifter' }] },
  ],
};
