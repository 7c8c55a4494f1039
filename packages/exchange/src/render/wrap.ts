import { displayWidth } from './display.js';

// After a blank, but not within a number ("-216 509") nor before its unit, and after "-" or "/" between letters, but not in what holds a
// digit: codes and numbers stay whole.
const BREAK = /(?<=\s)(?!\s|(?<=\d\s)(?:\d|%|(?:kr|tkr|mnkr)(?!\p{Letter})))|(?<=\p{Letter}[-/])(?<!\d\S*)(?=\p{Letter})(?!\S*\d)/u;

/**
 * A text in lines of at most a width, broken at blanks and after "-" and "/" between letters; a word that is wider is cut. Before each
 * line but the first stand `indent` blanks, which count. At least one line, perhaps an empty one.
 */
export function wrapped(text: string, width: number, indent = 0): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const room = (): number => Math.max(1, lines.length === 0 ? width : width - indent);
  const endLine = (): void => {
    if (line.trim() !== '') lines.push((lines.length === 0 ? '' : ' '.repeat(indent)) + line.trimEnd());
    line = '';
  };
  for (const piece of text.split(BREAK)) {
    if (line !== '' && displayWidth(line + piece.trimEnd()) > room()) endLine();
    let rest = piece;
    while (displayWidth(rest.trimEnd()) > room()) {
      line = startOf(rest, room());
      rest = rest.slice(line.length);
      endLine();
    }
    line += rest;
  }
  endLine();
  return lines.length === 0 ? [''] : lines;
}

/** The least width in which no word is cut. */
export const longestWord = (text: string): number =>
  text.split(BREAK).reduce((longest, piece) => Math.max(longest, displayWidth(piece.trimEnd())), 0);

/** The longest start of a text that is no wider than asked, and at least one character. */
function startOf(text: string, width: number): string {
  let start = '';
  for (const char of text) {
    if (start !== '' && displayWidth(start + char) > width) break;
    start += char;
  }
  return start;
}
