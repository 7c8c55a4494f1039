import { isLeft, orThrow } from '@driftbok/core';
import { specTemplateOfJson } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { minimal } from '../support/template.js';

/** The issues of the minimal template with something in it changed, as `path: expected`. */
function issuesOf(change: Readonly<Record<string, unknown>>): readonly string[] {
  const read = specTemplateOfJson({ ...minimal, ...change });
  return isLeft(read) ? read.left.issues.map(({ path, expected }) => `${path}: ${expected}`) : [];
}

const column = { id: 'c', label: 'C', metric: 'budget', span: 'year' };
const difference = { id: 'd', label: 'D', minuend: 'a', subtrahend: 'b' };
const row = { id: 'r', label: 'R', level: 0, where: {} };
const perCode = { each: 'ansvar', beneath: '5', order: 'parent-last', level: 0 };

describe('specTemplateOfJson', () => {
  it('takes a whole template back from its JSON', () => {
    const whole = {
      ...minimal,
      parameters: { unit: '5' },
      columns: [
        { ...column, year: -1, cut: '{previous-round}@1', round: 'previous', hidden: true },
        { ...column, id: 'e', span: { year: '2025' } },
        { ...column, id: 'f', span: { from: '2025-02', to: '2025-04' } },
        { ...difference, metric: 'forecast-deviation', hidden: true },
      ],
      rows: [
        { ...row, memo: true, sumOf: ['x', 'y'], where: { ansvar: ['{unit}'], konto: ['1', '2'] } },
        { ...perCode, depth: 2, where: { konto: ['1'] }, residualLabel: 'Ej fördelat' },
      ],
    };
    expect(orThrow(specTemplateOfJson(JSON.parse(JSON.stringify(whole))))).toEqual(whole);
  });

  it.each([
    ['columns.0.span', { columns: [{ ...column, span: 'quarter' }] }, 'year-to-date | month | year'],
    ['columns.0.span', { columns: [{ ...column, span: null }] }, 'year-to-date | month | year | {from, to} | {year}'],
    ['columns.0.span', { columns: [{ ...column, span: 12 }] }, 'year-to-date | month | year | {from, to} | {year}'],
    ['columns.0.span.to', { columns: [{ ...column, span: { from: '2025-01' } }] }, 'a month, YYYY-MM'],
    ['columns.0.span.from', { columns: [{ ...column, span: { from: '2025-13', to: '2025-12' } }] }, 'a month, YYYY-MM'],
    ['columns.0.span.year', { columns: [{ ...column, span: { year: 2025 } }] }, 'a year, YYYY'],
    ['columns.0.span.to', { columns: [{ ...column, span: { year: '2025', to: '2025-02' } }] }, 'no such key'],
    ['columns.0.metric', { columns: [{ ...column, metric: 'profit' }] }, 'budget | budget-original | outcome | forecast | plan'],
    ['columns.0.year', { columns: [{ ...column, year: 0.5 }] }, 'a whole number from -50 to 50'],
    ['columns.0.year', { columns: [{ ...column, year: -51 }] }, 'a whole number from -50 to 50'],
    ['columns.0.year', { columns: [{ ...column, year: 51 }] }, 'a whole number from -50 to 50'],
    ['columns.0.hidden', { columns: [{ ...column, hidden: false }] }, 'true, or left out'],
    ['columns.0.id', { columns: [{ ...column, id: 'a/b' }] }, 'letters, digits, ".", "_" or "-", at most 64'],
    ['columns.0.format', { columns: [{ ...column, format: 1 }] }, 'no such key'],
    ['columns.1.subtrahend', { columns: [column, { id: 'd', label: 'D', minuend: 'a' }] }, 'letters, digits, ".", "_" or "-", at most 64'],
    ['columns.1.minuend', { columns: [column, { id: 'd', label: 'D', subtrahend: 'a' }] }, 'letters, digits, ".", "_" or "-", at most 64'],
    ['columns.0.metric', { columns: [{ ...difference, metric: 'deviation' }] }, /^budget \| .*\| forecast-change$/],
    ['columns', { columns: [] }, /^a list of 1 to 200/],
    ['columns.0', { columns: ['budget'] }, 'a column'],
    ['rows', { rows: 'all' }, /^a list of 1 to 10000/],
    ['rows.0', { rows: [null] }, 'a row'],
    ['rows.0.level', { rows: [{ ...row, level: 21 }] }, 'a whole number from 0 to 20'],
    ['rows.0.level', { rows: [{ ...row, level: -1 }] }, 'a whole number from 0 to 20'],
    ['rows.0.where', { rows: [{ ...row, where: ['5'] }] }, 'codes by dimension, at most 32'],
    ['rows.0.where', { rows: [{ ...row, where: Object.fromEntries(Array.from({ length: 33 }, (_, at) => [`d${at}`, ['5']])) }] }, /32$/],
    ['rows.0.where.ansvar', { rows: [{ ...row, where: { ansvar: '5' } }] }, /^a list of 1 to 10000: a code/],
    ['rows.0.where.ansvar.1', { rows: [{ ...row, where: { ansvar: ['5', 6] } }] }, /^a code/],
    ['rows.0.where.Ansvar', { rows: [{ ...row, where: { Ansvar: ['5'] } }] }, 'a dimension: a small letter'],
    ['rows.0.sumOf', { rows: [{ ...row, sumOf: [] }] }, /^a list of 1 to 1000/],
    ['rows.0.order', { rows: [{ ...perCode, order: 'up' }] }, 'parent-first | parent-last'],
    ['rows.0.depth', { rows: [{ ...perCode, depth: 0 }] }, 'a whole number from 1 to 20'],
    ['rows.0.each', { rows: [{ beneath: '5', order: 'parent-last', level: 0 }] }, 'a dimension: a small letter'],
    ['rows.0.beneath', { rows: [{ each: 'ansvar', order: 'parent-last', level: 0 }] }, /^a code/],
    ['parameters.Unit', { parameters: { Unit: '5' } }, 'a name: a small letter, then letters, digits or "-"'],
    ['parameters.unit', { parameters: { unit: 5 } }, /^a code/],
    ['title', { title: '' }, /^a label/],
    ['colour', { colour: 'red' }, 'no such key'],
  ] as const)('says %s of %j', (path, change, expected) => {
    const found = issuesOf(change);
    expect(found).toHaveLength(1);
    expect(found[0]?.slice(0, path.length + 2)).toBe(`${path}: `);
    expect(found[0]?.slice(path.length + 2)).toMatch(typeof expected === 'string' ? new RegExp(`^${escaped(expected)}`) : expected);
  });

  it('says all that is wrong at once', () => {
    expect(
      issuesOf({ title: 1, columns: [{ ...column, span: 'x' }, difference], rows: [{ ...row, level: 'x', where: { A: [''], b: [] } }] }),
    ).toHaveLength(6);
  });

  it.each([[null], [[]], ['driftredovisning'], [undefined]])('refuses %j as a whole', (json) => {
    expect(specTemplateOfJson(json)).toMatchObject({ _tag: 'Left', left: { _tag: 'SpecError', issues: [{ path: '' }] } });
  });
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
