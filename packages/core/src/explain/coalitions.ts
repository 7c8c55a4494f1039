import type { Slot } from '../base/slot.js';
import type { CodingId, Codings } from '../journal/codings.js';
import { Journal } from '../journal/journal.js';
import type { Layer } from '../journal/layer.js';
import type { Book } from '../replay/book.js';
import { shareOf } from './falls.js';
import type { Game } from './games.js';
import { lastWords } from './last-words.js';
import type { Settings } from './settings.js';
import { signOf } from './stood.js';
import type { Terms } from './subject.js';

/** v of each coalition, a bit set of players, in öre. */
export type Worth = (coalition: number) => bigint;

/** A game as coalitions play it. */
export interface Played {
  readonly worth: Worth;
  /** The events whose lines count in some coalition asked for so far, by position. */
  readonly counting: ReadonlySet<number>;
}

/** A journal of its own that numbers codings as another does. */
class Trial extends Journal {
  override readonly codings: Codings;

  constructor(codings: Codings) {
    super();
    this.codings = codings;
  }
}

/** What coalitions of a game's players would have moved, had only their events been recorded after what stood. */
export function coalitions(book: Book, terms: Terms, settings: Settings, game: Game, playerOf: (position: number) => number): Played {
  const counting = new Set<number>();
  const said = lastWords(book, terms, settings, game, playerOf, counting);
  const played = replayed(book, terms, settings, { ...game, codings: said.others }, playerOf, counting);
  return { counting, worth: (coalition) => said.worth(coalition) + played(coalition) };
}

/** v by posting the coalition's events, in log order, on a journal that starts from what stood, and taking them back again. */
function replayed(
  book: Book,
  terms: Terms,
  settings: Settings,
  game: Game,
  playerOf: (position: number) => number,
  counting: Set<number>,
): Worth {
  const { codings } = game;
  if (codings.size === 0) return () => 0n;
  const trial = new Trial(book.history.journal.codings);
  const { position, layer, coding, slot, ore } = book.history.journal.columns;
  for (const each of codings) {
    for (const at of settings.before(game, each)) {
      trial.append(position[at] as number, layer[at] as Layer, coding[at] as number, slot[at] as Slot, ore[at] as number);
    }
  }
  const events = game.bearings.map((bearing) => ({ bearing, bit: 1 << playerOf(bearing.position), rows: bearing.rowsOf(codings) }));
  return (coalition) => {
    const mark = trial.mark();
    for (const { bearing, bit, rows } of events) if ((coalition & bit) !== 0) bearing.post(trial, rows);
    let worth = 0n;
    for (let at = mark.length; at < trial.length; at++) {
      const counted = countedAt(trial, terms, settings, codings, at);
      if (counted === 0) continue;
      counting.add(trial.columns.position[at] as number);
      worth += BigInt(counted);
    }
    trial.rollback(mark);
    return worth;
  };
}

function countedAt(trial: Journal, terms: Terms, { falls }: Settings, codings: ReadonlySet<CodingId>, at: number): number {
  const { coding, slot, ore } = trial.columns;
  const sign = signOf(trial, terms, at);
  // A revision's scope reaches codings of other games too.
  if (sign === 0 || !codings.has(coding[at] as number)) return 0;
  return sign * shareOf(falls.at(coding[at] as number, slot[at] as Slot), ore[at] as number);
}
