// The public face of the core: what an embedder may rely on. Everything else is closed by the package's `exports`.
export type { Either } from './base/either.js';
export { isLeft, isRight, left, orThrow, right, traverse } from './base/either.js';
export type { Amount, AmountError } from './base/amount.js';
export { addAmounts, amountFromOre, formatAmount, negateAmount, parseAmount, subtractAmounts, sumAmounts, zero } from './base/amount.js';
export { Decimal, divideRounded, spread } from './base/decimal.js';
export type { Day, Instant, Month, TimeError, Year } from './base/time.js';
export { endOfDay, isDay, isInstant, isMonth, isYear, parseInstant, parseMonth } from './base/time.js';
export type { Json } from './base/canonical.js';
export { canonicalJson } from './base/canonical.js';
export type { Codec, Issue } from './base/codec.js';
export { byKey, choice, dictionary, issues, line, list, object, ObjectCodec, oneOf, pattern, refined, shortly } from './base/codec.js';
export type { Hash } from './base/hash.js';
export { genesisHash, sha256Hex } from './base/hash.js';

export type { AmountText, Code, DimensionId, Driver, EventId, Evidence, RoundId } from './events/fields.js';
// The codecs of the fields that recur, for an embedder's own events and rules.
export {
  amountText as amountTextCodec,
  code as codeCodec,
  dimensionId as dimensionCodec,
  label as labelCodec,
  month as monthCodec,
  roundId as roundCodec,
  slug as slugCodec,
  year as yearCodec,
} from './events/fields.js';
export type { Line, Lines } from './events/lines.js';
export { lineObjects, lines as linesCodec, linesOf, maxRows } from './events/lines.js';
export type { Codes, Reason } from './events/reason.js';
export type { LedgerOpened } from './events/ledger.js';
export type { CodeClosed, CodeMoved, CodeOpened, CodeRenamed, CodeSucceeded, DimensionDeclared, Successor } from './events/structure.js';
export type { BudgetAdjusted, BudgetAdopted, BudgetPhased, PlanAdopted } from './events/budget.js';
export type { OutcomePosted, OutcomeReversed, PeriodClosed, PeriodReopened } from './events/outcome.js';
export type { ForecastRevised, ForecastRoundOpened, Metric, ReasonsStated, RoundStep, Scope } from './events/forecast.js';
export type { ClaimSubject, FigureStated, PrintedAt } from './events/claim.js';
export type {
  AmountQuantity,
  DrivenQuantity,
  MeasuredQuantity,
  Quantity,
  ReasonQuantity,
  Reckoning,
  VolumeQuantity,
} from './events/reckoning.js';
export type { UnitPrice, UnitPriceStated, DriverKind, Volume, VolumeStated } from './events/driver.js';
export type {
  ActionEffect,
  ActionEffectRealised,
  ActionEffectRevised,
  ActionIncludedInForecast,
  ActionProposed,
  ActionStep,
} from './events/action.js';
export type {
  AssignmentCarriedOver,
  AssignmentDueMoved,
  AssignmentGiven,
  AssignmentReported,
  AssignmentStatus,
  CompletionCriterion,
  Progress,
} from './events/assignment.js';
export type { AssignmentCount } from './events/assignment-count.js';
export type { CellReference, Reference, ReferenceKind } from './events/reference.js';
export type { CommentMade } from './events/comment.js';
export type { GoalAssessed, GoalClosed, GoalSet } from './events/goal.js';
export type { Colour, IndicatorAssessed, IndicatorDefined, IndicatorMeasured, Target, TargetSet, Window } from './events/indicator.js';
export type { DecisionPoint, DecisionRecorded } from './events/decision.js';
export type { TextRedacted } from './events/text.js';
export type { Upcaster } from './events/upcast.js';
export type { Catalogue, CatalogueError, DecodeError, EventType, Posting, PostingLayer } from './events/catalogue.js';
export { decodeData, eventType, extendCatalogue } from './events/catalogue.js';
export type { StandardEvents } from './events/standard-events.js';
export { standardCatalogue } from './events/families.js';

export type { Actor, Basis, Decision, Draft, Recorded, Source } from './record/envelope.js';
export { maxTextLength } from './record/envelope.js';
export type { LineError } from './record/line.js';
export { draftOf, draftOfJson, isLedgerLine, lineOfEvent, parseLine, recordedOfJson } from './record/line.js';
export type { ChainError, Head } from './record/chain.js';
export { chainChecker, hashOf, headOf, seal, textHashOf, textMismatch } from './record/chain.js';

