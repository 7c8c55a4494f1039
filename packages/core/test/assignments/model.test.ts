import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssignmentStatus, Book, Draft, Progress } from '@driftbok/core';
import { assignments, bookAt, emptyBook, eventsOf, isLeft, isRight, orThrow, propose, replay, statusMatrix } from '@driftbok/core';
import { draftAfterwards as draft, opened } from '../support/drafts.js';

type Intent =
  | {
      readonly do: 'give';
      readonly id: string;
      readonly kind: string;
      readonly year: number;
      readonly due: string | undefined;
      readonly goal: string | undefined;
    }
  | { readonly do: 'report'; readonly id: string; readonly on: string; readonly status: AssignmentStatus; readonly progress: Progress }
  | { readonly do: 'move'; readonly id: string; readonly on: string; readonly due: string }
  | {
      readonly do: 'carry';
      readonly id: string;
      readonly year: number;
      readonly due: string | undefined;
      readonly goal: string | undefined;
    };

const years = [2023, 2024, 2025] as const;
/** When everything is recorded: half of 2025 has not come, by the wall clock of Stockholm where it is the 31st already. */
const recordedAt = '2025-07-30T22:30:00.000Z';
const today = '2025-07-31';
const goals = ['g1', 'g2'] as const;
const id = fc.constantFrom('a', 'b', 'c');
const day = fc
  .tuple(fc.constantFrom(...years), fc.constantFrom('01-01', '03-31', '07-31', '12-31'))
  .map(([year, rest]) => `${year}-${rest}`);
const due = fc.option(day, { nil: undefined });
/** Two that are set and one that is not. */
const goal = fc.constantFrom(undefined, undefined, undefined, ...goals, 'g3');
const intent: fc.Arbitrary<Intent> = fc.oneof(
  fc
    .record({ id, kind: fc.constantFrom('uppdrag', 'initiativ'), year: fc.constantFrom(...years), due, goal })
    .map((each) => ({ do: 'give' as const, ...each })),
  fc
    .record({
      id,
      on: day,
      status: fc.constantFrom('not-started' as const, 'ongoing' as const, 'ongoing' as const, 'done' as const, 'cancelled' as const),
      progress: fc.constantFrom('as-planned' as const, 'deviates' as const),
    })
    .map((each) => ({ do: 'report' as const, ...each })),
  fc.record({ id, on: day, due: day }).map((each) => ({ do: 'move' as const, ...each })),
  fc.record({ id, year: fc.constantFrom(...years), due, goal }).map((each) => ({ do: 'carry' as const, ...each })),
);

const setGoals = goals.map((each) =>
  draft('GoalSet', { goal: each, label: each, from: '2023', kind: 'mal', pursuit: 'pursued' }, { recordedAt }),
);

const draftOf = (intent: Intent): Draft => ({ ...unrecorded(intent), recordedAt });
const unrecorded = (intent: Intent): Draft => {
  const due = intent.do === 'report' || intent.due === undefined ? {} : { due: intent.due };
  const assignment = intent.id;
  const goal = (intent.do !== 'give' && intent.do !== 'carry') || intent.goal === undefined ? {} : { goal: intent.goal };
  switch (intent.do) {
    case 'give':
      return draft('AssignmentGiven', { assignment, label: intent.id, kind: intent.kind, year: String(intent.year), ...due, ...goal });
    case 'report':
      return draft('AssignmentReported', { assignment, asOf: intent.on, status: intent.status, progress: intent.progress });
    case 'move':
      return draft('AssignmentDueMoved', { assignment, asOf: intent.on, due: intent.due });
    case 'carry':
      return draft('AssignmentCarriedOver', { assignment, year: String(intent.year), ...due, ...goal });
  }
};

/** The naive model: the intents that passed, and every question answered by looking through them from the start. */
class Naive {
  readonly passed: Intent[] = [];

  private of(id: string): readonly Intent[] {
    return this.passed.filter((each) => each.id === id);
  }

  private dueSteps(id: string): readonly { readonly from: string; readonly due: string }[] {
    return this.of(id).flatMap((each) => {
      if (each.do === 'report' || each.due === undefined) return [];
      return [{ from: each.do === 'give' ? '0000' : each.do === 'move' ? each.on : `${each.year}-01-01`, due: each.due }];
    });
  }

