import type { Book, Explanation, Month, NamedCut, OutcomeAndRest } from '@driftbok/core';
import { formatAmount, isLeft, isMonth, right, splitOutcomeAndRest } from '@driftbok/core';
import type { Prose } from '@driftbok/rules';
import { outcomeAndRestInParts } from '@driftbok/rules';
import type { Attempt } from './failure.js';
import { failed, usage } from './failure.js';
import type { AskedSubject } from './subject.js';
import { namedCut } from './subject.js';

/** The cuts that a command line names. */
export interface Cuts {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly at: string | undefined;
}

/** What a command line says about the parts. */
export interface Grouping {
  readonly by: string | undefined;
  readonly split: string | undefined;
  readonly known: string | undefined;
}

/** An explanation with its parts named for people, and as data. */
export interface Told {
  readonly explanation: Explanation;
  readonly data: object;
}

/** What `explain --split outcome-and-rest` asks for: outcome's surprise, the re-assessment of the rest, and timing. */
export function bySplit(
  book: Book,
  { subject }: AskedSubject,
  { by, known }: Grouping,
  { from, to, at }: Cuts,
  prose: Prose,
): Attempt<Told> {
  const { metric, span, where } = subject;
  if (by !== undefined) return failed(usage('--by', 'not to be given with --split', by));
  if (metric !== 'forecast') return failed(usage('--metric', 'forecast, with --split', metric));
  if (!('year' in span)) return failed(usage('--period', '--year, with --split', span.period));
  if (from === undefined || to === undefined || at !== undefined)
    return failed(usage('--from', '--from and --to, with --split', at ?? from ?? to ?? 'none'));
  const start = namedCut(book, from);
  if (isLeft(start)) return start;
  const end = namedCut(book, to);
  if (isLeft(end)) return end;
  const later = start.right.position > end.right.position ? start.right : end.right;
  const month = known === undefined ? periodOf(book, later) : known;
  if (month === undefined || !isMonth(month)) {
    return failed(
      usage(
        '--known',
        `a month of ${span.year}, YYYY-MM${known === undefined ? `, since ${later.given} is no round with a period` : ''}`,
        known ?? 'nothing',
      ),
    );
  }
  const found = splitOutcomeAndRest(book, span.year, month, where, start.right, end.right);
  if (isLeft(found)) return failed(found.left);
  return right({
    explanation: outcomeAndRestInParts(found.right, start.right, end.right, prose),
    data: asJson(start.right, end.right, month, found.right),
  });
}

/** The month that a cut's round reports: what it knows the outcome of. */
const periodOf = (book: Book, { given }: NamedCut): Month | undefined => book.state.rounds.get(given.split('@')[0] ?? '')?.period;

const asJson = (
  from: NamedCut,
  to: NamedCut,
  known: Month,
  { total, outcomeSurprise, reassessment, timing, lastingSurprise, reorganisation }: OutcomeAndRest,
): object => ({
  metric: 'forecast',
  from,
  to,
  known,
  total: formatAmount(total),
  outcomeSurprise: formatAmount(outcomeSurprise),
  reassessment: formatAmount(reassessment),
  timing: formatAmount(timing),
  lastingSurprise: formatAmount(lastingSurprise),
  reorganisation: formatAmount(reorganisation),
});
