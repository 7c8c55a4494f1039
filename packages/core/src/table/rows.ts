import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import { firstRepeated } from '../base/first-repeated.js';
import type { Slot } from '../base/slot.js';
import type { Code, DimensionId } from '../events/fields.js';
import type { Codes } from '../events/reason.js';
import { codeIn } from '../events/reason.js';
import type { Dimension, LedgerState } from '../evolve/state.js';
import { childrenIn, labelIn } from '../evolve/tree.js';
import type { Places } from './placement.js';
import type { Row, RowPerCode, Selection, TableSpec } from './spec.js';
import type { TableError } from './table.js';

/** A row with everything decided: what it takes and how it stands among the others. */
export interface PlainRow {
  readonly id: string;
  readonly label: string;
  readonly level: number;
  readonly memo: boolean;
  readonly parent: string | undefined;
  readonly where: Selection;
  /** Only lines on this very code, not beneath it. */
  readonly exactly: { readonly dimension: DimensionId; readonly code: Code } | undefined;
  /** Shown always, when any line fell on it, or only when not 0. */
  readonly shown: 'always' | 'any-line' | 'not-zero';
}

const refuse = (reason: TableError['reason'], where: string, expected: string, got: string): Either<TableError, never> =>
  left({ _tag: 'TableError', reason, where, expected, got });

/** The rows of a specification in the organisation of a month. Left: `TableError`. */
export function plainRows(spec: TableSpec, state: LedgerState, month: Slot): Either<TableError, readonly PlainRow[]> {
  const rows: PlainRow[] = [];
  for (const row of spec.rows) {
    const checked = checkSelection(state, row);
    if (isLeft(checked)) return checked;
    if ('each' in row) rows.push(...rowsPerCode(row, state.dimensions.get(row.each) as Dimension, month));
    else {
      const { id, label, level, where, memo } = row;
      rows.push({ id, label, level, where, memo: memo === true, parent: undefined, exactly: undefined, shown: 'always' });
    }
  }
  const ids = rows.map(({ id }) => id);
  const twice = firstRepeated(ids);
  return twice === undefined ? right(rows) : refuse('duplicate-id', `row ${twice}`, 'each row id once', twice);
}

function checkSelection(state: LedgerState, row: Row): Either<TableError, void> {
  const name = 'each' in row ? `rows per ${row.each}` : `row ${row.id}`;
  const wanted = Object.entries<readonly Code[]>(row.where ?? {});
  for (const [dimension, codes] of 'each' in row ? [...wanted, [row.each, [row.beneath]] as const] : wanted) {
    const known = state.dimensions.get(dimension);
    if (known === undefined) return refuse('unknown-dimension', name, 'a dimension known at the cut', dimension);
    const unknown = codes.find((code) => !known.codes.has(code));
    if (unknown !== undefined) return refuse('unknown-code', name, `a code of ${dimension} known at the cut`, unknown);
  }
  return right(undefined);
}

function rowsPerCode(row: RowPerCode, dimension: Dimension, month: Slot): readonly PlainRow[] {
  const children = childrenIn(dimension, month);
  // Each code once: a circle, which decide refuses, is cut where it closes.
  const passed = new Set([row.beneath]);
  const walk = (parent: Code, depth: number): readonly PlainRow[] =>
    (children.get(parent) ?? []).flatMap((code): readonly PlainRow[] => {
      if (passed.size === passed.add(code.code).size) return [];
      const label = labelIn(code, month);
      const base = { memo: false, parent: depth === 1 ? undefined : parent } as const;
      const own: PlainRow = {
        ...base,
        id: code.code,
        label,
        level: row.level + depth - 1,
        where: { ...row.where, [row.each]: [code.code] },
        exactly: undefined,
        shown: code.residual ? 'not-zero' : 'any-line',
      };
      if (row.depth !== undefined && depth >= row.depth) return [own];
      const beneath = walk(code.code, depth + 1);
      if (beneath.length === 0) return [own];
      const direct: PlainRow = {
        ...own,
        id: `${code.code}*`,
        label: row.residualLabel ?? label,
        level: own.level + 1,
        parent: code.code,
        exactly: { dimension: row.each, code: code.code },
        shown: 'not-zero',
      };
      return row.order === 'parent-first' ? [own, ...beneath, direct] : [...beneath, direct, own];
    });
  return walk(row.beneath, 1);
}

/** Finds the rows that a set of codes falls on. Rows are looked up by code on the way up a tree, not tried one by one. */
export function rowFinder(rows: readonly PlainRow[], places: Places): (codes: Codes, month: Slot) => readonly number[] {
  const always: number[] = [];
  const index = new Map<DimensionId, Map<Code, number[]>>();
  rows.forEach(({ where }, at) => {
    // Any one dimension leads to the row; the last is the one that rows made per code differ in.
    const last = Object.entries(where).at(-1);
    if (last === undefined) {
      always.push(at);
      return;
    }
    const [dimension, codes] = last;
    const byCode = index.get(dimension) ?? new Map<Code, number[]>();
    index.set(dimension, byCode);
    for (const code of new Set(codes)) byCode.set(code, [...(byCode.get(code) ?? []), at]);
  });
  const takes = ({ where, exactly }: PlainRow, codes: Codes, month: Slot): boolean =>
    (exactly === undefined || codeIn(codes, exactly.dimension) === exactly.code) && places.selects(where, codes, month);
  return (codes, month) => {
    const found = new Set(always);
    for (const [dimension, byCode] of index) {
      const code = codeIn(codes, dimension);
      if (code === undefined) continue;
      for (const above of places.path(dimension, code, month)) {
        for (const at of byCode.get(above) ?? []) if (takes(rows[at] as PlainRow, codes, month)) found.add(at);
      }
    }
    return [...found];
  };
}
