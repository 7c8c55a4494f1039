import { describe, expect, it } from 'vitest';
import type { Book, Draft, Json, Recorded, StandardEvents } from '@driftbok/core';
import { emptyBook, eventsOf, newestCut, orThrow, propose, replay, standardCatalogue } from '@driftbok/core';
import type { PresentedTable, RegisterTemplate } from '@driftbok/rules';
import { assignmentFindings, norrtalje as preset, presentRegister, verifyBook } from '@driftbok/rules';

let serial = 0;
function draft<T extends keyof StandardEvents>(type: T, data: StandardEvents[T]): Draft {
  return {
    id: `01900000-0000-7000-8000-${(++serial).toString(16).padStart(12, '0')}`,
    stream: standardCatalogue.get(type)?.stream(data) ?? '',
    type,
    schemaVersion: 1,
    recordedAt: '2026-12-31T08:00:00.000Z',
    actor: { role: 'test', id: 'test' },
    data: data as unknown as Json,
  };
}
const opened = draft('LedgerOpened', { name: 'Test', municipality: 'Test', timeZone: 'Europe/Stockholm' });
const bookOf = (...drafts: readonly Draft[]): Book => orThrow(propose(emptyBook(), [opened, ...drafts])).book;
const given = (assignment: string, more: Partial<StandardEvents['AssignmentGiven']> = {}): Draft =>
  draft('AssignmentGiven', { assignment, label: `L ${assignment}`, kind: 'uppdrag', year: '2025', ...more });
const report = (assignment: string, more: Partial<StandardEvents['AssignmentReported']> = {}): Draft =>
  draft('AssignmentReported', { assignment, asOf: '2025-07-31', status: 'ongoing', progress: 'as-planned', ...more });

const about = { year: '2025', asOf: '2025-07-31' } as const;
const codes = (book: Book): readonly string[] => assignmentFindings(book, about).map(({ code }) => code);
const one = (due: string, more: Partial<StandardEvents['AssignmentReported']>): readonly string[] =>
  codes(bookOf(given('a', { due }), report('a', more)));

describe('a due date', () => {
  it('has passed from the day after it on', () => {
    expect(one('2025-07-31', {})).toEqual([]);
    expect(one('2025-07-30', {})).toEqual(['due-passed']);
    expect(one('2025-07-30', { progress: 'deviates' })).toEqual([]);
  });

  it('is kept by what was done on it, and is not looked at once something is cancelled as deviating', () => {
    expect(one('2025-07-31', { status: 'done' })).toEqual([]);
    expect(one('2025-06-30', { status: 'done' })).toEqual(['done-after-due']);
    expect(one('2025-06-30', { status: 'done', progress: 'deviates' })).toEqual([]);
    expect(one('2025-06-30', { status: 'cancelled', progress: 'deviates' })).toEqual([]);
  });

  it('agrees with when it is expected', () => {
    expect(one('2025-12-31', { expected: '2025-12-31' })).toEqual([]);
    expect(one('2025-12-31', { expected: '2026-01-01' })).toEqual(['expected-after-due']);
    expect(one('2025-12-31', { expected: '2026-01-01', progress: 'deviates' })).toEqual([]);
    expect(one('2025-12-31', { expected: '2025-12-31', progress: 'deviates' })).toEqual(['deviates-before-due']);
    expect(one('2025-06-30', { expected: '2025-06-30', progress: 'deviates' })).toEqual([]);
  });

  it('lies in the year, unless it was carried over', () => {
    expect(one('2024-12-31', { progress: 'deviates' })).toEqual(['due-before-year']);
    const carried = bookOf(
      given('a', { year: '2024', due: '2024-12-31' }),
      draft('AssignmentCarriedOver', { assignment: 'a', year: '2025' }),
      report('a', { progress: 'deviates' }),
    );
    expect(codes(carried)).toEqual([]);
  });
});

