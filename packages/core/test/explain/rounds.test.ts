import { describe, expect, it } from 'vitest';
import type { Book, Draft } from '@driftbok/core';
import { bookAt, differingCells, explainChange, forecastHistory, orThrow, resolveCut, roundsOf } from '@driftbok/core';
import { charted, plus, rejected } from '../support/books.js';
import { at, budget, draft, line, lines, lock, revise, round } from '../support/drafts.js';
import { addsUp, named, year2025 } from './support.js';

const day = (n: number): string => `2025-0${n}-01T08:00:00.000Z`;
const step = (type: 'Submitted' | 'Returned' | 'Approved' | 'Locked' | 'Reopened', id: string): Draft =>
  draft(`ForecastRound${type}`, { round: id });
const by = (role: string, [each]: readonly Draft[]): Draft => ({ ...(each as Draft), actor: { role, id: `${role}-1` } });
const says = (id: string, kronor: number): Draft => revise(id, '2025', line('51', 'ut', '2025', `-${kronor}.00`));

/** A round's whole life: handed in, sent back, handed in again, approved, locked, opened again, locked. */
const life = (): Book =>
  charted(
    budget('2025', line('51', 'ut', '2025', '-1000.00')),
    by('ekonom', at(day(2), round('P1', '2025'))),
    by('ekonom', at(day(2), says('P1', 1100))),
    by('enhetschef', at(day(3), step('Submitted', 'P1'))),
    by('controller', at(day(3), step('Returned', 'P1'))),
    by('ekonom', at(day(4), says('P1', 1200))),
    by('enhetschef', at(day(5), step('Submitted', 'P1'))),
    by('controller', at(day(5), step('Approved', 'P1'))),
    by('namnd', at(day(6), lock('P1'))),
    by('controller', at(day(7), step('Reopened', 'P1'))),
    by('ekonom', at(day(7), says('P1', 1150))),
    by('namnd', at(day(8), lock('P1'))),
  );
const subject = year2025('forecast-deviation');

describe('the life of a forecast', () => {
  it('is remembered step by step, with who and when', () => {
    expect(
      life()
        .state.rounds.get('P1')
        ?.history.map((each) => [each.step, each.actor.role, each.recordedAt]),
    ).toEqual([
      ['opened', 'ekonom', day(2)],
      ['revised', 'ekonom', day(2)],
      ['submitted', 'enhetschef', day(3)],
      ['returned', 'controller', day(3)],
      ['revised', 'ekonom', day(4)],
      ['submitted', 'enhetschef', day(5)],
      ['approved', 'controller', day(5)],
      ['locked', 'namnd', day(6)],
      ['reopened', 'controller', day(7)],
      ['revised', 'ekonom', day(7)],
      ['locked', 'namnd', day(8)],
    ]);
  });

  it('has numbered locks, of which the last is meant where none is named', () => {
    const book = life();
    const [found] = roundsOf(book);
    expect(found?.locks.map(({ recordedAt }) => recordedAt)).toEqual([day(6), day(8)]);
    expect([named(book, 'P1@1'), named(book, 'P1@2'), named(book, 'P1')].map(({ position }) => position)).toEqual([18, 21, 21]);
    expect(orThrow(resolveCut(book, 'P1@2'))).toMatchObject({ position: 21, recordedAt: day(8), round: 'P1' });
  });

  it('takes no revision while it is not open', () => {
    const book = life();
    const steps = book.state.rounds.get('P1')?.history ?? [];
    for (const { position } of steps.filter((each) => ['submitted', 'approved', 'locked'].includes(each.step))) {
      expect(rejected(bookAt(book, position), ...at(day(9), says('P1', 1)))).toMatchObject({ reason: 'round-status' });
    }
  });

  it('takes a late revision after it is reopened, as its next lock', () => {
    const book = life();
    const explanation = orThrow(explainChange(book, subject, { from: named(book, 'P1@1'), to: named(book, 'P1@2'), by: 'actor' }));
    addsUp(explanation);
    expect(explanation.parts.map(({ id, amount }) => [id, amount])).toEqual([['ekonom ekonom-1', 5000]]);
  });

  it('takes a late revision in the next round, which starts from what the latest left', () => {
    const late = plus(life(), ...at(day(9), round('P2', '2025'), revise('P2', '2025', line('6', 'ut', '2025', '-7.00')), lock('P2')));
    const explanation = orThrow(explainChange(late, subject, { from: named(late, 'P1'), to: named(late, 'P2'), by: 'event' }));
    expect(explanation.total).toBe(-700);
    expect(rejected(late, ...at(day(9), step('Reopened', 'P1')))).toMatchObject({ reason: 'round-superseded' });
  });
});

