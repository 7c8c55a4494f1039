import type { AuditColumn } from '@driftbok/rules/audit';
import { headingsOf, joinedHeader } from './headings.js';
import { figuresIn, fits } from './row-split.js';
import type { Setting } from './row-ways.js';

/** A header found in lines that nothing but spaces tells apart. */
export interface Header {
  readonly headings: readonly string[];
  /** The index of the first row. */
  readonly rows: number;
}

/**
 * The header above the rows: the lines, however they are broken, that name as many columns as most rows have figures. Of several that do,
 * the fewest lines: what comes above is a title.
 */
export function headerOf(lines: readonly string[], setting: Setting): Header {
  const known = new Map<number, readonly boolean[]>();
  const fitting = (columns: number): readonly boolean[] => {
    const found = known.get(columns) ?? lines.map((line) => !isYears(line) && fits(line, bare(columns), setting));
    known.set(columns, found);
    return found;
  };
  const alike = new Map<number, boolean>();
  const rowLike = (at: number): boolean => {
    const found = alike.get(at) ?? isRowLike(lines[at] ?? '', setting);
    alike.set(at, found);
    return found;
  };
  let best: (Header & { readonly count: number }) | undefined;
  for (let rows = 1; rows < lines.length && rows <= maxHeader; rows++) {
    for (let from = rows - 1; from >= 0; from--) {
      const header = lines.slice(from, rows);
      const headings = headingsIn(header);
      const rowsFitting = headings.length === 0 ? [] : fitting(headings.length).slice(rows);
      if (rowsFitting[0] !== true && !rowLike(rows)) continue;
      const count = rowsFitting.filter((fit) => fit).length;
      if (best === undefined || count > best.count) best = { headings, rows, count };
    }
  }
  // Without rows that fit, the first line is taken at its word, and the first row that does not fit is told.
  return best ?? { headings: headingsIn(lines.slice(0, 1)), rows: 1 };
}

const bare = (count: number): readonly AuditColumn[] => Array.from({ length: count }, (_, at) => ({ id: `c${at + 1}`, label: '' }));

const maxHeader = 40;

/** Whether a line has no other figure than years at its end: part of a heading or a label. */
export const isYears = (line: string): boolean => /^\D*((19|20)\d\d\s*)+$/.test(line);

/** Whether a line ends in two figures or more that are no years: a row, perhaps one with blanks. */
export const isRowLike = (line: string, setting: Setting): boolean => !isYears(line) && figuresIn(line, setting) > 1;

/** Words tell headings apart; where none is known, wide gaps do. */
function headingsIn(header: readonly string[]): readonly string[] {
  const known = headingsOf(joinedHeader(header));
  if (known.length > 0) return known;
  return header.length === 1 ? (header[0] ?? '').trim().split(/ {2,}/).slice(1) : [];
}
