import type { RegisterWords } from '../registers/assignments/tell.js';
import type { RegisterTemplate } from '../registers/template.js';

/**
 * What the texts say of the figures, beside the figures. Its numbers are amounts, shares and counts: each row says its unit.
 *
 * @param words how what a count is of is said, as the tables of assignments say it
 */
export const statedFiguresTable = (words: RegisterWords = {}): RegisterTemplate => ({
  id: 'texternas-uppgifter',
  title: 'Uppgifter i text mot uppgifterna {year}',
  rowHeading: 'Uppgift',
  register: 'stated-figures',
  columns: [
    { id: 'unit', label: 'Enhet', kind: 'text' },
    { id: 'stated', label: 'Enligt texten', kind: 'ratio' },
    { id: 'computed', label: 'Enligt uppgifterna', kind: 'ratio' },
    { id: 'difference', label: 'Skillnad', kind: 'ratio' },
    { id: 'verdict', label: 'Bedömning', kind: 'text' },
  ],
  words: {
    ...words,
    kr: 'tkr',
    percent: '%',
    count: 'antal',
    days: 'dagar',
    agrees: 'Stämmer',
    rounding: 'Avrundning',
    differs: 'Stämmer inte',
    'not-held': 'Finns inte i uppgifterna',
  },
  unit: 'tkr',
});

/** The same of a plan's text alone. */
export const planFiguresTable = (words: RegisterWords = {}): RegisterTemplate => ({
  ...statedFiguresTable(words),
  id: 'plantextens-uppgifter',
  title: 'Uppgifter i planens text mot uppgifterna {year}',
  where: { of: 'plan' },
});

/** The same of a report's text alone. */
export const reportFiguresTable = (words: RegisterWords = {}): RegisterTemplate => ({
  ...statedFiguresTable(words),
  id: 'rapporttextens-uppgifter',
  title: 'Uppgifter i rapportens text mot uppgifterna {year}',
  where: { of: 'rounds' },
});
