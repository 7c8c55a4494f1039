import type { TableSpec } from '@driftbok/core';
import { orThrow } from '@driftbok/core';
import type { MetricColumnTemplate, ReportAbout, SpecTemplate } from '@driftbok/rules';
import { english, exempel, instantiate, norrtalje, templateOf } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimal, withColumn } from '../support/template.js';

const july: ReportAbout = { period: '2025-07', round: { id: '2025-P3', label: 'Prognos 3' }, previousRound: '2025-D1' };
const spec = (template: SpecTemplate | undefined, about: ReportAbout = july): TableSpec => orThrow(instantiate(template ?? minimal, about));
const column = (template: Partial<MetricColumnTemplate>, about: ReportAbout = july): unknown =>
  spec(withColumn(template), about).columns[0];

describe('the driftredovisning of Norrtälje', () => {
  it('is that of July 2025', () => {
    const all = { ansvar: ['5'], konto: ['intakter', 'kostnader'] };
    expect(spec(templateOf(norrtalje, 'driftredovisning'))).toEqual({
      id: 'driftredovisning',
      title: 'Driftredovisning',
      columns: [
        { id: 'budget_period', label: 'Budget Jan - Jul 2025', metric: 'budget', span: { from: '2025-01', to: '2025-07' } },
        { id: 'outcome_period', label: 'Utfall Jan - Jul 2025', metric: 'outcome', span: { from: '2025-01', to: '2025-07' } },
        { id: 'deviation_period', label: 'Avvikelse Jan - Jul 2025', minuend: 'outcome_period', subtrahend: 'budget_period' },
        { id: 'outcome_prior', label: 'Utfall Jan - Jul 2024', metric: 'outcome', span: { from: '2024-01', to: '2024-07' } },
        { id: 'budget_year', label: 'Budget helår 2025', metric: 'budget', span: { year: '2025' } },
        { id: 'forecast', label: 'Prognos 3', metric: 'forecast', span: { year: '2025' }, round: '2025-P3' },
        { id: 'deviation_year', label: 'Avvikelse Budget-Prognos', minuend: 'forecast', subtrahend: 'budget_year' },
      ],
      rows: [
        { id: 'income', label: 'Intäkter', level: 0, where: { ...all, konto: ['intakter'] } },
        { id: 'cost', label: 'Kostnader', level: 0, where: { ...all, konto: ['kostnader'] } },
        { id: 'capital-cost', label: 'Varav kapitalkostnader', level: 1, where: { ...all, konto: ['kapitalkostnader'] }, memo: true },
        { id: 'net', label: 'Summa Driftbudget', level: 0, where: all },
      ],
    });
  });

  it('has the same columns per verksamhet, and a row for each unit, its group last', () => {
    const [whole, units] = ['driftredovisning', 'driftredovisning-per-verksamhet'].map((id) => spec(templateOf(norrtalje, id)));
    expect(units?.title).toBe('Driftredovisning per verksamhet');
    expect(units?.columns).toEqual(whole?.columns);
    const where = { konto: ['intakter', 'kostnader'] };
    expect(units?.rows).toEqual([{ each: 'ansvar', beneath: '5', order: 'parent-last', level: 0, residualLabel: 'Ej fördelat', where }]);
  });

  it('draws any unit', () => {
    const about = { ...july, values: { unit: '513' } };
    expect(spec(templateOf(norrtalje, 'driftredovisning'), about).rows.map(({ where }) => where?.['ansvar'])).toEqual([
      ['513'],
      ['513'],
      ['513'],
      ['513'],
    ]);
    expect(spec(templateOf(norrtalje, 'driftredovisning-per-verksamhet'), about).rows[0]).toMatchObject({ beneath: '513' });
  });

  it('shows what stands where the report has no round', () => {
    const forecast = spec(templateOf(norrtalje, 'driftredovisning'), { period: '2025-01' }).columns[5];
    expect(forecast).toEqual({ id: 'forecast', label: 'Prognos', metric: 'forecast', span: { year: '2025' } });
  });
});

