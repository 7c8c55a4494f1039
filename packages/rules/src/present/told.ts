import type { Finding, Table } from '@driftbok/core';
import { Decimal } from '@driftbok/core';
import type { NumberFormat } from '../numbers/format.js';
import { oreIn } from '../numbers/format.js';
import { grouped } from '../numbers/grouped.js';
import { fill } from '../words/fill.js';
import type { Words } from '../words/words.js';
import type { PresentedFinding } from './presented.js';

/**
 * A finding in words. A code that the words do not know, or sentences that ask for more than the finding holds, are told by the code
 * and the parameters as they are: a gap in the words must not hide a finding.
 */
export function told(finding: Finding, table: Table, words: Words, format: NumberFormat): PresentedFinding {
  const { code, severity, where, by, params } = finding;
  const place = where.map((each) => inLabels(each, table)).join('; ');
  const values = { ...params, where: place, by: inUnit(by, format) };
  const message = sentence(code, values, words) ?? sentence(`${code}-bare`, values, words) ?? bare(code, place, params);
  return { code, severity, where: [...where], by, message };
}

/** The sentence of a code, if there is one and each thing it asks for is there. */
function sentence(code: string, values: Readonly<Record<string, string>>, { findings }: Words): string | undefined {
  const template = Object.hasOwn(findings, code) ? findings[code] : undefined;
  if (template === undefined) return undefined;
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const { text, missing } = fill(template, known);
  return missing.length === 0 ? text : undefined;
}

const bare = (code: string, place: string, params: Finding['params']): string =>
  [`${code}: ${place}`, ...Object.entries(params).map(([name, value]) => `${name} ${value}`)].join(', ');

/** How far apart, in the table's own unit: with its decimals, or with more where those would show nothing. */
function inUnit(by: string, { unit, decimals }: NumberFormat): string {
  if (by === '') return '';
  const value = new Decimal(by).div(oreIn[unit] / 100);
  const places = value.isZero() || value.abs().gte(new Decimal(10).pow(-decimals)) ? decimals : Math.min(-value.e + 1, 8);
  return `${grouped(value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP))} ${unit}`;
}

/** `net/forecast` as "Summa Driftbudget, Prognos 3"; what the table does not hold stays as it is. */
function inLabels(where: string, { rows, columns }: Table): string {
  const rowLabel = (id: string): string | undefined => rows.find((row) => row.id === id)?.label;
  const columnLabel = (id: string): string | undefined => columns.find((column) => column.id === id)?.label;
  const [, kind, id = ''] = /^(row|column):(.*)$/.exec(where) ?? [];
  if (kind !== undefined) return (kind === 'row' ? rowLabel(id) : columnLabel(id)) ?? where;
  // A code may hold a "/", the id of a column may not.
  const slash = where.lastIndexOf('/');
  const [row, column] = [rowLabel(where.slice(0, slash)), columnLabel(where.slice(slash + 1))];
  return slash < 0 || row === undefined || column === undefined ? where : `${row}, ${column}`;
}
