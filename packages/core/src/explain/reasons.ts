import { formatAmount, oreOf } from '../base/amount.js';
import type { ForecastRevised } from '../events/forecast.js';
import type { EventId } from '../events/fields.js';
import type { Reason } from '../events/reason.js';
import type { Book } from '../replay/book.js';
import { outlineAt } from '../replay/book.js';
import type { Stated } from './explanation.js';
import { tidy } from './tally.js';

/** A stated reason in its place: which event states it, and the ids from the outermost reason down to it. */
export interface PlacedReason {
  readonly reason: Reason;
  readonly path: readonly string[];
  /** What it is about: where it does not say, what the reason that it is part of is about. */
  readonly coding: Reason['coding'];
  readonly position: number;
  /** Among all reasons, in the order they are stated. */
  readonly order: number;
}

/** The reasons stated with a year's revisions after one position and up to another, beside what the lines that name them did. */
export interface RevisionReasons {
  readonly of: (position: number, id: string) => PlacedReason | undefined;
  readonly all: readonly PlacedReason[];
  /** Those of one place, whichever revisions state them. */
  readonly at: (path: readonly string[]) => readonly PlacedReason[];
  /**
   * Öre that lines moved by a reason and its parts, wherever they lie: it is stated for all of them, not for the part that is being
   * explained. Undefined where no line of its revision names any reason.
   */
  readonly computed: (placed: PlacedReason) => number | undefined;
}

function flatten(reasons: readonly Reason[], position: number, start: number, outer?: PlacedReason): readonly PlacedReason[] {
  return reasons.flatMap((reason, index): readonly PlacedReason[] => {
    const coding = reason.coding ?? outer?.coding;
    const placed = { reason, path: [...(outer?.path ?? []), reason.id], coding, position, order: start + index };
    return [placed, ...flatten(reason.parts ?? [], position, start, placed)];
  });
}

const keyOf = (position: number, id: string): string => `${position} ${id}`;

export function revisionReasons(book: Book, year: string, from: number, to: number): RevisionReasons {
  const byKey = new Map<string, PlacedReason>();
  const byPath = new Map<string, PlacedReason[]>();
  const all: PlacedReason[] = [];
  for (let position = from + 1; position <= to; position++) {
    const event = outlineAt(book, position);
    if (event?.type !== 'ForecastRevised') continue;
    const { reasons, year: own } = event.data as unknown as ForecastRevised;
    // Rounds of two years overlap in spring: what is stated for the one is nothing to the other.
    if (own !== year) continue;
    for (const placed of flatten(reasons ?? [], position, all.length)) {
      byKey.set(keyOf(position, placed.reason.id), placed);
      const same = byPath.get(placed.path.join('\n'));
      if (same === undefined) byPath.set(placed.path.join('\n'), [placed]);
      else same.push(placed);
      all.push(placed);
    }
  }
  const of: RevisionReasons['of'] = (position, id) => byKey.get(keyOf(position, id));
  const { sums, naming } = computedByReason(book, of, all);
  const computed: RevisionReasons['computed'] = ({ position, reason }) =>
    naming.has(position) ? (sums.get(keyOf(position, reason.id)) ?? 0) : undefined;
  return { of, all, at: (path) => byPath.get(path.join('\n')) ?? [], computed };
}

function computedByReason(
  book: Book,
  of: RevisionReasons['of'],
  all: readonly PlacedReason[],
): { readonly sums: ReadonlyMap<string, number>; readonly naming: ReadonlySet<number> } {
  const { journal } = book.history;
  const { ore, reason } = journal.columns;
  const sums = new Map<string, number>();
  const naming = new Set<number>();
  for (const position of new Set(all.map((placed) => placed.position))) {
    const [from, to] = journal.linesOf(position);
    for (let at = from; at < to; at++) {
      const placed = reason[at] === 0 ? undefined : of(position, journal.reasonText(reason[at] as number));
      if (placed === undefined) continue;
      naming.add(position);
      // A line that names a part names what the part is of as well.
      for (const id of placed.path) sums.set(keyOf(position, id), (sums.get(keyOf(position, id)) ?? 0) + (ore[at] as number));
    }
  }
  return { sums, naming };
}

/**
 * A reason as stated, beside what lines did. Reasons of one id stated by several revisions add up; they agree when the lines' sum is
 * within half a unit of the stated precision. One that stands with what it states, for want of lines, agrees with itself.
 */
export function statedOf(reasons: readonly PlacedReason[], computed: RevisionReasons['computed']): Stated | undefined {
  if (reasons.length === 0) return undefined;
  const amount = reasons.reduce((sum, { reason }) => sum + oreOf(reason.amount), 0);
  const precision = reasons.reduce((most, { reason }) => Math.max(most, oreOf(reason.precision)), 0);
  const moved = reasons.reduce((sum, each) => sum + (computed(each) ?? oreOf(each.reason.amount)), 0);
  return {
    amount: formatAmount(tidy(amount)),
    precision: formatAmount(tidy(precision)),
    agrees: reasons.every((each) => computed(each) === undefined) ? undefined : Math.abs(moved - amount) * 2 <= precision,
  };
}

export const idAt =
  (book: Book) =>
  (position: number): EventId =>
    outlineAt(book, position)?.id ?? '';
