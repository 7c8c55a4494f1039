import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '@driftbok/core';
import { emptyBook, goalTree, isRight, orThrow, propose } from '@driftbok/core';
import { draft, opened } from '../support/drafts.js';

// A model that keeps what each goal is in every single year of a short age, and knows nothing of forms or intervals.
const years = ['2021', '2022', '2023', '2024', '2025', '2026'];
const ids = ['a', 'b', 'c', 'd'];
interface Cell {
  readonly label: string;
  readonly parent: string | undefined;
  /** The year that it was set for. */
  readonly set: number;
}
type Model = Map<string, (Cell | undefined)[]>;
type Intent =
  | { readonly kind: 'set'; readonly goal: string; readonly year: number; readonly parent: string | undefined; readonly label: string }
  | { readonly kind: 'close'; readonly goal: string; readonly year: number };

const intent: fc.Arbitrary<Intent> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      goal: fc.constantFrom(...ids),
      year: fc.nat(years.length - 1),
      parent: fc.option(fc.constantFrom(...ids), { nil: undefined }),
      label: fc.constantFrom('x', 'y', 'z'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('close' as const), goal: fc.constantFrom(...ids), year: fc.nat(years.length - 1) }),
  },
);

const isTree = (model: Model): boolean =>
  years.every((_, year) =>
    ids.every((id) => {
      let at = model.get(id)?.[year];
      for (let steps = 0; at?.parent !== undefined; steps++) {
        if (steps > ids.length) return false;
        const above = model.get(at.parent)?.[year];
        if (above === undefined) return false;
        at = above;
      }
      return true;
    }),
  );

/** The model after an intent; undefined where it is to be refused. */
function after(model: Model, closed: ReadonlySet<string>, step: Intent): Model | undefined {
  const own = model.get(step.goal);
  if (closed.has(step.goal)) return undefined;
  const next = new Map(model);
  if (step.kind === 'close') {
    // The newest form must have held for a year at least.
    if (own === undefined || own.some((cell) => cell !== undefined && cell.set >= step.year)) return undefined;
    next.set(
      step.goal,
      own.map((cell, year) => (year >= step.year ? undefined : cell)),
    );
  } else {
    const later = own?.findIndex((cell) => cell !== undefined && cell.set > step.year) ?? -1;
    const cell = { label: step.label, parent: step.parent, set: step.year };
    next.set(
      step.goal,
      years.map((_, year) => (year >= step.year && (later < 0 || year < later) ? cell : own?.[year])),
    );
  }
  return isTree(next) ? next : undefined;
}

const draftOf = (step: Intent): Draft =>
  step.kind === 'close'
    ? draft('GoalClosed', { goal: step.goal, from: years[step.year] ?? '' })
    : draft('GoalSet', {
        goal: step.goal,
        label: step.label,
        from: years[step.year] ?? '',
        kind: 'mal',
        pursuit: 'pursued',
        ...(step.parent === undefined ? {} : { parent: step.parent }),
      });

describe('the tree of goals', () => {
  it('takes what keeps it a tree in every year, refuses all else, and is in every year what a naive table says', () => {
    fc.assert(
      fc.property(fc.array(intent, { maxLength: 14 }), (steps) => {
        let book = orThrow(propose(emptyBook(), [opened()])).book;
        let model: Model = new Map();
        const closed = new Set<string>();
        for (const step of steps) {
          const expected = after(model, closed, step);
          const proposed = propose(book, [draftOf(step)]);
          expect(isRight(proposed)).toBe(expected !== undefined);
          if (!isRight(proposed) || expected === undefined) continue;
          book = proposed.right.book;
          model = expected;
          if (step.kind === 'close') closed.add(step.goal);
        }
        for (const [at, year] of years.entries()) {
          const rows = goalTree(book, year);
          const told = rows.map(({ goal, label, parent }) => [goal, label, parent] as const);
          const naive = ids.flatMap((id) => {
            const cell = model.get(id)?.[at];
            return cell === undefined ? [] : [[id, cell.label, cell.parent] as const];
          });
          expect([...told].sort()).toEqual([...naive].sort());
          // Each stands after what it lies beneath, one level deeper.
          for (const [index, row] of rows.entries()) {
            const above = rows.findIndex(({ goal }) => goal === row.parent);
            expect(row.level).toBe(row.parent === undefined ? 0 : (rows[above]?.level ?? NaN) + 1);
            if (row.parent !== undefined) expect(above).toBeLessThan(index);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
