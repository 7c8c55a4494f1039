import type { ActionView, Book, Cut, DrawOptions, Table, TableSpec } from '@driftbok/core';
import {
  actionLines,
  actionPlan,
  bookAt,
  drawTable,
  forecastRounds,
  isLeft,
  isMonth,
  newestCut,
  resolveCut,
  right,
  roundBefore,
} from '@driftbok/core';
import { instantiate, outcomeGapNotes } from '@driftbok/rules';
import type { Attempt, UsageError } from './failure.js';
import { failed, usage } from './failure.js';
import { nearest } from './nearest.js';
import type { SpecSource } from './spec-source.js';

/** The report that a table is asked for: what `table` and `trace` take on the command line. */
export interface ReportRequest {
  readonly period: string;
  readonly round?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly organisation?: string | undefined;
  readonly unit?: string | undefined;
  readonly actions?: ActionView;
}

/** A request made definite for a ledger. */
export interface Report {
  readonly book: Book;
  readonly source: SpecSource;
  readonly spec: TableSpec;
  readonly options: DrawOptions & { readonly cut: Cut };
  /** How many expected effects a forecast net of actions lacks, since nobody knows them. */
  readonly unknownEffects: number;
}

/** Decides which round and which cut a request means, and makes the specification a table for them. */
export function planReport(book: Book, source: SpecSource, request: ReportRequest): Attempt<Report> {
  const { period, organisation = source.template.organisation, unit } = request;
  if (organisation !== undefined && organisation !== 'as-was' && !isMonth(organisation)) {
    return failed(usage('--organisation', 'a month, YYYY-MM, or as-was', organisation));
  }
  const cut = reportCut(book, request);
  if (isLeft(cut)) return cut;
  const { round: wanted } = request;
  const year = period.slice(0, 4);
  const round = wanted === undefined ? forecastRounds(bookAt(book, cut.right.position), year).at(-1) : book.state.rounds.get(wanted);
  const previous = round === undefined ? undefined : roundBefore(book, round);
  const about = {
    period,
    ...(round === undefined ? {} : { round: { id: round.id, label: round.label } }),
    ...(previous === undefined ? {} : { previousRound: previous.id }),
    ...(unit === undefined ? {} : { values: { unit } }),
  };
  const spec = instantiate(source.template, about, source.preset.words);
  if (isLeft(spec)) return failed(spec.left);
  const known = bookAt(book, cut.right.position);
  const actions = forecastActions(known, year, round?.id, request.actions ?? 'recorded');
  const options = { cut: cut.right, assumed: actions.lines, ...(organisation === undefined ? {} : { organisation }) };
  return right({ book, source, spec: spec.right, options, unknownEffects: actions.unknown });
}

/** What a forecast is to have counted in or out of actions: of the report's round, or of the one that stood before it was known. */
function forecastActions(
  known: Book,
  year: string,
  asked: string | undefined,
  view: ActionView,
): { readonly lines: NonNullable<DrawOptions['assumed']>; readonly unknown: number } {
  const revised = forecastRounds(known, year);
  const round = revised.find(({ id }) => id === asked) ?? revised.at(-1);
  const about = { year, ...(round === undefined ? {} : { round: round.id }) };
  const plan = actionPlan(known, about);
  const unknown = view === 'net' && !isLeft(plan) ? plan.right.totals.expected.unknown : 0;
  return { lines: actionLines(known, about, view), unknown };
}

/** What is wrong with a value of `--round`, or nothing. A report's round has to be of the report's year. */
export function checkRound({ state }: Book, given: string, year?: string): UsageError | undefined {
  const rounds = [...state.rounds.values()].filter((round) => year === undefined || round.year === year).map(({ id }) => id);
  if (rounds.includes(given)) return undefined;
  const none = `no round, since the ledger has none${year === undefined ? '' : ` of ${year}`}`;
  return usage('--round', rounds.join(' | ') || none, given, nearest(given, rounds));
}

/** Where a report stands in history, once its period is a month and its round one of that month's year. */
export function reportCut(book: Book, request: Pick<ReportRequest, 'period' | 'round' | 'knownAt'>): Attempt<Cut> {
  const { period, round } = request;
  if (!isMonth(period)) return failed(usage('--period', 'a month, YYYY-MM', period));
  const wrongRound = round === undefined ? undefined : checkRound(book, round, period.slice(0, 4));
  return wrongRound === undefined ? cutOf(book, request) : failed(wrongRound);
}

/** `--known-at`, else the round's last lock, else the newest. */
function cutOf(book: Book, { round, knownAt }: Pick<ReportRequest, 'round' | 'knownAt'>): Attempt<Cut> {
  const locked = round !== undefined && (book.state.rounds.get(round)?.locks.length ?? 0) > 0;
  const asked = knownAt ?? (locked ? round : undefined);
  const cut = asked === undefined ? newestCut(book) : resolveCut(book, asked);
  return isLeft(cut) ? failed(cut.left) : cut;
}

/** Draws a report's table. */
export function drawReport({ book, spec, options, unknownEffects }: Report): Attempt<Table> {
  const drawn = drawTable(book, spec, options);
  if (isLeft(drawn)) return failed(drawn.left);
  const gaps = outcomeGapNotes(book, spec, options);
  if (isLeft(gaps)) return failed(gaps.left);
  const findings = [...drawn.right.findings, ...gaps.right];
  if (unknownEffects === 0) return right({ ...drawn.right, findings });
  const where = spec.columns.flatMap((column) => ('metric' in column && column.metric === 'forecast' ? [`column:${column.id}`] : []));
  const missing = { code: 'effect-unknown', severity: 'note', where, by: '', params: { count: String(unknownEffects) } } as const;
  return right({ ...drawn.right, findings: [...findings, missing] });
}
