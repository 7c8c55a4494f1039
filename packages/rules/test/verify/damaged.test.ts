import type { Book, Draft, Json, Recorded } from '@driftbok/core';
import { eventsOf, isRight, orThrow, propose, emptyBook, replay, seal, sha256Hex, textHashOf } from '@driftbok/core';
import type { VerifyFinding } from '@driftbok/rules';
import { verifyBook } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';

type Step = readonly [type: string, stream: string, data: Json, recordedAt?: string];

const text = 'Konsulter kostar mer än budgeterat';
const salt = 'a'.repeat(32);

const drafts = (steps: readonly Step[]): readonly Draft[] =>
  steps.map(([type, stream, data, recordedAt = '2026-01-02T08:00:00.000Z'], at) => ({
    id: `01900000-0000-7000-8000-${(at + 1).toString(16).padStart(12, '0')}`,
    stream,
    type,
    schemaVersion: 1,
    recordedAt,
    actor: { role: 'test', id: 'test' },
    ...(type === 'DecisionRecorded' ? { decision: { body: 'socialnamnden', date: '2024-12-19' } } : {}),
    data,
    ...(type === 'CommentMade' ? { text, salt } : {}),
  }));

const lines = (...rows: readonly (readonly [code: string, month: string, amount: string])[]): Json => ({
  columns: ['ansvar', 'month', 'amount'],
  rows: rows.map((row) => [...row]),
});

const structure: readonly Step[] = [
  ['LedgerOpened', 'ledger', { name: 'Test', municipality: 'Test', timeZone: 'Europe/Stockholm' }],
  ['DimensionDeclared', 'structure', { dimension: 'ansvar', label: 'Ansvar' }],
  ['CodeOpened', 'structure', { dimension: 'ansvar', code: '5', label: 'Nämnd' }],
  ['CodeOpened', 'structure', { dimension: 'ansvar', code: '51', label: 'Ett', parent: '5' }],
  ['CodeOpened', 'structure', { dimension: 'ansvar', code: '52', label: 'Två', parent: '5' }],
];
const budget: Step = ['BudgetAdopted', 'budget/2025', { year: '2025', lines: lines(['51', '2025', '-100.00'], ['52', '2025', '-200.00']) }];
const posted: Step = ['OutcomePosted', 'outcome/2025-01', { lines: lines(['51', '2025-01', '-10.00']) }];
/** The id of the event at a position. */
const idAt = (position: number): string => `01900000-0000-7000-8000-${position.toString(16).padStart(12, '0')}`;

const round = (step: string, data: object = {}): Step => [step, 'forecast/R1', { round: 'R1', ...data }];
const revised = (amount: string): Step => round('ForecastRevised', { year: '2025', lines: lines(['51', '2025', amount]) });
const opened = round('ForecastRoundOpened', { year: '2025', label: 'Prognos' });
const locked = ['ForecastRoundSubmitted', 'ForecastRoundApproved', 'ForecastRoundLocked'].map((step) => round(step));

const action = (step: string, data: object = {}): Step => [step, 'action/a1', { action: 'a1', ...data }];
const proposed = action('ActionProposed', { label: 'Färre konsulter' });
const given = (id: string, data: object = {}): Step => [
  'AssignmentGiven',
  `assignment/${id}`,
  { assignment: id, label: 'Utred', kind: 'uppdrag', year: '2025', ...data },
];
const reported = (asOf: string, status: string): Step => [
  'AssignmentReported',
  'assignment/u1',
  { assignment: 'u1', asOf, status, progress: 'as-planned' },
];
const comment: Step = [
  'CommentMade',
  'comment/k1',
  {
    comment: 'k1',
    about: { round: 'R1' },
    standing: 'final',
    kind: 'status',
    asOf: '2025-07-31',
    textHash: textHashOf(text, salt, sha256Hex),
  },
];
const matter = (stage: string): Step => ['DecisionRecorded', 'decision/b1', { decision: 'b1', label: 'Plan', stage }];
const goal = (id: string, from: string, parent?: string): Step => [
  'GoalSet',
  `goal/${id}`,
  { goal: id, label: id, from, kind: 'malomrade', pursuit: 'pursued', ...(parent === undefined ? {} : { parent }) },
];
const volume = (value: string): Step => [
  'VolumeStated',
  'driver/2025',
  { year: '2025', kind: 'budget', volumes: [{ item: 'hvb', label: 'HVB', unit: 'dygn', volume: value }] },
];

