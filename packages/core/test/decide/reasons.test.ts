import { describe, expect, it } from 'vitest';
import type { Book, Draft, Reference, Rejection, RejectionReason, StandardEvents } from '@driftbok/core';
import { emptyBook } from '@driftbok/core';
import { bookOf, charted, chart, rejected } from '../support/books.js';
import { ansvar, budget, code, dimension, draft, line, lines, lock, opened, outcome, revise, round } from '../support/drafts.js';

interface Case {
  readonly book: Book;
  /** The last is refused; those before it in the batch are not. */
  readonly drafts: readonly Draft[];
  readonly says: Omit<Rejection, '_tag' | 'reason'>;
}
const id = '01900000-0000-7000-8000-00000000abcd';
const book = charted();
const posting = outcome(line('51', 'ut', '2025-01', '-5.00'));
const posted = charted(posting);
const secret = draft(
  'FigureStated',
  { claim: 'x', label: 'x', figure: '1', unit: 'kr', precision: '1', textHash: 'a'.repeat(64) },
  { text: 't', salt: '0'.repeat(32) },
);
const step = (type: 'ForecastRoundSubmitted' | 'ForecastRoundReopened' | 'ForecastRoundApproved', of: string): Draft =>
  draft(type, { round: of });
const split = (data: Partial<StandardEvents['CodeSucceeded']>): Draft =>
  draft('CodeSucceeded', {
    dimension: 'ansvar',
    kind: 'split',
    predecessors: ['51'],
    successors: [{ code: '52' }, { code: '6' }],
    from: '2025-07',
    ...data,
  });
const revised = (data: Partial<StandardEvents['ForecastRevised']>): Draft =>
  draft('ForecastRevised', { round: 'P1', year: '2025', lines: lines(line('51', 'ut', '2025', '1.00')), ...data });
const reason = { id: 'r1', label: 'r', amount: '1.00', precision: '1.00', driver: 'volume', evidence: 'none' } as const;

const given = draft('AssignmentGiven', { assignment: 'u1', label: 'u1', kind: 'uppdrag', year: '2024', due: '2024-12-31' });
const reported = (asOf: string, status: StandardEvents['AssignmentReported']['status'] = 'ongoing'): Draft =>
  draft('AssignmentReported', { assignment: 'u1', asOf, status, progress: 'as-planned' });

const action = draft('ActionProposed', { action: 'a', label: 'a' });
const cell = { cell: { table: 't', row: 'r', column: 'c', period: '2025-07' } } as const;
const comment = (standing: 'draft' | 'final', about: Reference = cell): Draft =>
  draft('CommentMade', { comment: 'k', about, standing, kind: 'status', asOf: '2025-07-31', textHash: 'a'.repeat(64) });

const indicator = { indicator: 'i', label: 'i', unit: '%', decimals: 0, followUp: 'measured' } as const;
const goal = (of: string, parent?: string): Draft =>
  draft('GoalSet', { goal: of, label: of, from: '2025', kind: 'mal', pursuit: 'pursued', ...(parent === undefined ? {} : { parent }) });

