import type { Book, Draft, FigureStated, Json, Quantity, Reckoning, StandardEvents } from '@driftbok/core';
import { emptyBook, linesOf, orThrow, propose, resolveCut, standardCatalogue } from '@driftbok/core';
import { figuresApart, norrtalje, presentRegister, registerTemplateOf } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

let serial = 0;
function draft<T extends keyof StandardEvents>(type: T, data: StandardEvents[T], stream?: string): Draft {
  return {
    id: `01900000-0000-7000-8000-${(++serial).toString(16).padStart(12, '0')}`,
    stream: stream ?? standardCatalogue.get(type)?.stream(data) ?? 'ledger',
    type,
    schemaVersion: 1,
    recordedAt: '2025-01-02T08:00:00.000Z',
    actor: { role: 'test', id: 'test' },
    data: data as unknown as Json,
  };
}
const lines = (...booked: readonly (readonly [month: string, kronor: string])[]) =>
  linesOf(booked.map(([month, amount]) => ({ codes: { ansvar: '5' }, month, amount })));
const opened = (): readonly Draft[] => [
  draft('LedgerOpened', { name: 'Test', municipality: 'Test', timeZone: 'Europe/Stockholm' }),
  draft('DimensionDeclared', { dimension: 'ansvar', label: 'Ansvar' }),
  draft('CodeOpened', { dimension: 'ansvar', code: '5', label: 'Nämnd' }),
];
const bookOf = (...more: readonly Draft[]): Book => orThrow(propose(emptyBook(), [...opened(), ...more])).book;
const claim = (figure: string, rest: Partial<FigureStated> = {}): Draft =>
  draft('FigureStated', { claim: 'c', label: 'Talet', figure, unit: 'count', precision: '1', year: '2025', ...rest });

function table(book: Book, period = '2025-12') {
  const template = registerTemplateOf(norrtalje, 'texternas-uppgifter');
  if (template === undefined) throw new Error('no table');
  return orThrow(presentRegister(book, template, { period, cut: orThrow(resolveCut(book, String(book.position))) }, norrtalje));
}
const cellsOf = (book: Book) => table(book).rows.find(({ id }) => id === 'c')?.cells ?? {};
const verdictOf = (book: Book) => cellsOf(book)['verdict']?.exact;
const computedOf = (book: Book) => cellsOf(book)['computed']?.exact;
const number = (text: string): Quantity => ({ number: text });
const held = (figure: string, reckoned: readonly Reckoning[], rest: Partial<FigureStated> = {}) =>
  bookOf(claim(figure, { reckoned, ...rest }));

