import { goalTree, latestComment, right } from '@driftbok/core';
import { judgeMonth } from '../goals/goal-colours.js';
import type { GoalJudgement } from '../goals/judge.js';
import type { GoalRules } from '../goals/rule.js';
import type { Field } from './field.js';
import { commentField, textField, wordField } from './field.js';
import type { Register } from './register.js';

const noRules: GoalRules = { indicators: [], goals: [], calendar: [], scales: [] };

const colourOf = (judged: GoalJudgement | undefined): Field | null =>
  judged === undefined ? null : wordField(judged.colour ?? (judged.green === 'open' ? 'open' : 'undefined'));

/**
 * The goals of the report's month as a tree. Asked for `kind`, only those of some kinds (`malomrade kf-mal`); of one kind alone, in the
 * order they were set. `beneath` is `none:<kind>` where no goal lies
 * beneath; `colour` is by the municipality's rules, `open` where it hangs on what is not measured yet, and `undefined` where no rule defines it.
 */
export const goalsRegister: Register = {
  fields: ['number', 'kind', 'pursuit', 'responsible', 'reported', 'parent', 'beneath', 'assessed', 'colour', 'comment'],
  asks: ['kind'],
  read: (book, { period, where, preset }) => {
    const tree = goalTree(book, period);
    const kinds = where['kind']?.split(' ');
    const narrowed = kinds === undefined ? tree : tree.filter(({ kind }) => kinds.includes(kind));
    const { goals } = judgeMonth(book, preset.goals ?? noRules, period);
    const ruled = new Map(goals.map((each) => [each.goal, each] as const));
    const order = [...book.state.goals.keys()];
    const flat = kinds?.length === 1;
    const shown = flat ? [...narrowed].sort((a, b) => order.indexOf(a.goal) - order.indexOf(b.goal)) : narrowed;
    const labels = new Map(tree.map(({ goal, label, number }) => [goal, number === undefined ? label : `${number}. ${label}`] as const));
    const parents = new Set(tree.map(({ parent }) => parent));
    const entries = shown.map(({ goal, label, level, number, kind, pursuit, responsible, reported, parent, assessed }) => ({
      id: goal,
      label,
      level: flat ? 0 : level,
      fields: {
        number: textField(number),
        kind: wordField(kind),
        pursuit: wordField(pursuit),
        responsible: textField(responsible),
        reported: wordField(reported?.join(' ')),
        parent: textField(parent === undefined ? undefined : labels.get(parent)),
        beneath: parents.has(goal) ? null : wordField(`none:${kind}`),
        assessed: wordField(assessed?.colour),
        colour: colourOf(ruled.get(goal)),
        comment: commentField(latestComment(book, { goal })),
      },
    }));
    return right({ entries, findings: [] });
  },
};
