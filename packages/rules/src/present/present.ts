import type { Amount, Cut, Finding, Table } from '@driftbok/core';
import { Decimal, formatAmount, isLeft, negateAmount, parseAmount } from '@driftbok/core';
import { formatDecimal } from '../numbers/decimal-format.js';
import { contractFormat, formatNumber } from '../numbers/format.js';
import type { Preset } from '../presets/preset.js';
import { templateOf } from '../presets/preset.js';
import { printedOf } from '../signs/preset.js';
import type { SpecTemplate } from '../spec/template.js';
import { isDifference } from '../spec/template.js';
import { blankFindings } from './blank.js';
import { headingFindings } from './heading.js';
import type { PresentedCell, PresentedCut, PresentedTable } from './presented.js';
import { metricsOf } from './metrics.js';
import { sumFindings } from './sums.js';
import { told } from './told.js';

/** A table whose one-sided differences are blank: a year against nothing at all is no change by the whole of it. */
function withoutOneSided(table: Table): Table {
  const blank = new Set(table.columns.filter(({ oneSided }) => oneSided === true).map(({ id }) => id));
  if (blank.size === 0) return table;
  const rows = table.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([id, cell]) => [id, blank.has(id) ? null : cell])),
  }));
  return { ...table, rows };
}

/**
 * A drawn table as a preset prints it: the Table of the JSON contract. `exact` keeps natural signs; `shown` has the preset's unit,
 * decimals and signs, and always U+0020 and "-". To the table's own findings come a note `rounding` on each cell that the figures
 * it is made from, as shown, do not add up to, a warning `sum` where they do not add up exactly either, and a warning `no-lines` where the
 * table has nothing of the period it is about. A difference against a column that has no line in any row is blank.
 *
 * @param template the one that the table was made from; the preset's of the table's id where left out. It says which metric a column
 *   shows and which rows add up: without any, columns keep natural signs and only rows made per code are held against their parts.
 *
 * @example
 * ```ts
 * import { orThrow, parseAmount } from '@driftbok/core';
 * import { norrtalje, presentTable } from '@driftbok/rules';
 * const cut = { position: 9, recordedAt: '2025-08-01T08:00:00.000Z', hash: '0'.repeat(64) };
 * const cells = { forecast: orThrow(parseAmount('-377660400.00')) };
 * const columns = [{ id: 'forecast', label: 'Prognos 3', kind: 'amount' as const }];
 * const rows = [{ id: 'net', label: 'Summa Driftbudget', level: 0, cells }];
 * const table = { id: 'driftredovisning', title: 'Driftredovisning', cut, columns, rows, findings: [] };
 * presentTable(table, norrtalje).rows[0]?.cells // => { forecast: { exact: '-377660400.00', shown: '-377 660' } }
 * ```
 */
export function presentTable(
  drawn: Table,
  preset: Preset,
  template: SpecTemplate | undefined = templateOf(preset, drawn.id),
): PresentedTable {
  const table = withoutOneSided(drawn);
  const metrics = metricsOf(template);
  const { shown = {} } = template ?? {};
  const { unit = preset.format.unit, decimals = preset.format.decimals, heading = unit } = shown;
  const format = contractFormat({ ...preset.format, unit, decimals });
  const show = (column: string, exact: Amount): string => {
    if (exact === 0 && shown.nought !== undefined) return shown.nought;
    const metric = metrics.get(column);
    const signed = metric === undefined ? exact : printedOf(metric, exact, preset.signs);
    return formatNumber(shown.reversed === true ? negateAmount(signed) : signed, format);
  };
  const plus = new Map((template?.columns ?? []).filter(isDifference).map(({ id, plus: rows = [] }) => [id, new Set(rows)]));
  const present = (row: string, column: string, exact: Amount | null | undefined): PresentedCell | null => {
    if (exact === null || exact === undefined) return null;
    const text = show(column, exact);
    const marked = plus.get(column)?.has(row) === true && /^[1-9]/.test(text);
    return { exact: formatAmount(exact), shown: marked ? `+${text}` : text };
  };
  const share = (ratio: string | null | undefined): PresentedCell | null =>
    ratio === null || ratio === undefined
      ? null
      : { exact: ratio, shown: formatDecimal(new Decimal(ratio), { ...format, ...(preset.percent ?? inPercent) }) };
  const findings = [
    ...table.findings,
    ...blankFindings(table, template),
    ...headingFindings(table, template, format, show),
    ...sumFindings(table, template, format, show),
  ];
  return {
    id: table.id,
    title: table.title,
    unit: heading,
    cut: presentCut(table.cut),
    ...(template?.rowHeading === undefined ? {} : { rowHeading: template.rowHeading }),
    columns: table.columns.map(({ id, label, kind, cut }) => ({ id, label, kind, ...(cut === undefined ? {} : { cut: presentCut(cut) }) })),
    rows: table.rows.map(({ id, label, level, cells, ratios }) => ({
      id,
      label,
      level,
      cells: Object.fromEntries(
        table.columns.map(({ id: column, kind }) => [
          column,
          kind === 'ratio' ? share(ratios?.[column]) : present(id, column, cells[column]),
        ]),
      ),
    })),
    findings: findings.map((finding) => told(asShown(finding, table, show), table, preset.words, format)),
  };
}

/** A figure printed otherwise, beside the cell: both as the table shows its amounts. */
function asShown(finding: Finding, { rows }: Table, show: (column: string, exact: Amount) => string): Finding {
  const [place = ''] = finding.where;
  // A code may hold a "/", the id of a column may not.
  const slash = place.lastIndexOf('/');
  const [row, column] = [place.slice(0, slash), place.slice(slash + 1)];
  const [printed, computed] = [parseAmount(finding.params['printed'] ?? ''), rows.find(({ id }) => id === row)?.cells[column]];
  if (finding.code !== 'printed' || isLeft(printed) || computed === undefined || computed === null) return finding;
  return { ...finding, params: { ...finding.params, printed: show(column, printed.right), computed: show(column, computed) } };
}

const inPercent: Required<Preset>['percent'] = { decimals: 1, percent: ' %' };

/** A cut as the JSON contract has it. */
export function presentCut({ position, recordedAt, hash, round }: Cut): PresentedCut {
  return { position, recordedAt, hash, ...(round === undefined ? {} : { round }) };
}