describe('any two cuts', () => {
  const book = plus(
    life(),
    ...at(
      day(9),
      round('P2', '2025'),
      says('P2', 900),
      draft('BudgetAdjusted', { year: '2025', kind: 'technical', lines: lines(line('51', 'ut', '2025', '-20.00')) }),
      lock('P2'),
    ),
  );

  it.each([
    ['P1@1', 'P1@2', 5000],
    ['P1@2', 'P1@1', -5000],
    ['P1@1', 'P2', 32_000],
    ['2025-03-31', '2025-06-30', -10_000],
    ['2025-02-01T08:00:00.000Z', 'P1', -5000],
    ['11', '12', -110_000],
  ])('can be compared: %s with %s', (from, to, total) => {
    const explanation = orThrow(explainChange(book, subject, { from: named(book, from), to: named(book, to), by: 'reason' }));
    addsUp(explanation);
    expect(explanation.total).toBe(total);
    expect([explanation.from.given, explanation.to.given]).toEqual([from, to]);
  });

  it('tell which cells differ', () => {
    const spec = {
      id: 't',
      title: 't',
      columns: [
        { id: 'f', label: 'Prognos', metric: 'forecast', span: { year: '2025' } },
        { id: 'b', label: 'Budget', metric: 'budget', span: { year: '2025' } },
      ],
      rows: [
        { id: 'net', label: 'Netto', level: 0, where: {} },
        { id: 'six', label: 'Sex', level: 0, where: { ansvar: ['6'] } },
      ],
    } as const;
    const cut = (given: string) => orThrow(resolveCut(book, given));
    expect(orThrow(differingCells(book, spec, cut('P1@1'), cut('P1@2')))).toEqual([
      { row: 'net', rowLabel: 'Netto', column: 'f', columnLabel: 'Prognos', before: -120_000, after: -115_000, change: 5000 },
    ]);
    expect(orThrow(differingCells(book, spec, cut('P1@2'), cut('P2'))).map(({ column, change }) => [column, change])).toEqual([
      ['f', 25_000],
      ['b', -2000],
    ]);
    expect(orThrow(differingCells(book, spec, cut('P2'), cut('P2')))).toEqual([]);
    // Before the first forecast it is blank, which is not 0.
    expect(orThrow(differingCells(book, spec, cut('11'), cut('12')))).toMatchObject([{ before: null, after: -110_000, change: -110_000 }]);
  });
});

describe('the history of a forecast', () => {
  it('is a point a lock, with what moved since the one before, and its share of the budget', () => {
    const points = orThrow(forecastHistory(life(), '2025'));
    expect(
      points.map(({ round: id, lock: number, label, budget: planned, forecast, deviation, change, percent }) => [
        id,
        number,
        label,
        planned,
        forecast,
        deviation,
        change,
        percent,
      ]),
    ).toEqual([
      ['P1', 1, 'Prognos P1', -100_000, -120_000, -20_000, null, '-20.0'],
      ['P1', 2, 'Prognos P1', -100_000, -115_000, -15_000, 5000, '-15.0'],
    ]);
  });

  it('tells at each lock what moved since the one right before, not since the first', () => {
    const third = plus(life(), ...at(day(9), step('Reopened', 'P1'), says('P1', 1160), lock('P1')));
    expect(orThrow(forecastHistory(third, '2025')).map(({ change }) => change)).toEqual([null, 5000, -1000]);
  });

  it('is of one year, and of a part of the trees', () => {
    const book = plus(life(), ...at(day(9), round('D1', '2026'), lock('D1')));
    expect(
      orThrow(forecastHistory(book, '2026')).map(({ round: id, deviation, change, percent }) => [id, deviation, change, percent]),
    ).toEqual([['D1', null, null, null]]);
    expect(orThrow(forecastHistory(book, '2025', { ansvar: ['6'] })).map(({ deviation }) => deviation)).toEqual([null, null]);
  });

  it('knows a forecast of 0 from none, and has no percent of no budget', () => {
    const book = charted(round('P1', '2025'), revise('P1', '2025', line('51', 'ut', '2025', '0.00')), lock('P1'));
    expect(orThrow(forecastHistory(book, '2025'))).toMatchObject([{ budget: null, forecast: 0, deviation: 0, percent: null }]);
  });
});
