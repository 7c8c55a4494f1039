import type { AuditColumn, AuditTable } from '@driftbok/rules/audit';
import { heldBy } from './identities.js';
import { splits } from './numbers.js';

/** One way to tell a row's label and cells apart; null where nothing is printed. */
export interface RowWay {
  readonly label: string;
  readonly cells: readonly (string | null)[];
}

/** A row with the way that was taken, and the others that hold as well. */
export interface RowSplit {
  readonly way: RowWay;
  readonly ways: readonly RowWay[];
  /** Whether the columns' identities hold in it, or there is nothing that could say so. */
  readonly holds: boolean;
}

/** How the figures of a whole text are set. */
export interface Setting {
  /** Whether thousands stand apart by spaces: a figure of four digits without one is then a year. */
  readonly grouped: boolean;
  readonly dash?: AuditTable['dash'];
}

/** Whether a text's figures have spaces between thousands. */
export const settingOf = (text: string): Setting => ({ grouped: /(^|[^\d])[1-9]\d{0,2} \d{3}(?!\d)/m.test(text) });

const maxWays = 5000;
const maxBlanks = 4;

/**
 * The ways in which a line is a label and so many figures, the likeliest first: those in which the columns' identities hold. A line with
 * fewer figures has blanks, where the identities or a wide gap say. A label that ends in what looks like a figure is thought of last.
 */
export function splitRow(line: string, columns: readonly AuditColumn[], setting: Setting): RowSplit | undefined {
  const asked = columns.some(({ equals }) => equals !== undefined);
  let fallback: readonly Judged[] = [];
  for (const odd of [false, true]) {
    for (let blanks = 0; blanks < columns.length && blanks <= maxBlanks; blanks++) {
      const ways = waysOf(line, columns.length, blanks, setting)
        .filter((way) => odd || way.odd < oddLabel)
        .map((way): Judged => ({ way, ...heldBy(way.cells, columns, setting.dash) }));
      if (fallback.length === 0) fallback = ways;
      // Blanks, and such a label, have to be shown by something.
      const plain = blanks === 0 && !odd;
      const holding = ways.filter(({ way, kept, broken }) => broken === 0 && (plain || kept > 0 || (blanks > 0 && way.gaps === blanks)));
      if (holding.length === 0) continue;
      const most = Math.max(...holding.map(weightOf));
      return splitOf(
        holding.filter((each) => weightOf(each) === most),
        true,
      );
    }
  }
  // The only way there is, with all its cells, is no guess: what does not hold in it is for an audit to tell.
  const [only, ...more] = fallback;
  const whole = only?.way.cells.every((cell) => cell !== null) === true && only.way.odd < oddLabel;
  return splitOf(fallback, whole && (more.length === 0 || !asked));
}

interface Judged {
  readonly way: Way;
  readonly kept: number;
  readonly broken: number;
}

const weightOf = ({ way, kept }: Judged): number => 2 * kept + way.gaps;

function splitOf(judged: readonly Judged[], holds: boolean): RowSplit | undefined {
  const ways = judged.map(({ way }) => way).sort((a, b) => a.odd - b.odd);
  return ways[0] === undefined ? undefined : { way: ways[0], ways, holds };
}

/** Whether a line can be so many figures after a label that does not end in one. */
export const fits = (line: string, columns: number, setting: Setting): boolean =>
  waysOf(line, columns, 0, setting).some(({ odd }) => odd < oddLabel);

interface Way extends RowWay {
  /** How many of its blanks stand where the line has a wide gap. */
  readonly gaps: number;
  /** How unlikely it looks. */
  readonly odd: number;
}

const oddLabel = 1000;

function waysOf(line: string, columns: number, blanks: number, { grouped }: Setting): readonly Way[] {
  const words = line.trim().split(/ +/);
  const wide = new Set(gapsOf(line.trim()));
  const ways: Way[] = [];
  for (let at = 0; at < words.length && ways.length < maxWays; at++) {
    // A word without a digit belongs to the label, and so do all before it.
    const rest = words.slice(at);
    if (!rest.every((word) => /^[-+*%]$|\d/.test(word))) continue;
    const label = words.slice(0, at).join(' ');
    const last = words[at - 1] ?? '';
    const odd = /^[-+]?\d{1,3}$|^[-*]$/.test(last) ? oddLabel : 0;
    for (const cells of splits(rest.join(' '), columns - blanks, maxWays)) {
      if (grouped && cells.some((cell) => /^[-+]? ?[1-9]\d{3,}$/.test(cell))) continue;
      const uneven = cells.reduce((sum, cell) => sum + cell.split(' ').length ** 2, 0);
      for (const places of choose(columns, blanks)) {
        if (ways.length >= maxWays) return ways;
        const placed = put(cells, places, columns, at, wide);
        ways.push({ label, cells: placed.cells, gaps: placed.gaps, odd: odd + uneven });
      }
    }
  }
  return ways;
}

/** The words before which more than one space stands, by their index. */
function gapsOf(line: string): readonly number[] {
  return [...line.matchAll(/ {2,}/g)].map(({ index }) => line.slice(0, index).split(/ +/).length);
}

function put(
  cells: readonly string[],
  blank: ReadonlySet<number>,
  columns: number,
  from: number,
  wide: ReadonlySet<number>,
): { readonly cells: readonly (string | null)[]; readonly gaps: number } {
  const placed: (string | null)[] = [];
  let next = 0;
  let word = from;
  let gaps = 0;
  for (let column = 0; column < columns; column++) {
    if (blank.has(column)) {
      placed.push(null);
      if (column > 0 && wide.has(word)) gaps++;
      continue;
    }
    const cell = cells[next++] ?? '';
    word += cell.split(' ').length;
    placed.push(cell);
  }
  return { cells: placed, gaps };
}

/** The ways to choose some of so many columns; the last columns first, since a row is cut short more often than begun late. */
function* choose(columns: number, count: number, below = columns): Generator<ReadonlySet<number>> {
  if (count === 0) yield new Set();
  else
    for (let last = below - 1; last >= count - 1; last--)
      for (const rest of choose(columns, count - 1, last)) yield new Set([...rest, last]);
}
