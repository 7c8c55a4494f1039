const spaces = /[\p{Zs}]/gu;
const minuses = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
// Soft hyphens, zero-width signs and the byte order mark are not seen, and come along where text is pasted.
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/**
 * A pasted text with one kind of space and one kind of minus, whichever it was set with, and nothing that is not seen.
 *
 * @example
 * ```ts
 * import { plainMarks } from '@driftbok/rules';
 * plainMarks('−1\u2009041') // => '-1 041'
 * ```
 */
export const plainMarks = (text: string): string => text.replace(unseen, '').replace(spaces, ' ').replace(minuses, '-');
