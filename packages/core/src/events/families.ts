import type { Catalogue, EventType } from './catalogue.js';
import { eventType } from './catalogue.js';
import { BudgetAdjusted, BudgetAdopted, BudgetPhased, PlanAdopted } from './budget.js';
import { FigureStated } from './claim.js';
import {
  ForecastRevised,
  ForecastRoundApproved,
  ForecastRoundLocked,
  ForecastRoundOpened,
  ForecastRoundReopened,
  ForecastRoundReturned,
  ForecastRoundSubmitted,
  ReasonsStated,
} from './forecast.js';
import { LedgerOpened } from './ledger.js';
import type { RoundStep } from './forecast.js';
import type { Lines } from './lines.js';
import { OutcomePosted, OutcomeReversed, PeriodClosed, PeriodReopened } from './outcome.js';
import { CodeClosed, CodeMoved, CodeOpened, CodeRenamed, CodeSucceeded, DimensionDeclared } from './structure.js';
import { TextRedacted } from './text.js';
import type { Codec } from '../base/codec.js';
import { isMonth } from '../base/time.js';

/** The data of every event of the standard catalogue, by type. */
export interface StandardEvents {
  LedgerOpened: LedgerOpened;
  DimensionDeclared: DimensionDeclared;
  CodeOpened: CodeOpened;
  CodeRenamed: CodeRenamed;
  CodeMoved: CodeMoved;
  CodeSucceeded: CodeSucceeded;
  CodeClosed: CodeClosed;
  BudgetAdopted: BudgetAdopted;
  BudgetAdjusted: BudgetAdjusted;
  BudgetPhased: BudgetPhased;
  PlanAdopted: PlanAdopted;
  OutcomePosted: OutcomePosted;
  OutcomeReversed: OutcomeReversed;
  PeriodClosed: PeriodClosed;
  PeriodReopened: PeriodReopened;
  ForecastRoundOpened: ForecastRoundOpened;
  ForecastRevised: ForecastRevised;
  ForecastRoundSubmitted: RoundStep;
  ForecastRoundReturned: RoundStep;
  ForecastRoundApproved: RoundStep;
  ForecastRoundLocked: RoundStep;
  ForecastRoundReopened: RoundStep;
  ReasonsStated: ReasonsStated;
  FigureStated: FigureStated;
  TextRedacted: TextRedacted;
}

interface StreamRule<D> {
  readonly streamForm: string;
  readonly fits: (stream: string, data: D) => boolean;
  readonly stream: (data: D) => string | undefined;
}

/** Events whose data says their stream: they fit that one only. */
function streamed<D>(streamForm: string, stream: (data: D) => string): StreamRule<D> {
  return { streamForm, stream, fits: (given, data) => given === stream(data) };
}

const lastMonth = (lines: Lines): string | undefined => {
  const at = lines.columns.indexOf('month');
  let last: string | undefined;
  for (const row of lines.rows) {
    const month = row[at];
    if (typeof month === 'string' && isMonth(month) && (last === undefined || month > last)) last = month;
  }
  return last;
};

// A posting is filed under the books it was made in; each of its lines says its own accounting month.
const outcomeStream: StreamRule<OutcomePosted> = {
  streamForm: 'outcome/<YYYY-MM>',
  stream: ({ lines }) => {
    const month = lastMonth(lines);
    return month === undefined ? undefined : `outcome/${month}`;
  },
  fits: (stream) => stream.startsWith('outcome/') && isMonth(stream.slice('outcome/'.length)),
};

const anyStream: StreamRule<TextRedacted> = { streamForm: 'the stream of the event', stream: () => undefined, fits: () => true };

const structure = <D>(): StreamRule<D> => streamed('structure', () => 'structure');
const budget = <D extends { readonly year: string }>(): StreamRule<D> => streamed('budget/<year>', ({ year }) => `budget/${year}`);
const books = <D extends { readonly month: string }>(): StreamRule<D> => streamed('outcome/<YYYY-MM>', ({ month }) => `outcome/${month}`);
const round = <D extends { readonly round: string }>(): StreamRule<D> => streamed('forecast/<round>', (data) => `forecast/${data.round}`);

