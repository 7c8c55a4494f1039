import type { AuditColumn, AuditTable } from '@driftbok/rules/audit';
import { decimalsOf, valueOf } from './numbers.js';

/** How the identities of the columns stand in one row, up to rounding. A figure that is withheld can be any, and is not asked. */
export interface Held {
  readonly kept: number;
  readonly broken: number;
  /** How many of the broken ones a single wrong digit or sign explains. */
  readonly slips: number;
  /** How many could not be asked, since a cell of theirs is blank. */
  readonly unasked: number;
}

/** What a column equals, as it is asked of a row: a sum, over a number or over another sum. */
export interface Formula {
  readonly own: string;
  readonly terms: readonly Term[];
  readonly by: number | readonly Term[];
  readonly whole: number;
}

interface Term {
  readonly name: string;
  readonly times: number;
}

/** The formulas of columns; a product of two columns is not asked. */
export const formulasOf = (columns: readonly AuditColumn[]): readonly Formula[] =>
  columns.flatMap(({ id, equals, unit }) => {
    if (equals === undefined) return [];
    const [over = '', below] = equals.split(' / ');
    const terms = termsOf(over);
    const number = Number(below ?? '1');
    const by = Number.isFinite(number) && number > 0 ? number : termsOf(below ?? '');
    return terms === undefined || by === undefined ? [] : [{ own: id, terms, by, whole: unit === 'percent' ? 100 : 1 }];
  });

function termsOf(sum: string): readonly Term[] | undefined {
  const terms: Term[] = [];
  let sign = 1;
  let times = 1;
  for (const word of sum.trim().split(/\s+/)) {
    if (word === '+' || word === '-') sign = word === '-' ? -1 : 1;
    else if (/^\d+$/.test(word)) times = Number(word);
    else if (word !== '*') {
      terms.push({ name: word, times: sign * times });
      times = 1;
    } else if (times === 1) return undefined;
  }
  return terms;
}

/** How the formulas stand in a row of cells. */
export function heldBy(
  cells: readonly (string | null)[],
  columns: readonly AuditColumn[],
  formulas: readonly Formula[],
  dash: AuditTable['dash'] = 'zero',
): Held {
  const printed = new Map(columns.map(({ id }, at) => [id, cells[at] ?? null]));
  const blank = (name: string): boolean => printed.get(name) === null || printed.get(name) === undefined;
  const hidden = (name: string): boolean => printed.get(name) === '*' || (dash === 'blank' && printed.get(name) === '-');
  const held = { kept: 0, broken: 0, slips: 0, unasked: 0 };
  for (const { own, terms, by, whole } of formulas) {
    const names = [own, ...terms.map(({ name }) => name), ...(typeof by === 'number' ? [] : by.map(({ name }) => name))];
    if (names.some(hidden)) continue;
    if (names.some(blank)) {
      held.unasked++;
      continue;
    }
    const cell = (name: string): Near => nearOf(printed.get(name) ?? '');
    const over = summed(terms, cell);
    const below: Near = typeof by === 'number' ? { value: by, apart: 0 } : summed(by, cell);
    const shown = cell(own);
    // Over a sum that may be nothing, any share may stand.
    if (Math.abs(below.value) <= below.apart) continue;
    const share = (whole * over.value) / below.value;
    const apart =
      typeof by === 'number'
        ? over.apart / by + shown.apart
        : (whole * over.apart + Math.abs(share) * below.apart) / (Math.abs(below.value) - below.apart) + shown.apart;
    const off = Math.abs(share - shown.value);
    if (off <= apart + 1e-9) held.kept++;
    else {
      held.broken++;
      const figures = [shown.value, ...terms.map(({ name }) => cell(name).value)];
      const scale = typeof by === 'number' ? [1, by] : [];
      if (scale.length === 0 || scale.some((times) => isSlip(off * times, apart * times, figures))) held.slips++;
    }
  }
  return held;
}

/** A printed figure: within half a step of its last digit. */
interface Near {
  readonly value: number;
  readonly apart: number;
}

const nearOf = (text: string): Near => ({ value: valueOf(text), apart: 0.5 * 10 ** -decimalsOf(text) });

function summed(terms: readonly Term[], cell: (name: string) => Near): Near {
  let [value, apart] = [0, 0];
  for (const { name, times } of terms) {
    const near = cell(name);
    value += times * near.value;
    apart += Math.abs(times) * near.apart;
  }
  return { value, apart };
}

/** Whether a figure with one digit changed, or its sign, puts a sum off by so much. */
function isSlip(off: number, apart: number, figures: readonly number[]): boolean {
  if (figures.some((figure) => figure !== 0 && Math.abs(off - 2 * Math.abs(figure)) <= apart)) return true;
  for (let power = 1e-4; power <= 1e15; power *= 10)
    for (let digit = 1; digit <= 9; digit++) if (Math.abs(off - digit * power) <= apart + 1e-9) return true;
  return false;
}
