import type { ReadConvention } from './conventions.js';

/** A row that could be read in more ways than one. */
export interface ReadNote {
  /** `table/row`. */
  readonly where: string;
  readonly label: string;
  /** `several`: more than one split of its figures holds. `none`: no split makes the columns hold. */
  readonly reason: 'several' | 'none';
  /** The cells of each way, the one that was taken first; null where nothing is printed. */
  readonly ways: readonly (readonly (string | null)[])[];
}

const sentences = {
  en: {
    several: (count: number, shown: string) => `its figures can be split in ${count} ways: ${shown}`,
    none: (count: number, shown: string) => `none of ${count} ways to split its figures makes the columns hold; taken as ${shown}`,
    or: 'or',
  },
  sv: {
    several: (count: number, shown: string) => `siffrorna kan delas upp på ${count} sätt: ${shown}`,
    none: (count: number, shown: string) => `inget av ${count} sätt att dela upp siffrorna gör att kolumnerna stämmer; läst som ${shown}`,
    or: 'eller',
  },
};

/**
 * What a note says, in Swedish or English, with three ways at most.
 *
 * @example
 * ```ts
 * import { readNoteIn } from '@driftbok/exchange';
 * const ways = [['1 200', '30'], ['1', '200 30']];
 * readNoteIn({ where: 't/r1', label: 'X', reason: 'several', ways }, 'en') // => 't/r1 (X): its figures can be split in 2 ways: 1 200 | 30 or 1 | 200 30'
 * ```
 */
export function readNoteIn({ where, label, reason, ways }: ReadNote, language: 'sv' | 'en'): string {
  const words = sentences[language];
  const shown = ways
    .slice(0, reason === 'none' ? 1 : 3)
    .map((cells) => cells.map((cell) => cell ?? '').join(' | '))
    .join(` ${words.or} `);
  return `${where} (${label}): ${words[reason](ways.length, shown)}`;
}

/**
 * What a convention says, in Swedish or English.
 *
 * @example
 * ```ts
 * import { readConventionIn } from '@driftbok/exchange';
 * const taken = { where: 't/c3', label: 'Avvikelse', formula: 'Budget − Utfall' };
 * readConventionIn(taken, 'en') // => 't/c3 (Avvikelse) is read as Budget − Utfall, which holds most often'
 * ```
 */
export const readConventionIn = ({ where, label, formula }: ReadConvention, language: 'sv' | 'en'): string =>
  language === 'sv'
    ? `${where} (${label}) är läst som ${formula}, vilket stämmer oftast`
    : `${where} (${label}) is read as ${formula}, which holds most often`;