function entry<T extends keyof StandardEvents>(
  type: T,
  family: string,
  about: string,
  codec: Codec<StandardEvents[T]>,
  rule: StreamRule<StandardEvents[T]>,
): EventType {
  return eventType<StandardEvents[T]>({ type, family, about, schemaVersion: 1, codec, ...rule });
}

const entries: readonly EventType[] = [
  entry(
    'LedgerOpened',
    'ledger',
    'A ledger begins: its name, municipality and time zone.',
    LedgerOpened,
    streamed('ledger', () => 'ledger'),
  ),
  entry('DimensionDeclared', 'structure', 'A dimension of the code string may stand in lines.', DimensionDeclared, structure()),
  entry('CodeOpened', 'structure', 'A code, at its place in the tree, from a month on.', CodeOpened, structure()),
  entry('CodeRenamed', 'structure', 'A code has another label from a month on.', CodeRenamed, structure()),
  entry('CodeMoved', 'structure', 'A code has another parent from a month on.', CodeMoved, structure()),
  entry('CodeSucceeded', 'structure', 'Codes are merged, split or replaced from a month on.', CodeSucceeded, structure()),
  entry('CodeClosed', 'structure', 'A code takes no lines for months from one on.', CodeClosed, structure()),
  entry('BudgetAdopted', 'budget', "A year's appropriations as first adopted.", BudgetAdopted, budget()),
  entry('BudgetAdjusted', 'budget', "A change of a year's budget; a transfer nets to 0.", BudgetAdjusted, budget()),
  entry('BudgetPhased', 'budget', 'The months of codings, summing to their budget of the year.', BudgetPhased, budget()),
  entry('PlanAdopted', 'budget', "A later year's plan, in place of any older one.", PlanAdopted, budget()),
  entry('OutcomePosted', 'outcome', 'Outcome booked: an import, a voucher, a late posting.', OutcomePosted, outcomeStream),
  entry('OutcomeReversed', 'outcome', 'An earlier posting is taken back whole.', OutcomeReversed, books()),
  entry('PeriodClosed', 'outcome', 'An accounting month takes no more outcome.', PeriodClosed, books()),
  entry('PeriodReopened', 'outcome', 'A closed accounting month takes outcome again.', PeriodReopened, books()),
  entry('ForecastRoundOpened', 'forecast', 'A round of forecasting of a year opens.', ForecastRoundOpened, round()),
  entry('ForecastRevised', 'forecast', 'A new forecast of codings, perhaps with its reasons.', ForecastRevised, round()),
  entry('ForecastRoundSubmitted', 'forecast', 'A round is handed in for approval.', ForecastRoundSubmitted, round()),
  entry('ForecastRoundReturned', 'forecast', 'A round is sent back for more work.', ForecastRoundReturned, round()),
  entry('ForecastRoundApproved', 'forecast', 'A round is approved.', ForecastRoundApproved, round()),
  entry('ForecastRoundLocked', 'forecast', 'A round is locked; locks are numbered from 1.', ForecastRoundLocked, round()),
  entry('ForecastRoundReopened', 'forecast', 'A locked round is open again.', ForecastRoundReopened, round()),
  entry('ReasonsStated', 'forecast', 'Reasons stated for a deviation or a change.', ReasonsStated, round()),
  entry(
    'FigureStated',
    'claim',
    "A figure as a report's text states it.",
    FigureStated,
    streamed('claim/<id>', ({ claim }) => `claim/${claim}`),
  ),
  entry('TextRedacted', 'text', 'The free text beside an event was erased by decision.', TextRedacted, anyStream),
];

/** The catalogue of Driftbok's own families; an embedder adds to it by `extendCatalogue`. */
export const standardCatalogue: Catalogue = new Map(entries.map((each) => [each.type, each]));
