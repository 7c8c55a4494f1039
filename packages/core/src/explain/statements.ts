import type { Amount } from '../base/amount.js';
import { oreOf } from '../base/amount.js';
import type { ReasonsStated } from '../events/forecast.js';
import type { Codes, Reason } from '../events/reason.js';
import { labelIn } from '../evolve/tree.js';
import type { Book } from '../replay/book.js';
import { bookAt, outlineAt } from '../replay/book.js';
import type { Selection } from '../table/spec.js';
import type { Part } from './explanation.js';
import { valueAt } from './moves.js';
import { Narrowing, selectionOf } from './narrowing.js';
import type { Subject, Terms } from './subject.js';
import { monthOf } from './subject.js';
import { tidy } from './tally.js';

interface Statement {
  readonly about: Codes;
  readonly data: ReasonsStated;
  readonly position: number;
}

/**
 * The reasons stated for a deviation as parts: those for exactly this number; where there are none, those for parts of it, each part
 * with what it is, what is stated for it, and what that leaves over.
 */
export function statedParts(book: Book, subject: Subject, terms: Terms, at: number): readonly Part[] {
  const narrowing = new Narrowing(book, subject, at);
  const found = statements(book, subject, narrowing, at);
  const whole = narrowing.text(subject.where);
  const exact = found.filter(({ about }) => narrowing.text(selectionOf(about)) === whole);
  if (exact.length > 0)
    return exact.flatMap(({ data, position }) => data.reasons.map((reason) => partOfReason(reason, idOf(book, position))));
  return disjoint(found, narrowing).map((statement) => partOfWhole(book, subject, terms, at, statement, narrowing));
}

const idOf = (book: Book, position: number): string => outlineAt(book, position)?.id ?? '';

/** The reasons stated up to a cut for exactly this number, or for parts of it: the newest statement for each part. */
function statements(book: Book, { metric, span, where }: Subject, narrowing: Narrowing, at: number): readonly Statement[] {
  const within = narrowing.takes(where);
  const newest = new Map<string, Statement>();
  for (let position = 1; position <= at; position++) {
    const event = outlineAt(book, position);
    if (event?.type !== 'ReasonsStated') continue;
    const data = event.data as unknown as ReasonsStated;
    const sameSpan =
      'period' in span ? data.period === span.period : data.period === undefined && book.state.rounds.get(data.round)?.year === span.year;
    if (data.metric !== metric || !sameSpan || !within(data.about)) continue;
    newest.set(narrowing.text(selectionOf(data.about)), { about: data.about ?? {}, data, position });
  }
  return [...newest.values()];
}

/** Statements that share no line, since no line is to be counted twice: of any that may, the broader, else the newer. */
function disjoint(found: readonly Statement[], narrowing: Narrowing): readonly Statement[] {
  const broader = (a: Codes, b: Codes): boolean => narrowing.takes(selectionOf(a))(b);
  const widest = found.filter((each) => !found.some((other) => other !== each && broader(other.about, each.about)));
  const kept: Statement[] = [];
  for (const each of [...widest].sort((a, b) => b.position - a.position)) {
    if (kept.every(({ about }) => narrowing.apart(about, each.about))) kept.push(each);
  }
  return kept.sort((a, b) => a.position - b.position);
}

function partOfWhole(
  book: Book,
  subject: Subject,
  terms: Terms,
  at: number,
  { about, data, position }: Statement,
  narrowing: Narrowing,
): Part {
  const { state } = bookAt(book, at);
  const where: Selection = { ...subject.where, ...selectionOf(about) };
  const amount = valueAt(book, terms, where, at).ore;
  const parts = data.reasons.map((reason) => partOfReason(reason, idOf(book, position)));
  const asked = new Map(Object.entries(subject.where));
  const label = Object.entries(about)
    // What the whole is of as well goes without saying; of several codes asked about, which of them does not.
    .filter(([dimension, code]) => narrowing.text({ [dimension]: [code] }) !== '' && asked.get(dimension)?.join() !== code)
    .map(([dimension, code]) => {
      const known = state.dimensions.get(dimension)?.codes.get(code);
      return known === undefined ? code : labelIn(known, monthOf(subject));
    });
  return {
    id: Object.values(about).join(' '),
    label: label.join(', '),
    amount: tidy(amount),
    driver: undefined,
    evidence: undefined,
    events: [idOf(book, position)],
    parts,
    unexplained: tidy(parts.reduce((rest, part) => rest - part.amount, amount)),
  };
}

/** A reason as it is stated, with its nested reasons and what they leave over. */
function partOfReason(reason: Reason, event: string): Part {
  const parts = (reason.parts ?? []).map((each) => partOfReason(each, event));
  const amount = oreOf(reason.amount);
  const rest = parts.length === 0 ? 0 : parts.reduce((so, each) => so - each.amount, amount);
  return {
    id: reason.id,
    label: reason.label,
    amount: amount as Amount,
    driver: reason.driver,
    evidence: reason.evidence,
    events: [event],
    parts,
    unexplained: tidy(rest),
    stated: { amount: reason.amount, precision: reason.precision, agrees: undefined },
    ...(reason.coding === undefined ? {} : { coding: reason.coding }),
  };
}

/** Stated reasons gathered by their driver; a reason with parts of other drivers is gathered by its own. */
export function byDriver(parts: readonly Part[]): readonly Part[] {
  const leaves = (each: Part): readonly Part[] => (each.driver === undefined ? each.parts.flatMap(leaves) : [each]);
  const gathered = new Map<string, Part[]>();
  for (const part of parts.flatMap(leaves)) gathered.set(part.driver ?? '', [...(gathered.get(part.driver ?? '') ?? []), part]);
  return [...gathered].map(([driver, own]): Part => {
    const amount = own.reduce((sum, part) => sum + part.amount, 0);
    return {
      id: driver,
      label: driver,
      amount: tidy(amount),
      driver: own[0]?.driver,
      evidence: undefined,
      events: [...new Set(own.flatMap(({ events }) => events))],
      parts: own,
      unexplained: tidy(0),
    };
  });
}
