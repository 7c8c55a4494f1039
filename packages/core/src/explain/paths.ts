import type { Either } from '../base/either.js';
import { left, right } from '../base/either.js';
import { yearSlot, slotOf } from '../base/slot.js';
import type { Recorded } from '../record/envelope.js';
import { labelIn } from '../evolve/tree.js';
import type { Book } from '../replay/book.js';
import { bookAt, eventAt } from '../replay/book.js';
import { Places } from '../table/placement.js';
import type { ExplainError, Part } from './explanation.js';
import type { Mover } from './moves.js';
import type { Subject } from './subject.js';
import type { PartName } from './tally.js';

/** How moves are sorted into parts, and what those are called. */
export interface Paths {
  /** The ids from the outermost part down; none where nothing explains the move. */
  readonly of: (position: number, mover: Mover, coding: number, reason: number) => readonly string[];
  readonly name: (path: readonly string[]) => PartName;
  /** Reasons stated without a line that names them, to stand beside the others. */
  readonly statedOnly?: readonly Part[];
}

/** The part of a change that the trees make, by no line at all. */
export const reorganisation = 'reorganisation';

const attributes: Readonly<Record<'event' | 'actor' | 'decision', (event: Recorded) => { readonly id: string; readonly label: string }>> = {
  event: ({ id, type, data }) => ({ id, label: labelled(data) ?? type }),
  actor: ({ actor: { role, id } }) => ({ id: `${role} ${id}`, label: `${role} ${id}` }),
  decision: ({ decision }) => {
    if (decision === undefined) return { id: 'none', label: 'none' };
    const { body, date, paragraph, registryNumber } = decision;
    const label = [body, date, paragraph, registryNumber].filter((each) => each !== undefined).join(' ');
    return { id: label, label };
  },
};

function labelled(data: Recorded['data']): string | undefined {
  return typeof data === 'object' && data !== null && 'label' in data && typeof data.label === 'string' ? data.label : undefined;
}

/** Parts by event, actor or decision: all of a change has one. */
export function byAttribute(book: Book, by: 'event' | 'actor' | 'decision'): Paths {
  const labels = new Map<string, string>();
  return {
    of: (position) => {
      const event = eventAt(book, position);
      if (event === undefined) return [];
      const { id, label } = attributes[by](event);
      labels.set(id, label);
      return [id];
    },
    name: ([id = '']) => ({ label: labels.get(id) ?? id }),
  };
}

/** Parts by the codes beneath one, as deep as the tree goes, in the organisation at the later cut. */
export function byUnit(
  book: Book, subject: Subject, unit: { readonly dimension: string; readonly beneath: string } | undefined, to: number,
): Either<ExplainError, Paths> {
  const first = Object.entries(subject.where)[0];
  const { dimension, beneath } = unit ?? { dimension: first?.[0] ?? '', beneath: first?.[1][0] ?? '' };
  const { state } = bookAt(book, to);
  const tree = state.dimensions.get(dimension);
  if (tree === undefined) return left({ _tag: 'ExplainError', reason: 'unknown-dimension', expected: 'a dimension to part units by', got: dimension || 'none' });
  if (!tree.codes.has(beneath)) return left({ _tag: 'ExplainError', reason: 'unknown-code', expected: `a code of ${dimension}`, got: beneath });
  const month = 'year' in subject.span ? yearSlot(subject.span.year) + 12 : slotOf(subject.span.period);
  const places = new Places(state, subject.organisation ?? ('year' in subject.span ? `${subject.span.year}-12` : subject.span.period));
  const known = new Map<number, readonly string[]>();
  const pathOf = (coding: number): readonly string[] => {
    const memo = known.get(coding);
    if (memo !== undefined) return memo;
    const codes = book.history.journal.codings.codes(coding);
    const placed = places.place(codes, month);
    const code = ('codes' in placed ? placed.codes : codes)[dimension];
    const up = code === undefined ? [] : [...places.path(dimension, code, month)];
    const end = up.indexOf(beneath);
    const path = (end < 0 ? up : up.slice(0, end)).reverse();
    known.set(coding, path);
    return path;
  };
  return right({
    of: (_position, mover, coding) => (mover === 'organisation' ? [reorganisation] : pathOf(coding)),
    name: (path) => {
      const id = path.at(-1) ?? '';
      const code = tree.codes.get(id);
      if (path.length === 1 && code === undefined) return { label: id, driver: 'reorganisation', order: '\uffff' };
      return { label: code === undefined ? id : labelIn(code, month), order: id };
    },
  });
}