describe('what was begun', () => {
  it('and is then told to be not started, is a contradiction', () => {
    const again = report('a', { status: 'not-started' });
    expect(codes(bookOf(given('a'), report('a', { asOf: '2025-04-30' }), again))).toEqual(['begun-before']);
    expect(codes(bookOf(given('a'), report('a', { asOf: '2025-04-30', status: 'not-started' }), again))).toEqual([]);
    const [found] = assignmentFindings(bookOf(given('a'), report('a', { asOf: '2025-04-30' }), again), about);
    expect(found?.message).toBe('”L a”: ej påbörjad per 2025-07-31, men påbörjad redan per 2025-04-30');
  });
});

describe('a criterion', () => {
  it('that waits for another assignment is not met before that is done', () => {
    const waiting = (...more: readonly Draft[]): Book =>
      bookOf(given('a', { completion: { assignment: 'b' } }), given('b'), ...more, report('a', { status: 'done' }));
    expect(codes(waiting())).toEqual(['criterion-not-met']);
    const [found] = assignmentFindings(waiting(), about);
    expect(found?.message).toBe('”L a”: slutförd, men ”L b”, som den väntar på, är det inte');
    expect(codes(waiting(report('b', { status: 'done' })))).toEqual([]);
  });
});

describe('a plan', () => {
  it('says nothing where it names none', () => {
    expect(codes(bookOf(given('a'), report('a')))).toEqual([]);
  });

  it('names what the report does not have, and the other way round', () => {
    const book = bookOf(given('a', { plan: 'p' }), given('b'), report('b'));
    expect(codes(book)).toEqual(['not-in-report', 'not-in-plan']);
    expect(codes(bookOf(given('a', { plan: 'p' }), report('a'), given('b')))).toEqual([]);
  });

  it('is not reported by a report of the year before', () => {
    const book = bookOf(
      given('a', { year: '2024' }),
      report('a', { asOf: '2024-07-31' }),
      draft('AssignmentCarriedOver', { assignment: 'a', year: '2025', plan: 'p' }),
    );
    expect(codes(book)).toEqual(['nothing-reported']);
    expect(codes(bookOf(given('a', { plan: 'p' }), given('b', { plan: 'p' }), report('b')))).toEqual(['plan-count', 'not-in-report']);
  });
});

describe('what the year before left', () => {
  it('is told of once this year has any', () => {
    expect(codes(bookOf(given('a', { year: '2024' })))).toEqual([]);
    expect(codes(bookOf(given('a', { year: '2024' }), given('b')))).toEqual(['left-over']);
    expect(codes(bookOf(given('a', { year: '2024' }), given('b'), report('a', { status: 'cancelled', asOf: '2024-12-31' })))).toEqual([]);
  });
});

describe('a stated count', () => {
  it('is held against its own day only, by how many it is off', () => {
    const claim = (figure: string): Draft =>
      draft('FigureStated', {
        claim: 'c',
        label: 'Antal',
        figure,
        unit: 'count',
        precision: '1',
        assignments: { ...about, kind: 'uppdrag', status: 'open' },
      });
    expect(codes(bookOf(given('a'), claim('1')))).toEqual([]);
    const off = bookOf(given('a'), claim('3'));
    expect(assignmentFindings(off, about, { open: 'öppna' })).toEqual([
      {
        code: 'stated-count',
        severity: 'warning',
        where: ['claim:c', 'assignment:a'],
        by: '',
        message: 'Antal: texten säger 3, uppgifterna ger 1 (1 − 3 = −2). uppdrag, öppna: ”L a”',
      },
    ]);
    expect(assignmentFindings(off, { ...about, asOf: '2025-08-31' })).toEqual([]);
    expect(assignmentFindings(off, { ...about, kind: 'initiativ' })).toEqual([]);
  });
});

