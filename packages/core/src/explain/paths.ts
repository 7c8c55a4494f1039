import type { Either } from '../base/either.js';
import { left, right } from '../base/either.js';
import type { Slot } from '../base/slot.js';
import type { Codes } from '../events/reason.js';
import { codeIn } from '../events/reason.js';
import { labelIn } from '../evolve/tree.js';
import type { Recorded } from '../record/envelope.js';
import type { Book } from '../replay/book.js';
import { bookAt, outlineAt } from '../replay/book.js';
import type { Placement } from '../table/placement.js';
import { part, Places } from '../table/placement.js';
import type { ExplainError } from './explanation.js';
import type { Move } from './moves.js';
import type { Subject } from './subject.js';
import { monthOf, organisationOf } from './subject.js';
import type { PartName, Tally } from './tally.js';
import { keyOf } from './tally.js';

/** How moves are sorted into parts, and what those are called. */
export interface Paths {
  /** Adds a move to the part it belongs to: at ids from the outermost part down; at none where nothing explains it. */
  readonly sort: (tally: Tally, move: Move) => void;
  readonly name: (path: readonly string[]) => PartName;
  /** Adds what is to be told beside the moves, when all of them are sorted. */
  readonly finish?: (tally: Tally) => void;
}

/** The part of a change that the trees make, by no line at all. */
export const reorganisation = 'reorganisation';
export const reorganisationKey: string = keyOf(reorganisation);

const labelled = (data: Recorded['data']): string | undefined =>
  typeof data === 'object' && data !== null && 'label' in data && typeof data.label === 'string' ? data.label : undefined;

interface Attribute {
  /** Never the same for two; a part's id may be. */
  readonly key: string;
  readonly id: string;
  readonly label: string;
}

const attributes: Readonly<Record<'event' | 'actor' | 'decision', (event: Recorded) => Attribute>> = {
  event: ({ id, type, data }) => ({ key: id, id, label: labelled(data) ?? type }),
  actor: ({ actor: { role, id } }) => ({ key: `${role}\n${id}`, id: `${role} ${id}`, label: `${role} ${id}` }),
  decision: ({ decision }) => {
    if (decision === undefined) return { key: keyOf('none'), id: 'none', label: 'none' };
    const { body, date, paragraph, registryNumber } = decision;
    const label = [body, date, paragraph, registryNumber].filter((each) => each !== undefined).join(' ');
    return { key: `${body}\n${date}\n${paragraph ?? ''}\n${registryNumber ?? ''}`, id: label, label };
  },
};

/** Parts by event, actor or decision: all of a change has one. */
export function byAttribute(book: Book, by: 'event' | 'actor' | 'decision'): Paths {
  const known = new Map<string, Attribute>();
  let last: { readonly position: number; readonly path: readonly string[] } | undefined;
  const pathAt = (position: number): readonly string[] => {
    const event = outlineAt(book, position);
    if (event === undefined) return [];
    const attribute = attributes[by](event);
    known.set(attribute.key, attribute);
    return [attribute.key];
  };
  return {
    sort: (tally, { position, ore }) => {
      if (last?.position !== position) last = { position, path: pathAt(position) };
      tally.add(last.path, position, ore);
    },
    name: ([key = '']) => {
      const { id, label } = known.get(key) ?? { id: key, label: key };
      return { id, label };
    },
  };
}

/**
 * Parts by the codes beneath one, as deep as the tree goes, in the organisation at the later cut. What lies elsewhere has a part by the
 * root it lies beneath; what has no code in the dimension is unexplained.
 */
export function byUnit(
  book: Book,
  subject: Subject,
  unit: { readonly dimension: string; readonly beneath: string } | undefined,
  to: number,
): Either<ExplainError, Paths> {
  const first = Object.entries(subject.where)[0];
  const { dimension, beneath } = unit ?? { dimension: first?.[0] ?? '', beneath: first?.[1][0] ?? '' };
  const { state } = bookAt(book, to);
  const tree = state.dimensions.get(dimension);
  if (tree === undefined) {
    return left({
      _tag: 'ExplainError',
      reason: 'unknown-dimension',
      expected: 'a dimension known at the cut, to part units by',
      got: dimension || 'none',
    });
  }
  if (!tree.codes.has(beneath)) {
    return left({ _tag: 'ExplainError', reason: 'unknown-code', expected: `a code of ${dimension} known at the cut`, got: beneath });
  }
  const places = new Places(state, organisationOf(subject));
  const pathOf = pathsBeneath(places, dimension, beneath);
  const named = monthOf(subject);
  const placements = new Map<Slot, Map<Codes, Placement>>();
  const placementOf = (codes: Codes, month: Slot): Placement => {
    let known = placements.get(month);
    if (known === undefined) placements.set(month, (known = new Map()));
    let placement = known.get(codes);
    if (placement === undefined) known.set(codes, (placement = places.place(codes, month)));
    return placement;
  };
  return right({
    sort: (tally, move) => {
      if (move.mover === 'organisation') return tally.add([reorganisationKey], move.position, move.ore);
      // A code that was succeeded since the line was recorded is shown as what it went on in.
      part(placementOf(move.codes, move.month), move.ore, (codes, ore) => {
        if (ore !== 0) tally.add(pathOf(codeIn(codes, dimension), move.month), move.position, ore);
      });
    },
    name: (path) => {
      const id = path.at(-1) ?? '';
      if (id === reorganisationKey) return { id: reorganisation, label: reorganisation, driver: 'reorganisation', order: '\uffff' };
      const code = tree.codes.get(id);
      return { label: code === undefined ? id : labelIn(code, named), order: id };
    },
  });
}

/** The codes from right beneath one down to another; from its root down where it lies elsewhere. */
function pathsBeneath(places: Places, dimension: string, beneath: string): (code: string | undefined, month: Slot) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (code, month) => {
    if (code === undefined) return [];
    const key = `${month} ${code}`;
    let path = known.get(key);
    if (path === undefined) {
      const up = [...places.path(dimension, code, month)];
      const end = up.indexOf(beneath);
      known.set(key, (path = (end < 0 ? up : up.slice(0, end)).reverse()));
    }
    return path;
  };
}