describe('a stated figure', () => {
  it('agrees where the number, rounded half away from zero as the figure is, is the figure', () => {
    const near = (value: string) => verdictOf(held('-5600', [{ plus: [number(value)] }], { precision: '100' }));
    expect(['-5550', '-5649.9', '-5600'].map(near)).toEqual(['agrees', 'agrees', 'agrees']);
    expect(['-5549.9', '-5499.9', '5600'].map(near)).toEqual(['differs', 'differs', 'differs']);
  });

  it('is rounding where the number was cut off', () => {
    const cut = held('-10000', [{ plus: [number('-10054')] }], { precision: '100' });
    expect(verdictOf(cut)).toBe('rounding');
    expect(table(cut).findings).toEqual([
      {
        code: 'stated-rounding',
        severity: 'note',
        where: ['claim:c'],
        by: '-54',
        message: 'Talet: texten säger -10 000, uppgifterna ger -10 054 (-54 ifrån). Skillnaden ryms i avrundningen.',
      },
    ]);
  });

  it('is rounding where its parts are rounded so that they may make it, and no further', () => {
    const part = (id: string, figure: string) =>
      draft('FigureStated', { claim: id, label: id, figure, unit: 'count', precision: '1', year: '2025' });
    const total = (figure: string) =>
      verdictOf(bookOf(part('a', '4'), part('b', '5'), claim(figure, { reckoned: [{ plus: [{ claim: 'a' }, { claim: 'b' }] }] })));
    // Each part is off by a half at most, and the figure by a half: 9 ± 1,5.
    expect(['9', '10', '7.5', '11', '7'].map(total)).toEqual(['agrees', 'rounding', 'rounding', 'differs', 'differs']);
  });

  it('takes a share of a rounded base as far off as the base may be', () => {
    const base = draft('FigureStated', { claim: 'b', label: 'B', figure: '20', unit: 'count', precision: '1', year: '2025' });
    const share = (figure: string) =>
      verdictOf(
        bookOf(base, claim(figure, { unit: 'percent', precision: '0.1', reckoned: [{ plus: [{ claim: 'b' }], per: [number('845')] }] })),
      );
    // 19,5 to 20,5 of 845 is 2,31 to 2,43: 2,4 it is, 2,3 it may be, 2,5 it is not.
    expect(['2.4', '2.3', '2.5'].map(share)).toEqual(['agrees', 'rounding', 'differs']);
  });

  it('says where it is the change over the later number', () => {
    const growth: Reckoning = { plus: [number('-10630')], minus: [number('-18327')], per: [number('-18327')] };
    const [told] = table(held('-72', [growth], { unit: 'percent' })).findings;
    expect(told).toEqual({
      code: 'stated-figure',
      severity: 'warning',
      where: ['claim:c'],
      by: '30',
      message:
        'Talet: texten säger -72 %, uppgifterna ger -42,0 % = (-10 630 + 18 327) / -18 327 (30,0 % ifrån). Delat med det senare året i stället blir det 72,4 %.',
    });
    expect(table(held('-70', [growth], { unit: 'percent' })).findings[0]?.message).not.toContain('Delat med');
  });

  it('that only says less or more is held by that', () => {
    const told = (sense: 'below' | 'above', value: string) => verdictOf(held('0', [{ plus: [number(value)] }], { sense }));
    expect([told('below', '-1'), told('below', '0'), told('below', '1')]).toEqual(['agrees', 'differs', 'differs']);
    expect([told('above', '1'), told('above', '0'), told('above', '-1')]).toEqual(['agrees', 'differs', 'differs']);
    const below = cellsOf(held('0', [{ plus: [number('3')] }], { sense: 'below', unit: 'percent' }));
    expect([below['stated']?.shown, below['computed']?.shown, below['difference']]).toEqual(['< 0 %', '3 %', null]);
    expect(cellsOf(held('0', [{ plus: [number('3')] }], { sense: 'above' }))['stated']).toEqual({ exact: '0', shown: '> 0' });
    expect(table(held('0', [{ plus: [number('3')] }], { sense: 'below' })).findings[0]?.message).toBe(
      'Talet: texten säger mindre än 0, uppgifterna ger 3.',
    );
  });

  it('has the verdict of the way that fits worst, and a finding of each that does not', () => {
    const two = held('5', [{ plus: [number('5')] }, { plus: [number('9')] }, { plus: [number('7')] }]);
    expect([verdictOf(two), computedOf(two)]).toEqual(['differs', '9']);
    expect(table(two).findings.map(({ by }) => by)).toEqual(['4', '2']);
  });

  it('of which nothing is known is not held, and is no finding', () => {
    const unknown: readonly Quantity[] = [
      { claim: 'x' },
      { amount: { metric: 'budget', year: '2025', about: { ansvar: '5' } } },
      { amount: { metric: 'plan', year: '2026' } },
      { volume: { item: 'x', year: '2025', kind: 'budget' } },
      { driven: { items: ['x'], volumes: { year: '2025', kind: 'budget' }, prices: { year: '2025', kind: 'budget' } } },
      { reason: { id: 'x', round: '2025-P3' } },
      { measured: { indicator: 'x', role: 'outcome', year: '2025' } },
      { target: { indicator: 'x', year: '2025' } },
    ];
    for (const quantity of unknown) {
      const book = held('1', [{ plus: [number('2'), quantity] }]);
      expect([verdictOf(book), cellsOf(book)['computed'], table(book).findings]).toEqual(['not-held', null, []]);
    }
    expect(verdictOf(held('1', [{ plus: [number('2')], per: [number('1'), number('-1')] }]))).toBe('not-held');
  });

  it('stands in the table of its own year, else of the year that it is about', () => {
    const subject = { metric: 'budget', year: '2024' } as const;
    const rows = (rest: Partial<FigureStated>, period: string) => table(bookOf(claim('1', rest)), period).rows.length;
    expect([rows({ subject }, '2025-07'), rows({ subject }, '2024-07')]).toEqual([1, 0]);
    const { year: _, ...plain } = { claim: 'c', label: 'Talet', figure: '1', unit: 'kr', precision: '1', year: '' } as const;
    const own = bookOf(draft('FigureStated', { ...plain, subject }));
    expect([table(own, '2025-07').rows.length, table(own, '2024-07').rows.length]).toEqual([0, 1]);
  });
});

