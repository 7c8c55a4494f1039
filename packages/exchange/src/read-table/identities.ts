import type { AuditColumn, AuditRow } from '@driftbok/rules/audit';

const outcome = /^(utfall|prognos|delår|bokslut)/i;
const budget = /^(budget|detaljbudget|internbudget)/i;
const deviation = /^(avvikelse|diff)/i;

/**
 * What headings say of their columns: an "Avvikelse" after a budget and an outcome or forecast is their difference. A heading that the
 * words do not cover says nothing, so no identity is made up.
 */
export function identitiesOf(columns: readonly AuditColumn[]): readonly AuditColumn[] {
  return columns.map((column, at) => {
    const [first, second] = [columns[at - 2], columns[at - 1]];
    if (!deviation.test(column.label) || first === undefined || second === undefined) return column;
    if (budget.test(first.label) && outcome.test(second.label)) return { ...column, equals: `${second.id} - ${first.id}` };
    if (outcome.test(first.label) && budget.test(second.label)) return { ...column, equals: `${first.id} - ${second.id}` };
    return column;
  });
}

const total = /^(summa|totalt|netto|nämnden totalt)\b/i;
const memo = /^varav\b/i;

/** What labels say of their rows: "Summa", "Totalt" and "Netto" are all rows above, up to the total before, but for "varav". */
export function rowsWithSums(rows: readonly AuditRow[]): readonly AuditRow[] {
  let addends: string[] = [];
  return rows.map((row) => {
    if (memo.test(row.label)) return { ...row, memo: true };
    if (!total.test(row.label) || addends.length < 2) {
      addends.push(row.id);
      return row;
    }
    const sum = addends;
    addends = [];
    return { ...row, sum };
  });
}
