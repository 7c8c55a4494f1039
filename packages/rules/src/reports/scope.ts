import type { Amount, Book, Cut, ExplainError, Month, Round, Selection, TableError } from '@driftbok/core';
import { bookAt, divideRounded, isLeft, left, right, roundBefore } from '@driftbok/core';
import type { AmountError, CutError, Either } from '@driftbok/core';
import type { NumberFormat } from '../numbers/format.js';
import { contractFormat, formatNumber } from '../numbers/format.js';
import { operationsIn } from '../present/operations.js';
import type { Preset } from '../presets/preset.js';
import type { Prose } from '../prose/prose.js';
import type { RegisterError } from '../registers/register.js';
import type { TemplateError } from '../spec/scope.js';
import type { ReportTemplate } from './template.js';

/** Which report: its period, its round, and what is known. */
export interface ReportWanted {
  readonly period: Month;
  /** May be left out of a report about a plan. */
  readonly round?: string;
  readonly cut: Cut;
}

/** A report that cannot be composed: it names a table that the preset lacks, or a round that the ledger does. */
export interface ReportError {
  readonly _tag: 'ReportError';
  readonly reason: 'unknown-table' | 'unknown-round' | 'period';
  readonly where: string;
  readonly expected: string;
  readonly got: string;
}

/** Everything that a part may be refused for. */
export type ReportFailure = ReportError | TemplateError | TableError | RegisterError | ExplainError | CutError | AmountError;

/** What every part of a report is made from. */
export interface ReportScope {
  /** The book at the report's cut. */
  readonly book: Book;
  /** The newest, which knows of rounds that the cut does not. */
  readonly whole: Book;
  readonly wanted: ReportWanted;
  readonly year: string;
  readonly round: Round | undefined;
  /** The round of the same year before it that has a forecast. */
  readonly previous: Round | undefined;
  readonly template: ReportTemplate;
  readonly preset: Preset;
  readonly prose: Prose;
  readonly format: NumberFormat;
  /** Codes that every selection is narrowed by: the running operations. */
  readonly within: (where: Selection) => Selection;
}

/** Left: `ReportError`, reason `unknown-round` or `period`. */
export function scopeOfReport(
  whole: Book,
  template: ReportTemplate,
  wanted: ReportWanted,
  preset: Preset,
  prose: Prose,
): Either<ReportError, ReportScope> {
  const book = bookAt(whole, wanted.cut.position);
  const year = wanted.period.slice(0, 4);
  const round = roundOf(whole, template, wanted, year);
  if (isLeft(round)) return round;
  const previous = round.right === undefined ? undefined : roundBefore(book, round.right);
  const format = contractFormat(preset.format);
  const operations = operationsIn(book, preset);
  const within = (where: Selection): Selection => ({ ...operations, ...where });
  return right({ book, whole, wanted, year, round: round.right, previous, template, preset, prose, format, within });
}

/** The report's round. A cut may lie before it was opened: then the report shows what stood there. */
function roundOf(whole: Book, { about }: ReportTemplate, { round: id, period }: ReportWanted, year: string): Either<ReportError, Round | undefined> {
  if (id === undefined && about === 'plan') return right(undefined);
  const round = id === undefined ? undefined : whole.state.rounds.get(id);
  if (round === undefined) {
    const expected = [...whole.state.rounds.keys()].join(', ') || 'a round that was opened';
    return left({ _tag: 'ReportError', reason: 'unknown-round', where: 'round', expected, got: id ?? 'no round' });
  }
  return round.year === year
    ? right(round)
    : left({ _tag: 'ReportError', reason: 'period', where: 'period', expected: `a month of ${round.year}`, got: period });
}

/** An amount as sentences tell it: rounded as the template says, with its unit. */
export function told({ template, format }: ReportScope, amount: Amount): string {
  const steps = divideRounded(BigInt(Math.abs(amount)), BigInt(template.roundedTo));
  return `${formatNumber((Number(steps) * template.roundedTo) as Amount, format)} ${format.unit}`;
}
