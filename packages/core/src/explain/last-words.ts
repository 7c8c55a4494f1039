import type { Slot } from '../base/slot.js';
import type { CodingId } from '../journal/codings.js';
import { layer } from '../journal/layer.js';
import { eachRow } from '../journal/rows.js';
import type { Book } from '../replay/book.js';
import type { Bearing } from './bearing.js';
import { fallsWholly } from './falls.js';
import type { Game } from './games.js';
import type { Settings } from './settings.js';
import type { Terms } from './subject.js';

/** v of coalitions on those codings of a game where it is what was said last, and the codings where it is not. */
export interface LastWords {
  readonly worth: (coalition: number) => bigint;
  readonly others: ReadonlySet<CodingId>;
}

/** Codings on which the same events bear: what stood, and what each event makes of it, summed. */
interface Class {
  before: number;
  readonly said: { readonly bit: number; ore: number }[];
}

/**
 * A revision says what a coding's forecast is, whatever stood. So a coalition's forecast is what its last revision says, and need not
 * be posted: with many codings and twelve groups that would be thousands of replays. Only where a line falls in the selection in part
 * does it matter, by an öre, which lines led there.
 */
export function lastWords(
  book: Book,
  terms: Terms,
  settings: Settings,
  game: Game,
  playerOf: (position: number) => number,
  counting: Set<number>,
): LastWords {
  if (game.field !== 'forecast') return { worth: () => 0n, others: game.codings };
  const others = new Set<CodingId>();
  const classes = new Map<string, Class>();
  const saidBy = new Map(game.bearings.map((bearing) => [bearing, sayings(book, terms, bearing, game.codings)]));
  const sign = terms.sign[layer.forecast] ?? 0;
  for (const coding of game.codings) {
    const bearings = game.bearings.filter(({ codings }) => codings.has(coding));
    const falls = fallsWholly(settings.falls, terms.from, terms.to, coding);
    if (falls === undefined) others.add(coding);
    if (falls !== true) continue;
    const key = bearings.map(({ position }) => position).join();
    const before = sign * standing(book, terms, settings.before(game, coding));
    let own = classes.get(key);
    if (own === undefined) {
      classes.set(key, (own = { before: 0, said: bearings.map(({ position }) => ({ bit: 1 << playerOf(position), ore: 0 })) }));
    }
    own.before += before;
    let stood = new Set([before]);
    bearings.forEach((bearing, at) => {
      const ore = sign * (saidBy.get(bearing)?.get(coding) ?? 0);
      const word = own.said[at];
      if (word !== undefined) word.ore += ore;
      // It counts where it says something else than what stood in some coalition.
      if (stood.size > 1 || !stood.has(ore)) counting.add(bearing.position);
      if (stood.size < 2) stood = new Set([...stood, ore]);
    });
  }
  const all = [...classes.values()];
  const worth = (coalition: number): bigint =>
    all.reduce((sum, { before, said }) => {
      let at = said.length - 1;
      while (at >= 0 && ((said[at]?.bit ?? 0) & coalition) === 0) at--;
      return at < 0 ? sum : sum + BigInt((said[at]?.ore ?? 0) - before);
    }, 0n);
  return { worth, others };
}

const counts = ({ from, to }: Terms, slot: Slot): boolean => slot >= from && slot <= to;

/** What an event says for some codings, in the span: öre by coding. */
function sayings(book: Book, terms: Terms, bearing: Bearing, codings: ReadonlySet<CodingId>): ReadonlyMap<CodingId, number> {
  const said = new Map<CodingId, number>();
  for (const lines of bearing.rowsOf(codings)) {
    eachRow(book.history.journal, lines, (coding, slot, ore) => {
      if (counts(terms, slot)) said.set(coding, (said.get(coding) ?? 0) + ore);
    });
  }
  return said;
}

function standing(book: Book, terms: Terms, lines: readonly number[]): number {
  const { slot, ore } = book.history.journal.columns;
  return lines.reduce((sum, at) => (counts(terms, slot[at] as Slot) ? sum + (ore[at] as number) : sum), 0);
}