  dueOn(id: string, on: string): string | undefined {
    let held: string | undefined;
    for (const step of this.dueSteps(id)) if (step.from <= on) held = step.due;
    return held;
  }

  takes(next: Intent): boolean {
    const life = this.of(next.id);
    if ((next.do === 'give' || next.do === 'carry') && next.goal === 'g3') return false;
    if (next.do === 'give') return life.length === 0;
    const ended = life.some((each) => each.do === 'report' && (each.status === 'done' || each.status === 'cancelled'));
    if (life.length === 0 || ended) return false;
    const inOrder = (from: string): boolean => this.dueSteps(next.id).every((step) => step.from <= from);
    switch (next.do) {
      case 'report':
        return next.on <= today && life.every((each) => each.do !== 'report' || each.on <= next.on);
      case 'move':
        return inOrder(next.on) && this.dueOn(next.id, next.on) !== next.due;
      case 'carry':
        return (
          life.every((each) => (each.do !== 'give' && each.do !== 'carry') || each.year < next.year) &&
          (next.due === undefined || inOrder(`${next.year}-01-01`))
        );
    }
  }

  rows(year: number, asOf: string) {
    return this.passed.flatMap((given) => {
      if (given.do !== 'give') return [];
      const life = this.of(given.id);
      if (!life.some((each) => (each.do === 'give' || each.do === 'carry') && each.year === year)) return [];
      let last: Extract<Intent, { readonly do: 'report' }> | undefined;
      for (const each of life) if (each.do === 'report' && each.on <= asOf) last = each;
      const begun = life.find((each) => each.do === 'report' && each.on <= asOf && ['ongoing', 'done'].includes(each.status));
      const goal = life.reduce<string | undefined>(
        (found, each) => ((each.do === 'give' || each.do === 'carry') && each.year <= year ? (each.goal ?? found) : found),
        undefined,
      );
      const { id, kind } = given;
      const due = this.dueOn(id, asOf);
      const reported = { status: last?.status, progress: last?.progress, reported: last?.on };
      return [{ id, kind, goal, carried: given.year < year, due, ...reported, begun: begun?.do === 'report' ? begun.on : undefined }];
    });
  }
}

const shown = (book: Book, year: number, asOf: string) =>
  assignments(book, { year: String(year), asOf }).map(({ id, kind, goal, carried, due, status, progress, reported, begun }) => ({
    id,
    kind,
    goal,
    carried,
    due,
    status,
    progress,
    reported,
    begun,
  }));

describe('the life of assignments', () => {
  it('is as a naive model has it, step by step, as of any day, and again when it is replayed', () => {
    fc.assert(
      fc.property(fc.array(intent, { maxLength: 25 }), day, (intents, asOf) => {
        const model = new Naive();
        let book = orThrow(propose(emptyBook(), [opened(), ...setGoals])).book;
        for (const each of intents) {
          const proposed = propose(book, [draftOf(each)]);
          expect(isRight(proposed)).toBe(model.takes(each));
          if (isLeft(proposed)) continue;
          model.passed.push(each);
          book = proposed.right.book;
          for (const year of years) expect(shown(book, year, asOf)).toEqual(model.rows(year, asOf));
        }
        expect(orThrow(replay(eventsOf(book))).state.assignments).toEqual(book.state.assignments);
        expect(bookAt(book, 1).state.assignments.size).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('counts every assignment once in the matrix', () => {
    fc.assert(
      fc.property(fc.array(intent, { maxLength: 25 }), day, (intents, asOf) => {
        let book = orThrow(propose(emptyBook(), [opened(), ...setGoals])).book;
        for (const each of intents) {
          const proposed = propose(book, [draftOf(each)]);
          if (isRight(proposed)) book = proposed.right.book;
        }
        const rows = assignments(book, { year: '2024', asOf });
        const matrix = statusMatrix(rows);
        expect(matrix.reduce((sum, { total }) => sum + total, 0)).toBe(rows.length);
        for (const { status, counts, total } of matrix)
          expect(counts['as-planned'] + counts.deviates).toBe(status === undefined ? 0 : total);
      }),
      { numRuns: 50 },
    );
  });
});
