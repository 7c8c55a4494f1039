import type { Book, GoalState, IndicatorState } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';
import type { Said, VerifySentence } from './sentences.js';

/** The tree of goals holds in each year that any of it changes, and an indicator has a value exactly where it was measured. */
export function goalFindings(book: Book): Pass {
  const { goals, indicators } = book.state;
  const years = [
    ...new Set(
      [...goals.values()].flatMap(({ forms, closed }) => [...forms.map(({ from }) => from), ...(closed === undefined ? [] : [closed])]),
    ),
  ];
  const faults = [
    ...[...goals.values()].flatMap((goal) => treeFault(goals, goal, years.sort())),
    ...[...indicators.values()].flatMap(valueFault),
  ];
  return { checked: goals.size + indicators.size, faults };
}

const fault = (where: string, sentence: VerifySentence, words: Said['words']): Fault => ({
  code: 'goals',
  where: [where],
  by: '',
  said: { sentence, words: { id: where, ...words } },
});

const parentIn = (goal: GoalState | undefined, year: string): { readonly parent: string | undefined } | undefined => {
  if (goal === undefined || (goal.closed !== undefined && goal.closed <= year)) return undefined;
  const form = goal.forms.filter(({ from }) => from <= year).at(-1);
  return form === undefined ? undefined : { parent: form.parent };
};

/** The first year in which the way up from a goal does not end at a root. */
function treeFault(goals: ReadonlyMap<string, GoalState>, goal: GoalState, years: readonly string[]): readonly Fault[] {
  for (const year of years) {
    const passed = new Set<string>();
    let id = goal.goal;
    let at = parentIn(goal, year);
    while (at?.parent !== undefined && !passed.has(id)) {
      passed.add(id);
      id = at.parent;
      at = parentIn(goals.get(id), year);
      if (at === undefined) return [fault(`goal:${goal.goal}`, 'goal-parent', { year, parent: id })];
    }
    if (passed.has(id)) return [fault(`goal:${goal.goal}`, 'goal-circle', { year, parent: id })];
  }
  return [];
}

function valueFault({ defined, measures }: IndicatorState): readonly Fault[] {
  const wrong = measures.filter(({ state, value, words }) => (state === 'measured') !== ((value === undefined) !== (words === undefined)));
  return wrong.length === 0 ? [] : [fault(`indicator:${defined.indicator}`, 'indicator-values', { count: wrong.length })];
}
