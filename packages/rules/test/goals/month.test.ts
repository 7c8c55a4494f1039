import type { Book, Draft, Json, StandardEvents } from '@driftbok/core';
import { emptyBook, orThrow, propose, standardCatalogue } from '@driftbok/core';
import type { GoalRules } from '@driftbok/rules';
import { goalFindings, indicatorColours, judgeMonth, paced, verifyBook } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';

let serial = 0;
function draft<T extends keyof StandardEvents>(type: T, data: StandardEvents[T]): Draft {
  return {
    id: `01900000-0000-7000-8000-${(++serial).toString(16).padStart(12, '0')}`,
    stream: standardCatalogue.get(type)?.stream(data) ?? 'ledger',
    type,
    schemaVersion: 1,
    recordedAt: '2026-12-31T08:00:00.000Z',
    actor: { role: 'test', id: 'test' },
    data: data as unknown as Json,
  };
}
const ledger = (...more: readonly Draft[]): Book =>
  orThrow(
    propose(emptyBook(), [
      draft('LedgerOpened', { name: 'Test', municipality: 'Test', timeZone: 'Europe/Stockholm' }),
      draft('GoalSet', { goal: 'g', label: 'G', from: '2025', kind: 'mal', pursuit: 'pursued' }),
      draft('IndicatorDefined', { indicator: 'i', label: 'I', goal: 'g', unit: 'st', decimals: 0, better: 'higher', followUp: 'measured' }),
      ...more,
    ]),
  ).book;
const target = (to: StandardEvents['TargetSet']['target']): Draft => draft('TargetSet', { indicator: 'i', year: '2025', target: to });
const measured = (window: StandardEvents['IndicatorMeasured']['window'], value: string): Draft =>
  draft('IndicatorMeasured', { indicator: 'i', window, role: 'outcome', state: 'measured', value });
const assessed = (asOf: string, colour: 'green' | 'yellow' | 'red'): Draft =>
  draft('IndicatorAssessed', { indicator: 'i', year: '2025', asOf, colour });
const rules: GoalRules = {
  indicators: [{ indicator: 'i', pace: 'cumulative' }],
  goals: [{ goal: 'g', green: { atLeast: 1, of: ['i'] } }],
  calendar: [],
  scales: [],
};
const inMonth = (book: Book, month: string, by: Pick<GoalRules, 'indicators'> = rules) => indicatorColours(book, by, month)[0];

