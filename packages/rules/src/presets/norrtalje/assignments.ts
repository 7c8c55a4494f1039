import type { RegisterTemplate } from '../../registers/template.js';

/** How the registers of assignments say their own words. */
export const assignmentWords = {
  uppdrag: 'Uppdrag',
  namndinitiativ: 'Nämndinitiativ',
  'not-started': 'Ej påbörjad',
  ongoing: 'Påbörjad',
  done: 'Slutförd',
  cancelled: 'Avbruten',
  unreported: 'Ej rapporterad',
  'as-planned': 'Enligt plan',
  deviates: 'Avvikelse från plan',
  new: 'Nytt uppdrag',
  carried: 'Kvarvarande uppdrag',
  older: 'Äldre än rapporten',
  current: '',
  there: 'Ja',
  met: 'Ja',
  'not-met': 'Nej',
  missing: 'Saknas',
  total: 'Total Summa',
  open: 'ej avslutade',
  expected: 'väntas klara',
  unknown: 'okänt när',
} as const;

const unit = 'antal';

/** How the prints head the lists of a kind. */
const rowHeadings = { uppdrag: 'Uppdrag', namndinitiativ: 'Nämndinitiativ' } as const;

/** The order in which the reports print them. */
const where = { kinds: 'uppdrag namndinitiativ' } as const;

const list = (kind: 'uppdrag' | 'namndinitiativ', title: string): RegisterTemplate => ({
  id: kind,
  title,
  rowHeading: rowHeadings[kind],
  register: 'assignments',
  where: { kind },
  words: assignmentWords,
  columns: [
    { id: 'responsible', label: 'Ansvarig avdelning', kind: 'text' },
    { id: 'progress', label: 'Prognos för slutförande', kind: 'text' },
    { id: 'due', label: 'Slutdatum', kind: 'text' },
    { id: 'status', label: 'Status', kind: 'text' },
    { id: 'comment-as-of', label: 'Senaste kommentar', kind: 'text' },
    { id: 'comment-age', label: 'Kommentarens ålder', kind: 'text' },
    { id: 'comment', label: 'Kommentar', kind: 'text' },
  ],
});

/** The lists that the report of 2024 begins with: what was taken over from the year before, and what remains, without any goals. */
const shortLists = (kind: 'uppdrag' | 'namndinitiativ', plural: string): readonly RegisterTemplate[] => [
  {
    id: `${kind}-overforda`,
    title: `Överförda ${plural}`,
    rowHeading: rowHeadings[kind],
    register: 'assignments',
    where: { kind, which: 'carried', headings: 'none' },
    words: assignmentWords,
    columns: [
      { id: 'due', label: 'Slutdatum', kind: 'text' },
      { id: 'status', label: 'Status', kind: 'text' },
    ],
  },
  {
    id: `${kind}-kvarvarande`,
    title: `Kvarvarande ${plural} att färdigställa`,
    rowHeading: rowHeadings[kind],
    register: 'assignments',
    where: { kind, which: 'open', headings: 'none' },
    words: assignmentWords,
    columns: [
      { id: 'expected', label: 'Väntas slutrapporteras', kind: 'text' },
      { id: 'comment', label: 'Kommentar', kind: 'text' },
    ],
  },
];

/** The list of the plan: what it names for the year. */
const planList = (kind: 'uppdrag' | 'namndinitiativ', title: string, more: RegisterTemplate['columns'] = []): RegisterTemplate => ({
  id: `${kind}-plan`,
  title,
  rowHeading: rowHeadings[kind],
  register: 'assignments',
  where: { kind, which: 'planned' },
  words: assignmentWords,
  columns: [
    { id: 'responsible', label: 'Ansvarig avdelning', kind: 'text' },
    { id: 'carried', label: 'Kvarvarande/nytt uppdrag', kind: 'text' },
    { id: 'due', label: 'Slutdatum', kind: 'text' },
    ...more,
  ],
});

/** By what an uppdrag counts as done: another assignment, or an indicator at its target. */
const completion = { id: 'completion', label: 'Anses klart när detta är klart', kind: 'text' } as const;

/** Norrtälje's uppdrag and nämndinitiativ: the status matrix, the lists, and the plan against the report. */
export const norrtaljeAssignments: readonly RegisterTemplate[] = [
  {
    id: 'uppdrag-status',
    title: 'Nämndens uppdrag och initiativ',
    rowHeading: 'Uppdrag/Nämndsinitiativ',
    register: 'assignment-status',
    where,
    words: assignmentWords,
    unit,
    columns: [
      { id: 'status', label: 'Status', kind: 'text' },
      { id: 'as-planned', label: 'Enligt plan', kind: 'count' },
      { id: 'deviates', label: 'Avvikelse från plan', kind: 'count' },
      { id: 'total', label: 'Total Summa', kind: 'count' },
    ],
  },
  list('uppdrag', 'Nämndens uppdrag'),
  list('namndinitiativ', 'Nämndens initiativ'),
  ...shortLists('uppdrag', 'uppdrag'),
  ...shortLists('namndinitiativ', 'nämndinitiativ'),
  planList('uppdrag', 'Uppdrag i planen {year}', [completion]),
  planList('namndinitiativ', 'Nämndinitiativ i planen {year}'),
  {
    id: 'uppdrag-villkor',
    title: 'När uppdrag och initiativ anses klara {year}',
    rowHeading: 'Uppdrag/Nämndinitiativ',
    register: 'assignments',
    where: { which: 'conditional', headings: 'none' },
    words: assignmentWords,
    columns: [
      { id: 'kind', label: 'Slag', kind: 'text' },
      { id: 'status', label: 'Status', kind: 'text' },
      completion,
      { id: 'completion-met', label: 'Är det klart?', kind: 'text' },
    ],
  },
  {
    id: 'plan-mot-rapport',
    title: 'Uppdrag och initiativ: plan mot rapport {year}',
    rowHeading: 'Uppdrag/Nämndinitiativ',
    register: 'assignment-plan',
    where,
    words: assignmentWords,
    columns: [
      { id: 'planned', label: 'Plan', kind: 'text' },
      { id: 'reported', label: 'Rapport', kind: 'text' },
      { id: 'carried', label: 'Kvarvarande/nytt uppdrag', kind: 'text' },
      { id: 'planned-due', label: 'Slutdatum i planen', kind: 'text' },
      { id: 'due', label: 'Slutdatum i rapporten', kind: 'text' },
      { id: 'moves', label: 'Flyttat slutdatum', kind: 'text' },
    ],
  },
];