const sound: readonly Step[] = [
  ...structure,
  budget,
  ['BudgetAdjusted', 'budget/2025', { year: '2025', kind: 'transfer', lines: lines(['51', '2025', '5.00'], ['52', '2025', '-5.00']) }],
  posted,
  ['OutcomeReversed', 'outcome/2025-01', { posting: idAt(8), month: '2025-01' }],
  ['PeriodClosed', 'outcome/2025-01', { month: '2025-01' }],
  opened,
  revised('-90.00'),
  revised('-95.00'),
  ...locked,
  proposed,
  action('ActionDecided'),
  given('u1'),
  reported('2025-04-30', 'ongoing'),
  reported('2025-07-31', 'done'),
  comment,
  matter('proposed'),
  matter('decided'),
  goal('1', '2025'),
  goal('11', '2025', '1'),
  volume('10'),
];

/** A ledger that somebody wrote with their own hands: its chain holds, and nobody decided whether it may be. */
const forged = (steps: readonly Step[]): { readonly book: Book; readonly events: readonly Recorded[] } => {
  const events = seal(drafts(steps), undefined, () => 0, sha256Hex);
  return { book: orThrow(replay(events)), events };
};
const found = (steps: readonly Step[]): readonly VerifyFinding[] => {
  const { book, events } = forged(steps);
  return verifyBook(book, events).findings;
};
const codes = (findings: readonly VerifyFinding[]): readonly string[] => [...new Set(findings.map(({ code }) => code))];

describe('a ledger that is sound', () => {
  it('is one that decide takes, and has no findings', () => {
    expect(orThrow(propose(emptyBook(), drafts(sound))).events).toHaveLength(sound.length);
    expect(found(sound)).toEqual([]);
  });

  it('may have postings in a month that was opened again', () => {
    const reopened: Step = ['PeriodReopened', 'outcome/2025-01', { month: '2025-01' }];
    expect(found([...sound, reopened, posted])).toEqual([]);
  });

  it('has every invariant held against something', () => {
    const { book } = forged(sound);
    expect(verifyBook(book).verified.filter(({ checked }) => checked === 0)).toEqual([]);
  });
});

describe('a text that is gone', () => {
  const { book, events } = forged(sound);
  const at = events.findIndex(({ type }) => type === 'CommentMade');
  const gone = ({ text: _text, salt: _salt, ...rest }: Recorded): Recorded => rest;
  const without = events.map((event, index) => (index === at ? gone(event) : event));

  it('is found although the chain holds, where no event says that it was erased', () => {
    expect(verifyBook(book, without).findings).toEqual([
      {
        code: 'texts',
        severity: 'error',
        where: [`position:${at + 1}`],
        by: '',
        message: `position ${at + 1}: its text is gone, and no event says that it was erased`,
      },
    ]);
    expect(verifyBook(book, without, undefined, 'sv').findings[0]?.message).toContain('texten är borta');
  });

  it('is as it should be where one does, and another text is not excused by it', () => {
    const erased = (event: string): Step => ['TextRedacted', 'comment/k1', { event, legalBasis: 'Gallringsbeslut' }];
    const said = forged([...sound, erased(idAt(at + 1))]);
    expect(
      verifyBook(
        said.book,
        said.events.map((event, index) => (index === at ? gone(event) : event)),
      ).findings,
    ).toEqual([]);
    const other = forged([...sound, erased(idAt(1))]);
    const codesOf = verifyBook(
      other.book,
      other.events.map((event, index) => (index === at ? gone(event) : event)),
    ).findings;
    expect(codesOf.map(({ code }) => code)).toEqual(['texts']);
  });
});

