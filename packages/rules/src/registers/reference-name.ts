import type { Book, CellReference, ClaimSubject, Reference } from '@driftbok/core';
import { goalLabel, isLeft } from '@driftbok/core';
import type { Preset } from '../presets/preset.js';
import { templateOf } from '../presets/preset.js';
import { instantiate } from '../spec/instantiate.js';
import { roundName } from '../words/round-name.js';

type Naming = Pick<Preset, 'templates' | 'words'>;

/** What sort of thing a reference names, as a word of the register: an assignment's own kind (`uppdrag`), else that of the reference (`action`). */
export function sortOf({ state }: Book, about: Reference): string {
  if ('assignment' in about) return state.assignments.get(about.assignment)?.kind ?? 'assignment';
  return Object.keys(about)[0] ?? '';
}

/**
 * What a reference names, as people call it; an id where the book does not have it.
 *
 * @param words how metrics are said: `{ outcome: 'Utfall' }`
 */
export function nameOfReference(
  book: Book,
  about: Reference,
  year: string,
  preset: Naming,
  words: Readonly<Record<string, string>>,
): string {
  const { state } = book;
  if ('action' in about) return state.actions.get(about.action)?.label ?? about.action;
  if ('assignment' in about) return nameOfAssignment(book, about.assignment, year);
  if ('goal' in about) return goalLabel(book, about.goal, year) ?? state.goals.get(about.goal)?.forms.at(-1)?.label ?? about.goal;
  if ('indicator' in about) return state.indicators.get(about.indicator)?.defined.label ?? about.indicator;
  if ('decision' in about) return state.decisions.get(about.decision)?.label ?? about.decision;
  if ('round' in about) return roundName(book, about.round);
  return 'cell' in about ? nameOfCell(book, about.cell, preset) : nameOfFigures(book, about.figures, words);
}

/** By what it is called in the year, else as it was called last. */
function nameOfAssignment({ state }: Book, id: string, year: string): string {
  const years = state.assignments.get(id)?.years ?? [];
  return (years.find((each) => each.year === year) ?? years.at(-1))?.label ?? id;
}

/** "Utfall 2024-07: Socialnämnd, Kostnader" */
function nameOfFigures(book: Book, { metric, year, period, about = {} }: ClaimSubject, words: Readonly<Record<string, string>>): string {
  const said = Object.hasOwn(words, metric) ? words[metric] : metric;
  const codes = Object.entries(about).flatMap(([dimension, code]) => (code === null ? [] : [nameOfCode(book, dimension, code)]));
  return `${said ?? metric} ${period ?? year}${codes.length === 0 ? '' : `: ${codes.join(', ')}`}`;
}

const nameOfCode = ({ state }: Book, dimension: string, code: string): string =>
  state.dimensions.get(dimension)?.codes.get(code)?.labels.at(-1)?.value ?? `${dimension} ${code}`;

/** "Driftredovisning: Summa Driftbudget, Utfall Jan - Jul 2024" */
function nameOfCell(book: Book, { table, row, column, period }: CellReference, preset: Naming): string {
  const template = templateOf(preset, table);
  const spec = template === undefined ? undefined : instantiate(template, { period }, preset.words);
  if (spec === undefined || isLeft(spec)) return `${table} ${row}/${column} ${period}`;
  const { title, rows, columns } = spec.right;
  const each = rows.find((found) => ('each' in found ? book.state.dimensions.get(found.each)?.codes.has(row) : found.id === row));
  const named = each === undefined ? row : 'each' in each ? nameOfCode(book, each.each, row) : each.label;
  return `${title}: ${named}, ${columns.find(({ id }) => id === column)?.label ?? column}`;
}
