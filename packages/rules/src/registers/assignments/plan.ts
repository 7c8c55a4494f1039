import type { AssignmentRow } from '@driftbok/core';
import { right } from '@driftbok/core';
import type { Entry } from '../field.js';
import { countField, textField, wordField } from '../field.js';
import { lastDayOf } from '../last-day.js';
import type { Register } from '../register.js';
import { inReport, movesOf, planFindings, rowsOf } from './findings.js';

/**
 * What a plan for the year names, against what the report speaks of: how many of each kind, and each assignment with the due date that
 * the plan has, the report's, and those it had before.
 */
export const planAgainstReport: Register = {
  fields: ['planned', 'reported', 'carried', 'planned-due', 'due', 'moves'],
  asks: ['kind'],
  read: (book, { period, where }) => {
    const kind = where['kind'];
    const rows = rowsOf(book, { year: period.slice(0, 4), asOf: lastDayOf(period), ...(kind === undefined ? {} : { kind }) });
    const kinds = [...new Set(rows.map((row) => row.kind))];
    const entries = kinds.flatMap((each) => {
      const ofKind = rows.filter((row) => row.kind === each);
      return [sumOf(each, ofKind), ...ofKind.map(entryOf)];
    });
    return right({ entries, findings: planFindings(rows) });
  },
};

const sumOf = (kind: string, rows: readonly AssignmentRow[]): Entry => ({
  id: `kind:${kind}`,
  label: kind,
  level: 0,
  fields: {
    planned: countField(rows.filter(({ plan }) => plan !== undefined).length),
    reported: countField(rows.filter(inReport).length),
  },
});

function entryOf(row: AssignmentRow): Entry {
  const named = row.plan !== undefined;
  return {
    id: row.id,
    label: row.label,
    level: 1,
    fields: {
      planned: wordField(named ? 'there' : 'missing'),
      reported: wordField(inReport(row) ? 'there' : 'missing'),
      carried: wordField(row.carried ? 'carried' : 'new'),
      'planned-due': textField(named ? row.plannedDue : undefined),
      due: textField(row.due),
      moves: textField(row.dues.length > 1 ? movesOf(row) : undefined),
    },
  };
}
