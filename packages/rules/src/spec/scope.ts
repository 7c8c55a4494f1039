import type { Either, Month, RoundId } from '@driftbok/core';
import { isLeft, isMonth, left, right, shortly } from '@driftbok/core';
import { fill } from '../words/fill.js';
import { monthsInWords } from '../words/words.js';
import type { Words } from '../words/words.js';
import { yearAfter, yearOfMonth } from './span.js';
import type { SpecTemplate } from './template.js';

/** The report that a table is drawn for. */
export interface ReportAbout {
  /** The last month that it covers. */
  readonly period: Month;
  /** Its round, where it has one; the label is what headings call it: "Prognos 3". */
  readonly round?: { readonly id: RoundId; readonly label: string };
  /** The round before it. */
  readonly previousRound?: RoundId;
  /** The template's parameters, where they are not to be its defaults. */
  readonly values?: Readonly<Record<string, string>>;
}

/**
 * A template that cannot be made a table for a report. `where` is the path in the template, or in what was asked for. `reason`:
 * `period` (no month), `span` (years of an own span, or beyond the calendar), `missing-round` (it names a round that the report does
 * not have), `unknown-token`, `unknown-parameter` (a value for what the template does not take), `unknown-row` (a sum of no row).
 */
export interface TemplateError {
  readonly _tag: 'TemplateError';
  readonly reason: 'period' | 'span' | 'missing-round' | 'unknown-token' | 'unknown-parameter' | 'unknown-row';
  readonly where: string;
  readonly expected: string;
  readonly got: string;
}

export const templateError = (
  reason: TemplateError['reason'],
  where: string,
  expected: string,
  got: string,
): Either<TemplateError, never> => left({ _tag: 'TemplateError', reason, where, expected, got });

/** What tokens stand for, with the report and the words they come from. */
export interface Scope {
  readonly about: ReportAbout;
  readonly words: Words;
  readonly tokens: Readonly<Record<string, string>>;
}

/** The scope of a template's texts outside its columns. Left: `TemplateError`, reason `period` or `unknown-parameter`. */
export function scopeOf(template: SpecTemplate, about: ReportAbout, words: Words): Either<TemplateError, Scope> {
  const { period, round, previousRound, values = {} } = about;
  if (!isMonth(period)) return templateError('period', 'period', 'a month, YYYY-MM', shortly(period));
  const parameters = template.parameters ?? {};
  const stranger = Object.keys(values).find((name) => !Object.hasOwn(parameters, name));
  if (stranger !== undefined) {
    return templateError('unknown-parameter', `values.${stranger}`, Object.keys(parameters).join(', ') || 'no parameters', stranger);
  }
  const year = yearOfMonth(period);
  const tokens = {
    ...parameters,
    ...values,
    period,
    year,
    'span-year': year,
    months: monthsInWords(1, Number(period.slice(5)), words),
    round: round?.label ?? words.forecast,
  };
  const known = { 'prior-year': yearAfter(year, -1), 'round-id': round?.id, 'previous-round': previousRound };
  return right({ about, words, tokens: { ...tokens, ...present(known) } });
}

const present = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** A text with its tokens filled. Left: `TemplateError`, reason `missing-round` or `unknown-token`. */
export function fillAt(where: string, text: string, { tokens }: Pick<Scope, 'tokens'>): Either<TemplateError, string> {
  const { text: filled, missing } = fill(text, tokens);
  const [first] = missing;
  if (first === undefined) return right(filled);
  if (first === 'round-id' || first === 'previous-round') return templateError('missing-round', where, `a round for {${first}}`, 'nothing');
  return templateError(
    'unknown-token',
    where,
    Object.keys(tokens)
      .map((name) => `{${name}}`)
      .join(' '),
    `{${first}}`,
  );
}

/** All rights in order, or the first left. */
export function each<A, B>(
  items: readonly A[],
  step: (item: A, at: number) => Either<TemplateError, B>,
): Either<TemplateError, readonly B[]> {
  const done: B[] = [];
  for (const [at, item] of items.entries()) {
    const result = step(item, at);
    if (isLeft(result)) return result;
    done.push(result.right);
  }
  return right(done);
}