describe('spans', () => {
  it.each([
    [{ span: 'year-to-date' }, { from: '2025-01', to: '2025-07' }],
    [
      { span: 'year-to-date', year: -1 },
      { from: '2024-01', to: '2024-07' },
    ],
    [{ span: 'month' }, { from: '2025-07', to: '2025-07' }],
    [
      { span: 'month', year: 2 },
      { from: '2027-07', to: '2027-07' },
    ],
    [{ span: 'year' }, { year: '2025' }],
    [{ span: 'year', year: 1 }, { year: '2026' }],
    [{ span: { year: '2023' } }, { year: '2023' }],
    [{ span: { from: '2023-02', to: '2023-03' } }, { from: '2023-02', to: '2023-03' }],
  ] as const)('%j is %j in July 2025', (template, span) => {
    expect(column(template)).toMatchObject({ span });
  });

  it('lie in the year asked for and end in the month of the period', () => {
    const periods = fc.tuple(fc.integer({ min: 1100, max: 9000 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: -50, max: 50 }));
    fc.assert(
      fc.property(periods, ([year, month, years]) => {
        const twoDigits = `${month < 10 ? '0' : ''}${month}`;
        const period = `${year}-${twoDigits}`;
        const moved = String(year + years);
        expect(column({ span: 'year-to-date', year: years }, { period })).toMatchObject({
          span: { from: `${moved}-01`, to: `${moved}-${twoDigits}` },
        });
      }),
    );
  });

  it.each([
    ['0000-05', -1],
    ['9999-05', 1],
  ])('do not leave the calendar: %s and %i years', (period, years) => {
    expect(instantiate(withColumn({ year: years }), { period })).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'TemplateError', reason: 'span', where: 'columns.0.year', expected: 'a year from 0000 to 9999', got: String(years) },
    });
    expect(instantiate(withColumn({ year: 0 }), { period })._tag).toBe('Right');
  });

  it('of their own months take no years', () => {
    expect(instantiate(withColumn({ span: { year: '2025' }, year: -1 }), july)).toMatchObject({
      left: { reason: 'span', where: 'columns.0.year', got: '-1' },
    });
  });
});

describe('tokens', () => {
  it.each([
    [{ label: '{months}' }, 'Jan - Jul'],
    [{ label: '{months}', span: 'month' }, 'Jul'],
    [{ label: '{months}', span: 'year' }, 'Jan - Dec'],
    [{ label: '{months}', span: { from: '2023-05', to: '2023-10' } }, 'Maj - Okt'],
    [{ label: '{months}', span: { year: '2023' } }, 'Jan - Dec'],
    [{ label: '{year}/{prior-year}/{span-year}', year: -2 }, '2025/2024/2023'],
    [{ label: '{span-year}', span: 'year', year: 3 }, '2028'],
    [{ label: '{span-year}', span: { from: '2023-05', to: '2023-10' } }, '2023'],
    [{ label: '{period}' }, '2025-07'],
    [{ label: '{round} ({previous-round})' }, 'Prognos 3 (2025-D1)'],
    [{ label: '{round-id}' }, '2025-P3'],
    [{ label: 'a { b } {} {1} {' }, 'a { b } {} {1} {'],
  ] as const)('%j is %s', (template, label) => {
    expect(column(template)).toMatchObject({ label });
  });

  it('of January is one month', () => {
    expect(column({ label: '{months}' }, { period: '2025-01' })).toMatchObject({ label: 'Jan' });
  });

  it('stand in titles, differences, rows, codes and cuts as well', () => {
    const template: SpecTemplate = {
      ...minimal,
      title: '{months} {span-year} {unit}',
      parameters: { unit: '5', account: '4' },
      columns: [
        { id: 'a', label: 'A', metric: 'budget', span: 'month', cut: '{previous-round}@1' },
        { id: 'b', label: '{months} {round}', minuend: 'a', subtrahend: 'a', hidden: true },
      ],
      rows: [
        { id: 'r', label: 'Rad {unit}', level: 0, where: { ansvar: ['{unit}1', '{unit}2'], konto: ['{account}'] } },
        {
          each: 'ansvar',
          beneath: '{unit}0',
          order: 'parent-first',
          level: 1,
          where: { konto: ['{account}'] },
          residualLabel: 'Rest {unit}',
        },
      ],
    };
    expect(spec(template, { ...july, values: { unit: '7' } })).toEqual({
      id: 'minimal',
      title: 'Jan - Jul 2025 7',
      columns: [
        { id: 'a', label: 'A', metric: 'budget', span: { from: '2025-07', to: '2025-07' }, cut: '2025-D1@1' },
        { id: 'b', label: 'Jan - Jul Prognos 3', minuend: 'a', subtrahend: 'a', hidden: true },
      ],
      rows: [
        { id: 'r', label: 'Rad 7', level: 0, where: { ansvar: ['71', '72'], konto: ['4'] } },
        { each: 'ansvar', beneath: '70', order: 'parent-first', level: 1, where: { konto: ['4'] }, residualLabel: 'Rest 7' },
      ],
    });
  });

  it('are not filled twice, and a parameter cannot take the name of a token', () => {
    const template = { ...minimal, title: '{name} {year}', parameters: { name: 'x', year: '1999' } };
    expect(spec(template, { ...july, values: { name: '{period}' } }).title).toBe('{period} 2025');
  });

  it('are told in the language given', () => {
    const about = { period: '2025-10' };
    expect(orThrow(instantiate(withColumn({ label: '{months} {round}' }), about, english)).columns[0]).toMatchObject({
      label: 'Jan - Oct Forecast',
    });
    expect(orThrow(instantiate(withColumn({ label: '{months} {round}' }), about, exempel.words)).columns[0]).toMatchObject({
      label: 'januari–oktober Helårsprognos',
    });
  });
});

