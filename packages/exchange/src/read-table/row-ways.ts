import type { AuditColumn, AuditTable } from '@driftbok/rules/audit';
import { splits } from './numbers.js';

/** One way to tell a row's label and cells apart; null where nothing is printed. */
export interface RowWay {
  readonly label: string;
  readonly cells: readonly (string | null)[];
}

/** How the figures of a whole text are set. */
export interface Setting {
  /** Whether thousands stand apart by spaces: a figure of four digits without one is then a year. */
  readonly grouped: boolean;
  /** Whether minuses stand close to their figures. */
  readonly tight?: boolean;
  /** Whether percentages have their sign: a figure with one then stands in a column of percentages, and one without does not. */
  readonly percents?: boolean;
  readonly dash?: AuditTable['dash'];
}

/** Whether a text's figures have spaces between thousands, and none after their minus. */
export const settingOf = (text: string): Setting => ({
  grouped: /(^|[^\d])[1-9]\d{0,2} \d{3}(?!\d)/m.test(text),
  tight: /(^|\s)-\d/.test(text),
});

/** A way to read a row, with how it looks. */
export interface Way extends RowWay {
  /** How many of its blanks stand where the line has a wide gap. */
  readonly gaps: number;
  /** Whether each wide gap between its figures has a blank for every space beyond the first. */
  readonly exact: boolean;
  /** How unlike each other its figures are in length, the variance of their groups of digits. */
  readonly uneven: number;
  readonly blanks: number;
  /** Whether its label ends in what looks like a figure. */
  readonly odd: boolean;
  /** Whether no two of its cells could be one: nothing but blanks could stand otherwise. */
  readonly whole: boolean;
  /** Whether a cell of it has a wide gap within. */
  readonly torn: boolean;
}

const maxWays = 5000;

/** Every way in which a line is a label and so many cells, of which so many are blank. */
export function waysOf(line: string, columns: readonly AuditColumn[], blanks: number, setting: Setting): readonly Way[] {
  const ways = waysIn(line, columns, blanks, setting, setting.percents === true);
  // A row of percentages beneath its table is in columns of amounts.
  const found = ways.length === 0 && setting.percents === true && line.includes('%') ? waysIn(line, columns, blanks, setting, false) : ways;
  const joined = found.filter(({ torn }) => !torn);
  return joined.length === 0 ? found : joined;
}

function waysIn(
  line: string,
  columns: readonly AuditColumn[],
  blanks: number,
  { grouped, tight }: Setting,
  percents: boolean,
): readonly Way[] {
  const words = line.trim().split(/ +/);
  const wide = gapsOf(line.trim());
  const percent = columns.map(({ unit }) => unit === 'percent');
  const ways: Way[] = [];
  for (let at = 0; at < words.length && ways.length < maxWays; at++) {
    // A word without a digit belongs to the label, and so do all before it.
    const rest = words.slice(at);
    if (!rest.every((word) => /^[-+*%]$|\d/.test(word)) || rest[0] === '%') continue;
    const label = words.slice(0, at).join(' ');
    const [beyond = '', last = ''] = [words[at - 2], words[at - 1]];
    const odd = /^[-+]?\d{1,3}([,.]\d+)?$|^[-*]$/.test(last) || (last === '%' && /\d/.test(beyond));
    const found = splits(rest.join(' '), columns.length - blanks, maxWays);
    // Where minuses stand close to their figures, one that does not is a dash, if it can be.
    const close = tight === true ? found.filter((cells) => !cells.some((cell) => cell.startsWith('- '))) : found;
    for (const cells of close.length > 0 ? close : found) {
      if (grouped && cells.some((cell) => /^[-+]? ?[1-9]\d{3,}$/.test(cell))) continue;
      const shape = {
        uneven: unevenness(cells),
        whole: cells.every((cell, index) => index === 0 || !goesOn(cells[index - 1] ?? '', cell)),
      };
      for (const places of choose(columns.length, blanks)) {
        if (ways.length >= maxWays) return ways;
        const placed = put(cells, places, columns.length, at, wide);
        if (percents && placed.cells.some((cell, column) => isFigure(cell) && cell.endsWith('%') !== percent[column])) continue;
        ways.push({ label, ...placed, ...shape, blanks, odd });
      }
    }
  }
  return ways;
}

const isFigure = (cell: string | null): cell is string => cell !== null && /\d/.test(cell);

/** Whether two figures side by side could be one. */
const goesOn = (before: string, cell: string): boolean =>
  /^\d{3}( \d{3})*([,.]\d+)?( ?%)?$/.test(cell) && /^[-+]? ?[1-9]\d{0,2}( \d{3})*$/.test(before);

function unevenness(cells: readonly string[]): number {
  const lengths = cells
    .filter((cell) => /\d/.test(cell) && !cell.endsWith('%'))
    .map((cell) => cell.replace(/^[-+] /, '').split(' ').length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / Math.max(1, lengths.length);
}

/** The words before which more than one space stands, by their index, with how many more. */
const gapsOf = (line: string): ReadonlyMap<number, number> =>
  new Map([...line.matchAll(/ {2,}/g)].map(({ 0: gap, index }) => [line.slice(0, index).split(/ +/).length, gap.length - 1]));

function put(
  cells: readonly string[],
  blank: ReadonlySet<number>,
  columns: number,
  from: number,
  wide: ReadonlyMap<number, number>,
): Pick<Way, 'cells' | 'gaps' | 'exact' | 'torn'> {
  const placed: (string | null)[] = [];
  let torn = false;
  let next = 0;
  let word = from;
  let gaps = 0;
  const left = new Map([...wide].filter(([at]) => at > from));
  for (let column = 0; column < columns; column++) {
    if (blank.has(column)) {
      placed.push(null);
      if (column > 0 && wide.has(word)) {
        gaps++;
        left.set(word, (left.get(word) ?? 0) - 1);
      }
      continue;
    }
    const cell = cells[next++] ?? '';
    const end = word + cell.split(' ').length;
    for (let within = word + 1; within < end; within++) torn ||= wide.has(within);
    word = end;
    placed.push(cell);
  }
  return { cells: placed, gaps, exact: [...left.values()].every((spaces) => spaces === 0), torn };
}

/** The ways to choose some of so many columns; the last columns first, since a row is cut short more often than begun late. */
function* choose(columns: number, count: number, below = columns): Generator<ReadonlySet<number>> {
  if (count === 0) yield new Set();
  else
    for (let last = below - 1; last >= count - 1; last--)
      for (const rest of choose(columns, count - 1, last)) yield new Set([...rest, last]);
}
