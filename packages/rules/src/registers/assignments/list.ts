import type { AssignmentRow } from '@driftbok/core';
import { isOpen, left, right } from '@driftbok/core';
import type { Entry } from '../field.js';
import { textField, wordField } from '../field.js';
import type { Register, RegisterError } from '../register.js';
import { countFindings } from './count-findings.js';
import { dueFindings } from './due-findings.js';
import { groupedByGoal, inOrderOfGoals } from './grouped.js';
import { rowsAbout, rowsOf } from './rows-of.js';

/** Which of a year's assignments a list may be of. */
const choices: Readonly<Record<string, (row: AssignmentRow) => boolean>> = {
  all: () => true,
  /** Taken over from the year before. */
  carried: ({ carried }) => carried,
  /** Named by a plan for the year. */
  planned: ({ plan }) => plan !== undefined,
  /** Those that count as done by an indicator or by another assignment. */
  conditional: ({ completion }) => completion !== undefined,
  /** Neither done nor cancelled: what remains to be done. */
  open: isOpen,
};

/**
 * The assignments of the report's year as they stood at the end of its period. Asked for `kind`, only those; for `which` (`all`, `carried`,
 * `open`, `planned`, `conditional`), only some; for `headings` (`goal`, `none`), beneath their goals or one after the other. What does not agree is told once, by the
 * list of all.
 */
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
    'completion-met',
    'comment',
    'comment-as-of',
    'comment-age',
  ],
  asks: ['kind', 'which', 'headings'],
  read: (book, asked) => {
    const { which = 'all', headings = 'goal' } = asked.where;
    const chosen = Object.hasOwn(choices, which) ? choices[which] : undefined;
    if (chosen === undefined) return refuse('which', Object.keys(choices), which);
    if (headings !== 'goal' && headings !== 'none') return refuse('headings', ['goal', 'none'], headings);
    const about = rowsAbout(asked);
    const rows = rowsOf(book, about).filter(chosen);
    const entries =
      headings === 'none'
        ? inOrderOfGoals(book, rows, asked.period).map((row) => entryOf(row, 0))
        : groupedByGoal(book, rows, asked.period, entryOf);
    return right({ entries, findings: which === 'all' ? [...countFindings(book, about, asked.words), ...dueFindings(rows, about)] : [] });
  },
};

const refuse = (where: string, expected: readonly string[], got: string) =>
  left<RegisterError>({ _tag: 'RegisterError', reason: 'where', where, expected: expected.join(' | '), got });

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
      completion: textField(completion?.label),
      'completion-met': completion?.met === undefined ? null : wordField(completion.met ? 'met' : 'not-met'),
      comment: textField(comment?.text),
      'comment-as-of': textField(comment?.asOf),
      'comment-age': comment === undefined ? null : wordField(comment.older ? 'older' : 'current'),
    },
  };
}
