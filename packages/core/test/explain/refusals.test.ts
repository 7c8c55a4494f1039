import { describe, expect, it } from 'vitest';
import type { ExplainError, NamedCut, Subject } from '@driftbok/core';
import {
  adherence,
  amountFromOre,
  explainChange,
  explainDeviation,
  forecastHistory,
  numberAt,
  orThrow,
  splitOutcomeAndRest,
} from '@driftbok/core';
import { charted, plus } from '../support/books.js';
import { ansvar, line, outcome, revise, round } from '../support/drafts.js';
import { leftOf } from '../support/either.js';
import { cutOf, year2025 } from './support.js';

const book = charted(round('P1', '2025'), revise('P1', '2025', line('51', 'ut', '2025-03', '-10.00')));
const deviation = year2025('forecast-deviation');
const change = (subject: Subject, from: NamedCut = cutOf(0), to: NamedCut = cutOf(book.position)): ExplainError =>
  leftOf(explainChange(book, subject, { from, to, by: 'event' }));

describe('what cannot be explained is refused', () => {
  it.each([
    ['a year', { year: '25' }, 'a year YYYY, or a month YYYY-MM', '25'],
    ['a month', { period: '2025-13' }, 'a year YYYY, or a month YYYY-MM', '2025-13'],
  ] as const)('%s that is none', (_what, span, expected, got) => {
    expect(change({ ...deviation, span })).toEqual({ _tag: 'ExplainError', reason: 'span', expected, got });
    expect(leftOf(explainDeviation(book, { ...deviation, span }, { at: cutOf(1), by: 'event' }))).toMatchObject({ reason: 'span', got });
    expect(leftOf(numberAt(book, { ...deviation, span }, 1))).toMatchObject({ reason: 'span', got });
  });

  it.each(['2025', '2025-00', 'then'])('an organisation that is none: %s', (organisation) => {
    expect(change({ ...deviation, organisation })).toEqual({
      _tag: 'ExplainError',
      reason: 'span',
      expected: 'an organisation: a month YYYY-MM, or as-was',
      got: organisation,
    });
  });

  it('a dimension or code that is not known', () => {
    expect(change(year2025('forecast', { projekt: ['1'] }))).toMatchObject({ reason: 'unknown-dimension', got: 'projekt' });
    expect(change(year2025('forecast', { ansvar: ['5', '99'] }))).toMatchObject({
      reason: 'unknown-code',
      expected: 'a code of ansvar',
      got: '99',
    });
    expect(leftOf(forecastHistory(book, '2025', { ansvar: ['99'] }))).toMatchObject({ reason: 'unknown-code' });
    expect(leftOf(forecastHistory(book, 'x', {}))).toMatchObject({ reason: 'span' });
  });

  it.each([-1, 13, 2.5, Number.NaN])('a cut that history does not hold: %d', (position) => {
    const got = `there at ${position}`;
    const there = { given: 'there', position };
    expect(change(deviation, cutOf(1), there)).toEqual({ _tag: 'ExplainError', reason: 'cut', expected: 'a position from 0 to 11', got });
    expect(change(deviation, there, cutOf(1))).toMatchObject({ reason: 'cut' });
    expect(leftOf(explainDeviation(book, deviation, { at: there, by: 'reason' }))).toMatchObject({ reason: 'cut', got });
    expect(leftOf(numberAt(book, deviation, position))).toMatchObject({ reason: 'cut' });
  });

  it('a cut after the book that is asked, though its history has gone on', () => {
    const later = plus(book, revise('P1', '2025', line('51', 'ut', '2025-03', '-20.00')));
    expect(leftOf(explainChange(book, deviation, { from: cutOf(0), to: cutOf(later.position), by: 'event' }))).toMatchObject({
      reason: 'cut',
    });
    expect(orThrow(explainChange(book, deviation, { from: cutOf(0), to: cutOf(book.position), by: 'event' })).total).toBe(-1000);
  });

  it('a number that is no deviation, at one cut', () => {
    expect(leftOf(explainDeviation(book, year2025('forecast'), { at: cutOf(11), by: 'event' }))).toEqual({
      _tag: 'ExplainError',
      reason: 'metric',
      expected: 'outcome-deviation or forecast-deviation',
      got: 'forecast',
    });
  });

  it('units of a tree, or beneath a code, that the cut does not know', () => {
    const grown = plus(book, ansvar('8'));
    const by = (unit: { readonly dimension: string; readonly beneath: string } | undefined, to: number) =>
      leftOf(explainChange(grown, deviation, { from: cutOf(0), to: cutOf(to), by: 'unit', ...(unit === undefined ? {} : { unit }) }));
    expect(by({ dimension: 'projekt', beneath: '1' }, 12)).toMatchObject({ reason: 'unknown-dimension', got: 'projekt' });
    expect(by({ dimension: 'ansvar', beneath: '99' }, 12)).toMatchObject({ reason: 'unknown-code', got: '99' });
    expect(by({ dimension: 'ansvar', beneath: '8' }, 11)).toMatchObject({
      reason: 'unknown-code',
      expected: 'a code of ansvar known at the cut',
      got: '8',
    });
    expect(by(undefined, 12)).toMatchObject({ reason: 'unknown-dimension', got: 'none' });
    expect(leftOf(explainDeviation(grown, deviation, { at: cutOf(12), by: 'unit' }))).toMatchObject({ reason: 'unknown-dimension' });
  });
});