const template = (register: string, column: string, where?: RegisterTemplate['where']): RegisterTemplate => ({
  id: 'test',
  title: 'Test',
  register,
  columns: [{ id: column, label: column, kind: 'text' }],
  ...(where === undefined ? {} : { where }),
});
const draw = (book: Book, spec: RegisterTemplate): PresentedTable =>
  orThrow(presentRegister(book, spec, { period: '2025-07', cut: orThrow(newestCut(book)) }, preset));

describe('the list', () => {
  it('puts assignments beneath their goals, whose numbers sort as numbers; those without a goal come first', () => {
    const goal = (id: string, parent?: string, from = '2025'): Draft =>
      draft('GoalSet', {
        goal: id,
        number: id,
        label: `G${id}`,
        from,
        kind: 'mal',
        pursuit: 'pursued',
        ...(parent === undefined ? {} : { parent }),
      });
    const book = bookOf(
      goal('10'),
      goal('9'),
      goal('9.1', '9'),
      // Of another year's tree: it does not stand in this one.
      goal('okand', undefined, '2026'),
      given('a', { goal: '10' }),
      given('b', { goal: '9.1', due: '2025-12-31' }),
      given('c', { goal: '9.1', due: '2025-06-30' }),
      given('d'),
      given('e', { goal: 'okand' }),
    );
    expect(draw(book, template('assignments', 'status')).rows.map(({ id, level }) => `${level} ${id}`)).toEqual([
      '0 d',
      '0 goal:9',
      '1 goal:9.1',
      '2 c',
      '2 b',
      '0 goal:10',
      '1 a',
      '0 goal:okand',
      '1 e',
    ]);
  });
});

describe('the matrix', () => {
  it('has the kinds that the template names first, then the others', () => {
    const book = bookOf(given('a', { kind: 'x' }), given('b', { kind: 'y' }), given('c', { kind: 'z' }), report('c'));
    const ids = (kinds?: string) =>
      draw(book, template('assignment-status', 'total', kinds === undefined ? undefined : { kinds })).rows.map(({ id }) => id);
    expect(ids()).toEqual(['x/unreported', 'y/unreported', 'z/ongoing', 'total']);
    expect(ids('z y')).toEqual(['z/ongoing', 'y/unreported', 'x/unreported', 'total']);
  });
});

describe('verifying the lives of assignments', () => {
  const told = (...drafts: readonly Draft[]): readonly string[] => {
    // As history would be had decide not been asked: sealed with events it takes, whose data is then exchanged.
    const stand = bookOf(...drafts.map((_, at) => given(`x${at}`)));
    const events: readonly Recorded[] = eventsOf(stand).map((event, at) => {
      const own = drafts[at - 1];
      return own === undefined ? event : { ...event, type: own.type, stream: own.stream, data: own.data };
    });
    return verifyBook(orThrow(replay(events)))
      .findings.filter(({ code }) => code === 'assignments')
      .map(({ message }) => message);
  };

  it('tells what decide would have refused', () => {
    const carried = draft('AssignmentCarriedOver', { assignment: 'a', year: '2025' });
    const moved = (asOf: string) => draft('AssignmentDueMoved', { assignment: 'a', asOf, due: '2026-01-31' });
    expect(told(given('a'), carried)).toEqual(['a: carried over to 2025 after 2025']);
    expect(told(given('a'), report('a'), report('a', { asOf: '2025-07-30' }))).toEqual(['a: reported as of 2025-07-30 after 2025-07-31']);
    expect(told(given('a'), moved('2025-02-01'), moved('2025-01-01'))).toEqual(['a: due date from 2025-01-01 after 2025-02-01']);
    expect(told(given('a'), report('a', { status: 'done' }), report('a'))).toEqual(['a: reported as of 2025-07-31, after it was done']);
    expect(told(given('a', { completion: { assignment: 'b' } }), given('b', { completion: { assignment: 'a' } }))).toEqual([
      'a: waits for itself, by way of b',
      'b: waits for itself, by way of a',
    ]);
    expect(told(given('a'), report('a'), report('a'), moved('2025-01-01'))).toEqual([]);
  });
});
