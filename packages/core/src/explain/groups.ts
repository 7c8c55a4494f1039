import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import { SLOTS_A_YEAR } from '../base/slot.js';
import type { OutcomeReversed } from '../events/outcome.js';
import type { CodingId } from '../journal/codings.js';
import type { Recorded } from '../record/envelope.js';
import type { Book } from '../replay/book.js';
import { bookAt, eventAt, findEvent, outlineAt } from '../replay/book.js';
import type { Selection } from '../table/spec.js';
import type { ExplainError, Part } from './explanation.js';
import { bearings } from './bearing.js';
import { coalitions } from './coalitions.js';
import { Falls, fallsWholly } from './falls.js';
import type { Game } from './games.js';
import { gamesOf, tieOf } from './games.js';
import type { Move } from './moves.js';
import { eachSettledMove } from './moves.js';
import { reorganisation } from './paths.js';
import type { Rational } from './rational.js';
import { largestRemainder, noughtRational, plus, rational } from './rational.js';
import { Settings } from './settings.js';
import { maxGroups, shapley } from './shapley.js';
import type { Terms } from './subject.js';
import { tidy } from './tally.js';

/** The cuts that groups are told apart between, by position. */
export interface Between {
  readonly from: number;
  readonly to: number;
}

/** What a group has of a change, exactly, and the events of it that count. */
export interface GroupShare {
  /** Undefined for what the trees moved, which is nobody's. */
  readonly group: string | undefined;
  readonly share: Rational;
  /** In order. */
  readonly positions: readonly number[];
}

/**
 * Parts by group of events, independent of the order in which the groups came. What one group alone moved is a plain sum; where several
 * bear on the same coding, each gets its Shapley value, v of a coalition being what the number would be had only its events been
 * recorded (evolve, never decide). Changes of the trees are in every coalition, and what they moved of the lines before is a part of
 * its own. A reversal belongs to what it reverses.
 *
 * Left: `ExplainError`, reason `too-many-groups`: more than twelve bear on one coding.
 */
export function byGroup(
  book: Book,
  terms: Terms,
  where: Selection,
  between: Between,
  groupOf: (event: Recorded) => string,
): Either<ExplainError, readonly Part[]> {
  const shares = groupShares(book, terms, where, between, groupOf);
  if (isLeft(shares)) return shares;
  const whole = largestRemainder(shares.right.map(({ share }) => share));
  return right(
    shares.right.map(({ group, positions }, index) => ({
      id: group ?? reorganisation,
      label: group ?? reorganisation,
      amount: tidy(Number(whole[index] ?? 0n)),
      driver: group === undefined ? 'reorganisation' : undefined,
      evidence: undefined,
      events: positions.map((position) => outlineAt(book, position)?.id ?? ''),
      parts: [],
      unexplained: tidy(0),
    })),
  );
}

/** The same before rounding: groups in order of their first event that counts, the trees last. */
export function groupShares(
  book: Book,
  terms: Terms,
  where: Selection,
  between: Between,
  groupOf: (event: Recorded) => string,
): Either<ExplainError, readonly GroupShare[]> {
  const { from, to } = between;
  const ofPosition = groupsByPosition(book, from, groupOf);
  const falls = new Falls(book.history.journal.codings, bookAt(book, to).state, terms.organisation, where);
  const wholeYear = terms.to - terms.from === SLOTS_A_YEAR - 1;
  const isSum = (coding: CodingId): boolean => wholeYear && fallsWholly(falls, terms.from, terms.to, coding) !== undefined;
  const games = gamesOf(bearings(book, terms, from, to), ofPosition, isSum);
  const crowd = games.find(({ players }) => players.length > maxGroups);
  if (crowd !== undefined) {
    const expected = `at most ${maxGroups} groups that bear on one coding`;
    return left({ _tag: 'ExplainError', reason: 'too-many-groups', expected, got: String(crowd.players.length) });
  }
  const shares = new Shares();
  const tied = new Set(games.flatMap(({ field, codings }) => [...codings].map((coding) => tieOf(field, coding))));
  eachSettledMove(book, terms, where, from, to, (move) => {
    if (move.mover === 'organisation') shares.move(undefined, move);
    else if (move.mover === 'outcome' || !tied.has(tieOf(move.mover, move.coding))) shares.move(ofPosition(move.position), move);
  });
  if (games.length > 0) {
    const settings = new Settings(book, terms, falls, from, games);
    for (const game of games) play(book, terms, settings, game, ofPosition, shares);
  }
  return right(shares.inOrder());
}

/** Gives each player of a game its Shapley value, and says which of its events it comes from. */
function play(book: Book, terms: Terms, settings: Settings, game: Game, groupOf: (position: number) => string, shares: Shares): void {
  const { players, bearings: own } = game;
  const { worth, counting } = coalitions(book, terms, settings, game, (position) => players.indexOf(groupOf(position)));
  shapley(players.length, worth).forEach((value, player) => {
    const group = players[player];
    const events = own.map(({ position }) => position).filter((position) => groupOf(position) === group);
    const counted = events.filter((position) => counting.has(position));
    // A budget of other months may bend what another group's event gives these: then its events have no line that counts.
    shares.add(group, value, counted.length === 0 && value.over !== 0n ? events : counted);
  });
}

/** The group of each event, asked once; a reversal's is that of what it reverses, where that lies between the cuts too. */
function groupsByPosition(book: Book, from: number, groupOf: (event: Recorded) => string): (position: number) => string {
  const known = new Map<number, string>();
  return (position) => {
    const memo = known.get(position);
    if (memo !== undefined) return memo;
    const event = eventAt(book, position) as Recorded;
    const reversed = event.type === 'OutcomeReversed' ? findEvent(book, (event.data as unknown as OutcomeReversed).posting) : undefined;
    const group = groupOf(reversed !== undefined && reversed.position > from ? reversed : event);
    known.set(position, group);
    return group;
  };
}

interface Sum {
  exact: Rational;
  /** Öre of lines, added to `exact` in the end: a line is not worth a fraction. */
  ore: number;
  readonly positions: Set<number>;
}

/** Shares by group, added up. */
class Shares {
  readonly #sums = new Map<string | undefined, Sum>();

  #of(group: string | undefined): Sum {
    let sum = this.#sums.get(group);
    if (sum === undefined) this.#sums.set(group, (sum = { exact: noughtRational, ore: 0, positions: new Set() }));
    return sum;
  }

  move(group: string | undefined, { position, ore }: Move): void {
    const sum = this.#of(group);
    sum.ore += ore;
    sum.positions.add(position);
  }

  /** A group none of whose events counts has nothing to say. */
  add(group: string | undefined, value: Rational, positions: readonly number[]): void {
    if (positions.length === 0) return;
    const sum = this.#of(group);
    sum.exact = plus(sum.exact, value);
    for (const position of positions) sum.positions.add(position);
  }

  inOrder(): readonly GroupShare[] {
    const all = [...this.#sums].map(([group, { exact, ore, positions }]) => ({
      group,
      share: plus(exact, rational(BigInt(ore))),
      positions: [...positions].sort((a, b) => a - b),
    }));
    return all.sort(
      (a, b) => Number(a.group === undefined) - Number(b.group === undefined) || (a.positions[0] ?? 0) - (b.positions[0] ?? 0),
    );
  }
}
