import type { Draft as Mutable } from 'immer';
import type { Slot } from '../base/slot.js';
import { slotOf } from '../base/slot.js';
import type { CodeClosed, CodeMoved, CodeOpened, CodeRenamed, CodeSucceeded, DimensionDeclared } from '../events/structure.js';
import type { Placed } from './context.js';
import type { CodeState, MutableState, Since } from './state.js';

export function dimensionDeclared(state: MutableState, { data }: Placed<DimensionDeclared>): void {
  state.dimensions.set(data.dimension, { id: data.dimension, label: data.label, codes: new Map() });
}

export function codeOpened(state: MutableState, { data }: Placed<CodeOpened>): void {
  const dimension = state.dimensions.get(data.dimension);
  if (dimension === undefined) return;
  const opened = data.from === undefined ? 0 : slotOf(data.from);
  dimension.codes.set(data.code, {
    code: data.code,
    residual: data.residual === true,
    opened,
    closed: undefined,
    labels: [{ from: opened, value: data.label }],
    parents: [{ from: opened, value: data.parent }],
    succeeded: undefined,
  });
}

export function codeRenamed(state: MutableState, { data }: Placed<CodeRenamed>): void {
  const code = codeIn(state, data);
  if (code !== undefined) insert(code.labels, slotOf(data.from), data.label);
}

export function codeMoved(state: MutableState, { data }: Placed<CodeMoved>): void {
  const code = codeIn(state, data);
  if (code !== undefined) insert(code.parents, slotOf(data.from), data.parent);
}

export function codeClosed(state: MutableState, { data }: Placed<CodeClosed>): void {
  const code = codeIn(state, data);
  if (code !== undefined) code.closed = slotOf(data.from);
}

export function codeSucceeded(state: MutableState, { data }: Placed<CodeSucceeded>): void {
  for (const predecessor of data.predecessors) {
    const code = codeIn(state, { dimension: data.dimension, code: predecessor });
    if (code === undefined) continue;
    const from = slotOf(data.from);
    code.closed = from;
    code.succeeded = { from, successors: data.successors.map((successor) => ({ ...successor })) };
  }
}

function codeIn(state: MutableState, at: { readonly dimension: string; readonly code: string }): Mutable<CodeState> | undefined {
  return state.dimensions.get(at.dimension)?.codes.get(at.code);
}

/** Puts a value in its place by `from`; one that is there for the same month gives way, since the ledger learnt better. */
function insert<A>(entries: Mutable<Since<A>>[], from: Slot, value: A): void {
  const at = entries.findIndex((entry) => entry.from >= from);
  const entry = { from, value } as Mutable<Since<A>>;
  if (at < 0) entries.push(entry);
  else entries.splice(at, entries[at]?.from === from ? 1 : 0, entry);
}
