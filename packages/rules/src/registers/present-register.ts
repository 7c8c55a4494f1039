import type { Book, Cut, Either, Month } from '@driftbok/core';
import { bookAt, Decimal, formatAmount, isLeft, left, right } from '@driftbok/core';
import type { NumberFormat, Unit } from '../numbers/format.js';
import { contractFormat, formatNumber } from '../numbers/format.js';
import { formatDecimal } from '../numbers/decimal-format.js';
import { presentCut } from '../present/present.js';
import type { PresentedCell, PresentedTable } from '../present/presented.js';
import type { Preset } from '../presets/preset.js';
import { fill } from '../words/fill.js';
import { registers } from './all.js';
import type { Field } from './field.js';
import type { RegisterError } from './register.js';
import type { RegisterTemplate } from './template.js';

/** Which report a register's table is of, and what is known. */
export interface RegisterReport {
  readonly period: Month;
  readonly cut: Cut;
  readonly round?: string;
}

/**
 * A register as a preset's template prints it, as it was known at a cut: the Table of the JSON contract. `exact` is kronor for an
 * amount, a decimal number for a ratio or count, else the text or the register's own word; `shown` is what people read.
 *
 * Left: `RegisterError`, reason `unknown-register`, `unknown-field` (a column that the register's entries do not have), `where` (what the
 * register cannot be asked for), or the register's own.
 */
export function presentRegister(
  book: Book,
  template: RegisterTemplate,
  report: RegisterReport,
  preset: Preset,
): Either<RegisterError, PresentedTable> {
  const register = registers.get(template.register);
  if (register === undefined) return refuse('unknown-register', template.id, [...registers.keys()].join(', '), template.register);
  const stranger = template.columns.find(({ id }) => !register.fields.includes(id));
  if (stranger !== undefined) return refuse('unknown-field', `${template.id}/${stranger.id}`, register.fields.join(', '), stranger.id);
  const where = template.where ?? {};
  const asked = Object.keys(where).find((key) => !register.asks.includes(key));
  if (asked !== undefined) return refuse('where', `${template.id}.where`, register.asks.join(', ') || 'nothing', asked);
  const { period, cut, round } = report;
  const year = (after: number): string => String(Number(period.slice(0, 4)) + after);
  const tokens = {
    year: year(0),
    'year-2': year(-2),
    'prior-year': year(-1),
    'next-year': year(1),
    'year-plus-2': year(2),
    'year-3': year(-3),
    period,
  };
  const words = Object.fromEntries(Object.entries(template.words ?? {}).map(([word, text]) => [word, fill(text, tokens).text]));
  const content = register.read(bookAt(book, cut.position), { period, where, words, preset, ...(round === undefined ? {} : { round }) });
  if (isLeft(content)) return content;
  const money = moneyUnit(template.unit);
  const format = contractFormat({ ...preset.format, ...(money === undefined ? {} : { unit: money, decimals: 0 }) });
  return right({
    id: template.id,
    title: fill(template.title, tokens).text,
    // A table without figures of money is in no unit.
    unit: template.unit ?? (template.columns.some(({ kind }) => kind === 'amount') ? format.unit : ''),
    cut: presentCut(cut),
    ...(template.rowHeading === undefined ? {} : { rowHeading: fill(template.rowHeading, tokens).text }),
    columns: template.columns.map(({ id, label, kind }) => ({ id, label: fill(label, tokens).text, kind })),
    rows: content.right.entries.map(({ id, label, level, fields }) => ({
      id,
      label: wordIn(words, label),
      level,
      cells: Object.fromEntries(
        template.columns.map((column) => [
          column.id,
          marked(cell(fields[column.id] ?? null, format, words), template.marks?.[`${id}/${column.id}`]),
        ]),
      ),
    })),
    findings: content.right.findings,
  });
}

/** The decimals that a number was said with. */
const placesOf = (value: string): number => value.split('.')[1]?.length ?? 0;
/** A unit of the template that amounts can be printed in; another, such as "dygn", says nothing of them. */
const moneyUnit = (unit: string | undefined): Unit | undefined => (['kr', 'tkr', 'mnkr'] as const).find((each) => each === unit);

const wordIn = (words: Readonly<Record<string, string>>, word: string): string =>
  Object.hasOwn(words, word) ? (words[word] ?? word) : word;

function cell(field: Field | null, format: NumberFormat, words: Readonly<Record<string, string>>): PresentedCell | null {
  if (field === null) return null;
  switch (field.kind) {
    case 'amount':
      return { exact: formatAmount(field.amount), shown: formatNumber(field.amount, format) };
    case 'ratio': {
      const shown = formatDecimal(new Decimal(field.value), { ...format, decimals: field.decimals, percent: '' });
      return { exact: field.value, shown: `${field.prefix ?? ''}${shown}${field.suffix ?? ''}` };
    }
    case 'measure': {
      const shown = field.values.map((value) => formatDecimal(new Decimal(value), { ...format, decimals: placesOf(value), percent: '' }));
      const unit = words[`unit:${field.unit}`] ?? '';
      const number = { plain: shown.join(' '), range: shown.join(' – '), tolerance: `+/- ${shown.join(' ')}` }[field.form];
      return { exact: field.values.join('..'), shown: `${number}${unit}` };
    }
    case 'count':
      return { exact: String(field.count), shown: formatDecimal(new Decimal(field.count), { ...format, decimals: 0, percent: '' }) };
    case 'text':
      return { exact: field.text, shown: field.text };
    case 'word':
      return { exact: field.word, shown: wordIn(words, field.word) };
  }
}

const marked = (shown: PresentedCell | null, mark = ''): PresentedCell | null =>
  shown === null ? null : { ...shown, shown: `${shown.shown}${mark}` };

const refuse = (reason: RegisterError['reason'], where: string, expected: string, got: string): Either<RegisterError, never> =>
  left({ _tag: 'RegisterError', reason, where, expected, got });
