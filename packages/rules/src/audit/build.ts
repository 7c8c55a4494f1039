import type { Either, Issue } from '@driftbok/core';
import { left, right } from '@driftbok/core';
import type { AuditClaim, AuditColumn, AuditDocument, AuditTable } from './document.js';
import type { Expression } from './expression.js';
import { parseExpression } from './expression.js';
import type { Figure } from './figure.js';
import { figureOf, measureIn, measureOf, readFigure } from './figure.js';
import { plainMarks } from '../numbers/marks.js';
import type { AuditInputError } from './input-error.js';
import { issueAt } from './input-error.js';
import type { Model } from './model.js';
import { sumIssues } from './sums.js';
import { ModelMaker } from './model-maker.js';
import type { Place } from './model-maker.js';

/**
 * The system that a document's tables, ties and claims make.
 *
 * Left: `AuditInputError`, an issue for each id that is there twice or refers to nothing, each cell that is no figure, each formula that
 * is none.
 *
 * @param instead other figures in some places, in their own steps: would it hold with them?
 */
export function buildModel(document: AuditDocument, instead?: ReadonlyMap<string, number>): Either<AuditInputError, Model> {
  const issues: Issue[] = [];
  const maker = new ModelMaker(issues, instead);
  twice(
    document.tables.map(({ id }) => id),
    'tables',
    issues,
  );
  for (const table of document.tables) addCells(table, maker, issues);
  for (const table of document.tables) addTable(table, maker, issues);
  for (const [index, tie] of (document.ties ?? []).entries()) {
    const about = `ties/${index}`;
    if ('equals' in tie) {
      const made = expressionAt(tie.equals, about, issues);
      const cell = maker.find(tie.cell, about);
      if (made !== undefined && cell !== undefined) maker.make('tie', cell, made, (name) => maker.find(name, about), about);
    } else {
      const places = tie.cells.map((cell) => maker.find(cell, about));
      places.slice(1).forEach((place, at) => maker.equate('tie', places[at], place, about));
    }
  }
  const said = new Map<string, string>();
  for (const [index, claim] of (document.claims ?? []).entries()) {
    // One sentence may speak of several cells: it is one figure, right or wrong.
    const words = [claim.text, claim.figure, claim.unit, claim.precision, claim.sense].join('\n');
    const first = said.get(words) ?? `claims/${index}`;
    said.set(words, first);
    addClaim(claim, `claims/${index}`, first, maker, issues);
  }
  return issues.length > 0 ? left({ _tag: 'AuditInputError', issues }) : right(maker.model());
}

function addCells(table: AuditTable, maker: ModelMaker, issues: Issue[]): void {
  twice(
    table.columns.map(({ id }) => id),
    `${table.id}: columns`,
    issues,
  );
  twice(
    table.rows.map(({ id }) => id),
    `${table.id}: rows`,
    issues,
  );
  const known = new Map(table.columns.map((column) => [column.id, column]));
  for (const row of table.rows) {
    for (const column of Object.keys(row.cells)) {
      if (!known.has(column)) issues.push(issueAt(`${table.id}/${row.id}/${column}`, `a column: ${[...known.keys()].join(', ')}`, column));
    }
    for (const column of table.columns) {
      const place = `${table.id}/${row.id}/${column.id}`;
      const text = Object.hasOwn(row.cells, column.id) ? (row.cells[column.id] ?? null) : null;
      const measure = measureIn(column.unit ?? table.unit, text);
      const shown = table.dash === 'blank' && text !== null && plainMarks(text).trim() === '-' ? null : text;
      const reading = readFigure(shown, measure, column.decimals ?? table.decimals ?? 0);
      if (reading._tag === 'Left') {
        issues.push(issueAt(place, reading.left, text ?? ''));
        continue;
      }
      const blank = reading.right.kind === 'blank' && table.blank !== 'unknown';
      if (blank) maker.addBlank(place, measure);
      else if (reading.right.kind === 'figure')
        maker.addFigure({
          id: place,
          measure,
          figure: reading.right.figure,
          text: text ?? '',
          table: table.id,
          row: row.id,
          column: column.id,
        });
      else maker.addUnknown(place, measure);
    }
  }
}

