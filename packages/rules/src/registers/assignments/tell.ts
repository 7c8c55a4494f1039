import type { AssignmentRow } from '@driftbok/core';
import type { PresentedFinding } from '../../present/presented.js';
import { fill } from '../../words/fill.js';
import type { AssignmentFindingCode } from './sentences.js';
import { sentences } from './sentences.js';

/** How a register's own words are said: `{ ongoing: 'Påbörjad' }`. */
export type RegisterWords = Readonly<Record<string, string>>;

export const said = (word: string, words: RegisterWords): string => (Object.hasOwn(words, word) ? (words[word] ?? word) : word);

/** A finding, told by its sentence. None is an error: both sides of a contradiction stand in print. */
export function finding(
  code: AssignmentFindingCode,
  severity: 'note' | 'warning',
  where: readonly string[],
  values: Readonly<Record<string, string>>,
): PresentedFinding {
  return { code, severity, where, by: '', message: fill(sentences[code], values).text };
}

export const placeOf = ({ id }: AssignmentRow): string => `assignment:${id}`;

const longest = 60;

/** An assignment by its label, which is at times a whole paragraph: then by how it begins. */
export function nameOf({ label }: Pick<AssignmentRow, 'label'>): string {
  return `”${label.length > longest ? `${label.slice(0, label.lastIndexOf(' ', longest))} …` : label}”`;
}

export const namesOf = (rows: readonly AssignmentRow[]): string => rows.map(nameOf).join(', ') || '–';

export const signed = (difference: number): string => (difference > 0 ? `+${difference}` : String(difference).replace('-', '−'));
