import type { AuditColumn, AuditRow } from '@driftbok/rules/audit';

const outcome = /^(ack\S* |helårs|års)?(utfall|prognos|delår|bokslut)/i;
const budget = /^(helårs|års|detalj|intern|ack\S* )?budget/i;
const mean = /^(snitt|medel|medelvärde)$/i;
const month = /^(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]*\.?$/i;
const deviation = /^(avvikelse|diff)(?!.*%)/i;

/** Columns whose means are told: a mean of months, or of years; anything else may be weighed. */
export const withMeans = (columns: readonly AuditColumn[]): readonly AuditColumn[] =>
  columns.map((column, at) => {
    const before = columns.slice(0, at);
    return mean.test(column.label) && before.length > 1 && before.every(({ label }) => month.test(label))
      ? { ...column, equals: `${before.map(({ id }) => id).join(' + ')} / ${before.length}` }
      : column;
  });

/** What a deviation may be the difference of. */
export interface Difference {
  readonly budget: AuditColumn;
  readonly outcome: AuditColumn;
  /** Whether the two stand just before it: then it is one of them less the other, whatever its rows say. */
  readonly beside: boolean;
}

/**
 * What headings say of a column: an "Avvikelse" after a budget and an outcome or forecast is their difference. Where the two do not
 * stand just before it, they are those nearest before. A heading that the words do not cover says nothing, so no identity is made up.
 */
export function differenceOf(columns: readonly AuditColumn[], at: number): Difference | undefined {
  if (!deviation.test(columns[at]?.label ?? '') || columns[at]?.unit === 'percent') return undefined;
  const before = columns.slice(0, at).reverse();
  const [second, first] = before;
  if (first !== undefined && second !== undefined) {
    if (budget.test(first.label) && outcome.test(second.label)) return { budget: first, outcome: second, beside: true };
    if (outcome.test(first.label) && budget.test(second.label)) return { budget: second, outcome: first, beside: true };
  }
  const [nearBudget, nearOutcome] = [before.find(({ label }) => budget.test(label)), before.find(({ label }) => outcome.test(label))];
  return nearBudget === undefined || nearOutcome === undefined ? undefined : { budget: nearBudget, outcome: nearOutcome, beside: false };
}

/** The units that headings give: "Antal dygn" beside "Budget (tkr)", "%". */
export const unitsOf = (columns: readonly AuditColumn[]): readonly AuditColumn[] =>
  columns.map((column) => {
    const unit = unitOf(column.label);
    return unit === undefined ? column : { ...column, unit };
  });

function unitOf(label: string): string | undefined {
  if (/%|\bprocent\b|^andel\b/i.test(label)) return 'percent';
  const money = /\((tkr|mnkr|mkr|kr)\)/i.exec(label)?.[1];
  if (money !== undefined) return money.toLowerCase();
  return /^(antal\b|dygn\b)/i.test(label)
    ? label
        .toLowerCase()
        .replace(/^antal\s+/, '')
        .trim() || 'antal'
    : undefined;
}

/** Rows as they are known by their labels. A sum of which a part is not there says nothing. */
export function knownRows(
  rows: readonly AuditRow[],
  known: readonly Pick<AuditRow, 'id' | 'label' | 'sum' | 'memo'>[],
): readonly AuditRow[] {
  const plain = (label: string): string => label.trim().toLowerCase();
  const named = rows.map((row) => {
    const found = known.find(({ label }) => plain(label) === plain(row.label));
    if (found === undefined) return row;
    const { id, label, sum, memo } = found;
    return { id, label, ...(sum === undefined ? {} : { sum }), ...(memo === undefined ? {} : { memo }), cells: row.cells };
  });
  const there = new Set(named.map(({ id }) => id));
  return named.map(({ sum, ...row }) => (sum?.every((part) => there.has(part)) === true ? { ...row, sum } : row));
}
