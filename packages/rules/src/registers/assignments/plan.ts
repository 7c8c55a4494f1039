import type { AssignmentRow } from '@driftbok/core';
import { right } from '@driftbok/core';
import type { Entry } from '../field.js';
import { countField, textField, wordField } from '../field.js';
import type { Register } from '../register.js';
import { inPlan, inReport, movesOf, planFindings } from './plan-findings.js';
import { inOrderOfKinds, rowsAbout, rowsOf } from './rows-of.js';

/**
 * What a plan for the year names, against what the report speaks of: how many of each kind, and each assignment with the due date that
 * the plan has, the report's, and those it had before.
 */
export const planAgainstReport: Register = {
  fields: ['planned', 'reported', 'carried', 'planned-due', 'due', 'moves'],
  asks: ['kinds'],
  read: (book, asked) => {
    const about = rowsAbout(asked);
    // What is given to the year but neither planned nor reported yet is part of neither side.
    const held = rowsOf(book, about).filter((row) => inPlan(row) || inReport(row));
    const rows = inOrderOfKinds(held, asked.where['kinds']);
    const kinds = [...new Set(rows.map(({ kind }) => kind))];
    const entries = kinds.flatMap((kind) => {
      const ofKind = rows.filter((row) => row.kind === kind);
      return [sumOf(kind, ofKind), ...ofKind.map(entryOf)];
    });
    return right({ entries, findings: planFindings(rows, about, asked.words) });
  },
};

const sumOf = (kind: string, rows: readonly AssignmentRow[]): Entry => ({
  id: `kind:${kind}`,
  label: kind,
  level: 0,
  fields: {
    planned: countField(rows.filter(inPlan).length),
    reported: countField(rows.filter(inReport).length),
  },
});

function entryOf(row: AssignmentRow): Entry {
  const named = inPlan(row);
  return {
    id: row.id,
    label: row.label,
    level: 1,
    fields: {
      planned: wordField(named ? 'there' : 'missing'),
      reported: wordField(inReport(row) ? 'there' : 'missing'),
      carried: wordField(row.carried ? 'carried' : 'new'),
      'planned-due': textField(named ? row.plannedDue : undefined),
      due: textField(inReport(row) ? row.due : undefined),
      moves: textField(movesOf(row)),
    },
  };
}
