import type { AssignmentRow } from '@driftbok/core';
import { right } from '@driftbok/core';
import type { Entry } from '../field.js';
import { textField, wordField } from '../field.js';
import { lastDayOf } from '../last-day.js';
import type { Register } from '../register.js';
import { countFindings, dueFindings, rowsOf } from './findings.js';
import { groupedByGoal } from './grouped.js';

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
  read: (book, { period, where }) => {
    const year = period.slice(0, 4);
    const about = { year, asOf: lastDayOf(period), ...(where['kind'] === undefined ? {} : { kind: where['kind'] }) };
    const rows = rowsOf(book, about);
    return right({
      entries: groupedByGoal(book, rows, year, entryOf),
      findings: [...countFindings(book, about), ...dueFindings(rows, about)],
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
