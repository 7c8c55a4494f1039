import { displayWidth, padLeft, padRight, plainLine } from './display.js';
import type { Grid, GridRow } from './grid.js';
import { longestWord, wrapped } from './wrap.js';

/** How a text is set for a terminal. */
export interface TextOptions {
  /** The columns of characters that lines should fit in; 120 where left out. Figures are never cut to make them fit. */
  readonly width?: number;
}

export const defaultWidth = 120;

const gap = '  ';
const indentStep = 2;
/** No column of text is made narrower than this to fit. */
const leastTextWidth = 16;
const mostHeaderLines = 6;

/** Sets a grid in columns, without boxes: figures to the right, headings broken over lines where that makes it fit. */
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
      columns.map(({ numeric }, at) => (numeric ? [row.cells[at] ?? ''] : cellLines(row, at, widthOf(at)))),
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

function cellLines(row: GridRow, column: number, width: number): readonly string[] {
  const margin = ' '.repeat(indentOf(row, column));
  // What goes on over a line stands a step further in than the row begins, so that it is not taken for a row beneath.
  return wrapped(row.cells[column] ?? '', Math.max(1, width - margin.length), indentStep).map((line) => margin + line);
}

/** Widths that fit, if any do: first the headings take more lines, then the columns of text, the widest first. */
function columnWidths({ columns, rows }: Grid, available: number): readonly number[] {
  const bodies = columns.map((_, at) =>
    rows.reduce((widest, row) => Math.max(widest, indentOf(row, at) + displayWidth(row.cells[at] ?? '')), 0),
  );
  const excess = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each + gap.length, -gap.length) - available;
  let widths: readonly number[] = bodies;
  for (let lines = 1; lines <= mostHeaderLines; lines++) {
    widths = columns.map(({ label }, at) => Math.max(1, bodies[at] ?? 0, headerWidth(label, lines)));
    if (excess(widths) <= 0) return widths;
  }
  // Text goes on over more lines; of a column of figures only the heading can give.
  const floors = columns.map(({ numeric }, at) => (numeric ? Math.max(1, bodies[at] ?? 0) : leastTextWidth));
  const wideFirst = (numeric: boolean): readonly number[] =>
    columns.flatMap((column, at) => (column.numeric === numeric ? [at] : [])).sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0));
  for (const narrowed of [...wideFirst(false), ...wideFirst(true)]) {
    const over = Math.max(0, excess(widths));
    widths = widths.map((each, at) => (at === narrowed ? Math.min(each, Math.max(floors[at] ?? 1, each - over)) : each));
  }
  return widths;
}

/** The least width in which a heading takes no more than so many lines, without a word being cut. */
function headerWidth(label: string, lines: number): number {
  let width = longestWord(label);
  while (wrapped(label, width).length > lines) width++;
  return width;
}