export type { StatedPrice, StatedVolume } from './evolve/driver-state.js';
export type { CodeState, Dimension, LedgerState, Round, RoundEvent, RoundStatus } from './evolve/state.js';
export type { ActionMoment, ActionStage, ActionState } from './evolve/action-state.js';
export type { CommentState } from './evolve/comment-state.js';
export type { DecisionMoment, DecisionStage, DecisionState } from './evolve/decision-state.js';
export type { GoalState, IndicatorState } from './evolve/goal-state.js';
export type { Rejection, RejectionReason } from './decide/rejection.js';
export type { Book, ReplayError } from './replay/book.js';
export { advance, bookAt, emptyBook, eventAt, eventsOf, eventsOfTypes, findEvent, outlineAt, replay } from './replay/book.js';
export type { Proposal, ProposalError } from './replay/propose.js';
export { headOfBook, propose } from './replay/propose.js';
export type { Cut, CutError } from './replay/cut.js';
export { cutAt, newestCut, resolveCut } from './replay/cut.js';
export { codePath, rootCodes } from './replay/tree-of-book.js';
export type { RoundLock, RoundSummary } from './replay/rounds.js';
export { forecastRounds, roundBefore, roundsOf } from './replay/rounds.js';

export type { GoalRow } from './registers/goals.js';
export { goalLabel, goalStanding, goalTree } from './registers/goals.js';
export type { FollowUp, IndicatorQuery, IndicatorRow, Measure } from './registers/indicators.js';
export { indicators } from './registers/indicators.js';
export type { TargetContext, TargetOutcome } from './registers/target-outcome.js';
export { outcomeOf } from './registers/target-outcome.js';

export type {
  BaseMetric,
  Column,
  DifferenceColumn,
  MetricColumn,
  Organisation,
  RatioColumn,
  Row,
  RowPerCode,
  Selection,
  SingleRow,
  Span,
  TableSpec,
} from './table/spec.js';
export type { Finding, Table, TableColumn, TableError, TableRow, Trace, TraceLine } from './table/table.js';

export type { AssumedLine, DrawOptions } from './table/plan.js';
export { drawTable } from './table/draw.js';
export { traceCell } from './table/trace.js';

export type { KnownSum } from './registers/known-sum.js';
export type { ActionPlan, ActionPlanAbout, ActionPlanRow, ActionPlanStep, RealisedEffect } from './registers/action-plan.js';
export { actionPlan } from './registers/action-plan.js';
export type { ActionView, ForecastAbout, PlanAgainstDeficit } from './registers/forecast-actions.js';
export { actionLines, planAgainstDeficit } from './registers/forecast-actions.js';
export type { Comment, CommentsWanted } from './registers/comments.js';
export { commentsOf, latestComment } from './registers/comments.js';
export type { DecisionMatter, DecisionStep } from './registers/decisions.js';
export { decisionsOf } from './registers/decisions.js';
export type { DriverRow, DriversOf } from './registers/drivers.js';
export { drivers } from './registers/drivers.js';
export type { AssignmentState, AssignmentYear, DueDate } from './evolve/assignment-state.js';
export type { AssignmentRow, AssignmentsAbout, Completion } from './registers/assignments.js';
export { assignments, assignmentsCounted, isOpen } from './registers/assignments.js';
export type { StatusCount } from './registers/status-matrix.js';
export { statusMatrix } from './registers/status-matrix.js';

export type { Subject } from './explain/subject.js';
export type { ExplainError, Explanation, GroupBy, NamedCut, Part, Stated } from './explain/explanation.js';
export type { ChangeOptions } from './explain/change.js';
export { explainChange } from './explain/change.js';
export type { DeviationOptions } from './explain/deviation.js';
export { explainDeviation } from './explain/deviation.js';
export { numberAt } from './explain/number.js';
export type { ForecastPoint } from './explain/history.js';
export { adherence, forecastHistory } from './explain/history.js';
export type { ChangedCell } from './explain/difference.js';
export { differingCells } from './explain/difference.js';
export type { OutcomeAndRest } from './explain/surprise.js';
export { splitOutcomeAndRest } from './explain/surprise.js';
export type { QuantityAndPrice, VolumeAndPrice } from './explain/bennet.js';
export { bennet, bennetOfAll } from './explain/bennet.js';
export type { DrivenItem, VolumeAndPriceError, VolumeAndPriceOptions, VolumePriceSplit } from './explain/volume-and-price.js';
export { volumeAndPrice } from './explain/volume-and-price.js';
export type { Rational } from './explain/rational.js';
export { largestRemainder, rational, rationalOfText } from './explain/rational.js';
export { maxGroups, shapley } from './explain/shapley.js';

export type {
  CorruptKind,
  EventStore,
  Expectation,
  Expected,
  ReadQuery,
  Receipt,
  RedactRequest,
  Remains,
  StopSignal,
  StoreError,
  SubscribeOptions,
} from './store/port.js';
export { maxBatch, maxBatchBytes, maxEventBytes } from './store/port.js';
export type { MemoryStoreOptions } from './store/memory-store.js';
export { memoryStore } from './store/memory-store.js';
export type { KeptProjection, ProjectionCheck, ProjectionDifference } from './store/check-projection.js';
export { checkProjection } from './store/check-projection.js';
export type { LedgerFault, VerifyOptions } from './store/verify.js';
export { verifyLedger } from './store/verify.js';

export type { Command, CommandError, StandardCommand } from './ledger/command.js';
export type { Ledger, LedgerHost, OpenError, RecordError } from './ledger/ledger.js';
export { openLedger } from './ledger/ledger.js';
