import { displayWidth } from './display.js';

/**
 * A text in lines of at most a width: broken at blanks, and after "-" and "/" within words; what is still too wide is cut. `indent`
 * blanks stand before each line but the first, and count. At least one line, perhaps an empty one.
 */
export function wrapped(text: string, width: number, indent = 0): readonly string[] {
  const lines: string[] = [];
  const margin = ' '.repeat(indent);
  let line = '';
  const room = (): number => Math.max(1, width - (lines.length === 0 ? 0 : indent));
  const end = (): void => {
    lines.push((lines.length === 0 ? '' : margin) + line.trimEnd());
    line = '';
  };
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && displayWidth(line + piece.trimEnd()) > room()) end();
    let rest = piece;
    while (displayWidth(rest.trimEnd()) > room()) {
      line = head(rest, room());
      rest = rest.slice(line.length);
      end();
    }
    line += rest;
  }
  if (line.trim() !== '' || lines.length === 0) end();
  return lines;
}

/** How wide the widest piece is that wrapping does not cut. */
export function longestPiece(text: string): number {
  return Math.max(0, ...(text.match(PIECES) ?? []).map((piece) => displayWidth(piece.trimEnd())));
}

// A sign before a digit stays with it.
const PIECES = /(?:[^\s/-]|-(?=\d))*[/-]*\s*(?=[^])|[^]+/gu;

/** The longest start of a text that is no wider than asked, and at least one character. */
function head(text: string, width: number): string {
  let start = '';
  for (const char of text) {
    if (start !== '' && displayWidth(start + char) > width) break;
    start += char;
  }
  return start;
}
