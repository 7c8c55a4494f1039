import type { ActionMoment, Book, CommentMade } from '@driftbok/core';
import { eventsOfTypes } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';
import type { Said } from './sentences.js';

type Step = ActionMoment['step'];

/** The steps that move an action, by where it has to be. The others leave it where it is. */
const from: Readonly<Partial<Record<Step, readonly string[]>>> = {
  decided: ['proposed'],
  started: ['decided'],
  completed: ['started'],
  suspended: ['proposed', 'decided', 'started'],
  resumed: ['suspended'],
  cancelled: ['proposed', 'decided', 'started', 'suspended'],
  'effect-revised': ['proposed', 'decided', 'started', 'suspended'],
};

/** An action's life, as its steps tell it, and that it ends where its status says. */
export function actionFindings(book: Book): Pass {
  const actions = [...book.state.actions.values()];
  const faults = actions.flatMap(({ id, history, stage, suspended }): readonly Fault[] => {
    const found: Said[] = [];
    let at = 'proposed';
    let waitsIn = at;
    for (const { step, position } of history.slice(1)) {
      const allowed = from[step];
      if (allowed?.includes(at) === false) found.push({ sentence: 'action-step', words: { id, step, position, status: at } });
      if (step === 'suspended') [waitsIn, at] = [at === 'suspended' ? waitsIn : at, 'suspended'];
      else if (step === 'resumed') at = waitsIn;
      else if (step === 'decided' || step === 'started' || step === 'completed' || step === 'cancelled') at = step;
    }
    const status = suspended ? 'suspended' : stage;
    if (status !== at) found.push({ sentence: 'action-status', words: { id, status, told: at } });
    return found.map((said) => ({ code: 'actions', where: [`action:${id}`], by: '', said }));
  });
  return { checked: actions.length, faults };
}

/** A final comment stands: nothing is made of it again. */
export function commentFindings(book: Book): Pass {
  const final = new Map<string, number>();
  const faults: Fault[] = [];
  for (const { position, data } of eventsOfTypes(book, 'CommentMade')) {
    const { comment, standing } = data as unknown as CommentMade;
    const before = final.get(comment);
    const where = [`comment:${comment}`];
    if (before !== undefined)
      faults.push({ code: 'comments', where, by: '', said: { sentence: 'comment', words: { id: comment, position, before } } });
    if (standing === 'final') final.set(comment, before ?? position);
  }
  return { checked: book.state.comments.size, faults };
}

const stages = ['proposed', 'planned', 'decided'];

/** A matter never goes back, and what is decided stands. */
export function decisionFindings(book: Book): Pass {
  const matters = [...book.state.decisions.values()];
  const faults = matters.flatMap(({ decision, history }): readonly Fault[] =>
    history.flatMap(({ stage, position }, at): readonly Fault[] => {
      const before = history[at - 1]?.stage;
      if (before === undefined || (before !== 'decided' && stages.indexOf(stage) >= stages.indexOf(before))) return [];
      return [
        {
          code: 'decisions',
          where: [`decision:${decision}`],
          by: '',
          said: { sentence: 'decision', words: { id: decision, stage, position, before } },
        },
      ];
    }),
  );
  return { checked: matters.length, faults };
}
