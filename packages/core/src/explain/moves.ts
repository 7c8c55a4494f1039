import type { Slot } from '../base/slot.js';
import type { LedgerState } from '../evolve/state.js';
import { evolve } from '../evolve/evolve.js';
import type { MutableState } from '../evolve/state.js';
import type { Layer } from '../journal/layer.js';
import type { Book } from '../replay/book.js';
import { bookAt, eventAt } from '../replay/book.js';
import { immer } from '../replay/immer.js';
import { Places, part } from '../table/placement.js';
import type { Selection } from '../table/spec.js';
import type { Base, Terms } from './subject.js';

/** What moved a number: lines, or a change of the trees that lines fall in. */
export type Mover = Base | 'organisation';

/** Called once for each line, or each coding that a change of organisation moves: öre as they count in the number. */
export type Visit = (position: number, mover: Mover, coding: number, ore: number, reason: number) => void;

const reorganising: ReadonlySet<string> = new Set(['CodeMoved', 'CodeSucceeded']);

/** How much of a line falls in a selection. */
export class Share {
  readonly #places: Places;
  readonly #where: Selection;
  readonly #book: Book;
  // A coding that is not split falls in wholly or not at all: by coding, or by coding and month where each is its own.
  readonly #whole = new Map<number, boolean | undefined>();

  constructor(book: Book, state: LedgerState, terms: Terms, where: Selection) {
    this.#book = book;
    this.#places = new Places(state, terms.organisation);
    this.#where = where;
  }

  of(coding: number, slot: Slot, ore: number): number {
    const whole = this.#falls(coding, slot);
    if (whole !== undefined) return whole ? ore : 0;
    const month = this.#places.month(slot);
    let share = 0;
    part(this.#places.place(this.#book.history.journal.codings.codes(coding), month), ore, (codes, each) => {
      if (this.#places.selects(this.#where, codes, month)) share += each;
    });
    return share;
  }

  #falls(coding: number, slot: Slot): boolean | undefined {
    const month = this.#places.month(slot);
    const key = this.#places.asWas ? coding * 200_000 + month : coding;
    if (this.#whole.has(key)) return this.#whole.get(key);
    const placement = this.#places.place(this.#book.history.journal.codings.codes(coding), month);
    const falls = 'codes' in placement ? this.#places.selects(this.#where, placement.codes, month) : undefined;
    this.#whole.set(key, falls);
    return falls;
  }
}

/**
 * Goes through all that moved a number after one position and up to another (`from` < `to`), in order: each line as it counts in the
 * organisation known when it was recorded, and each change of organisation by what it moved of the lines before it. Their sum is the
 * number at `to` less the number at `from`, each in its own organisation.
 */
export function eachMove(book: Book, terms: Terms, where: Selection, from: number, to: number, visit: Visit): void {
  const { journal } = book.history;
  const { coding, slot, layer, ore, position, reason } = journal.columns;
  const counts = (at: number): 1 | 0 | -1 =>
    (slot[at] as Slot) < terms.from || (slot[at] as Slot) > terms.to ? 0 : (terms.sign[layer[at] as Layer] ?? 0);

  let state = bookAt(book, from).state;
  let share = new Share(book, state, terms, where);
  let at = journal.lengthAt(from);

  const lines = (until: number): void => {
    for (; at < until; at++) {
      const sign = counts(at);
      if (sign === 0) continue;
      const falls = share.of(coding[at] as number, slot[at] as Slot, ore[at] as number);
      if (falls !== 0) visit(position[at] as number, terms.base[layer[at] as Layer] as Base, coding[at] as number, sign * falls, reason[at] as number);
    }
  };

  for (let place = from + 1; place <= to; place++) {
    const event = eventAt(book, place);
    if (event === undefined) break;
    if (event.stream !== 'structure') continue;
    lines(journal.lengthAt(place - 1));
    state = immer.produce(state, (draft) => evolve(draft as MutableState, event.type, event));
    if (!reorganising.has(event.type)) {
      share = new Share(book, state, terms, where);
      continue;
    }
    const after = new Share(book, state, terms, where);
    const moved = new Map<number, number>();
    for (let line = 0; line < at; line++) {
      const sign = counts(line);
      if (sign === 0) continue;
      const [each, when, amount] = [coding[line] as number, slot[line] as Slot, ore[line] as number];
      const change = sign * (after.of(each, when, amount) - share.of(each, when, amount));
      if (change !== 0) moved.set(each, (moved.get(each) ?? 0) + change);
    }
    for (const [each, change] of moved) if (change !== 0) visit(place, 'organisation', each, change, 0);
    share = after;
  }
  lines(journal.lengthAt(to));
}

/** Goes through the lines that a number is the sum of at a position, in the organisation known there. */
export function eachLine(book: Book, terms: Terms, where: Selection, at: number, visit: Visit): void {
  const { journal } = book.history;
  const { coding, slot, layer, ore, position, reason } = journal.columns;
  const share = new Share(book, bookAt(book, at).state, terms, where);
  const end = journal.lengthAt(at);
  for (let line = 0; line < end; line++) {
    const when = slot[line] as Slot;
    const sign = terms.sign[layer[line] as Layer] ?? 0;
    if (sign === 0 || when < terms.from || when > terms.to) continue;
    const falls = share.of(coding[line] as number, when, ore[line] as number);
    if (falls !== 0) visit(position[line] as number, terms.base[layer[line] as Layer] as Base, coding[line] as number, sign * falls, reason[line] as number);
  }
}

/** A number at a position, in öre, and whether any line is in it. */
export function valueAt(book: Book, terms: Terms, where: Selection, at: number): { readonly ore: number; readonly blank: boolean } {
  let ore = 0;
  let blank = true;
  eachLine(book, terms, where, at, (_position, _mover, _coding, each) => {
    ore += each;
    blank = false;
  });
  return { ore, blank };
}
