/** How the cells of a text are told apart. */
export type Separator = '\t' | '|' | ';' | ',' | 'spaces';

/** What separates the cells of a text: the first of these that most of its lines have. */
export function separatorOf(lines: readonly string[]): Separator {
  const most = (test: (line: string) => boolean): boolean => lines.filter(test).length * 2 > lines.length;
  if (most((line) => line.includes('\t'))) return '\t';
  if (most((line) => /^\s*\|.*\|\s*$/.test(line))) return '|';
  if (most((line) => line.includes(';'))) return ';';
  // A decimal comma is followed by a digit within a figure; CSV in Swedish is separated by ";".
  if (most((line) => /","|^[^,]*(,[^,]*){2,}$/.test(line) && !/\s\d/.test(line))) return ',';
  return 'spaces';
}

/** Cuts a line at its separators. Quotes of CSV hold a separator or a doubled quote; Markdown's bold marks are no part of a cell. */
export function cut(line: string, separator: Exclude<Separator, 'spaces'>): readonly string[] {
  if (separator === '|') {
    return line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.replaceAll('**', '').trim());
  }
  if (separator === '\t') return line.split('\t').map((cell) => cell.replaceAll('**', '').trim());
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? '';
    if (quoted && char === '"' && line[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (char === '"') {
      quoted = !quoted;
    } else if (char === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else {
      cell += char;
    }
  }
  return [...cells, cell.trim()];
}

/** Whether a Markdown line is the rule beneath its header. */
export const isRule = (line: string): boolean => /^[\s|:+=-]*-{2,}[\s|:+=-]*$/.test(line);