describe("an indicator's colour in a month", () => {
  const soFar = measured({ from: '2025-01-01', to: '2025-04-30' }, '220');

  it("holds what grows through the year against the year's number so far", () => {
    const book = ledger(target({ reach: '660' }), soFar);
    expect(inMonth(book, '2025-04')).toEqual({
      indicator: 'i',
      value: '220',
      target: { reach: '220' },
      outcome: 'reached',
      colour: 'green',
      by: 'rule',
    });
    expect(inMonth(book, '2025-04', { indicators: [] })).toMatchObject({ target: { reach: '660' }, colour: 'red' });
    expect(inMonth(ledger(target({ reach: '661' }), soFar), '2025-04')).toMatchObject({ outcome: 'missed', colour: 'red', by: 'rule' });
  });

  it('rounds no third of a number away', () => {
    const fine = draft('IndicatorDefined', { indicator: 'i', label: 'I', goal: 'g', unit: 'st', decimals: 4, followUp: 'measured' });
    const third = (value: string) => inMonth(ledger(fine, target({ reach: '1' }), measured({ month: '2025-04' }, value)), '2025-04');
    expect(third('0.3333')).toMatchObject({ target: { reach: '0.3333' }, outcome: 'missed' });
    expect(third('0.3334')).toMatchObject({ outcome: 'reached' });
  });

  it('leaves a target that has no share of a year as it is', () => {
    expect(paced({ direction: 'up' }, 3)).toEqual({ direction: 'up' });
    expect([paced({ ceiling: '12' }, 3), paced({ floor: '12' }, 12)]).toEqual([{ ceiling: '3' }, { floor: '12' }]);
  });

  it('cannot be told without a value of that month, a target or a number', () => {
    for (const book of [ledger(target({ reach: '1' })), ledger(soFar), ledger(target({ words: 'all' }), soFar)])
      expect(inMonth(book, '2025-04')).toMatchObject({ outcome: 'undecidable', colour: undefined, by: undefined });
    expect(inMonth(ledger(target({ reach: '1' }), soFar), '2025-05')).toMatchObject({ value: undefined });
  });

  it("is of the month's own value, and in December of the year's", () => {
    const book = ledger(target({ reach: '12' }), measured({ month: '2025-03' }, '3'), measured({ year: '2025' }, '12'));
    expect([inMonth(book, '2025-03')?.value, inMonth(book, '2025-11')?.value, inMonth(book, '2025-12')?.value]).toEqual([
      '3',
      undefined,
      '12',
    ]);
  });

  it('is what people said last by then, and yellow only so', () => {
    const book = ledger(target({ reach: '1' }), soFar, assessed('2025-04-30', 'yellow'), assessed('2025-06-01', 'red'));
    expect(inMonth(book, '2025-03')).toMatchObject({ colour: undefined });
    expect(inMonth(book, '2025-04')).toMatchObject({ outcome: 'reached', colour: 'yellow', by: 'people' });
    expect(inMonth(book, '2025-07')).toMatchObject({ colour: 'red', by: 'people' });
  });

  it('makes the colour of its goal, unless people judged that as a whole by then', () => {
    const judged = ledger(
      target({ reach: '660' }),
      soFar,
      measured({ month: '2025-05' }, '999'),
      draft('GoalAssessed', { goal: 'g', year: '2025', asOf: '2025-05-31', colour: 'yellow' }),
    );
    expect(judgeMonth(judged, rules, '2025-04').goals).toEqual([{ goal: 'g', green: 'yes', colour: 'green' }]);
    expect(judgeMonth(judged, rules, '2025-05').goals).toEqual([{ goal: 'g', green: 'no', colour: 'yellow' }]);
  });

  it('may come from the ledger: the deviation in per cent of the budget so far', () => {
    const lines = (amount: string) => ({ columns: ['ansvar', 'month', 'amount'], rows: [['5', '2025-01', amount]] });
    const of = (amount: string): Book =>
      ledger(
        draft('DimensionDeclared', { dimension: 'ansvar', label: 'Ansvar' }),
        draft('CodeOpened', { dimension: 'ansvar', code: '5', label: 'Nämnd' }),
        draft('BudgetAdopted', { year: '2025', lines: lines('-1000.00') }),
        draft('OutcomePosted', { lines: lines(amount) }),
        target({ about: '0', tolerance: '0.5' }),
      );
    const fromLedger: Pick<GoalRules, 'indicators'> = { indicators: [{ indicator: 'i', from: 'ledger' }] };
    expect(inMonth(of('-1005.00'), '2025-01', fromLedger)).toMatchObject({ value: '-0.5', colour: 'green' });
    expect(inMonth(of('-1005.01'), '2025-01', fromLedger)).toMatchObject({ value: '-0.501', colour: 'red' });
    expect(inMonth(of('-994.99'), '2025-01', fromLedger)).toMatchObject({ colour: 'red' });
    expect(inMonth(ledger(target({ reach: '0' })), '2025-01', fromLedger)).toMatchObject({ value: undefined, colour: undefined });
  });
});

describe('how far a closing result lies from a forecast', () => {
  const lines = (...rows: readonly (readonly [month: string, amount: string])[]) => ({
    columns: ['ansvar', 'month', 'amount'],
    rows: rows.map(([month, amount]) => ['5', month, amount]),
  });
  const months = Array.from({ length: 11 }, (_, at) => [`2025-${String(at + 1).padStart(2, '0')}`, '-10.00'] as const);
  const round = (id: string, period: string, forecast: string): readonly Draft[] => [
    draft('ForecastRoundOpened', { round: id, year: '2025', label: id, period }),
    draft('ForecastRevised', { round: id, year: '2025', lines: lines(['2025', forecast]) }),
    draft('ForecastRoundSubmitted', { round: id }),
    draft('ForecastRoundApproved', { round: id }),
    draft('ForecastRoundLocked', { round: id }),
  ];
  const closed = (december: readonly (readonly [string, string])[], ...rounds: readonly Draft[]): Book =>
    ledger(
      draft('DimensionDeclared', { dimension: 'ansvar', label: 'Ansvar' }),
      draft('CodeOpened', { dimension: 'ansvar', code: '5', label: 'Nämnd' }),
      target({ ceiling: '5' }),
      ...rounds,
      draft('OutcomePosted', { lines: lines(...months, ...december) }),
    );
  const by = {
    indicators: [{ indicator: 'i', from: 'forecast-miss', occasion: 'delar-2' }],
    calendar: [{ occasion: 'delar-2', months: [8] }],
  } satisfies Pick<GoalRules, 'indicators' | 'calendar'>;
  const december = [['2025-12', '-90.00']] as const;
  const judged = (book: Book, month = '2025-12', rule: Pick<GoalRules, 'indicators'> = by) => inMonth(book, month, rule);

  it('is computed from the lock of the round of its occasion, both ways alike', () => {
    // 200 kronor in all: 5 % of it is 10.
    expect(judged(closed(december, ...round('2025-D2', '2025-08', '-190.00')))).toMatchObject({ value: '5', colour: 'green', by: 'rule' });
    expect(judged(closed(december, ...round('2025-D2', '2025-08', '-210.00')))).toMatchObject({ value: '5', colour: 'green' });
    expect(judged(closed(december, ...round('2025-D2', '2025-08', '-189.00')))).toMatchObject({ value: '5.5', colour: 'red' });
    const later = [...round('2025-D2', '2025-08', '-190.00'), ...round('2025-P10', '2025-10', '-100.00')];
    expect(judged(closed(december, ...later))).toMatchObject({ value: '5' });
  });

  it('is nothing before the year is closed, without such a round, or without its occasion', () => {
    const d2 = round('2025-D2', '2025-08', '-190.00');
    const none = { value: undefined, colour: undefined };
    expect(judged(closed([], ...d2))).toMatchObject(none);
    expect(judged(closed(december, ...d2), '2025-11')).toMatchObject(none);
    expect(judged(closed(december, ...round('2025-D1', '2025-04', '-190.00')))).toMatchObject(none);
    expect(judged(closed(december, ...d2), '2025-12', { indicators: by.indicators })).toMatchObject(none);
  });
});

