import type { Slot } from '../base/slot.js';
import type { Codes } from '../events/reason.js';
import { codeIn } from '../events/reason.js';
import { parentIn } from '../evolve/tree.js';
import type { LedgerState } from '../evolve/state.js';
import type { Book } from '../replay/book.js';
import { bookAt } from '../replay/book.js';
import { Places } from '../table/placement.js';
import type { Selection } from '../table/spec.js';
import type { Subject } from './subject.js';
import { monthOf, organisationOf } from './subject.js';

/** Codes by dimension as a selection. */
export const selectionOf = (codes: Codes | undefined): Selection =>
  Object.fromEntries(Object.entries(codes ?? {}).map(([dimension, code]) => [dimension, [code]]));

/** The trees that a subject is narrowed by: those known at a cut, in the organisation it is seen in. */
export class Narrowing {
  readonly #state: LedgerState;
  readonly #places: Places;
  readonly #month: Slot;

  constructor(book: Book, subject: Subject, at: number) {
    this.#state = bookAt(book, at).state;
    this.#places = new Places(this.#state, organisationOf(subject));
    this.#month = monthOf(subject);
  }

  /** A selection without the dimensions in which it names all roots, since there it leaves nothing out. */
  #narrow(where: Selection): Selection {
    return Object.fromEntries(
      Object.entries(where).filter(([dimension, wanted]) => this.#roots(dimension).some((root) => !wanted.includes(root))),
    );
  }

  /** The codes beneath none that lines still lie on: one that goes on in others is no root of its own. */
  #roots(dimension: string): readonly string[] {
    const codes = [...(this.#state.dimensions.get(dimension)?.codes.values() ?? [])];
    return codes.filter((code) => parentIn(code, this.#month) === undefined && this.#stays(dimension, code.code)).map(({ code }) => code);
  }

  #stays(dimension: string, code: string): boolean {
    const placed = this.#places.place({ [dimension]: code }, this.#month);
    return 'codes' in placed && codeIn(placed.codes, dimension) === code;
  }

  /** What a selection leaves out, as a text to compare by. */
  text(where: Selection): string {
    return Object.entries(this.#narrow(where))
      .map(([dimension, wanted]) => JSON.stringify([dimension, ...[...wanted].sort()]))
      .sort()
      .join();
  }

  /** Whether codes lie within a selection; those of nothing in particular lie in the whole only. */
  takes(where: Selection): (codes: Codes | undefined) => boolean {
    const narrow = this.#narrow(where);
    return (codes) => this.#places.selects(narrow, codes ?? {}, this.#month);
  }

  /** Whether no line can lie both on these codes and on those. */
  apart(these: Codes, those: Codes): boolean {
    return Object.entries(these).some(([dimension, code]) => {
      const other = codeIn(those, dimension);
      if (other === undefined) return false;
      const path = (of: string): ReadonlySet<string> => this.#places.path(dimension, of, this.#month);
      return !path(code).has(other) && !path(other).has(code);
    });
  }
}
