import type { Month, Span, Year } from '@driftbok/core';
import type { Words } from '../words/words.js';
import { monthsInWords } from '../words/words.js';
import type { SpanTemplate } from './template.js';

const twoDigits = (month: number): string => String(month).padStart(2, '0');

/** The year of a month. */
export const yearOfMonth = (month: Month): Year => month.slice(0, 4);

/** A year some years after another; undefined outside 0000 to 9999, which are all that have a text. */
export function yearAfter(year: Year, years: number): Year | undefined {
  const moved = Number(year) + years;
  return moved >= 0 && moved <= 9999 ? String(moved).padStart(4, '0') : undefined;
}

/** The months that a template's span means for a period, moved by some years; undefined where the calendar does not reach. */
export function spanOf(template: SpanTemplate, period: Month, years: number): Span | undefined {
  if (typeof template === 'object') return template;
  const year = yearAfter(yearOfMonth(period), years);
  if (year === undefined) return undefined;
  if (template === 'year') return { year };
  const to = `${year}-${period.slice(5)}`;
  return { from: template === 'month' ? to : `${year}-01`, to };
}

/** The year that a span lies in. */
export const yearOfSpan = (span: Span): Year => ('year' in span ? span.year : yearOfMonth(span.to));

/** A span's months in words: "Jan - Jul". */
export function spanInWords(span: Span, words: Words): string {
  const [from, to] = 'year' in span ? [twoDigits(1), twoDigits(12)] : [span.from.slice(5), span.to.slice(5)];
  return monthsInWords(Number(from), Number(to), words);
}
