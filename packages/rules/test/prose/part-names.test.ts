import type { GroupBy, Part } from '@driftbok/core';
import { isRight, standardCatalogue } from '@driftbok/core';
import type { Prose } from '@driftbok/rules';
import { englishProse, namedParts, proseCodec, swedishProse } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { explanation, part } from './support.js';

const labels = (by: GroupBy, parts: readonly Part[], prose: Prose = swedishProse, positionOf?: (id: string) => number | undefined) =>
  namedParts(explanation(0, parts), by, prose, positionOf).parts.map(({ label }) => label);

describe('the parts of an explanation are called', () => {
  it('by their drivers', () => {
    expect(labels('driver', [part('staffing', 1, { driver: 'staffing' }), part('one-off', 1, { driver: 'one-off' })])).toEqual([
      'bemanning',
      'engångspost',
    ]);
    expect(labels('driver', [part('staffing', 1, { driver: 'staffing' })], englishProse)).toEqual(['staffing']);
  });

  it.each(['reason', 'driver', 'unit', 'group'] as const)('what the budget and the trees are, by %s', (by) => {
    const budget = part('budget', 2, { driver: 'budget', parts: [part('BudgetAdjusted', 2, { driver: 'budget' })] });
    const named = namedParts(explanation(3, [budget, part('reorganisation', 1, { driver: 'reorganisation' })]), by, swedishProse).parts;
    expect(named.map(({ label }) => label)).toEqual(['ändrad budget', 'omorganisation']);
    if (by === 'reason' || by === 'driver') expect(named[0]?.parts.map(({ label }) => label)).toEqual(['justerad budget']);
  });

  it('what their reasons are called, whatever ids these have', () => {
    const reasons = [
      part('staffing', 1, { driver: 'staffing', label: 'vakanser' }),
      part('OutcomePosted', 1, { driver: 'volume' }),
      part('r', 1, { driver: 'staffing', label: 'staffing' }),
      part('none', 1),
    ];
    expect(labels('reason', reasons)).toEqual(['vakanser', 'OutcomePosted', 'staffing', 'none']);
  });

  it('by their type, where events have no label of their own', () => {
    const events = [part('a', 1, { label: 'ForecastRevised' }), part('b', 1, { label: 'Kod 51' }), part('c', 1, { label: 'OwnType' })];
    expect(labels('event', events)).toEqual(['reviderad prognos', 'Kod 51', 'OwnType']);
    expect(labels('event', events, englishProse)).toEqual(['forecast revised', 'Kod 51', 'OwnType']);
    expect(labels('event', [part('x', 1, { label: 'toString' })])).toEqual(['toString']);
  });

  it('by where they stand too, where events are called the same', () => {
    const events = ['a', 'b', 'c'].map((id) => part(id, 1, { label: id === 'c' ? 'ForecastRevised' : 'OutcomePosted' }));
    const positions = new Map([
      ['a', 7],
      ['c', 9],
    ]);
    const named = labels('event', events, swedishProse, (id) => positions.get(id));
    expect(named).toEqual(['bokfört utfall i händelse 7', 'bokfört utfall', 'reviderad prognos']);
    expect(labels('event', events)).toEqual(['bokfört utfall', 'bokfört utfall', 'reviderad prognos']);
    expect(labels('actor', [part('a', 1), part('b', 1, { label: 'a' })], swedishProse, () => 1)).toEqual(['a', 'a']);
  });

  it('by code and label, at each level', () => {
    const unit = part('51', 1, { label: 'Kontor', parts: [part('513', 1, { label: 'Placeringar' }), part('99', 0)] });
    const [named] = namedParts(explanation(1, [unit]), 'unit', swedishProse).parts;
    expect([named?.label, named?.parts.map(({ label }) => label)]).toEqual(['51 Kontor', ['513 Placeringar', '99']]);
  });

  it('so, where no decision stands behind them', () => {
    expect(labels('decision', [part('none', 1), part('nämnden', 1)])).toEqual(['händelser utan beslut', 'nämnden']);
    expect(labels('group', [part('none', 1)])).toEqual(['none']);
  });

  it('without anything else of them changing', () => {
    const given = explanation(3, [part('staffing', 1, { driver: 'staffing', events: ['e'] })]);
    const named = namedParts(given, 'driver', swedishProse);
    expect(named).toEqual({ ...given, parts: [{ ...given.parts[0], label: 'bemanning' }] });
  });
});

describe.each([
  ['sv', swedishProse],
  ['en', englishProse],
])('the words of %s', (_, prose) => {
  it('are as their codec has them', () => {
    expect(isRight(proseCodec.decode(prose))).toBe(true);
    expect(isRight(proseCodec.decode({ ...prose, drivers: {} }))).toBe(false);
    expect(isRight(proseCodec.decode({ ...prose, events: { 'no type': 'x' } }))).toBe(false);
  });

  it('name each type of event that can move a number', () => {
    const moving = [...standardCatalogue.values()].filter(({ family }) => ['structure', 'budget', 'outcome', 'forecast'].includes(family));
    const still = /^(Period|ForecastRound|PlanAdopted|ReasonsStated|DimensionDeclared)/;
    for (const { type } of moving) if (!still.test(type)) expect(Object.keys(prose.events)).toContain(type);
    for (const type of Object.keys(prose.events)) expect(standardCatalogue.has(type)).toBe(true);
  });
});

it('both languages have the same words', () => {
  expect(Object.keys(englishProse)).toEqual(Object.keys(swedishProse));
  expect(Object.keys(englishProse.events)).toEqual(Object.keys(swedishProse.events));
});
