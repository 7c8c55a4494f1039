import type { AuditColumn, AuditRow, AuditTable } from '@driftbok/rules/audit';
import { decimalsOf, valueOf } from './numbers.js';

const outcome = /^(ack\S* |helårs|års)?(utfall|prognos|delår|bokslut)/i;
const budget = /^(helårs|års|detalj|intern|ack\S* )?budget/i;
const mean = /^(snitt|medel|medelvärde)$/i;
const month = /^(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]*\.?$/i;
const deviation = /^(avvikelse|diff)(?!.*%)/i;

/**
 * What headings say of their columns: an "Avvikelse" after a budget and an outcome or forecast is their difference. A heading that the
 * words do not cover says nothing, so no identity is made up.
 */
export function identitiesOf(columns: readonly AuditColumn[]): readonly AuditColumn[] {
  return columns.map((column, at) => {
    const before = columns.slice(0, at);
    // A mean of months, or of years; anything else may be weighed.
    if (mean.test(column.label) && before.length > 1 && before.every(({ label }) => month.test(label)))
      return { ...column, equals: `${before.map(({ id }) => id).join(' + ')} / ${before.length}` };
    const [first, second] = [columns[at - 2], columns[at - 1]];
    if (!deviation.test(column.label) || first === undefined || second === undefined) return column;
    if (budget.test(first.label) && outcome.test(second.label)) return { ...column, equals: `${second.id} - ${first.id}` };
    if (outcome.test(first.label) && budget.test(second.label)) return { ...column, equals: `${first.id} - ${second.id}` };
    return column;
  });
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

const totalLabel = /^(summa|totalt|netto|nämnden totalt)\b/i;
const memoLabel = /^varav\b/i;

/** What labels say of their rows: "Summa", "Totalt" and "Netto" are all rows above, up to the total before, but for "varav". */
export function rowsWithSums(rows: readonly AuditRow[]): readonly AuditRow[] {
  let addends: string[] = [];
  return rows.map((row) => {
    if (memoLabel.test(row.label)) return { ...row, memo: true };
    if (!totalLabel.test(row.label) || addends.length < 2) {
      // A row of percentages beneath its table is no part of a sum.
      if (!Object.values(row.cells).some((cell) => cell?.includes('%') === true)) addends.push(row.id);
      return row;
    }
    const sum = addends;
    addends = [];
    return { ...row, sum };
  });
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

/** How many identities of the columns hold in a row, up to rounding, and how many do not; one with a blank in it is not asked. */
export function heldBy(
  cells: readonly (string | null)[],
  columns: readonly AuditColumn[],
  dash: AuditTable['dash'] = 'zero',
): { readonly kept: number; readonly broken: number } {
  // A figure that is withheld can be any.
  const asked = (cell: string | null | undefined): string | null =>
    cell === undefined || cell === '*' || (cell === '-' && dash === 'blank') ? null : cell;
  const printed = new Map(columns.map(({ id }, at) => [id, asked(cells[at])]));
  const step = 10 ** -Math.max(0, ...cells.map(decimalsOf));
  let kept = 0;
  let broken = 0;
  for (const { id, equals } of columns) {
    const own = printed.get(id) ?? null;
    const terms = equals === undefined ? undefined : termsOf(equals);
    if (own === null || terms === undefined || terms.some(({ name }) => (printed.get(name) ?? null) === null)) continue;
    const by = terms[0]?.by ?? 1;
    const sum = terms.reduce((total, { name, sign }) => total + sign * valueOf(printed.get(name) ?? ''), 0);
    // Each term is apart by half a step of its last digit at most, and so is what they make.
    if (Math.abs(sum - by * valueOf(own)) <= ((terms.length + by) / 2) * step + 1e-9) kept++;
    else broken++;
  }
  return { kept, broken };
}

interface SplitTerm {
  readonly name: string;
  readonly sign: 1 | -1;
  readonly by: number;
}

/** The terms of a sum, perhaps divided by a number; undefined for a share of another column. */
function termsOf(equals: string): readonly SplitTerm[] | undefined {
  const [sum = '', divisor = '1'] = equals.split(' / ');
  const by = Number(divisor);
  if (!(by > 0) || equals.includes('*')) return undefined;
  const words = sum.trim().split(/\s+/);
  return words.flatMap((word, at) => (/^[-+]$/.test(word) ? [] : [{ name: word, sign: words[at - 1] === '-' ? -1 : 1, by }]));
}
