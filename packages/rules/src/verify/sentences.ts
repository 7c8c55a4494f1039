import type { Language } from '../words/language.js';
import { fill } from '../words/fill.js';

const english = {
  position: 'position {position}: expected position {expected}',
  version: 'position {position}: expected version {expected} of {stream}, got {got}',
  'time-falls': 'position {position}: recorded at {at}, before the event in front of it',
  chain: 'position {position}: {reason}: expected {expected}, got {got}',
  'text-gone': 'position {position}: its text is gone, and no event says that it was erased',
  transfer: 'position {position}: a transfer that nets to {by} kr, not to 0',
  'round-locked': '{id}: {step} at position {position}, while locked',
  'round-locks': '{id}: locks at {locks}, its history has them at {told}',
  'round-status': '{id}: its status is {status}, its history says otherwise',
  'no-parent': '{dimension} {code}: its parent {parent} is no code of the dimension',
  'tree-circle': '{dimension} {code}: lies beneath itself, by way of {way}',
  'action-step': '{id}: {step} at position {position}, while {status}',
  'action-status': '{id}: its status is {status}, its steps say {told}',
  comment: '{id}: made again at position {position}, final since {before}',
  decision: '{id}: {stage} at position {position}, after {before}',
  'assignment-year': '{id}: carried over to {text} after {before}',
  'assignment-report': '{id}: reported as of {text} after {before}',
  'assignment-due': '{id}: due date from {text} after {before}',
  'assignment-ended': '{id}: reported as of {text}, after it was {before}',
  'assignment-circle': '{id}: waits for itself, by way of {way}',
  'goal-parent': '{id}: in {year} it lies beneath {parent}, which does not stand',
  'goal-circle': '{id}: in {year} it lies in a circle with {parent}',
  'indicator-values': '{id}: {count} measurements whose value does not go with their state',
  'driver-negative': '{id}: {value} is below 0',
  'driver-unit': '{id}: is counted in {unit}, and in {before}',
  'driver-code': '{id}: is about {dimension} {code}, which the ledger does not have',
  total: '{where}: the table is not the sum of its events',
  kind: '{where}: the roots of {dimension} are not all that its lines name',
  'period-closed': 'position {position}: is about {month}, which is closed',
  'no-posting': 'position {position}: takes back {posting}, which is no posting before it',
  'reversed-twice': 'position {position}: takes back {posting}, which position {before} took back',
} as const;

/** Everything that a verification tells. */
export type VerifySentence = keyof typeof english;

const swedish: Readonly<Record<VerifySentence, string>> = {
  position: 'position {position}: väntade position {expected}',
  version: 'position {position}: väntade version {expected} av {stream}, fick {got}',
  'time-falls': 'position {position}: registrerad {at}, före händelsen framför den',
  chain: 'position {position}: {reason}: väntade {expected}, fick {got}',
  'text-gone': 'position {position}: texten är borta, och ingen händelse säger att den raderades',
  transfer: 'position {position}: en omdisponering som blir {by} kr netto, inte 0',
  'round-locked': '{id}: {step} på position {position}, fast den är låst',
  'round-locks': '{id}: låst på {locks}, enligt historiken på {told}',
  'round-status': '{id}: läget är {status}, historiken säger något annat',
  'no-parent': '{dimension} {code}: överordnad {parent} är ingen kod i dimensionen',
  'tree-circle': '{dimension} {code}: ligger under sig själv, via {way}',
  'action-step': '{id}: {step} på position {position}, fast läget är {status}',
  'action-status': '{id}: läget är {status}, stegen säger {told}',
  comment: '{id}: görs om på position {position}, slutlig sedan {before}',
  decision: '{id}: {stage} på position {position}, efter {before}',
  'assignment-year': '{id}: överförs till {text} efter {before}',
  'assignment-report': '{id}: rapporteras per {text} efter {before}',
  'assignment-due': '{id}: slutdatum från {text} efter {before}',
  'assignment-ended': '{id}: rapporteras per {text}, efter att det var {before}',
  'assignment-circle': '{id}: väntar på sig självt, via {way}',
  'goal-parent': '{id}: ligger {year} under {parent}, som inte finns då',
  'goal-circle': '{id}: ligger {year} i en cirkel med {parent}',
  'indicator-values': '{id}: {count} mätningar vars värde inte går ihop med deras läge',
  'driver-negative': '{id}: {value} är under 0',
  'driver-unit': '{id}: räknas i {unit}, och i {before}',
  'driver-code': '{id}: gäller {dimension} {code}, som inte finns i huvudboken',
  total: '{where}: tabellen är inte summan av sina händelser',
  kind: '{where}: rötterna i {dimension} är inte allt som raderna anger',
  'period-closed': 'position {position}: gäller {month}, som är stängd',
  'no-posting': 'position {position}: återför {posting}, som inte är någon bokning före den',
  'reversed-twice': 'position {position}: återför {posting}, som position {before} återförde',
};

const sentences: Readonly<Record<Language, Readonly<Record<VerifySentence, string>>>> = { sv: swedish, en: english };

/** A sentence with what it names. */
export interface Said {
  readonly sentence: VerifySentence;
  readonly words: Readonly<Record<string, string | number>>;
}

/** A fault in the words of a language. */
export function tellFault({ sentence, words }: Said, language: Language): string {
  const texts = Object.fromEntries(Object.entries(words).map(([name, word]) => [name, String(word)]));
  return fill(sentences[language][sentence], texts).text;
}