describe('goalFindings', () => {
  const volumes = (year: string, kind: 'budget' | 'plan' | 'outcome', volume: string): Draft =>
    draft('VolumeStated', { year, kind, volumes: [{ item: 'v', label: 'V', unit: 'st', volume }] });

  it('holds a change that is aimed at against the volumes that are planned in the same unit', () => {
    const aimed = [target({ change: '-15' }), volumes('2024', 'budget', '39417'), volumes('2024', 'outcome', '1')] as const;
    expect(goalFindings(ledger(...aimed, volumes('2025', 'budget', '40752')), '2025', rules)).toEqual([
      {
        code: 'target-against-volumes',
        severity: 'warning',
        where: ['indicator:i'],
        params: { changes: '2025: -15 %, 39 417 → 40 752' },
        message: '2025: -15 %, 39 417 → 40 752',
      },
    ]);
    expect(goalFindings(ledger(...aimed, volumes('2025', 'plan', '33504')), '2025', rules)).toEqual([]);
    expect(goalFindings(ledger(...aimed), '2025', rules)).toEqual([]);
  });

  it('finds no fault in a baseline that is worse than the target or the same', () => {
    const start = (value: string): Draft =>
      draft('IndicatorMeasured', { indicator: 'i', window: { year: '2024' }, role: 'baseline', state: 'measured', value });
    expect(goalFindings(ledger(target({ reach: '100' }), start('100')), '2025', rules)).toEqual([]);
    expect(goalFindings(ledger(target({ reach: '100' }), start('99')), '2025', rules)).toEqual([]);
    expect(goalFindings(ledger(target({ reach: '100' }), start('101')), '2025', rules)).toMatchObject([{ code: 'baseline-better' }]);
  });
});

describe('verifyBook', () => {
  it('looks at the tree of goals and at values', () => {
    const book = ledger(measured({ year: '2025' }, '1'));
    expect(verifyBook(book).verified.find(({ code }) => code === 'goals')?.checked).toBe(2);
    expect(verifyBook(book).findings).toEqual([]);
    const lost = new Map(book.state.goals);
    lost.set('h', {
      goal: 'h',
      forms: [{ goal: 'h', label: 'H', from: '2025', kind: 'mal', pursuit: 'pursued', parent: 'x' }],
      closed: undefined,
      assessments: [],
    });
    lost.set('j', {
      goal: 'j',
      forms: [{ goal: 'j', label: 'J', from: '2025', kind: 'mal', pursuit: 'pursued', parent: 'j' }],
      closed: undefined,
      assessments: [],
    });
    const wrong = verifyBook({ ...book, state: { ...book.state, goals: lost } }).findings;
    expect(wrong.map(({ code, where }) => [code, ...where])).toEqual([
      ['goals', 'goal:h'],
      ['goals', 'goal:j'],
    ]);
    const indicator = book.state.indicators.get('i');
    if (indicator === undefined) throw new Error('no indicator');
    const valueless = { ...indicator, measures: indicator.measures.map(({ value: _value, ...rest }) => rest) };
    const without = verifyBook({ ...book, state: { ...book.state, indicators: new Map([['i', valueless]]) } }).findings;
    expect(without.map(({ code, where }) => [code, ...where])).toEqual([['goals', 'indicator:i']]);
  });
});
