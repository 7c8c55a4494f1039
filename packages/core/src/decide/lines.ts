import type { Slot } from '../base/slot.js';
import { slotText, yearOfSlot } from '../base/slot.js';
import type { Either } from '../base/either.js';
import { isLeft } from '../base/either.js';
import type { Code, DimensionId } from '../events/fields.js';
import type { Lines } from '../events/lines.js';
import { dimensionsOf } from '../events/lines.js';
import { plain } from '../evolve/plain.js';
import type { Dimension, LedgerState } from '../evolve/state.js';
import { isOpenIn, monthSlot, parentsIn } from '../evolve/tree.js';
import type { CodingId } from '../journal/codings.js';
import { eachRow } from '../journal/rows.js';
import type { View } from './context.js';
import type { Rejection, Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

/**
 * Lines may be booked: their dimensions are declared, and every known code exists, takes lines for its month, and is a leaf of its
 * tree then (what is known only for a whole node lies on its residual child). `more` adds a family's own rule per row.
 */
export function checkLines(view: View, lines: Lines, more: (slot: Slot, field: string) => Verdict = () => accepted): Verdict {
  for (const dimension of dimensionsOf(lines)) {
    if (!view.state.dimensions.has(dimension)) {
      return reject('dimension-unknown', 'data.lines.columns', 'a declared dimension', dimension);
    }
  }
  const trees = new Trees(view.state);
  // Each coding and slot once: an import repeats them thousands of times.
  const seen = new Set<number>();
  let verdict = accepted;
  let at = -1;
  eachRow(view.journal, lines, (coding, slot) => {
    at++;
    const key = coding * 200_000 + slot;
    if (isLeft(verdict) || seen.has(key)) return;
    seen.add(key);
    verdict = checkCoding(view, trees, coding, slot, `data.lines.rows.${at}`);
    if (!isLeft(verdict)) verdict = more(slot, `data.lines.rows.${at}.month`);
  });
  return verdict;
}

/** The trees that lines are held against. Lines name few dimensions and months, and so many codes that each is asked about once. */
class Trees {
  readonly #state: LedgerState;
  readonly #dimensions = new Map<DimensionId, Dimension | undefined>();
  readonly #parents = new Map<string, ReadonlySet<Code>>();

  constructor(state: LedgerState) {
    this.#state = state;
  }

  dimension(id: DimensionId): Dimension | undefined {
    if (!this.#dimensions.has(id)) this.#dimensions.set(id, plain(this.#state.dimensions.get(id)));
    return this.#dimensions.get(id);
  }

  /** Whether codes lie beneath one and are open in a month. */
  isParent(dimension: Dimension, code: Code, month: Slot): boolean {
    const key = `${month} ${dimension.id}`;
    const parents = this.#parents.get(key) ?? parentsIn(dimension, month);
    this.#parents.set(key, parents);
    return parents.has(code);
  }
}

function checkCoding(view: View, trees: Trees, coding: CodingId, slot: Slot, row: string): Verdict {
  for (const [dimension, code] of Object.entries(view.journal.codings.codes(coding))) {
    const checked = checkCode(trees, dimension, code, slot, `${row}.${dimension}`);
    if (isLeft(checked)) return checked;
  }
  return accepted;
}

function checkCode(trees: Trees, dimensionId: string, code: string, slot: Slot, field: string): Either<Rejection, void> {
  const dimension = trees.dimension(dimensionId);
  const state = dimension?.codes.get(code);
  if (dimension === undefined || state === undefined) return reject('code-unknown', field, `a code of ${dimensionId}`, code);
  if (!isOpenIn(state, slot)) {
    const from = state.opened === 0 ? 'always' : slotText(state.opened);
    const to = state.closed === undefined ? 'on' : `to before ${slotText(state.closed)}`;
    return reject('code-closed', field, `a code open in ${slotText(slot)}; ${code} is open from ${from} ${to}`, code);
  }
  if (trees.isParent(dimension, code, monthSlot(slot))) {
    return reject(
      'code-has-children',
      field,
      `a code with none beneath it in ${slotText(slot)}; for the whole of ${code}, its residual child`,
      code,
    );
  }
  return accepted;
}

/** A rule for rows: each in one year. */
export const inYear =
  (year: string) =>
  (slot: Slot, field: string): Verdict =>
    yearOfSlot(slot) === Number(year) ? accepted : reject('year', field, `a month of ${year}, or ${year}`, slotText(slot));
