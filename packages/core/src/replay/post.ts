import type { BudgetAdjusted, BudgetAdopted, BudgetPhased, PlanAdopted } from '../events/budget.js';
import type { Posting } from '../events/catalogue.js';
import type { ForecastRevised } from '../events/forecast.js';
import type { OutcomePosted, OutcomeReversed } from '../events/outcome.js';
import type { LedgerState, Round } from '../evolve/state.js';
import { forecastByRound } from '../journal/by-round.js';
import type { Journal } from '../journal/journal.js';
import { layer } from '../journal/layer.js';
import { postBudget, postPhasing } from '../journal/post-budget.js';
import { postOutcome, postReversal } from '../journal/post-outcome.js';
import type { Beneath, Revision } from '../journal/post-revision.js';
import { postRevision } from '../journal/post-revision.js';
import { beneathRevision } from './beneath.js';

/** What posting an event looks at beside the journal. */
export interface PostContext {
  readonly state: LedgerState;
  readonly journal: Journal;
  readonly position: number;
  readonly positionOf: (id: string) => number | undefined;
}

type Post = (context: PostContext, data: never) => void;

const nowhere: Beneath = () => false;
const everywhere: Beneath = () => true;

const planOf = (position: number, year: number): Revision => ({ position, layer: layer.plan, year, round: 0 });
const isRevised = ({ firstRevised }: Round): boolean => firstRevised !== undefined;

const posts: Readonly<Record<string, Post>> = {
  OutcomePosted: ({ journal, position }, data: OutcomePosted) => postOutcome(journal, position, data.lines),
  OutcomeReversed: ({ journal, position, positionOf }, data: OutcomeReversed) => {
    const reversed = positionOf(data.posting);
    if (reversed !== undefined) postReversal(journal, position, reversed);
  },
  BudgetAdopted: ({ journal, position }, data: BudgetAdopted) => postBudget(journal, position, 'adopted', data.lines),
  BudgetAdjusted: ({ journal, position }, data: BudgetAdjusted) => postBudget(journal, position, 'adjusted', data.lines),
  BudgetPhased: ({ journal, position }, data: BudgetPhased) => postPhasing(journal, position, Number(data.year), data.lines),
  PlanAdopted: ({ journal, position }, data: PlanAdopted) =>
    postRevision(journal, planOf(position, Number(data.year)), data.lines, everywhere),
  ForecastRevised: (context, data: ForecastRevised) => {
    const { state, journal, position } = context;
    const year = Number(data.year);
    const round = state.rounds.get(data.round);
    const ordinal = round?.ordinal ?? 0;
    const later = [...state.rounds.values()].some((other) => other.ordinal > ordinal && other.year === data.year && isRevised(other));
    const revision = { position, layer: layer.forecast, year, round: ordinal };
    const others = beneathRevision(state, journal, data);
    postRevision(journal, later ? { ...revision, byRound: forecastByRound(journal, year, ordinal) } : revision, data.lines, others);
  },
};

const byType: ReadonlyMap<string, Post> = new Map(Object.entries(posts));

/** Puts an event's lines into the journal. `own` are those of an embedder's own event. */
export function post(context: PostContext, type: string, data: unknown, own: readonly Posting[]): void {
  byType.get(type)?.(context, data as never);
  for (const { layer: target, lines } of own) {
    if (target === 'outcome') postOutcome(context.journal, context.position, lines);
    else if (target === 'budget') postBudget(context.journal, context.position, 'adopted', lines);
    else for (const [year, part] of byYear(lines)) postRevision(context.journal, planOf(context.position, year), part, nowhere);
  }
}

/** Lines parted by the year they are in: a revision is of one year. */
function byYear(lines: Posting['lines']): ReadonlyMap<number, Posting['lines']> {
  const monthAt = lines.columns.indexOf('month');
  const parted = new Map<number, (readonly (string | null)[])[]>();
  for (const row of lines.rows) {
    const year = Number(String(row[monthAt]).slice(0, 4));
    const rows = parted.get(year);
    if (rows === undefined) parted.set(year, [row]);
    else rows.push(row);
  }
  return new Map([...parted].map(([year, rows]) => [year, { columns: lines.columns, rows }]));
}
