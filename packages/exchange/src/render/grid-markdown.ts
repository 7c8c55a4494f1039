import { plainLine } from './display.js';
import type { Grid } from './grid.js';

/** Text that Markdown shows as it is: every sign that could mean something is escaped. */
export const escapeMarkdown = (text: string): string =>
  plainLine(text)
    .replace(/[\\`*_[\]|~#!]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

/** A grid as a table of GitHub's Markdown, figures to the right. */
export function gridAsMarkdown({ columns, rows }: Grid): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const body = rows.map(({ cells, level }) =>
    // Blanks before a cell's text are dropped by Markdown; an entity stays.
    line(columns.map((_, at) => (at === 0 ? '&emsp;'.repeat(level) : '') + escapeMarkdown(cells[at] ?? ''))),
  );
  return (
    line(columns.map(({ label }) => escapeMarkdown(label))) + line(columns.map(({ numeric }) => (numeric ? '---:' : '---'))) + body.join('')
  );
}
