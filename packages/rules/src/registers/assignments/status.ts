import type { StatusCount } from '@driftbok/core';
import { right, statusMatrix } from '@driftbok/core';
import type { Entry } from '../field.js';
import { countField, wordField } from '../field.js';
import type { Register } from '../register.js';
import { assignmentFindings } from './findings.js';
import { inOrderOfKinds, rowsAbout, rowsOf } from './rows-of.js';

/** How many assignments of each kind and status go as planned and how many do not; a count of none is blank, as it is printed. */
export const assignmentStatus: Register = {
  fields: ['status', 'as-planned', 'deviates', 'total'],
  asks: ['kinds'],
  read: (book, asked) => {
    const about = rowsAbout(asked);
    const matrix = statusMatrix(inOrderOfKinds(rowsOf(book, about), asked.where['kinds']));
    return right({ entries: [...matrix.map(entryOf), totalOf(matrix)], findings: assignmentFindings(book, about, asked.words) });
  },
};

const some = (count: number) => countField(count === 0 ? undefined : count);

const entryOf = ({ kind, status, counts, total }: StatusCount): Entry => ({
  id: `${kind}/${status ?? 'unreported'}`,
  label: kind,
  level: 0,
  fields: {
    status: wordField(status ?? 'unreported'),
    'as-planned': some(counts['as-planned']),
    deviates: some(counts.deviates),
    total: some(total),
  },
});

/** The last line sums each way of going; the sum of both is what no report prints. */
function totalOf(matrix: readonly StatusCount[]): Entry {
  const sum = (of: (count: StatusCount) => number): number => matrix.reduce((total, count) => total + of(count), 0);
  const fields = {
    'as-planned': some(sum(({ counts }) => counts['as-planned'])),
    deviates: some(sum(({ counts }) => counts.deviates)),
  };
  return { id: 'total', label: 'total', level: 0, fields };
}
