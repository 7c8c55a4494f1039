import { displayWidth, padLeft, padRight, plainLine } from './display.js';
import type { Grid, GridRow } from './grid.js';
import { longestWord, wrapped } from './wrap.js';

/** How a text is set for a terminal. */
export interface TextOptions {
  /** The columns of characters that lines should fit in; 120 where left out. No figure is cut to make them fit, and no word of usual length. */
  readonly width?: number;
}

export const defaultWidth = 120;

const gap = '  ';
const indentStep = 2;
/** A column takes at least the longest word in it, but no word wider than this: that one is cut. */
const mostWordWidth = 24;
const mostHeaderLines = 6;

/** Sets a grid in columns, without boxes: figures to the right, headings and then texts broken over lines where that makes it fit. */
export function gridAsText(grid: Grid, width: number): string {
  const { columns, rows } = plain(grid);
  const widths = columnWidths({ columns, rows }, width);
  const widthOf = (at: number): number => widths[at] ?? 0;
  const set = (cells: readonly string[]): string =>
    columns
      .map(({ numeric }, at) => (numeric ? padLeft : padRight)(cells[at] ?? '', widthOf(at)))
      .join(gap)
      .trimEnd();
  /** Cells of several lines, beside each other. */
  const setLines = (cells: readonly (readonly string[])[], toBottom: boolean): readonly string[] => {
    const height = Math.max(1, ...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => set(cells.map((each) => each[toBottom ? line - height + each.length : line] ?? '')));
  };
  const header = setLines(
    columns.map(({ label }, at) => wrapped(label, widthOf(at))),
    true,
  );
  const rule = widths.map((each) => '-'.repeat(each)).join(gap);
  const body = rows.flatMap((row) =>
    setLines(
      columns.map(({ numeric }, at) => cellLines(row, at, widthOf(at), numeric)),
      false,
    ),
  );
  return [...header, rule, ...body].map((line) => `${line}\n`).join('');
}

function plain({ columns, rows }: Grid): Grid {
  return {
    columns: columns.map(({ label, numeric }) => ({ label: plainLine(label), numeric })),
    rows: rows.map(({ cells, level }) => ({ level, cells: cells.map(plainLine) })),
  };
}

const indentOf = ({ level }: GridRow, column: number): number => (column === 0 ? level * indentStep : 0);

/** Whether a cell of a column of figures is words: "Samtliga resultatområden når upp till sina riktvärden". */
const isWords = (text: string): boolean => /\p{Letter}/u.test(text);

function cellLines(row: GridRow, column: number, width: number, numeric: boolean): readonly string[] {
  const text = row.cells[column] ?? '';
  if (numeric) return isWords(text) ? wrapped(text, width) : [text];
  const margin = ' '.repeat(indentOf(row, column));
  // What goes on over a line stands a step further in than the row begins, so that it is not taken for a row beneath.
  return wrapped(text, Math.max(1, width - margin.length), indentStep).map((line) => margin + line);
}

/** Widths that fit, if any do without cutting a word: first the headings take more lines, then the widest columns of text. */
function columnWidths({ columns, rows }: Grid, available: number): readonly number[] {
  const widest = (of: (row: GridRow) => number): number => rows.reduce((most, row) => Math.max(most, of(row)), 0);
  const bodies = columns.map((_, at) => widest((row) => indentOf(row, at) + displayWidth(row.cells[at] ?? '')));
  const excess = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each + gap.length, -gap.length) - available;
  let widths: readonly number[] = bodies;
  for (let lines = 1; lines <= mostHeaderLines; lines++) {
    widths = columns.map(({ label }, at) => Math.max(1, bodies[at] ?? 0, headerWidth(label, lines)));
    if (excess(widths) <= 0) return widths;
  }
  const floors = columns.map(({ label, numeric }, at) =>
    Math.max(
      1,
      wordWidth(label),
      widest((row) => leastWidth(row, at, numeric)),
    ),
  );
  for (let most = Math.max(...widths); excess(widths) > 0 && most > 0; most--)
    widths = widths.map((each, at) => Math.min(each, Math.max(floors[at] ?? 1, most)));
  return widths;
}

const wordWidth = (text: string): number => Math.min(mostWordWidth, longestWord(text));

/** The least that a cell needs: a figure all of it, a text its longest word, where a line goes on a step further in. */
function leastWidth(row: GridRow, column: number, numeric: boolean): number {
  const text = row.cells[column] ?? '';
  if (numeric) return isWords(text) ? wordWidth(text) : displayWidth(text);
  const whole = indentOf(row, column) + displayWidth(text);
  return Math.min(whole, indentOf(row, column) + indentStep + wordWidth(text));
}

/** The least width in which a heading takes no more than so many lines, without a word being cut. */
function headerWidth(label: string, lines: number): number {
  let width = longestWord(label);
  while (wrapped(label, width).length > lines) width++;
  return width;
}
