import { oreOf } from '../base/amount.js';
import type { Reason } from '../events/reason.js';
import type { Book } from '../replay/book.js';
import { outlineAt } from '../replay/book.js';
import { Narrowing } from './narrowing.js';
import type { Paths } from './paths.js';
import { reorganisation, reorganisationKey } from './paths.js';
import type { PlacedReason, RevisionReasons } from './reasons.js';
import { revisionReasons, statedOf } from './reasons.js';
import type { Subject } from './subject.js';
import type { PartName, Tally } from './tally.js';
import { keyOf } from './tally.js';

const budget = 'budget';
/** The part of a deviation's change that the budget makes. */
const budgetKey = keyOf(budget);

/**
 * Parts by stated reason, or by the driver that the reason names. The budget and the organisation are parts of their own; a line that
 * names no reason is left unexplained.
 */
export function byReason(book: Book, subject: Subject, from: number, to: number, by: 'reason' | 'driver'): Paths {
  const { span, metric } = subject;
  const { journal } = book.history;
  const reasons = revisionReasons(book, 'year' in span ? span.year : span.period.slice(0, 4), from, to);
  const deviation = metric.endsWith('deviation');
  const pathOf =
    by === 'driver'
      ? ({ reason }: PlacedReason): readonly string[] => [reason.driver]
      : ({ path }: PlacedReason): readonly string[] => path;
  return {
    sort: (tally, move) => {
      const { position, ore } = move;
      if (move.mover === 'organisation') return tally.add([reorganisationKey], position, ore);
      if (move.mover === 'budget' && deviation) return tally.add([budgetKey, outlineAt(book, position)?.type ?? ''], position, ore);
      const placed = move.reason === 0 ? undefined : reasons.of(position, journal.reasonText(move.reason));
      tally.add(placed === undefined ? [] : pathOf(placed), position, ore);
    },
    name: (path) => nameOfMover(path) ?? (by === 'driver' ? nameOfDriver(reasons, path) : nameOfReason(reasons, path)),
    finish: (tally) => {
      if (metric.startsWith('forecast')) tellStated(tally, book, subject, reasons, to, pathOf, by === 'reason');
    },
  };
}

function nameOfMover(path: readonly string[]): PartName | undefined {
  const [outer, inner] = path;
  if (outer === reorganisationKey) {
    return { id: reorganisation, label: reorganisation, driver: 'reorganisation', evidence: 'booked', order: Number.MAX_SAFE_INTEGER };
  }
  if (outer !== budgetKey) return undefined;
  return { id: inner ?? budget, label: inner ?? budget, driver: 'budget', evidence: 'booked', order: Number.MAX_SAFE_INTEGER - 1 };
}

function nameOfDriver({ all }: RevisionReasons, [driver = '']: readonly string[]): PartName {
  return { label: driver, driver: all.find(({ reason }) => reason.driver === driver)?.reason.driver, order: 0 };
}

function nameOfReason({ at, computed }: RevisionReasons, path: readonly string[]): PartName {
  const found = at(path);
  const reason = found[0]?.reason;
  return {
    label: reason?.label ?? path.at(-1) ?? '',
    driver: reason?.driver,
    evidence: reason?.evidence,
    stated: statedOf(found, computed),
    coding: reason?.coding,
    order: found[0]?.order ?? 0,
  };
}

/**
 * Tells of reasons that no line names, where they are about what is explained. If none of their revision's lines names any, they stand
 * with what they state, taken out of what nothing explains; if others do, their lines did nothing, and `withoutLines` says so.
 */
function tellStated(
  tally: Tally,
  book: Book,
  subject: Subject,
  { all, computed }: RevisionReasons,
  to: number,
  pathOf: (placed: PlacedReason) => readonly string[],
  withoutLines: boolean,
): void {
  const within = new Narrowing(book, subject, to).takes(subject.where);
  // A revision's reasons are about the year: of a part of it they say nothing.
  const wholeYear = 'year' in subject.span || subject.span.period.endsWith('-12');
  const standing = new Set(
    all.filter((placed) => wholeYear && placed.path.length === 1 && computed(placed) === undefined && within(placed.coding)).map(outermost),
  );
  for (const placed of all) {
    const { position, reason, coding } = placed;
    if (standing.has(outermost(placed))) {
      const own = restOf(reason);
      tally.add(pathOf(placed), position, own);
      tally.add([], position, -own);
    } else if (withoutLines && computed(placed) === 0 && within(coding)) tally.add(pathOf(placed), position, 0);
  }
}

const outermost = ({ position, path }: PlacedReason): string => `${position} ${path[0] ?? ''}`;

/** What a reason's parts leave over of it. */
const restOf = ({ amount, parts = [] }: Reason): number => parts.reduce((rest, each) => rest - oreOf(each.amount), oreOf(amount));
