import type { Slot } from '../base/slot.js';
import type { Codes } from '../events/reason.js';
import type { CodingId } from '../journal/codings.js';
import type { Layer } from '../journal/layer.js';
import type { Book } from '../replay/book.js';
import { bookAt, outlineAt } from '../replay/book.js';
import type { Selection } from '../table/spec.js';
import { eachPiece, Falls, shareOf } from './falls.js';
import { signOf, Stood } from './stood.js';
import type { Base, Terms } from './subject.js';
import { isStructural, Trees } from './trees.js';

/** What moved a number: lines, or a change of the trees that lines fall in. */
export type Mover = Base | 'organisation';

/** A line, or the part of it that falls on one set of codes. */
export interface LineMove {
  readonly position: number;
  readonly mover: Base;
  readonly coding: CodingId;
  readonly slot: Slot;
  /** Öre as they count in the number. */
  readonly ore: number;
  /** The number of the reason that the line names; 0 for none. */
  readonly reason: number;
  /** Where it falls, and in which month's organisation. */
  readonly codes: Codes;
  readonly month: Slot;
}

/** What a change of the trees moved in all; 0 where what came in is what went out. */
export interface TreeMove {
  readonly position: number;
  readonly mover: 'organisation';
  readonly ore: number;
}

export type Move = LineMove | TreeMove;
export type Visit<M = Move> = (move: M) => void;

/** Goes through some lines that count in a number, from one index of the journal and up to another. */
function eachOf(book: Book, terms: Terms, falls: Falls, from: number, to: number, visit: Visit<LineMove>): void {
  const { journal } = book.history;
  const { coding, slot, layer, ore, position, reason } = journal.columns;
  for (let at = from; at < to; at++) {
    const sign = signOf(journal, terms, at);
    const amount = ore[at] as number;
    if (sign === 0 || amount === 0) continue;
    const fall = falls.at(coding[at] as number, slot[at] as Slot);
    eachPiece(fall, amount, (codes, each) =>
      visit({
        position: position[at] as number,
        mover: terms.base[layer[at] as Layer] as Base,
        coding: coding[at] as number,
        slot: slot[at] as Slot,
        ore: sign * each,
        reason: reason[at] as number,
        codes,
        month: fall.month,
      }),
    );
  }
}

/**
 * Goes through all that moved a number after one position and up to another (`from` < `to`), in order: each line as it counts in the
 * organisation known when it was recorded, and each change of organisation by what it moved of the lines before it. Their sum is the
 * number at `to` less the number at `from`, each in its own organisation.
 */
export function eachMove(book: Book, terms: Terms, where: Selection, from: number, to: number, visit: Visit): void {
  const { journal } = book.history;
  let done = journal.lengthAt(from);
  const falls = eachTreeMove(book, terms, where, from, to, visit, (until, seen) => {
    eachOf(book, terms, seen, done, until, visit);
    done = until;
    return done;
  });
  eachOf(book, terms, falls, done, journal.lengthAt(to), visit);
}

/**
 * The same sum told otherwise: each line as it counts in the organisation known at `to`, and each change of organisation by what it
 * moved of the lines that stood at `from` already. So what an event did stays with it, whatever became of its unit.
 */
export function eachSettledMove(book: Book, terms: Terms, where: Selection, from: number, to: number, visit: Visit): void {
  const { journal } = book.history;
  const stood = journal.lengthAt(from);
  const falls = eachTreeMove(book, terms, where, from, to, visit, () => stood);
  eachOf(book, terms, falls, stood, journal.lengthAt(to), visit);
}

/**
 * Goes through what changes of the trees moved. Before each, `standing` is told how many lines have been recorded, and how those fall;
 * it says how many of them the change is to move.
 */
function eachTreeMove(
  book: Book,
  terms: Terms,
  where: Selection,
  from: number,
  to: number,
  visit: Visit<TreeMove>,
  standing: (until: number, falls: Falls) => number,
): Falls {
  const { journal } = book.history;
  const trees = new Trees(book, from);
  const falls = new Falls(journal.codings, trees.state, terms.organisation, where);
  const stood = new Stood(journal, terms, falls);
  for (let position = from + 1; position <= to; position++) {
    const event = outlineAt(book, position);
    if (event === undefined || !isStructural(event)) continue;
    stood.gather(standing(journal.lengthAt(position - 1), falls));
    const reach = trees.reach(event, stood.used);
    const before = stood.falls(reach);
    trees.take(event);
    falls.renew(trees.state, before.keys());
    const ore = stood.change(before, stood.falls(reach));
    if (ore !== undefined) visit({ position, mover: 'organisation', ore });
  }
  return falls;
}

/** Goes through the lines that a number is the sum of at a position, in the organisation known there. */
export function eachLine(book: Book, terms: Terms, where: Selection, at: number, visit: Visit<LineMove>): void {
  const { journal } = book.history;
  const falls = new Falls(journal.codings, bookAt(book, at).state, terms.organisation, where);
  eachOf(book, terms, falls, 0, journal.lengthAt(at), visit);
}

/** A number at a position, in öre, and whether any line is in it. */
export function valueAt(book: Book, terms: Terms, where: Selection, at: number): { readonly ore: number; readonly blank: boolean } {
  const { journal } = book.history;
  const { coding, slot, ore } = journal.columns;
  const falls = new Falls(journal.codings, bookAt(book, at).state, terms.organisation, where);
  const end = journal.lengthAt(at);
  let sum = 0;
  let blank = true;
  for (let line = 0; line < end; line++) {
    const sign = signOf(journal, terms, line);
    if (sign === 0) continue;
    const fall = falls.at(coding[line] as number, slot[line] as Slot);
    if (fall.selected.size === 0) continue;
    blank = false;
    sum += sign * shareOf(fall, ore[line] as number);
  }
  return { ore: sum, blank };
}
