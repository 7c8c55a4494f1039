import type { Json } from '../base/canonical.js';
import type { Amount } from '../base/amount.js';
import { formatAmount } from '../base/amount.js';
import { slotText } from '../base/slot.js';
import type { Lines } from '../events/lines.js';
import type { Catalogue } from '../events/catalogue.js';
import { standardCatalogue } from '../events/families.js';
import { sameTexts } from '../events/lines.js';
import { codeIn } from '../events/reason.js';
import type { OutcomePosted } from '../events/outcome.js';
import type { Journal } from '../journal/journal.js';
import type { Actor, Recorded } from '../record/envelope.js';

const noRows: Lines['rows'] = [];

/**
 * The events of a history, in order. A posting's rows lie in the journal, one line a row, so the shelf does not hold them a second
 * time: they are most of what a ledger weighs. A posting is given back with its rows read from the journal, in the same words,
 * since an amount and a month have one spelling each.
 */
export class Shelf {
  readonly #journal: Journal;
  // An embedder's own type of that name may hold more than its lines.
  readonly #posting: string | undefined;
  readonly #events: Recorded[] = [];
  // The last posting given back: a trace asks for the event of each of its lines.
  #given: Recorded | undefined;
  #columns: readonly string[] = [];
  #actor: Actor | undefined;

  constructor(journal: Journal, catalogue: Catalogue) {
    const type = 'OutcomePosted';
    this.#journal = journal;
    this.#posting = catalogue.get(type) === standardCatalogue.get(type) ? type : undefined;
  }

  get length(): number {
    return this.#events.length;
  }

  /** Puts the next event on the shelf. Its lines are in the journal already. */
  push(event: Recorded): void {
    this.#events.push(event.type === this.#posting ? this.#withoutRows(event) : event);
  }

  /** An event but for the rows of a posting. `index` from 0. */
  outline(index: number): Recorded | undefined {
    return this.#events[index];
  }

  /** An event whole. `index` from 0. */
  at(index: number): Recorded | undefined {
    const event = this.#events[index];
    if (event === undefined || event.type !== this.#posting) return event;
    if (this.#given?.position === event.position) return this.#given;
    return (this.#given = this.#withRows(event));
  }

  /** Takes the events from an index on off the shelf; gives them back but for rows. */
  truncate(index: number): readonly Recorded[] {
    this.#given = undefined;
    return this.#events.splice(index);
  }

  #withoutRows(event: Recorded): Recorded {
    const data = event.data as unknown as OutcomePosted;
    const { columns } = data.lines;
    // A reason is not journalled with outcome.
    if (columns.includes('reason')) return event;
    if (!sameTexts(this.#columns, columns)) this.#columns = columns;
    const { actor } = event;
    if (this.#actor?.id !== actor.id || this.#actor.role !== actor.role) this.#actor = actor;
    const outline: OutcomePosted = { ...data, lines: { columns: this.#columns, rows: noRows } };
    return { ...event, actor: this.#actor, data: outline as unknown as Json };
  }

  #withRows(event: Recorded): Recorded {
    const data = event.data as unknown as OutcomePosted;
    const { columns, rows } = data.lines;
    if (rows.length > 0) return event;
    const { codings, columns: lines } = this.#journal;
    const cellsAt = columns.map((column) => (at: number): string | null => {
      if (column === 'month') return slotText(lines.slot[at] as number);
      if (column === 'amount') return formatAmount(lines.ore[at] as Amount);
      return codeIn(codings.codes(lines.coding[at] as number), column) ?? null;
    });
    const [from, to] = this.#journal.linesOf(event.position);
    const restored = Array.from({ length: to - from }, (_, index) => cellsAt.map((cell) => cell(from + index)));
    return { ...event, data: { ...data, lines: { columns, rows: restored } } };
  }
}
