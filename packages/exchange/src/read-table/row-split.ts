import type { AuditColumn } from '@driftbok/rules/audit';
import type { Held } from './held.js';
import { formulasOf, heldBy } from './held.js';
import type { RowWay, Setting, Way } from './row-ways.js';
import { waysOf } from './row-ways.js';

/** A row with the way that was taken, and the others that may be meant. */
export interface RowSplit {
  readonly way: RowWay;
  readonly ways: readonly RowWay[];
  /** Whether the columns' identities hold in it, or there is nothing that could say so. */
  readonly holds: boolean;
  /** Whether it has a figure in each column and none is told apart that could be one. */
  readonly whole: boolean;
  /** Whether the columns' identities show it. */
  readonly proven: boolean;
}

const maxBlanks = 4;

interface Judged extends Held {
  readonly way: Way;
}

/**
 * The ways in which a line is a label and so many figures, the likeliest first. A figure in each column comes before anything else: where
 * that can be done in one way only, it is so, and what does not hold in it is for an audit to tell. Of several such ways the columns'
 * identities choose. Blanks, and a label that ends in what looks like a figure, have to be shown by a wide gap or by every identity there is, or
 * it is told that the row can be read in more ways.
 */
export function splitRow(line: string, columns: readonly AuditColumn[], setting: Setting): RowSplit | undefined {
  const formulas = formulasOf(columns);
  const judged = (blanks: number): readonly Judged[] =>
    waysOf(line, columns, blanks, setting).map((way) => ({ way, ...heldBy(way.cells, columns, formulas, setting.dash) }));
  const full = judged(0);
  const complete = full.filter(({ way }) => !way.odd);
  const odd = full.filter((each) => each.way.odd && isProven(each));
  const [only] = complete;
  if (only?.way.whole === true && complete.length === 1) {
    // "Avd 3 1 200 1 300 100": what no slip explains may be a figure of the label.
    const slipped = only.broken === only.slips;
    return slipped || odd.length === 0 ? splitOf([only], true) : splitOf([...odd, only], true);
  }
  const holding = most(complete.filter(({ broken }) => broken === 0));
  if ((holding[0]?.kept ?? 0) > 0) return splitOf(holding, true);
  const blank = withBlanks(judged, columns.length);
  const gapped = blank.filter(({ way }) => way.gaps === way.blanks && !way.odd);
  const exact = best(gapped.filter(({ way }) => way.exact));
  const [shown, ...others] = exact.length > 0 ? exact : best(gapped);
  if (shown !== undefined) return splitOf([shown, ...others.filter((each) => score(each) >= score(shown))], true);
  if (holding.length > 0) {
    // Nothing says which: shorter figures with a blank may be meant where they are more alike.
    const least = Math.min(...holding.map(({ way }) => way.uneven));
    return splitOf([...best(holding), ...blank.filter(({ way }) => !way.odd && way.uneven < least)], true);
  }
  const proven = [...blank.filter(isProven), ...odd];
  const near = [...complete, ...blank].filter((each) => isNear(each) && !each.way.odd);
  const plain = [...complete, ...blank.filter(({ way }) => !way.odd)];
  // A slip in what has a figure in each column is likelier than that all is kept by chance only where the figures are as much alike.
  if (proven.length > 0) return splitOf(unique([...best(proven), ...best(near.filter(({ way }) => way.blanks === 0))]), true);
  if (near.length > 0) return splitOf(unique([...best(near), ...alike(plain)]), false);
  if (plain.length > 0) return splitOf(alike(plain), false);
  const last = full.length > 0 ? full : blank;
  return splitOf(unique([...alike(last.filter(({ way }) => way.whole)), ...alike(last)]), false);
}

/** Whether every identity was asked, and holds. */
const isProven = ({ kept, broken, unasked }: Held): boolean => kept > 0 && broken === 0 && unasked === 0;

/** Whether every identity was asked, and a slip explains each that does not hold. */
const isNear = ({ broken, slips, unasked }: Held): boolean => broken > 0 && broken === slips && unasked === 0;

function most(holding: readonly Judged[]): readonly Judged[] {
  const kept = Math.max(...holding.map((each) => each.kept));
  return best(holding.filter((each) => each.kept === kept));
}

/** With as few blanks as there can be; with more, only where no figures are told apart that could be one. */
function withBlanks(judged: (blanks: number) => readonly Judged[], columns: number): readonly Judged[] {
  const found: Judged[] = [];
  for (let blanks = 1; blanks < columns && blanks <= maxBlanks; blanks++) {
    const fewest = found.every(({ way }) => way.odd);
    found.push(...judged(blanks).filter(({ way }) => fewest || (way.whole && !way.odd)));
  }
  return found;
}

const score = (each: Held | undefined): number => (each === undefined ? 0 : each.kept - each.broken);

const best = (ways: readonly Judged[]): readonly Judged[] => [...ways].sort((a, b) => score(b) - score(a) || a.way.uneven - b.way.uneven);

/** The most alike figures first, since a budget and its outcome are seldom a thousandfold apart. */
const alike = (ways: readonly Judged[]): readonly Judged[] =>
  [...ways].sort((a, b) => a.way.uneven - b.way.uneven || a.way.blanks - b.way.blanks || score(b) - score(a));

const unique = (ways: readonly Judged[]): readonly Judged[] => [...new Set(ways)];

function splitOf(judged: readonly Judged[], holds: boolean): RowSplit | undefined {
  const [first] = judged;
  if (first === undefined) return undefined;
  const { way, kept, broken } = first;
  const ways = judged.map((each) => each.way);
  return { way, ways, holds, whole: way.whole && way.blanks === 0 && !way.odd, proven: kept > 0 && broken === 0 };
}

/** How many figures a line has after its label, where all are one that could be. */
export function figuresIn(line: string, setting: Setting): number {
  const words = Math.min(maxFigures, line.trim().split(/ +/).length);
  for (let count = 1; count <= words; count++) {
    const columns = Array.from({ length: count }, (_, at) => ({ id: `c${at}`, label: '' }));
    if (waysOf(line, columns, 0, { ...setting, percents: false }).some(({ odd, whole }) => whole && !odd)) return count;
  }
  return 0;
}

const maxFigures = 40;

/** Whether a line can be so many figures after a label that does not end in one. */
export const fits = (line: string, columns: readonly AuditColumn[], setting: Setting): boolean =>
  waysOf(line, columns, 0, setting).some(({ odd }) => !odd);