/** One of each, so that a new reason does not compile without its example. */
const cases: Readonly<Record<RejectionReason, Case>> = {
  'ledger-not-opened': {
    book: emptyBook(),
    drafts: [dimension('ansvar')],
    says: { field: 'type', expected: 'LedgerOpened first', got: 'DimensionDeclared' },
  },
  'ledger-opened': { book, drafts: [opened()], says: { field: 'type', expected: 'a ledger that is not opened', got: 'prov' } },
  'wrong-stream': {
    book,
    drafts: [draft('PeriodClosed', { month: '2025-01' }, { stream: 'outcome/2025-02' })],
    says: { field: 'stream', expected: 'outcome/2025-01', got: 'outcome/2025-02' },
  },
  year: {
    book,
    drafts: [budget('2025', line('51', 'ut', '2025-01', '1.00'), line('51', 'ut', '2026-01', '1.00'))],
    says: { field: 'data.lines.rows.1.month', expected: 'a month of 2025, or 2025', got: '2026-01' },
  },
  overflow: {
    book,
    drafts: [budget('2025', line('51', 'ut', '2025-01', '45035996273704.95'), line('51', 'in', '2025-01', '0.01'))],
    says: {
      field: 'data.lines',
      expected: 'lines that keep the sum of all amounts of the ledger, by absolute value, within 45035996273704.95 kr',
      got: 'more',
    },
  },
  'dimension-unknown': {
    book,
    drafts: [draft('CodeClosed', { dimension: 'projekt', code: '1', from: '2025-01' })],
    says: { field: 'data.dimension', expected: 'a declared dimension', got: 'projekt' },
  },
  'dimension-declared': {
    book,
    drafts: [dimension('ansvar')],
    says: { field: 'data.dimension', expected: 'a dimension not declared before', got: 'ansvar' },
  },
  'code-unknown': {
    book,
    drafts: [outcome(line('51', 'ut', '2025-01', '1.00'), line('99', 'ut', '2025-01', '1.00'))],
    says: { field: 'data.lines.rows.1.ansvar', expected: 'a code of ansvar', got: '99' },
  },
  'driver-item': {
    book,
    drafts: [draft('VolumeStated', { year: '2025', kind: 'budget', volumes: [{ item: 'hvb', label: 'HVB', unit: 'dygn', volume: '-1' }] })],
    says: { field: 'data.volumes.0', expected: 'a number not below 0', got: '-1' },
  },
  'code-exists': { book, drafts: [ansvar('51')], says: { field: 'data.code', expected: 'a code not opened before', got: '51' } },
  'code-closed': {
    book: charted(draft('CodeClosed', { dimension: 'ansvar', code: '51', from: '2025-03' })),
    drafts: [outcome(line('51', 'ut', '2025-02', '1.00'), line('51', 'ut', '2025-03', '1.00'))],
    says: { field: 'data.lines.rows.1.ansvar', expected: 'a code open in 2025-03; 51 is open from always to before 2025-03', got: '51' },
  },
  'code-has-children': {
    book,
    drafts: [outcome(line('5', 'ut', '2025-01', '1.00'))],
    says: {
      field: 'data.lines.rows.0.ansvar',
      expected: 'a code with none beneath it in 2025-01; for the whole of 5, its residual child',
      got: '5',
    },
  },
  circular: {
    book,
    drafts: [draft('CodeMoved', { dimension: 'ansvar', code: '5', parent: '51', from: '2025-01' })],
    says: { field: 'data.parent', expected: 'a code that is not 5 or beneath it, from 2025-01 on', got: '51' },
  },
  succession: { book, drafts: [split({ kind: 'merge' })], says: { field: 'data.kind', expected: 'several into one', got: '1 into 2' } },
  shares: {
    book,
    drafts: [
      split({
        successors: [
          { code: '52', share: '0.6' },
          { code: '6', share: '0.5' },
        ],
      }),
    ],
    says: { field: 'data.successors', expected: 'shares that sum to 1', got: '1.1' },
  },
  transfer: {
    book,
    drafts: [
      draft('BudgetAdjusted', {
        year: '2025',
        kind: 'transfer',
        lines: lines(line('51', 'ut', '2025', '5.00'), line('52', 'ut', '2025', '-4.99')),
      }),
    ],
    says: { field: 'data.lines', expected: 'a transfer that nets to 0.00', got: '0.01' },
  },
  phasing: {
    book: charted(budget('2025', line('51', 'ut', '2025', '12.00'))),
    drafts: [draft('BudgetPhased', { year: '2025', lines: lines(line('51', 'ut', '2025-01', '11.99')) })],
    says: { field: 'data.lines', expected: 'months that sum to 12.00 for {"ansvar":"51","konto":"ut"}', got: '11.99' },
  },
  'period-closed': {
    book: charted(draft('PeriodClosed', { month: '2025-01' })),
    drafts: [outcome(line('51', 'ut', '2025-02', '1.00'), line('51', 'ut', '2025-01', '1.00'))],
    says: { field: 'data.lines.rows.1.month', expected: 'a month that is open; 2025-01 is closed', got: '2025-01' },
  },
  'period-open': {
    book,
    drafts: [draft('PeriodReopened', { month: '2025-01' })],
    says: { field: 'data.month', expected: 'a month that is closed', got: '2025-01' },
  },
  'posting-unknown': {
    book,
    drafts: [draft('OutcomeReversed', { posting: id, month: '2025-01' })],
    says: { field: 'data.posting', expected: 'the id of a posting of outcome', got: id },
  },
  'posting-reversed': {
    book: charted(posting, { ...draft('OutcomeReversed', { posting: posting.id, month: '2025-01' }), id }),
    drafts: [draft('OutcomeReversed', { posting: posting.id, month: '2025-01' })],
    says: { field: 'data.posting', expected: 'a posting not taken back before', got: `reversed by ${id}` },
  },
  'round-unknown': { book, drafts: [lock('P1')], says: { field: 'data.round', expected: 'a round that was opened', got: 'P1' } },
  'round-exists': {
    book: charted(round('P1', '2025'), lock('P1')),
    drafts: [round('P1', '2025')],
    says: { field: 'data.round', expected: 'a round not opened before', got: 'P1' },
  },
  'round-open': {
    book: charted(round('P1', '2025')),
    drafts: [round('P2', '2025')],
    says: { field: 'data.round', expected: 'no other round of 2025 open; P1 is open', got: 'P2' },
  },
  'round-status': {
    book: charted(round('P1', '2025'), lock('P1')),
    drafts: [revise('P1', '2025', line('51', 'ut', '2025', '1.00'))],
    says: { field: 'data.round', expected: 'a round that is open', got: 'P1 is locked' },
  },
  'round-superseded': {
    book: charted(round('P1', '2025'), lock('P1'), round('P2', '2025')),
    drafts: [step('ForecastRoundReopened', 'P1')],
    says: { field: 'data.round', expected: 'the newest round of 2025; P2 came after', got: 'P1' },
  },
  scope: {
    book: charted(round('P1', '2025')),
    drafts: [
      revised({
        scope: { dimension: 'ansvar', code: '5' },
        lines: lines(line('51', 'ut', '2025', '1.00'), line('6', 'ut', '2025', '1.00')),
      }),
    ],
    says: { field: 'data.lines.rows.1.ansvar', expected: 'a code at or beneath 5', got: '6' },
  },
  'reason-unknown': {
    book: charted(round('P1', '2025')),
    drafts: [revised({ lines: lines(line('51', 'ut', '2025', '1.00', 'r1'), line('52', 'ut', '2025', '1.00', 'r2')), reasons: [reason] })],
    says: { field: 'data.lines.rows.1.reason', expected: 'the id of a reason stated here', got: 'r2' },
  },
  'reason-ambiguous': {
    book: charted(round('P1', '2025')),
    drafts: [revised({ reasons: [reason, { ...reason, id: 'r2', parts: [reason] }] })],
    says: { field: 'data.reasons', expected: 'each reason id once', got: 'r1' },
  },
  'assignment-unknown': {
    book,
    drafts: [draft('AssignmentCarriedOver', { assignment: 'u1', year: '2025' })],
    says: { field: 'data.assignment', expected: 'an assignment that was given', got: 'u1' },
  },
  'assignment-exists': {
    book,
    drafts: [given, { ...given, id }],
    says: { field: 'data.assignment', expected: 'an assignment not given before', got: 'u1' },
  },
  'assignment-ended': {
    book: charted(given, reported('2024-07-31', 'done')),
    drafts: [reported('2024-08-31')],
    says: { field: 'data.assignment', expected: 'an assignment that is neither done nor cancelled', got: 'u1 is done' },
  },
  'assignment-due': {
    book: charted(given),
    drafts: [draft('AssignmentDueMoved', { assignment: 'u1', asOf: '2024-07-31', due: '2024-12-31' })],
    says: { field: 'data.due', expected: 'another day than it is due already', got: '2024-12-31' },
  },
  'as-of': {
    book: charted(given, reported('2024-07-31')),
    drafts: [reported('2024-07-30')],
    says: { field: 'data.asOf', expected: '2024-07-31, the day of its last report, or later', got: '2024-07-30' },
  },
  'goal-unknown': {
    book,
    drafts: [draft('GoalClosed', { goal: 'g', from: '2025' })],
    says: { field: 'data.goal', expected: 'a goal that was set', got: 'g' },
  },
  'goal-closed': {
    book: charted(goal('g'), draft('GoalClosed', { goal: 'g', from: '2026' })),
    drafts: [goal('g')],
    says: { field: 'data.goal', expected: 'a goal that is not closed', got: 'g' },
  },
  'goal-not-pursued': {
    book: charted(draft('GoalSet', { goal: 'g', label: 'g', from: '2025', kind: 'mal', pursuit: 'not-pursued' })),
    drafts: [draft('GoalAssessed', { goal: 'g', year: '2025', asOf: '2025-01-01', colour: 'green' })],
    says: { field: 'data.goal', expected: 'a goal that is pursued in 2025', got: 'g is not-pursued' },
  },
  'goal-has-children': {
    book: charted(goal('g'), goal('h', 'g')),
    drafts: [draft('GoalClosed', { goal: 'g', from: '2026' })],
    says: { field: 'data.goal', expected: 'a goal with none beneath it in 2026', got: 'h lies beneath it' },
  },
  'indicator-unknown': {
    book,
    drafts: [draft('TargetSet', { indicator: 'i', year: '2025', target: { reach: '1' } })],
    says: { field: 'data.indicator', expected: 'an indicator that was defined', got: 'i' },
  },
  'follow-up': {
    book,
    drafts: [draft('IndicatorDefined', { ...indicator, reason: 'none' })],
    says: { field: 'data.reason', expected: 'no reason, since it is measured', got: 'none' },
  },
  target: {
    book: charted(draft('IndicatorDefined', indicator)),
    drafts: [draft('TargetSet', { indicator: 'i', year: '2025', target: { about: '0', tolerance: '-1' } })],
    says: { field: 'data.target.tolerance', expected: 'a tolerance not under 0', got: '-1' },
  },
  value: {
    book: charted(draft('IndicatorDefined', indicator)),
    drafts: [draft('IndicatorMeasured', { indicator: 'i', window: { year: '2025' }, role: 'outcome', state: 'missing', value: '0' })],
    says: { field: 'data.value', expected: 'none, since it is missing', got: '0' },
  },
  window: {
    book: charted(draft('IndicatorDefined', indicator)),
    drafts: [
      draft('IndicatorMeasured', {
        indicator: 'i',
        window: { from: '2025-02-01', to: '2025-01-31' },
        role: 'outcome',
        state: 'missing',
      }),
    ],
    says: { field: 'data.window.to', expected: 'a day not before 2025-02-01', got: '2025-01-31' },
  },
  'event-unknown': {
    book,
    drafts: [draft('TextRedacted', { event: id, legalBasis: 'OSL' }, { stream: 'claim/x' })],
    says: { field: 'data.event', expected: 'the id of an event recorded before', got: id },
  },
  'use-redact': {
    book: charted(secret),
    drafts: [draft('TextRedacted', { event: secret.id, legalBasis: 'OSL' }, { stream: 'claim/x' })],
    says: { field: 'data.event', expected: 'an event whose text is erased; redact erases and records', got: secret.id },
  },
  'id-exists': { book: posted, drafts: [posting], says: { field: 'id', expected: 'an id not recorded before', got: posting.id } },
  'action-exists': {
    book,
    drafts: [action, { ...action, id }],
    says: { field: 'data.action', expected: 'an action not proposed before', got: 'a' },
  },
  'action-unknown': {
    book,
    drafts: [draft('ActionDecided', { action: 'b' })],
    says: { field: 'data.action', expected: 'an action proposed before', got: 'b' },
  },
  'action-status': {
    book,
    drafts: [action, draft('ActionStarted', { action: 'a' })],
    says: { field: 'data.action', expected: 'an action that is decided', got: 'a is proposed' },
  },
  'action-year': {
    book,
    drafts: [action, round('P1', '2025'), draft('ActionIncludedInForecast', { action: 'a', round: 'P1', amount: '1.00' })],
    says: { field: 'data.round', expected: 'a round of a year that a has effects in: none', got: '2025' },
  },
  'comment-final': {
    book,
    drafts: [comment('final'), { ...comment('final'), id }],
    says: { field: 'data.comment', expected: 'a comment that is not final', got: 'k' },
  },
  'comment-about': {
    book,
    drafts: [round('P1', '2025'), comment('draft'), { ...comment('final', { round: 'P1' }), id }],
    says: { field: 'data.about', expected: '{"cell":{"column":"c","period":"2025-07","row":"r","table":"t"}}', got: '{"round":"P1"}' },
  },
  'decision-stage': {
    book,
    drafts: [draft('DecisionRecorded', { decision: 'd', label: 'd', stage: 'planned', outcome: 'approved' })],
    says: { field: 'data.outcome', expected: 'no outcome while planned', got: 'approved' },
  },
  'reference-unknown': {
    book,
    drafts: [comment('final', { action: 'a' })],
    says: { field: 'data.about.action', expected: 'a known action', got: 'a' },
  },
  'time-falls': {
    book,
    drafts: [draft('PeriodClosed', { month: '2025-01' }, { recordedAt: '2024-12-31T23:59:59.999Z' })],
    says: { field: 'recordedAt', expected: 'at or after 2025-01-01T00:00:00.000Z', got: '2024-12-31T23:59:59.999Z' },
  },
};

describe.each(Object.entries(cases) as [RejectionReason, Case][])('%s', (reasonOf, { book: before, drafts, says }) => {
  it('says where, what was expected and what came, and nothing is recorded', () => {
    expect(rejected(before, ...drafts)).toEqual({ reason: reasonOf, ...says });
  });

  it('takes a whole batch with it', () => {
    // An event that is fine by itself goes before; in an empty ledger, none is.
    const fine = before.position === 0 ? [] : [code('konto', 'ny')];
    expect(rejected(before, ...fine, ...drafts)).toMatchObject({ reason: reasonOf });
  });
});

it('comes from a book that any other event could still follow', () => {
  expect(bookOf([...chart(), code('konto', 'ny')]).position).toBe(chart().length + 1);
});
