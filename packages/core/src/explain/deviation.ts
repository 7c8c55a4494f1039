import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { ReasonsStated } from '../events/forecast.js';
import type { Codes } from '../events/reason.js';
import { labelIn } from '../evolve/tree.js';
import { slotOf, yearSlot } from '../base/slot.js';
import type { Book } from '../replay/book.js';
import { bookAt, eventAt } from '../replay/book.js';
import type { Recorded } from '../record/envelope.js';
import type { Selection } from '../table/spec.js';
import { checkSelection, groupOfEvent } from './change.js';
import type { ExplainError, Explanation, GroupBy, NamedCut, Part } from './explanation.js';
import { byGroup } from './groups.js';
import type { Mover } from './moves.js';
import { eachLine, valueAt } from './moves.js';
import { narrowing, selectionOf } from './narrowing.js';
import type { Paths } from './paths.js';
import { byAttribute, byUnit } from './paths.js';
import { partOfReason, selectionTest } from './paths-reason.js';
import { idAt } from './reasons.js';
import type { Subject, Terms } from './subject.js';
import { isDeviation, termsOf } from './subject.js';
import { Tally, tidy } from './tally.js';

/** What to explain a deviation by. */
export interface DeviationOptions {
  readonly at: NamedCut;
  readonly by: GroupBy;
  readonly unit?: { readonly dimension: string; readonly beneath: string };
  readonly groupOf?: (event: Recorded) => string;
}

/**
 * Explains a deviation at one cut against the budget. By `reason` or `driver`: the reasons stated for it (`ReasonsStated`), the newest
 * for each part of the trees, at what they state; what they do not cover is unexplained. By anything else: the lines themselves.
 *
 * Left: `ExplainError`, reason `metric` (it is no deviation), or as for `explainChange`.
 */
export function explainDeviation(book: Book, subject: Subject, { at, by, unit, groupOf }: DeviationOptions): Either<ExplainError, Explanation> {
  if (!isDeviation(subject.metric)) {
    return left({ _tag: 'ExplainError', reason: 'metric', expected: 'outcome-deviation or forecast-deviation', got: subject.metric });
  }
  const found = termsOf(subject);
  if (isLeft(found)) return found;
  const terms = found.right;
  const known = checkSelection(book, subject.where);
  if (isLeft(known)) return known;
  const split: Record<Mover, number> = { forecast: 0, budget: 0, outcome: 0, organisation: 0 };
  const paths = pathsFor(book, subject, by, unit, at.position);
  if (isLeft(paths)) return paths;
  const tally = new Tally();
  eachLine(book, terms, subject.where, at.position, (position, mover, coding, ore, reason) => {
    split[mover] += ore;
    tally.add(paths.right?.of(position, mover, coding, reason) ?? [], position, ore);
  });
  const parts = partsOf(book, subject, terms, by, at.position, paths.right, tally, groupOf ?? groupOfEvent);
  if (isLeft(parts)) return parts;
  const explained = parts.right.reduce((sum, { amount }) => sum + amount, 0);
  return right({
    metric: subject.metric,
    from: { given: 'budget', position: at.position },
    to: at,
    total: tidy(tally.total),
    parts: parts.right,
    unexplained: tidy(tally.total - explained),
    split: { forecast: tidy(split.forecast), budget: tidy(split.budget), outcome: tidy(split.outcome), organisation: tidy(0) },
  });
}

function pathsFor(
  book: Book, subject: Subject, by: GroupBy, unit: DeviationOptions['unit'], at: number,
): Either<ExplainError, Paths | undefined> {
  if (by === 'unit') return byUnit(book, subject, unit, at);
  return right(by === 'event' || by === 'actor' || by === 'decision' ? byAttribute(book, by) : undefined);
}

function partsOf(
  book: Book, subject: Subject, terms: Terms, by: GroupBy, at: number, paths: Paths | undefined, tally: Tally, groupOf: (event: Recorded) => string,
): Either<ExplainError, readonly Part[]> {
  if (by === 'group') return byGroup(book, terms, subject.where, 0, at, groupOf);
  if (paths !== undefined) return right(tally.parts(paths.name, idAt(book)));
  const stated = statedParts(book, subject, terms, at);
  return right(by === 'driver' ? byDriver(stated) : stated);
}

interface Statement {
  readonly about: Codes | undefined;
  readonly data: ReasonsStated;
  readonly position: number;
}

/** The reasons stated up to a cut for exactly this number, or for parts of it: the newest statement for each part. */
function statements(book: Book, subject: Subject, at: number): readonly Statement[] {
  const within = selectionTest(book, subject, at);
  const newest = new Map<string, Statement>();
  for (let position = 1; position <= at; position++) {
    const event = eventAt(book, position);
    if (event?.type !== 'ReasonsStated') continue;
    const data = event.data as unknown as ReasonsStated;
    const round = book.state.rounds.get(data.round);
    const sameSpan =
      'period' in subject.span ? data.period === subject.span.period : data.period === undefined && round?.year === subject.span.year;
    if (data.metric !== subject.metric || !sameSpan || !within(data.about)) continue;
    newest.set(JSON.stringify(Object.entries(data.about ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))), { about: data.about, data, position });
  }
  return [...newest.values()];
}

function statedParts(book: Book, subject: Subject, terms: Terms, at: number): readonly Part[] {
  const found = statements(book, subject, at);
  const event = (position: number): string => eventAt(book, position)?.id ?? '';
  const exact = found.filter(({ about }) => narrowing(book, selectionOf(about)) === narrowing(book, subject.where));
  if (exact.length > 0) return exact.flatMap(({ data, position }) => data.reasons.map((reason) => partOfReason(reason, event(position))));
  // Reasons stated for parts of the whole: each part with what it is, what is stated for it, and what that leaves over.
  const { state } = bookAt(book, at);
  const month = 'year' in subject.span ? yearSlot(subject.span.year) + 12 : slotOf(subject.span.period);
  return found.map(({ about = {}, data, position }): Part => {
    const where: Selection = { ...subject.where, ...selectionOf(about) };
    const amount = valueAt(book, terms, where, at).ore;
    const parts = data.reasons.map((reason) => partOfReason(reason, event(position)));
    const label = Object.entries(about)
      // What the whole is of as well goes without saying.
      .filter(([dimension, code]) => narrowing(book, { [dimension]: [code] }) !== '' && !(subject.where[dimension] ?? []).includes(code))
      .map(([dimension, code]) => {
        const known = state.dimensions.get(dimension)?.codes.get(code);
        return known === undefined ? code : labelIn(known, month);
      });
    return {
      id: Object.values(about).join(' '),
      label: label.join(', '),
      amount: tidy(amount),
      driver: undefined,
      evidence: undefined,
      events: [event(position)],
      parts,
      unexplained: tidy(parts.reduce((rest, part) => rest - part.amount, amount)),
    };
  });
}

/** Stated reasons gathered by their driver; a reason with parts of other drivers is gathered by its own. */
function byDriver(parts: readonly Part[]): readonly Part[] {
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

