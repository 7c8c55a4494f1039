import type { AssignmentRow } from '@driftbok/core';
import { right } from '@driftbok/core';
import type { Entry } from '../field.js';
import { textField, wordField } from '../field.js';
import type { Register } from '../register.js';
import { countFindings } from './count-findings.js';
import { dueFindings } from './due-findings.js';
import { groupedByGoal } from './grouped.js';
import { rowsAbout, rowsOf } from './rows-of.js';

/** The assignments of the report's year, beneath their goals, as they stood at the end of its period. */
export const assignmentList: Register = {
  fields: [
    'kind',
    'responsible',
    'progress',
    'due',
    'status',
    'expected',
    'carried',
    'plan',
    'completion',
    'comment',
    'comment-as-of',
    'comment-age',
  ],
  asks: ['kind'],
  read: (book, asked) => {
    const about = rowsAbout(asked);
    const rows = rowsOf(book, about);
    return right({
      entries: groupedByGoal(book, rows, about.year, entryOf),
      findings: [...countFindings(book, about, asked.words), ...dueFindings(rows, about)],
    });
  },
};

function entryOf(row: AssignmentRow, level: number): Entry {
  const { id, label, kind, responsible, progress, due, status, expected, carried, plan, completion, comment } = row;
  return {
    id,
    label,
    level,
    fields: {
      kind: wordField(kind),
      responsible: textField(responsible),
      progress: wordField(progress),
      due: textField(due),
      status: wordField(status),
      expected: textField(expected),
      carried: wordField(carried ? 'carried' : 'new'),
      plan: textField(plan),
      completion: completion === undefined ? null : textField(Object.values(completion.criterion).join('')),
      comment: textField(comment?.text),
      'comment-as-of': textField(comment?.asOf),
      'comment-age': comment === undefined ? null : wordField(comment.older ? 'older' : 'current'),
    },
  };
}
