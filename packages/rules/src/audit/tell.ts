import { fill } from '../words/fill.js';
import type { Language } from '../words/language.js';
import type { Sentence } from './sentences.js';
import { sentences } from './sentences.js';
import type { Owner } from './model.js';

/** Puts a finding in words. */
export type Tell = (sentence: Sentence, words: Readonly<Record<string, string>>) => string;

/** Findings in the words of a language. */
export const tellIn =
  (language: Language): Tell =>
  (sentence, words) =>
    fill(sentences[language][sentence], words).text;

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