describe('a ledger damaged by hand is found by the code of what is damaged, and by no other', () => {
  const cases: readonly (readonly [string, VerifyFinding['code'], readonly Step[], string])[] = [
    [
      'a transfer that does not net to 0',
      'transfers',
      [
        ...sound,
        [
          'BudgetAdjusted',
          'budget/2025',
          { year: '2025', kind: 'transfer', lines: lines(['51', '2025', '5.00'], ['52', '2025', '-2.50']) },
        ],
      ],
      'position:28',
    ],
    ['a revision of a locked round', 'rounds', [...structure, opened, revised('-1.00'), ...locked, revised('-2.00')], 'round:R1'],
    ['a posting in a closed month', 'periods', [...sound, posted], 'position:28'],
    [
      'a posting in a year of which a month is closed',
      'periods',
      [...sound, ['OutcomePosted', 'outcome/2025-12', { lines: lines(['51', '2025', '-1.00']) }]],
      'position:28',
    ],
    [
      'a posting taken back twice',
      'periods',
      [...structure, posted, ...[0, 1].map((): Step => ['OutcomeReversed', 'outcome/2025-01', { posting: idAt(6), month: '2025-01' }])],
      'position:8',
    ],
    [
      'a code whose parent is none',
      'trees',
      [...structure, ['CodeOpened', 'structure', { dimension: 'ansvar', code: '53', label: 'Tre', parent: '9' }]],
      'ansvar:53',
    ],
    [
      'a code beneath itself',
      'trees',
      [...structure, ['CodeMoved', 'structure', { dimension: 'ansvar', code: '5', parent: '51', from: '2025-01' }]],
      'ansvar:5',
    ],
    [
      'a line of a code that is none',
      'kinds',
      [...structure, ['OutcomePosted', 'outcome/2025-01', { lines: lines(['99', '2025-01', '-7.50']) }]],
      'outcome/2025/ansvar',
    ],
    ['an action that is done before it is begun', 'actions', [...structure, proposed, action('ActionCompleted')], 'action:a1'],
    ['an action that goes on when it waits for nothing', 'actions', [...structure, proposed, action('ActionResumed')], 'action:a1'],
    ['a final comment made again', 'comments', [...structure, opened, comment, comment], 'comment:k1'],
    ['a matter that goes back', 'decisions', [...structure, matter('decided'), matter('planned')], 'decision:b1'],
    [
      'an assignment reported after it was done',
      'assignments',
      [...structure, given('u1'), reported('2025-04-30', 'done'), reported('2025-07-31', 'ongoing')],
      'assignment:u1',
    ],
    [
      'reports in no order',
      'assignments',
      [...structure, given('u1'), reported('2025-07-31', 'ongoing'), reported('2025-04-30', 'ongoing')],
      'assignment:u1',
    ],
    [
      'assignments that wait for each other',
      'assignments',
      [...structure, given('u1', { completion: { assignment: 'u2' } }), given('u2', { completion: { assignment: 'u1' } })],
      'assignment:u1',
    ],
    ['a goal beneath one that is closed', 'goals', [...sound, ['GoalClosed', 'goal/1', { goal: '1', from: '2026' }]], 'goal:11'],
    ['goals beneath each other', 'goals', [...sound, goal('1', '2026', '11')], 'goal:1'],
    ['a volume below 0', 'drivers', [...structure, volume('-1')], 'driver/2025:hvb'],
  ];
  it.each(cases)('%s: %s', (_, code, steps, where) => {
    const findings = found(steps);
    expect(codes(findings)).toEqual([code]);
    expect(findings[0]).toMatchObject({ severity: 'error', where: [where] });
    expect(isRight(propose(emptyBook(), drafts(steps)))).toBe(false);
  });

  it('a time that falls: positions, and the chain that holds it', () => {
    const steps: readonly Step[] = [...structure, [budget[0], budget[1], budget[2], '2024-01-02T08:00:00.000Z']];
    expect(codes(found(steps))).toEqual(['positions', 'chain']);
  });

  it('a byte of an event: chain, from that event on', () => {
    const { book, events } = forged(sound);
    const flipped = events.map((event) => (event.position === 6 ? { ...event, data: { ...(event.data as object), year: '2026' } } : event));
    expect(verifyBook(book, flipped).findings).toMatchObject([{ code: 'chain', where: ['position:6'] }]);
  });

  it.each([
    ['outcome', [...structure, posted], 'outcome/2025', '10.00'],
    ['budget', [...structure, budget], 'budget/2025', '16.67'],
    ['forecast', [...structure, opened, revised('-1.00'), revised('-3.00')], 'forecast/2025', '2.00'],
  ] as const)('a journal that has lost its last line of %s: totals, by its amount', (_, steps, where, by) => {
    const { book } = forged(steps);
    const findings = verifyBook({ ...book, lines: book.lines - 1 }).findings;
    expect(findings.filter(({ code }) => code === 'totals')).toMatchObject([{ where: [where], by }]);
    expect(codes(findings)).toEqual(['totals', 'kinds']);
  });

  it('a journal whose amount was changed: totals, against the events that the store has', () => {
    const { book, events } = forged([...structure, posted]);
    const { ore } = book.history.journal.columns;
    ore[0] = (ore[0] ?? 0) - 100;
    expect(verifyBook(book, events).findings.filter(({ code }) => code === 'totals')).toMatchObject([
      { where: ['outcome/2025'], by: '1.00' },
    ]);
  });

  it('is told in Swedish, or in English, by the same codes', () => {
    const { book } = forged([...structure, proposed, action('ActionCompleted')]);
    const messages = (['sv', 'en'] as const).map((language) =>
      verifyBook(book, eventsOf(book), sha256Hex, language).findings.map(({ message }) => message),
    );
    expect(messages).toEqual([['a1: completed på position 7, fast läget är proposed'], ['a1: completed at position 7, while proposed']]);
  });
});
