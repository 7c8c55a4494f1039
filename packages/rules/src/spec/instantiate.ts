import type { Column, Either, Row, Selection, TableSpec } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import { swedish } from '../words/languages.js';
import type { Words } from '../words/words.js';
import type { ReportAbout, Scope, TemplateError } from './scope.js';
import { each, fillAt, scopeOf, templateError } from './scope.js';
import { spanInWords, spanOf, yearAfter, yearOfMonth, yearOfSpan } from './span.js';
import type { ColumnTemplate, MetricColumnTemplate, RowTemplate, SelectionTemplate, SpecTemplate } from './template.js';
import { isDifference, isPerCode, isRatio } from './template.js';

/**
 * The table that a template means for a report: spans become months, rounds ids, tokens words.
 *
 * Left: `TemplateError`: see its reasons.
 *
 * @param words the language of months and of a forecast without a round; Swedish where left out
 *
 * @example
 * ```ts
 * import { isRight } from '@driftbok/core';
 * import { instantiate, norrtalje, templateOf } from '@driftbok/rules';
 * const template = templateOf(norrtalje, 'driftredovisning');
 * const about = { period: '2025-07', round: { id: '2025-P3', label: 'Prognos 3' } };
 * const spec = template && instantiate(template, about);
 * spec && isRight(spec) && spec.right.columns.map(({ label }) => label).slice(0, 2) // => ['Budget Jan - Jul 2025', 'Utfall Jan - Jul 2025']
 * ```
 */
export function instantiate(template: SpecTemplate, about: ReportAbout, words: Words = swedish): Either<TemplateError, TableSpec> {
  const scope = scopeOf(template, about, words);
  if (isLeft(scope)) return scope;
  const sums = checkSums(template);
  if (isLeft(sums)) return sums;
  const title = fillAt('title', template.title, scope.right);
  if (isLeft(title)) return title;
  const columns = each(template.columns, (column, at) => columnOf(column, `columns.${at}`, scope.right));
  if (isLeft(columns)) return columns;
  const rows = each(template.rows, (row, at) => rowOf(row, `rows.${at}`, scope.right));
  if (isLeft(rows)) return rows;
  return right({ id: template.id, title: title.right, columns: columns.right, rows: rows.right });
}

/** A sum must name rows of the template; where there are rows per code, their ids are not known before the table is drawn. */
function checkSums({ rows }: SpecTemplate): Either<TemplateError, undefined> {
  if (rows.some(isPerCode)) return right(undefined);
  const singles = rows.flatMap((row, at) => (isPerCode(row) ? [] : [{ row, at }]));
  const ids = singles.map(({ row }) => row.id);
  for (const { row, at } of singles) {
    const stranger = row.sumOf?.find((id) => !ids.includes(id));
    if (stranger !== undefined) return templateError('unknown-row', `rows.${at}.sumOf`, ids.join(', '), stranger);
  }
  return right(undefined);
}

function columnOf(column: ColumnTemplate, where: string, scope: Scope): Either<TemplateError, Column> {
  if (!isDifference(column) && !isRatio(column)) return metricColumnOf(column, where, scope);
  const year = yearAfter(yearOfMonth(scope.about.period), column.year ?? 0);
  if (year === undefined) return templateError('span', `${where}.year`, 'a year from 0000 to 9999', String(column.year));
  const label = fillAt(`${where}.label`, column.label, { tokens: { ...scope.tokens, 'span-year': year } });
  if (isLeft(label)) return label;
  const { year: _year, ...plain } = column;
  if (!('minuend' in plain)) return right({ ...plain, label: label.right });
  // How it is printed is no part of what is drawn.
  const { metric: _metric, plus: _plus, ...difference } = plain;
  return right({ ...difference, label: label.right });
}

function metricColumnOf(column: MetricColumnTemplate, where: string, scope: Scope): Either<TemplateError, Column> {
  const { id, metric, hidden } = column;
  if (column.year !== undefined && typeof column.span === 'object') {
    return templateError('span', `${where}.year`, 'no years beside a span of its own months', String(column.year));
  }
  const span = spanOf(column.span, scope.about.period, column.year ?? 0);
  if (span === undefined) return templateError('span', `${where}.year`, 'a year from 0000 to 9999', String(column.year));
  const tokens = { ...scope.tokens, months: spanInWords(span, scope.words), 'span-year': yearOfSpan(span) };
  const label = fillAt(`${where}.label`, column.label, { tokens });
  if (isLeft(label)) return label;
  const cut = column.cut === undefined ? right(undefined) : fillAt(`${where}.cut`, column.cut, { tokens });
  if (isLeft(cut)) return cut;
  const round = roundOf(column, where, scope);
  if (isLeft(round)) return round;
  return right({
    id,
    label: label.right,
    metric,
    span,
    ...(cut.right === undefined ? {} : { cut: cut.right }),
    ...(round.right === undefined ? {} : { round: round.right }),
    ...(hidden === undefined ? {} : { hidden }),
  });
}

function roundOf({ round }: MetricColumnTemplate, where: string, { about }: Scope): Either<TemplateError, string | undefined> {
  if (round === 'report') return right(about.round?.id);
  if (round !== 'previous') return right(round);
  return about.previousRound === undefined
    ? templateError('missing-round', `${where}.round`, 'a round before the report’s', 'nothing')
    : right(about.previousRound);
}

function rowOf(row: RowTemplate, where: string, scope: Scope): Either<TemplateError, Row> {
  const selection = row.where === undefined ? right(undefined) : selectionOf(row.where, `${where}.where`, scope);
  if (isLeft(selection)) return selection;
  if (!isPerCode(row)) {
    const label = fillAt(`${where}.label`, row.label, scope);
    if (isLeft(label)) return label;
    const { sumOf: _, ...single } = row;
    return right({ ...single, label: label.right, where: selection.right ?? {} });
  }
  const beneath = fillAt(`${where}.beneath`, row.beneath, scope);
  if (isLeft(beneath)) return beneath;
  const residualLabel = row.residualLabel === undefined ? right(undefined) : fillAt(`${where}.residualLabel`, row.residualLabel, scope);
  if (isLeft(residualLabel)) return residualLabel;
  return right({
    ...row,
    beneath: beneath.right,
    ...(selection.right === undefined ? {} : { where: selection.right }),
    ...(residualLabel.right === undefined ? {} : { residualLabel: residualLabel.right }),
  });
}

function selectionOf(selection: SelectionTemplate, where: string, scope: Scope): Either<TemplateError, Selection> {
  const entries = each(Object.entries(selection), ([dimension, codes]) => {
    const filled = each(codes, (code, at) => fillAt(`${where}.${dimension}.${at}`, code, scope));
    return isLeft(filled) ? filled : right([dimension, filled.right] as const);
  });
  return isLeft(entries) ? entries : right(Object.fromEntries(entries.right));
}
