import { slotOf } from '../base/slot.js';
import { isLeft } from '../base/either.js';
import { Decimal } from '../base/decimal.js';
import { firstRepeated } from '../base/first-repeated.js';
import type { CodeClosed, CodeMoved, CodeOpened, CodeRenamed, CodeSucceeded, DimensionDeclared } from '../events/structure.js';
import { plain } from '../evolve/plain.js';
import type { CodeState, Dimension } from '../evolve/state.js';
import { isOpenIn, parentIn } from '../evolve/tree.js';
import type { Either } from '../base/either.js';
import { right } from '../base/either.js';
import type { Proposed, View } from './context.js';
import type { Rejection, Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

export function dimensionDeclared({ state }: View, { data }: Proposed<DimensionDeclared>): Verdict {
  return state.dimensions.has(data.dimension)
    ? reject('dimension-declared', 'data.dimension', 'a dimension not declared before', data.dimension)
    : accepted;
}

export function codeOpened({ state }: View, { data }: Proposed<CodeOpened>): Verdict {
  const dimension = dimensionOf(state.dimensions, data.dimension);
  if (isLeft(dimension)) return dimension;
  if (dimension.right.codes.has(data.code)) return reject('code-exists', 'data.code', 'a code not opened before', data.code);
  if (data.parent === undefined) return accepted;
  if (data.parent === data.code) return reject('circular', 'data.parent', 'another code', data.parent);
  return toVerdict(codeOf(dimension.right, data.parent, 'data.parent'));
}

export function codeRenamed({ state }: View, { data }: Proposed<CodeRenamed>): Verdict {
  return toVerdict(openCode(state.dimensions, data));
}

export function codeClosed({ state }: View, { data }: Proposed<CodeClosed>): Verdict {
  return toVerdict(openCode(state.dimensions, data));
}

export function codeMoved({ state }: View, { data }: Proposed<CodeMoved>): Verdict {
  const code = openCode(state.dimensions, data);
  if (isLeft(code)) return code;
  if (data.parent === undefined) return accepted;
  const dimension = state.dimensions.get(data.dimension) as Dimension;
  const parent = codeOf(dimension, data.parent, 'data.parent');
  if (isLeft(parent)) return parent;
  return circleAfterMove(plain(dimension), data.code, data.parent, slotOf(data.from))
    ? reject('circular', 'data.parent', `a code that is not ${data.code} or beneath it, from ${data.from} on`, data.parent)
    : accepted;
}

/** Whether a move closes a circle in the first month it holds in, or in any later one in which some code of the dimension moves. */
function circleAfterMove(dimension: Dimension, moved: string, parent: string, from: number): boolean {
  const own = dimension.codes.get(moved)?.parents ?? [];
  // The first entry of a code holds in all months before it as well.
  const first = own.some((entry) => entry.from < from) ? from : 0;
  const next = own.find((entry) => entry.from > from)?.from ?? Number.POSITIVE_INFINITY;
  const months = new Set([first]);
  for (const code of dimension.codes.values()) {
    for (const { from: since } of code.parents) if (since > first && since < next) months.add(since);
  }
  for (const month of months) {
    const passed = new Set<string>();
    for (let at: string | undefined = parent; at !== undefined && !passed.has(at);) {
      if (at === moved) return true;
      passed.add(at);
      const state: CodeState | undefined = dimension.codes.get(at);
      at = state === undefined ? undefined : parentIn(state, month);
    }
  }
  return false;
}

export function codeSucceeded({ state }: View, { data }: Proposed<CodeSucceeded>): Verdict {
  const { kind, predecessors, successors, from } = data;
  const dimension = dimensionOf(state.dimensions, data.dimension);
  if (isLeft(dimension)) return dimension;
  const counts = `${predecessors.length} into ${successors.length}`;
  const fits = {
    merge: predecessors.length > 1 && successors.length === 1,
    split: predecessors.length === 1 && successors.length > 1,
    replacement: predecessors.length === 1 && successors.length === 1,
  }[kind];
  if (!fits)
    return reject(
      'succession',
      'data.kind',
      { merge: 'several into one', split: 'one into several', replacement: 'one into one' }[kind],
      counts,
    );
  const all = [...predecessors, ...successors.map(({ code }) => code)];
  const twice = firstRepeated(all);
  if (twice !== undefined) return reject('succession', 'data', 'each code once', twice);
  for (const code of predecessors) {
    const found = openCode(state.dimensions, { dimension: data.dimension, code });
    if (isLeft(found)) return found;
  }
  const tree = plain(dimension.right);
  for (const { code } of successors) {
    const found = codeOf(dimension.right, code, 'data.successors');
    if (isLeft(found)) return found;
    if (!isOpenIn(found.right, slotOf(from))) return reject('code-closed', 'data.successors', `a code open in ${from}`, code);
    if (leadsTo(tree, code, predecessors))
      return reject('circular', 'data.successors', 'a code that none of the predecessors came from', code);
  }
  const shares = successors.flatMap(({ share }) => (share === undefined ? [] : [share]));
  if (shares.length === 0) return accepted;
  if (shares.length < successors.length)
    return reject('shares', 'data.successors', 'a share for each successor, or for none', `${shares.length} shares`);
  const sum = shares.reduce((so, share) => so.plus(share), new Decimal(0));
  return sum.equals(1) ? accepted : reject('shares', 'data.successors', 'shares that sum to 1', sum.toString());
}

/** Whether any of some codes comes after another, at any remove. Each code is passed once, however many ways lead to it. */
function leadsTo(dimension: Dimension, code: string, targets: readonly string[]): boolean {
  const passed = new Set([code]);
  for (const each of passed) {
    for (const successor of dimension.codes.get(each)?.succeeded?.successors ?? []) passed.add(successor.code);
  }
  return targets.some((target) => target !== code && passed.has(target));
}

function dimensionOf(dimensions: ReadonlyMap<string, Dimension>, id: string): Either<Rejection, Dimension> {
  const found = dimensions.get(id);
  return found === undefined ? reject('dimension-unknown', 'data.dimension', 'a declared dimension', id) : right(found);
}

function codeOf(dimension: Dimension, code: string, field: string): Either<Rejection, CodeState> {
  const found = dimension.codes.get(code);
  return found === undefined ? reject('code-unknown', field, `a code of ${dimension.id}`, code) : right(found);
}

/** A code that is not closed or succeeded yet. */
function openCode(
  dimensions: ReadonlyMap<string, Dimension>,
  at: { readonly dimension: string; readonly code: string },
): Either<Rejection, CodeState> {
  const dimension = dimensionOf(dimensions, at.dimension);
  if (isLeft(dimension)) return dimension;
  const code = codeOf(dimension.right, at.code, 'data.code');
  if (isLeft(code)) return code;
  return code.right.closed === undefined ? code : reject('code-closed', 'data.code', 'a code that is open', at.code);
}

const toVerdict = (found: Either<Rejection, unknown>): Verdict => (isLeft(found) ? found : accepted);
