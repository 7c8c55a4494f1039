import type { Amount } from '../base/amount.js';
import { oreOf } from '../base/amount.js';
import type { Codes, Reason } from '../events/reason.js';
import type { Book } from '../replay/book.js';
import { bookAt, eventAt } from '../replay/book.js';
import { slotOf, yearSlot } from '../base/slot.js';
import { Places } from '../table/placement.js';
import type { Part } from './explanation.js';
import { narrowing } from './narrowing.js';
import type { Paths } from './paths.js';
import { reorganisation } from './paths.js';
import type { PlacedReason, RevisionReasons } from './reasons.js';
import { revisionReasons, statedOf } from './reasons.js';
import type { Subject } from './subject.js';
import { tidy } from './tally.js';

/** The part of a deviation's change that the budget makes. */
export const budgetPart = 'budget';

/**
 * Parts by stated reason, or by the driver that the reason names. The budget and the organisation are parts of their own; a line that
 * names no reason is left unexplained.
 */
export function byReason(book: Book, subject: Subject, from: number, to: number, by: 'reason' | 'driver'): Paths {
  const { journal } = book.history;
  const reasons = revisionReasons(book, from, to);
  const computed = computedByReason(book, reasons, from, to);
  const found = (path: readonly string[]): readonly PlacedReason[] =>
    reasons.all.filter((each) => each.path.length === path.length && each.path.every((id, index) => id === path[index]));
  const deviation = subject.metric.endsWith('deviation');
  return {
    of: (position, mover, _coding, reason) => {
      if (mover === 'organisation') return [reorganisation];
      if (mover === 'budget' && deviation) return [budgetPart, eventAt(book, position)?.type ?? ''];
      if (reason === 0) return [];
      const placed = reasons.of(position, journal.reasonText(reason));
      if (placed === undefined) return [];
      return by === 'driver' ? [placed.reason.driver] : placed.path;
    },
    name: (path) => {
      const [outer = ''] = path;
      if (outer === reorganisation) return { label: outer, driver: 'reorganisation', evidence: 'booked', order: Number.MAX_SAFE_INTEGER };
      if (outer === budgetPart) return { label: path.at(-1) ?? '', driver: 'budget', evidence: 'booked', order: Number.MAX_SAFE_INTEGER - 1 };
      if (by === 'driver') {
        const driver = reasons.all.find(({ reason }) => reason.driver === outer)?.reason.driver;
        return { label: outer, driver, order: 0 };
      }
      const stated = found(path);
      const reason = stated[0]?.reason;
      const moved = stated.reduce((sum, each) => sum + (computed.get(key(each)) ?? 0), 0);
      return {
        label: reason?.label ?? path.at(-1) ?? '',
        driver: reason?.driver,
        evidence: reason?.evidence,
        stated: statedOf(stated, moved),
        coding: reason?.coding,
        order: stated[0]?.order ?? 0,
      };
    },
    ...(by === 'reason' ? { statedOnly: statedOnly(book, subject, reasons, computed, to) } : {}),
  };
}

const key = ({ position, reason }: PlacedReason): string => `${position} ${reason.id}`;

/** What lines did by reason, wherever they lie: a reason is stated for all of them, not for the part that is being explained. */
function computedByReason(book: Book, reasons: RevisionReasons, from: number, to: number): ReadonlyMap<string, number> {
  const { journal } = book.history;
  const { position, ore, reason } = journal.columns;
  const sums = new Map<string, number>();
  for (let at = journal.lengthAt(from); at < journal.lengthAt(to); at++) {
    if (reason[at] === 0) continue;
    const placed = reasons.of(position[at] as number, journal.reasonText(reason[at] as number));
    if (placed === undefined) continue;
    // A line that names a part names what the part is of as well.
    for (let depth = 1; depth <= placed.path.length; depth++) {
      const each = `${placed.position} ${placed.path[depth - 1] ?? ''}`;
      sums.set(each, (sums.get(each) ?? 0) + (ore[at] as number));
    }
  }
  return sums;
}

/** Reasons of revisions whose lines name none at all: they stand with what they state, where they are about what is explained. */
function statedOnly(book: Book, subject: Subject, reasons: RevisionReasons, computed: ReadonlyMap<string, number>, to: number): readonly Part[] {
  if (!subject.metric.startsWith('forecast')) return [];
  const naming = new Set([...computed.keys()].map((each) => each.split(' ')[0]));
  const within = selectionTest(book, subject, to);
  return reasons.all
    .filter(({ path, position }) => path.length === 1 && !naming.has(String(position)))
    .filter(({ reason }) => within(reason.coding))
    .map(({ reason, position }) => partOfReason(reason, eventAt(book, position)?.id ?? ''));
}

/** Whether codes lie within what is explained; a reason about nothing in particular lies in the whole only. */
export function selectionTest(book: Book, { where, span }: Subject, to: number): (codes: Codes | undefined) => boolean {
  const month = 'year' in span ? yearSlot(span.year) + 12 : slotOf(span.period);
  const places = new Places(bookAt(book, to).state, 'year' in span ? `${span.year}-12` : span.period);
  return (codes) => places.selects(where, codes ?? {}, month) || (codes === undefined && narrowing(book, where) === '');
}

/** A reason as it is stated, with its nested reasons and what they leave over. */
export function partOfReason(reason: Reason, event: string): Part {
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