const isRatio = (column: AuditColumn, made: Expression | undefined, table: AuditTable): boolean =>
  (made !== undefined && typeof made.by === 'object') || measureOf(column.unit ?? table.unit).family === 'percent';

function addTable(table: AuditTable, maker: ModelMaker, issues: Issue[]): void {
  const columns = new Set(table.columns.map(({ id }) => id));
  for (const column of table.columns) {
    const made = column.equals === undefined ? undefined : expressionAt(column.equals, `${table.id}: column ${column.id}`, issues);
    for (const name of namesOf(made)) {
      if (!columns.has(name)) issues.push(issueAt(`${table.id}: column ${column.id}`, `a column: ${[...columns].join(', ')}`, name));
    }
    for (const row of made === undefined ? [] : table.rows) {
      const place = (name: string): Place | undefined => maker.at(`${table.id}/${row.id}/${name}`);
      maker.make('columns', place(column.id), made, place, `${table.id}/${row.id}/${column.id}`);
    }
    // Percentages of rows are no parts of the total's.
    if (isRatio(column, made, table)) continue;
    for (const row of table.rows) {
      if (row.sum === undefined) continue;
      const terms = row.sum.map((name) => ({ name: name.replace(/^-/, ''), sign: name.startsWith('-') ? (-1 as const) : (1 as const) }));
      const place = (name: string): Place | undefined => maker.at(`${table.id}/${name}/${column.id}`);
      maker.make('sum', place(row.id), { terms }, place, `${table.id}/${row.id}/${column.id}`);
    }
  }
  issues.push(...sumIssues(table));
}

function addClaim(claim: AuditClaim, id: string, blamed: string, maker: ModelMaker, issues: Issue[]): void {
  const measure = measureIn(claim.unit, claim.figure);
  const reading = readFigure(claim.figure, measure, 4);
  if (reading._tag === 'Left' || reading.right.kind !== 'figure') {
    issues.push(issueAt(id, 'a figure', claim.figure));
    return;
  }
  if ((claim.cell === undefined) === (claim.equals === undefined)) {
    issues.push(issueAt(id, 'either a cell or what it equals', claim.cell ?? 'neither'));
    return;
  }
  const { printed, step } = reading.right.figure;
  const figure = sensed(figureOf(printed, precisionIn(claim.precision, measure.grains, measure.family) ?? step), claim.sense);
  const place = maker.addFigure({ id, measure, figure, text: claim.figure, table: 'claims', row: id, column: '' }, blamed);
  if (claim.cell !== undefined) {
    maker.equate('claim', place, maker.find(claim.cell, id), id);
    return;
  }
  const made = expressionAt(claim.equals ?? '', id, issues);
  if (made !== undefined) maker.make('claim', place, made, (name) => maker.find(name, id), id);
}

/** What a text only says to be below a figure, or above it, is strictly that. */
function sensed(figure: Figure, sense: AuditClaim['sense']): Figure {
  if (sense === undefined) return figure;
  return sense === 'below'
    ? { ...figure, low: -Infinity, high: figure.printed - 1 }
    : { ...figure, low: figure.printed + 1, high: Infinity };
}

/** Kronor where it is written as amounts are everywhere; else in the figure's own unit. */
function precisionIn(precision: string | number | undefined, grains: number, family: string): number | undefined {
  if (precision === undefined) return undefined;
  const inKronor = family === 'money' && typeof precision === 'string' && /\.\d\d$/.test(precision);
  return Math.max(1, Math.round(Number(precision) * (inKronor ? 100 : grains)));
}

const namesOf = (made: Expression | undefined): readonly string[] =>
  made === undefined
    ? []
    : [...made.terms, ...(typeof made.by === 'object' ? made.by : [])].flatMap(({ name, times }) =>
        typeof times === 'string' ? [name, times] : [name],
      );

function expressionAt(text: string, where: string, issues: Issue[]): Expression | undefined {
  const read = parseExpression(text);
  if (read._tag === 'Right') return read.right;
  issues.push(issueAt(where, 'names with " + ", " - ", " * " or " / " between', read.left));
  return undefined;
}

function twice(ids: readonly string[], where: string, issues: Issue[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) issues.push(issueAt(where, 'different ids', id));
    seen.add(id);
  }
}
