import type { Either } from '../base/either.js';
import { left, right } from '../base/either.js';
import { yearSlot } from '../base/slot.js';
import type { ForecastRevised } from '../events/forecast.js';
import type { OutcomeReversed } from '../events/outcome.js';
import { codeIn } from '../events/reason.js';
import type { MutableState } from '../evolve/state.js';
import { pathUp } from '../evolve/tree.js';
import type { Layer } from '../journal/layer.js';
import { layer } from '../journal/layer.js';
import { eachRow } from '../journal/rows.js';
import type { Recorded } from '../record/envelope.js';
import type { Book } from '../replay/book.js';
import { bookAt, eventAt, fork } from '../replay/book.js';
import { fold } from '../replay/fold.js';
import { immer } from '../replay/immer.js';
import type { Selection } from '../table/spec.js';
import type { ExplainError, Part } from './explanation.js';
import { eachMove } from './moves.js';
import { largestRemainder, noughtRational, plus, rational } from './rational.js';
import type { Rational } from './rational.js';
import { reorganisation } from './paths.js';
import { maxGroups, shapley } from './shapley.js';
import type { Terms } from './subject.js';
import { tidy } from './tally.js';

/** Events that change what can be said, not how much: they are in every coalition. */
const inEvery: ReadonlySet<string> = new Set(['structure', 'ledger']);
const roundSteps = /^ForecastRound/;

const isFrame = ({ stream, type }: Recorded): boolean => inEvery.has(stream) || roundSteps.test(type);

/**
 * Parts by group of events, independent of the order in which the groups came. What one group alone moved is a plain sum; where several
 * bear on the same coding, each gets its Shapley value, v of a coalition being what the number would be had only its events been
 * recorded (evolve, never decide). A reversal belongs to what it reverses.
 *
 * Left: `ExplainError`, reason `too-many-groups`: more than twelve bear on common codings.
 */
export function byGroup(
  book: Book, terms: Terms, where: Selection, from: number, to: number, groupOf: (event: Recorded) => string,
): Either<ExplainError, readonly Part[]> {
  const groups = new Map<string, Set<number>>();
  const ofPosition = (position: number): string => {
    const event = eventAt(book, position);
    if (event === undefined) return '';
    const reversed = event.type === 'OutcomeReversed' ? book.history.find((event.data as unknown as OutcomeReversed).posting) : undefined;
    return groupOf(reversed !== undefined && reversed.position > from ? reversed : event);
  };
  const tied = tiedCodings(book, from, to, ofPosition);
  const sums = new Map<string, Rational>();
  const add = (group: string, value: Rational): void => void sums.set(group, plus(sums.get(group) ?? noughtRational, value));
  eachMove(book, terms, where, from, to, (position, mover, coding, ore) => {
    const group = mover === 'organisation' ? reorganisation : ofPosition(position);
    note(groups, group, position);
    if (mover !== 'organisation' && tied.codings.has(coding)) return;
    add(group, rational(BigInt(ore)));
  });
  const players = [...tied.groups].sort();
  if (players.length > maxGroups) {
    return left({ _tag: 'ExplainError', reason: 'too-many-groups', expected: `at most ${maxGroups} groups that bear on common codings`, got: String(players.length) });
  }
  if (players.length > 0) {
    const worth = coalitions(book, terms, where, from, to, tied.codings, (position) => players.indexOf(ofPosition(position)));
    shapley(players.length, worth).forEach((value, index) => add(players[index] ?? '', value));
    // A group may have events on the tied codings that moved nothing in the end.
    for (const position of tied.positions) note(groups, ofPosition(position), position);
  }
  const names = [...sums.keys()].sort();
  const whole = largestRemainder(names.map((name) => sums.get(name) ?? noughtRational));
  return right(
    names.map((name, index) => ({
      id: name,
      label: name,
      amount: tidy(Number(whole[index] ?? 0n)),
      driver: name === reorganisation ? 'reorganisation' : undefined,
      evidence: undefined,
      events: [...(groups.get(name) ?? [])].sort((a, b) => a - b).map((position) => eventAt(book, position)?.id ?? ''),
      parts: [],
      unexplained: tidy(0),
    })),
  );
}

