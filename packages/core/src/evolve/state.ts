import type { Draft as Mutable } from 'immer';
import type { Slot } from '../base/slot.js';
import type { Instant } from '../base/time.js';
import type { FigureStated } from '../events/claim.js';
import type { Code, DimensionId, EventId, RoundId } from '../events/fields.js';
import type { Scope } from '../events/forecast.js';
import type { LedgerOpened } from '../events/ledger.js';
import type { Successor } from '../events/structure.js';
import type { Actor } from '../record/envelope.js';
import type { ActionState } from './action-state.js';
import type { CommentState } from './comment-state.js';
import type { DecisionState } from './decision-state.js';
import type { StatedPrice, StatedVolume } from './driver-state.js';
import type { AssignmentState } from './assignment-state.js';
import type { GoalState, IndicatorState } from './goal-state.js';

/** A value that holds from a month on, until the next entry's. The first entry of a code starts at its opening. */
export interface Since<A> {
  readonly from: Slot;
  readonly value: A;
}

/** A code in its dimension, over all time. */
export interface CodeState {
  readonly code: Code;
  readonly residual: boolean;
  /** The first slot it takes lines for; 0 for always. */
  readonly opened: Slot;
  /** The first slot it takes no lines for; undefined while open. */
  readonly closed: Slot | undefined;
  /** Sorted by `from`. */
  readonly labels: readonly Since<string>[];
  /** Sorted by `from`; undefined for a root. */
  readonly parents: readonly Since<Code | undefined>[];
  /** What it went on in. */
  readonly succeeded: { readonly from: Slot; readonly successors: readonly Successor[] } | undefined;
}

export interface Dimension {
  readonly id: DimensionId;
  readonly label: string;
  readonly codes: ReadonlyMap<Code, CodeState>;
}

export type RoundStatus = 'open' | 'submitted' | 'approved' | 'locked';

/** A step in a round's life: what, when, by whom. */
export interface RoundEvent {
  readonly step: 'opened' | 'revised' | 'submitted' | 'returned' | 'approved' | 'locked' | 'reopened';
  readonly position: number;
  readonly recordedAt: Instant;
  readonly actor: Actor;
}

export interface Round {
  readonly id: RoundId;
  readonly year: string;
  readonly label: string;
  readonly period: string | undefined;
  readonly scope: Scope | undefined;
  /** From 1, in order of opening over all years. */
  readonly ordinal: number;
  readonly status: RoundStatus;
  /** The position of its first revision; undefined before that. */
  readonly firstRevised: number | undefined;
  /** Positions of its locks: the first is `@1`. */
  readonly locks: readonly number[];
  readonly history: readonly RoundEvent[];
}

/** Everything in a ledger with a life, small beside its amounts. */
export interface LedgerState {
  readonly opened: LedgerOpened | undefined;
  readonly dimensions: ReadonlyMap<DimensionId, Dimension>;
  readonly closedMonths: ReadonlySet<Slot>;
  readonly rounds: ReadonlyMap<RoundId, Round>;
  /** Postings taken back, with the event that did. */
  readonly reversed: ReadonlyMap<EventId, EventId>;
  readonly assignments: ReadonlyMap<string, AssignmentState>;
  /** The newest form of each stated figure. */
  readonly claims: ReadonlyMap<string, FigureStated>;
  readonly actions: ReadonlyMap<string, ActionState>;
  readonly comments: ReadonlyMap<string, CommentState>;
  readonly decisions: ReadonlyMap<string, DecisionState>;
  /** What drives amounts, newest form of each, by `driverKey`. */
  readonly volumes: ReadonlyMap<string, StatedVolume>;
  readonly prices: ReadonlyMap<string, StatedPrice>;
  /** Events whose text is erased, with the event that says so. */
  readonly redacted: ReadonlyMap<EventId, EventId>;
  readonly goals: ReadonlyMap<string, GoalState>;
  readonly indicators: ReadonlyMap<string, IndicatorState>;
}

/** The state that evolve writes to: a private one in a rebuild, immer's draft in a live step. */
export type MutableState = Mutable<LedgerState>;

export const initialState = (): MutableState => ({
  opened: undefined,
  dimensions: new Map(),
  closedMonths: new Set(),
  rounds: new Map(),
  reversed: new Map(),
  assignments: new Map(),
  claims: new Map(),
  actions: new Map(),
  comments: new Map(),
  decisions: new Map(),
  volumes: new Map(),
  prices: new Map(),
  redacted: new Map(),
  goals: new Map(),
  indicators: new Map(),
});