describe('outcome so far and the rest', () => {
  const split = (known: string, from: number, to: number, on = book) => splitOutcomeAndRest(on, '2025', known, {}, cutOf(from), cutOf(to));

  it.each(['2024-12', '2026-01', '2025', 'May'])('need a month of the year: %s is none', (known) => {
    expect(leftOf(split(known, 0, 11))).toEqual({ _tag: 'ExplainError', reason: 'span', expected: 'a month of 2025', got: known });
  });

  it('are not told of a forecast for the year as a whole, at either cut, even where such forecasts cancel', () => {
    const whole = plus(book, revise('P1', '2025', line('51', 'ut', '2025', '-10.00'), line('6', 'ut', '2025', '10.00')));
    expect(leftOf(split('2025-05', 11, 12, whole))).toMatchObject({
      reason: 'span',
      expected: 'forecasts given by month',
      got: 'a forecast of 2025 as a whole',
    });
    expect(leftOf(split('2025-05', 12, 11, whole))).toMatchObject({ reason: 'span' });
    expect(orThrow(split('2025-05', 10, 11, whole)).total).toBe(-1000);
  });

  const after = plus(
    book,
    revise('P1', '2025', line('51', 'ut', '2025-03', '-16.00'), line('51', 'ut', '2025-09', '4.00')),
    outcome(line('51', 'ut', '2025-03', '-16.00')),
  );

  it('are a surprise, and what is taken back of it', () => {
    expect(orThrow(split('2025-03', 11, 13, after))).toEqual({
      total: -200,
      outcomeSurprise: -600,
      reassessment: 400,
      timing: -400,
      lastingSurprise: -200,
      reorganisation: 0,
    });
  });

  it('have no timing where both go the same way, or one of them does not move', () => {
    expect(orThrow(split('2025-02', 11, 13, after))).toMatchObject({ outcomeSurprise: 0, reassessment: -200, timing: 0 });
    expect(orThrow(split('2025-09', 11, 13, after))).toMatchObject({
      outcomeSurprise: -200,
      reassessment: 0,
      timing: 0,
      lastingSurprise: -200,
    });
  });

  it('refuse a selection or a cut that is not there', () => {
    expect(leftOf(splitOutcomeAndRest(book, '2025', '2025-03', { ansvar: ['99'] }, cutOf(0), cutOf(1)))).toMatchObject({
      reason: 'unknown-code',
    });
    expect(leftOf(split('2025-03', 0, 99))).toMatchObject({ reason: 'cut' });
  });
});

describe('budget adherence', () => {
  it.each([
    [-960_000, -34_288_000, '-2.8'],
    [5, 10_000, '0.1'],
    [-5, -10_000, '-0.1'],
    [4, 10_000, '0.0'],
    [-4, -10_000, '0.0'],
    [0, -1, '0.0'],
    [7, 0, null],
  ])('%d of %d is %s per cent, half away from zero', (part, whole, percent) => {
    expect(adherence(orThrow(amountFromOre(part)), orThrow(amountFromOre(whole)))).toBe(percent);
  });

  it('is not told of what is blank', () => {
    expect([adherence(null, orThrow(amountFromOre(1))), adherence(orThrow(amountFromOre(1)), null)]).toEqual([null, null]);
  });
});
