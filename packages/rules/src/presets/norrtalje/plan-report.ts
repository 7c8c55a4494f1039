import type { ReportSection, ReportTemplate } from '../../reports/template.js';
import { swedishReportWords } from '../report-words.js';

const chapter = (heading: string, ...tables: readonly string[]): ReportSection => section(1, heading, tables);
const part = (heading: string, ...tables: readonly string[]): ReportSection => section(2, heading, tables);
const section = (level: number, heading: string, tables: readonly string[]): ReportSection => ({
  heading,
  level,
  parts: tables.map((table) => ({ table })),
});

/** Norrtälje's verksamhetsplan: the tables of its goals, assignments, staff and economy in its own order; what its texts state stands last. */
export const boardPlan: ReportTemplate = {
  id: 'verksamhetsplan',
  about: 'plan',
  notes: true,
  title: '{board}s verksamhetsplan {year}–{year-plus-2}',
  roundedTo: 10_000_000,
  words: { ...swedishReportWords, board: 'Socialnämnden', kinds: {} },
  sections: [
    chapter('Mål, indikatorer och specifika uppdrag', 'maltrad', 'mal-indikatorer'),
    part('Specifika uppdrag och egna initiativ', 'uppdrag-plan', 'namndinitiativ-plan'),
    chapter('Organisation, ledningsstruktur och arbetsgivarfrågor'),
    part('Sjukfrånvaro', 'sjukfranvaro'),
    part('Kompetensförsörjning', 'personalomsattning'),
    chapter('Ekonomi'),
    part('Driftbudget', 'driftbudget', 'driftbudget-forandring', 'driftbudget-forandring-procent'),
    part('Driftbudget per verksamhet', 'driftbudget-per-verksamhet'),
    part('Ekonomiska förändringar', 'ekonomiska-forandringar'),
    part('Investeringar', 'investeringar'),
    part('Volymer', 'volymer'),
    part('Mått och à-priser', 'a-priser', 'volym-pris'),
    chapter('Bilaga 1 - Indikatorer', 'bilaga-indikatorer'),
    chapter('Texternas belopp', 'plantextens-uppgifter'),
  ],
};
