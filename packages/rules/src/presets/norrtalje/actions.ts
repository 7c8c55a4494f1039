import type { RegisterTemplate } from '../../registers/template.js';

const stages = {
  proposed: 'Föreslagen',
  decided: 'Beslutad',
  started: 'Påbörjad',
  suspended: 'Vilande',
  completed: 'Genomförd',
  cancelled: 'Avbruten',
} as const;

const effectWords = {
  unknown: 'okänd',
  total: 'Summa av effektiviseringar',
  'effect-unknown': 'Förväntade effekter utan känt belopp, som inte ingår i summan:',
  'effect-not-in-forecast': 'Förväntade effekter som prognosen inte räknar in:',
  'effect-not-counted': 'Vilande eller avbrutna åtgärder, som inte ingår i summan:',
} as const;

const commentColumns: RegisterTemplate['columns'] = [
  { id: 'about', label: 'Avser', kind: 'text' },
  { id: 'day', label: 'Per', kind: 'text' },
  { id: 'kind', label: 'Slag', kind: 'text' },
  { id: 'text', label: 'Kommentar', kind: 'text' },
];
const commentWords = {
  status: 'Läge',
  explanation: 'Förklaring',
  caveat: 'Förbehåll',
  erased: '(raderad)',
  uppdrag: 'Uppdrag',
  namndinitiativ: 'Nämndinitiativ',
  assignment: 'Uppdrag',
  action: 'Åtgärd',
  goal: 'Mål',
  indicator: 'Indikator',
  decision: 'Beslut',
  round: 'Prognos',
  cell: 'Tabell',
  figures: 'Belopp',
  budget: 'Budget',
  'budget-original': 'Ursprunglig budget',
  outcome: 'Utfall',
  forecast: 'Prognos',
  'outcome-deviation': 'Avvikelse utfall mot budget',
  'forecast-deviation': 'Avvikelse prognos mot budget',
} as const;

/** The action plan as the monthly report prints it, the same with each action's life, and the decisions and comments behind it. */
export const actionTables: readonly RegisterTemplate[] = [
  {
    id: 'atgardsplan',
    title: 'Förslag på åtgärder för en ekonomi i balans',
    rowHeading: 'Beskrivning av åtgärd',
    register: 'action-plan',
    columns: [
      { id: 'expected', label: 'Förväntad effekt av åtgärd innevarande år (tkr)', kind: 'amount' },
      { id: 'realised', label: 'Realiserad effekt av åtgärd (tkr)', kind: 'amount' },
    ],
    words: effectWords,
  },
  {
    id: 'atgardsplan-lage',
    title: 'Åtgärdernas läge {year}',
    rowHeading: 'Beskrivning av åtgärd',
    register: 'action-plan',
    columns: [
      { id: 'status', label: 'Läge', kind: 'text' },
      { id: 'decision', label: 'Beslut', kind: 'text' },
      { id: 'expected', label: 'Förväntad effekt {year}', kind: 'amount' },
      { id: 'full-year', label: 'Helårseffekt', kind: 'amount' },
      { id: 'included', label: 'Ingår i prognosen', kind: 'amount' },
      { id: 'realised', label: 'Realiserad effekt', kind: 'amount' },
      { id: 'evidence', label: 'Underlag', kind: 'text' },
    ],
    words: { ...effectWords, ...stages, booked: 'bokfört', documented: 'dokumenterat', asserted: 'uppgivet', none: 'saknas' },
  },
  {
    id: 'beslut',
    title: 'Beslut {year}',
    rowHeading: 'Beslut',
    register: 'decisions',
    columns: [
      { id: 'body', label: 'Organ', kind: 'text' },
      { id: 'day', label: 'Dag', kind: 'text' },
      { id: 'paragraph', label: 'Paragraf', kind: 'text' },
      { id: 'registry', label: 'Diarienummer', kind: 'text' },
      { id: 'stage', label: 'Läge', kind: 'text' },
      { id: 'outcome', label: 'Utfall', kind: 'text' },
    ],
    words: {
      proposed: 'Förslag',
      planned: 'Planerat',
      decided: 'Beslutat',
      approved: 'Bifall',
      rejected: 'Avslag',
      referred: 'Återremiss',
      noted: 'Till protokollet',
    },
  },
  {
    id: 'kommentarer',
    title: 'Kommentarer {year}',
    rowHeading: 'Gäller',
    register: 'comments',
    columns: commentColumns,
    words: commentWords,
  },
  {
    id: 'kommentarer-utkast',
    title: 'Utkast till kommentarer {year}',
    rowHeading: 'Gäller',
    register: 'comments',
    columns: commentColumns,
    where: { standing: 'draft' },
    words: commentWords,
  },
];
