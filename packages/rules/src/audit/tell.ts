import { fill } from '../words/fill.js';
import type { Cause } from './cause.js';
import type { Owner } from './model.js';

type Sentence = Cause | 'rounding' | 'missing-row' | 'row-outside' | 'several' | 'incomplete' | 'implausible-unit';

const sentences: Readonly<Record<Sentence, string>> = {
  rounding: '{cell}: the printed parts miss the printed figure by {by}, which rounding explains',
  sign: '{cell} is printed {printed}; with the other sign, {should}, all holds',
  unit: '{cell} is printed {printed}; {should} would hold, which is the same digits in another unit',
  transposed: '{cell} is printed {printed}; {should} would hold: two digits have changed places',
  digit: '{cell} is printed {printed}; {should} would hold: one digit is another',
  'dropped-digit': '{cell} is printed {printed}; {should} would hold: a digit is missing',
  'added-digit': '{cell} is printed {printed}; {should} would hold: there is a digit too many',
  column: '{cell} is printed {printed}; {should} would hold, which stands in another column of its row',
  row: '{cell} is printed {printed}; {should} would hold: it differs by a row of its column, counted in or left out',
  base: '{cell} is printed {printed}; it is the share of another base: {should}',
  unknown: '{cell} is printed {printed}; nothing near {should} is printed, which {about} would need: {by} apart',
  several: 'no amounts give {cell} together with what they are tied to: {about}',
  'missing-row': '{cell}: the rows do not make the total in any of these columns, by up to {by}: a row may be missing',
  'row-outside': '{cell}: the total differs in each of these columns by a row that is printed: it is counted in or left out',
  incomplete: 'the time was out: {cell} is not looked at to the end',
  'implausible-unit': '{cell} is printed {printed}, which in {unit} is more than all municipalities have: the unit is likely another',
};

/** A finding in words. */
export const tell = (sentence: Sentence, words: Readonly<Record<string, string>>): string => fill(sentences[sentence], words).text;

/** A figure as its place would print it. */
export function printedAs({ figure, measure }: Pick<Owner, 'figure' | 'measure'>, steps: number): string {
  const perUnit = Math.max(0, Math.round(Math.log10(measure.grains / figure.step)));
  if (measure.family === 'money' && perUnit === 0 && figure.step > measure.grains)
    return grouped(steps * (figure.step / measure.grains), 0);
  return grouped(steps, perUnit);
}

function grouped(steps: number, decimals: number): string {
  const digits = String(Math.abs(Math.round(steps))).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ' ');
  return `${steps < 0 ? '-' : ''}${whole}${decimals > 0 ? `,${digits.slice(-decimals)}` : ''}`;
}