function note(groups: Map<string, Set<number>>, group: string, position: number): void {
  const positions = groups.get(group);
  if (positions === undefined) groups.set(group, new Set([position]));
  else positions.add(position);
}

interface Tied {
  readonly codings: ReadonlySet<number>;
  readonly groups: ReadonlySet<string>;
  readonly positions: readonly number[];
}

/**
 * The codings on which several groups bear in a layer where one event can undo another's: all but the outcome's. A revision bears on
 * what it names and on all beneath its scope, even where it left it as it stood.
 */
function tiedCodings(book: Book, from: number, to: number, groupOf: (position: number) => string): Tied {
  const { journal } = book.history;
  const touching = new Map<number, Set<number>>();
  const touch = (coding: number, position: number): void => {
    const positions = touching.get(coding);
    if (positions === undefined) touching.set(coding, new Set([position]));
    else positions.add(position);
  };
  const { coding, layer: layers, position } = journal.columns;
  for (let at = journal.lengthAt(from); at < journal.lengthAt(to); at++) {
    if ((layers[at] as Layer) !== layer.outcome) touch(coding[at] as number, position[at] as number);
  }
  for (let at = from + 1; at <= to; at++) {
    const event = eventAt(book, at);
    if (event?.type !== 'ForecastRevised') continue;
    const { lines, scope, year } = event.data as unknown as ForecastRevised;
    eachRow(journal, lines, (each) => touch(each, at));
    const dimension = scope === undefined ? undefined : bookAt(book, at).state.dimensions.get(scope.dimension);
    if (scope === undefined || dimension === undefined) continue;
    for (const each of journal.standing.codings(layer.forecast, Number(year))) {
      const code = codeIn(journal.codings.codes(each), scope.dimension);
      if (code !== undefined && pathUp(dimension, code, yearSlot(year) + 12).includes(scope.code)) touch(each, at);
    }
  }
  const tied = [...touching]
    .map(([each, positions]) => ({ each, positions, groups: new Set([...positions].map(groupOf)) }))
    .filter(({ groups }) => groups.size > 1);
  return {
    codings: new Set(tied.map(({ each }) => each)),
    groups: new Set(tied.flatMap(({ groups }) => [...groups])),
    positions: [...new Set(tied.flatMap(({ positions }) => [...positions]))],
  };
}

/**
 * v of each coalition, on the tied codings: the from-state, and after it the frame's events and the coalition's, folded in log order on
 * a history of their own and taken back again.
 */
function coalitions(
  book: Book, terms: Terms, where: Selection, from: number, to: number, codings: ReadonlySet<number>, playerOf: (position: number) => number,
): (coalition: number) => bigint {
  const base = fork(bookAt(book, from));
  const { history } = base;
  const named = namesOf(book, codings);
  const events: { readonly event: Recorded; readonly player: number }[] = [];
  for (let position = from + 1; position <= to; position++) {
    const event = eventAt(book, position);
    if (event === undefined) continue;
    const player = isFrame(event) ? -1 : playerOf(position);
    if (isFrame(event) || (player >= 0 && event.type !== 'OutcomePosted' && event.type !== 'OutcomeReversed')) events.push({ event, player });
  }
  return (coalition) => {
    const mark = history.journal.mark();
    const state = immer.createDraft(base.state) as MutableState;
    let position = base.position;
    for (const { event, player } of events) {
      if (player >= 0 && (coalition & (1 << player)) === 0) continue;
      fold(history, state, { ...event, position: ++position });
    }
    const after = { ...base, position, lines: history.journal.length };
    let worth = 0n;
    eachMove(after, terms, where, base.position, position, (_position, mover, coding, ore) => {
      if (mover !== 'organisation' && named.has(JSON.stringify(history.journal.codings.codes(coding)))) worth += BigInt(ore);
    });
    history.truncate(base.position);
    history.journal.rollback(mark);
    return worth;
  };
}

/** Codings by their codes, since a forked history numbers them anew. */
function namesOf(book: Book, codings: ReadonlySet<number>): ReadonlySet<string> {
  return new Set([...codings].map((coding) => JSON.stringify(book.history.journal.codings.codes(coding))));
}
