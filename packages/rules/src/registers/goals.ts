import { goalTree, right } from '@driftbok/core';
import { textField, wordField } from './field.js';
import type { Register } from './register.js';

/** The goals of the report's year as a tree. `kind` narrows to one kind, shown without those above. */
export const goalsRegister: Register = {
  fields: ['number', 'kind', 'pursuit', 'responsible', 'reported', 'parent', 'assessed'],
  asks: ['kind'],
  read: (book, { period, where }) => {
    const tree = goalTree(book, period.slice(0, 4));
    const labels = new Map(tree.map(({ goal, label, number }) => [goal, number === undefined ? label : `${number}. ${label}`] as const));
    const shown = where['kind'] === undefined ? tree : tree.filter(({ kind }) => kind === where['kind']);
    const entries = shown.map(({ goal, label, level, number, kind, pursuit, responsible, reported, parent, assessed }) => ({
      id: goal,
      label,
      level: where['kind'] === undefined ? level : 0,
      fields: {
        number: textField(number),
        kind: wordField(kind),
        pursuit: wordField(pursuit),
        responsible: textField(responsible),
        reported: textField(reported?.join(', ')),
        parent: textField(parent === undefined ? undefined : labels.get(parent)),
        assessed: wordField(assessed?.colour),
      },
    }));
    return right({ entries, findings: [] });
  },
};
