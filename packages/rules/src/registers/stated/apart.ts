import type { Book } from '@driftbok/core';
import { Decimal } from '@driftbok/core';
import type { PresentedFinding } from '../../present/presented.js';
import { fill } from '../../words/fill.js';
import type { Language } from '../../words/language.js';

const sentences: Readonly<Record<Language, string>> = {
  sv: '{label}: {here} i den ena texten, {there} i den andra ({there} − {here} = {by}).',
  en: '{label}: {here} in the one text, {there} in the other ({there} − {here} = {by}).',
};

/**
 * Figures that the texts of two ledgers state under one name, such as a national rate, and not alike: each a warning. The name is the
 * claim's id, so a figure of its own municipality has an id of its own.
 *
 * @param language of the messages, whose decimal sign the figures have
 *
 * @example
 * ```ts
 * import { emptyBook } from '@driftbok/core';
 * import { figuresApart } from '@driftbok/rules';
 * figuresApart(emptyBook(), emptyBook()) // => []
 * ```
 */
export function figuresApart(one: Book, other: Book, language: Language = 'sv'): readonly PresentedFinding[] {
  return [...one.state.claims.values()].flatMap(({ claim, label, figure, unit }): readonly PresentedFinding[] => {
    const there = other.state.claims.get(claim);
    if (there === undefined || there.unit !== unit || new Decimal(there.figure).eq(figure)) return [];
    const by = new Decimal(there.figure).minus(figure).toString();
    const written = (number: string): string => (language === 'sv' ? number.replace('.', ',') : number).replace('-', '−');
    const message = fill(sentences[language], { label, here: written(figure), there: written(there.figure), by: written(by) }).text;
    return [{ code: 'figures-apart', severity: 'warning', where: [`claim:${claim}`], by, message }];
  });
}