describe('what a figure is reckoned from', () => {
  const amount = (metric: 'budget' | 'outcome' | 'plan', year: string, period?: string): readonly Reckoning[] => [
    { plus: [{ amount: { metric, year, ...(period === undefined ? {} : { period }), about: { ansvar: '5' } } }] },
  ];
  const kr = { unit: 'kr' } as const;

  it('is kronor of a year, of its months, and of a plan', () => {
    const money = [
      draft('BudgetAdopted', { year: '2025', lines: lines(['2025', '-1200.00']) }),
      draft('OutcomePosted', { lines: lines(['2025-01', '-90.00'], ['2025-02', '-120.50']) }, 'outcome/2025-01'),
      draft('PlanAdopted', { plan: 'p', year: '2026', lines: lines(['2026', '-1300.00']) }),
    ];
    const of = (reckoned: readonly Reckoning[]) => computedOf(bookOf(...money, claim('1', { ...kr, reckoned })));
    expect(of(amount('budget', '2025'))).toBe('-1200.00');
    expect(of(amount('outcome', '2025', '2025-02'))).toBe('-210.50');
    // March is not booked: what is booked is not the outcome up to March.
    expect(of(amount('outcome', '2025', '2025-03'))).toBeUndefined();
    expect(of(amount('plan', '2026'))).toBe('-1300.00');
  });

  it('is what volumes cost at prices, which may be another year’s, and each price is off by half a krona at most', () => {
    const drivers = (year: string, volume: string, price: string): readonly Draft[] => [
      draft('VolumeStated', { year, kind: 'budget', volumes: [{ item: 'v', label: 'V', unit: 'dygn', volume }] }),
      draft('UnitPriceStated', { year, kind: 'budget', prices: [{ item: 'v', label: 'V', unit: 'dygn', price }] }),
    ];
    const at = (year: string) => ({ year, kind: 'budget' }) as const;
    const driven: readonly Reckoning[] = [{ plus: [{ driven: { items: ['v'], volumes: at('2025'), prices: at('2024') } }] }];
    const all = [...drivers('2024', '100', '7'), ...drivers('2025', '120', '8')];
    const of = (figure: string) => bookOf(...all, claim(figure, { ...kr, reckoned: driven }));
    expect(computedOf(of('840'))).toBe('840.00');
    expect(['840', '900', '901'].map((figure) => verdictOf(of(figure)))).toEqual(['agrees', 'rounding', 'differs']);
    expect(computedOf(bookOf(...all, claim('1', { reckoned: [{ plus: [{ volume: { item: 'v', ...at('2025') } }] }] })))).toBe('120');
  });

  it('is a reason’s amount, in the round’s forecast or stated for a metric, within others too', () => {
    const reason = (id: string, kronor: string, parts?: readonly StandardEvents['ReasonsStated']['reasons'][number][]) =>
      ({
        id,
        label: id,
        amount: kronor,
        precision: '1.00',
        driver: 'volume',
        evidence: 'asserted',
        ...(parts === undefined ? {} : { parts }),
      }) as const;
    const events = [
      draft('ForecastRoundOpened', { round: '2025-P3', year: '2025', label: 'P3' }),
      draft('ForecastRevised', { round: '2025-P3', year: '2025', lines: lines(['2025', '-5.00']), reasons: [reason('r', '-5.00')] }),
      draft('ReasonsStated', { round: '2025-P3', metric: 'outcome-deviation', reasons: [reason('all', '3.00', [reason('r', '2.00')])] }),
    ];
    const of = (more: object) =>
      computedOf(bookOf(...events, claim('1', { ...kr, reckoned: [{ plus: [{ reason: { id: 'r', round: '2025-P3', ...more } }] }] })));
    expect([of({}), of({ metric: 'outcome-deviation' }), of({ metric: 'forecast-deviation' })]).toEqual(['-5.00', '2.00', undefined]);
  });

  it('is what an indicator was measured as, what it is to reach, and how many goals there are', () => {
    const goal = (id: string, kind: string, parent?: string) =>
      draft('GoalSet', { goal: id, label: id, from: '2025', kind, pursuit: 'pursued', ...(parent === undefined ? {} : { parent }) });
    const events = [
      goal('g', 'kf'),
      goal('h', 'kf'),
      goal('n', 'namnd', 'g'),
      goal('m', 'namnd', 'h'),
      draft('IndicatorDefined', { indicator: 'i', label: 'I', goal: 'g', unit: 'st', decimals: 0, followUp: 'measured' }),
      draft('IndicatorMeasured', { indicator: 'i', window: { year: '2024' }, role: 'baseline', state: 'measured', value: '14' }),
      draft('TargetSet', { indicator: 'i', year: '2025', target: { reach: '15' } }),
      draft('TargetSet', { indicator: 'i', year: '2026', target: { change: '-20' } }),
    ];
    const of = (quantity: Quantity) => computedOf(bookOf(...events, claim('1', { reckoned: [{ plus: [quantity] }] })));
    expect(of({ measured: { indicator: 'i', role: 'baseline', year: '2024' } })).toBe('14');
    expect(of({ measured: { indicator: 'i', role: 'outcome', year: '2024' } })).toBeUndefined();
    expect(of({ target: { indicator: 'i', year: '2025' } })).toBe('15');
    expect(of({ target: { indicator: 'i', year: '2026' } })).toBe('-20');
    expect(of({ goals: { kind: 'namnd', year: '2025' } })).toBe('2');
    expect(of({ goals: { kind: 'namnd', year: '2025', beneath: 'g' } })).toBe('1');
  });

  it('is a sum less a sum over a sum, in whole numbers as in a naive one', () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 4 });
    const all = (values: readonly number[]) => values.map((each) => number(String(each)));
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(numbers, numbers, numbers, (plus, minus, per) => {
        const value = (sum(plus) - sum(minus)) / sum(per);
        const figure = String(Math.sign(value) * Math.round(Math.abs(value)) || 0);
        const book = held(figure, [{ plus: all(plus), minus: all(minus), per: all(per) }]);
        expect(verdictOf(book)).toBe(sum(per) === 0 ? 'not-held' : 'agrees');
        expect(table(book).findings).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the figures of two ledgers', () => {
  const rate = (figure: string, unit: FigureStated['unit'] = 'percent') => bookOf(claim(figure, { unit, precision: '0.1' }));

  it('are apart where one name has two', () => {
    expect(figuresApart(rate('8.6'), rate('8.7')).map(({ by, where }) => [by, ...where])).toEqual([['0.1', 'claim:c']]);
    expect(figuresApart(rate('8.6'), rate('8.60'))).toEqual([]);
    expect(figuresApart(rate('8.6'), rate('8.7', 'count'))).toEqual([]);
    expect(figuresApart(rate('8.6'), bookOf())).toEqual([]);
  });

  it('are told with the decimal sign of the language', () => {
    expect(figuresApart(rate('8.6'), rate('-8.75')).map(({ message }) => message)).toEqual([
      'Talet: 8,6 i den ena texten, −8,75 i den andra (−8,75 − 8,6 = −17,35).',
    ]);
    expect(figuresApart(rate('8.6'), rate('8.7'), 'en').map(({ message }) => message)).toEqual([
      'Talet: 8.6 in the one text, 8.7 in the other (8.7 − 8.6 = 0.1).',
    ]);
  });
});