describe('rounds', () => {
  it.each([
    ['report', '2025-P3'],
    ['previous', '2025-D1'],
    ['2024-D2', '2024-D2'],
  ])('%s is %s', (round, id) => {
    expect(column({ metric: 'forecast', round })).toMatchObject({ round: id });
  });

  it('of a hidden column stay hidden', () => {
    expect(column({ metric: 'forecast', round: 'report', hidden: true })).toMatchObject({ hidden: true });
  });
});

describe('what cannot be made a table', () => {
  it.each([
    [{ period: '2025-13' }, 'period', 'period'],
    [{ period: '2025' }, 'period', 'period'],
    [{ ...july, values: { unit: '5' } }, 'unknown-parameter', 'values.unit'],
  ])('%j: %s', (about, reason, where) => {
    expect(instantiate(minimal, about)).toMatchObject({ _tag: 'Left', left: { _tag: 'TemplateError', reason, where } });
  });

  it.each([
    [{ title: '{week}' }, 'title'],
    [{ columns: [{ id: 'd', label: '{week}', minuend: 'a', subtrahend: 'b' }] }, 'columns.0.label'],
    [{ columns: [{ id: 'c', label: '{week}', metric: 'budget', span: 'year' }] }, 'columns.0.label'],
    [{ columns: [{ id: 'c', label: 'C', metric: 'budget', span: 'year', cut: '{week}' }] }, 'columns.0.cut'],
    [{ rows: [{ id: 'r', label: '{week}', level: 0, where: {} }] }, 'rows.0.label'],
    [{ rows: [...minimal.rows, { id: 'r', label: 'R', level: 0, where: { ansvar: ['5', '{week}'] } }] }, 'rows.1.where.ansvar.1'],
    [{ rows: [{ each: 'ansvar', beneath: '{week}', order: 'parent-last', level: 0 }] }, 'rows.0.beneath'],
    [{ rows: [{ each: 'ansvar', beneath: '5', order: 'parent-last', level: 0, residualLabel: '{week}' }] }, 'rows.0.residualLabel'],
    [{ rows: [{ each: 'ansvar', beneath: '5', order: 'parent-last', level: 0, where: { konto: ['{week}'] } }] }, 'rows.0.where.konto.0'],
  ] as const)('%j has an unknown token', (change, where) => {
    expect(instantiate({ ...minimal, ...change }, july)).toMatchObject({ left: { reason: 'unknown-token', where, got: '{week}' } });
  });

  it.each([
    [{ cut: '{previous-round}' }, 'columns.0.cut'],
    [{ cut: '{round-id}' }, 'columns.0.cut'],
    [{ label: '{previous-round}' }, 'columns.0.label'],
    [{ round: 'previous' }, 'columns.0.round'],
  ])('%j needs a round', (change, where) => {
    expect(instantiate(withColumn(change), { period: '2025-07' })).toMatchObject({
      left: { reason: 'missing-round', where, got: 'nothing' },
    });
    expect(instantiate(withColumn(change), july)._tag).toBe('Right');
  });

  it('a sum of a row that is not there; where rows are made per code, any id may be one of theirs', () => {
    const sum = { id: 's', label: 'S', level: 0, where: {}, sumOf: ['net', 'nett'] };
    expect(instantiate({ ...minimal, rows: [...minimal.rows, sum] }, july)).toMatchObject({
      left: { reason: 'unknown-row', where: 'rows.1.sumOf', expected: 'net, s', got: 'nett' },
    });
    const perCode = { each: 'ansvar', beneath: '5', order: 'parent-last', level: 0 } as const;
    expect(instantiate({ ...minimal, rows: [...minimal.rows, sum, perCode] }, july)._tag).toBe('Right');
  });
});
