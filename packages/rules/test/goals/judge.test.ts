import type { Colour } from '@driftbok/core';
import type { GoalCriterion, GoalRule, MaybeColour } from '@driftbok/rules';
import { goalRulesOfJson, judgeGoals, norrtaljeGoalRules, sodertaljeGoalRules } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ids = ['a', 'b', 'c', 'd', 'e'];
const colour = fc.constantFrom<Colour>('green', 'yellow', 'red');
const maybe = fc.option(colour, { nil: undefined, freq: 3 });
const colours = fc.tuple(...ids.map(() => maybe)).map((all) => Object.fromEntries(ids.map((id, at) => [id, all[at]] as const)));
const counted = fc
  .record({
    of: fc.subarray(ids, { minLength: 1 }),
    share: fc.nat(100),
    must: fc.boolean(),
    others: fc.boolean(),
  })
  .map(({ of, share, must, others }): GoalCriterion => ({
    atLeast: 1 + Math.floor((share / 101) * of.length),
    of,
    ...(must ? { must: of.slice(0, 1) } : {}),
    ...(others ? { others: 'yellow' as const } : {}),
  }));
/** Two goals of indicators, one of both, one that is as the first. */
const rules = fc.tuple(counted, counted).map(([one, two]): readonly GoalRule[] => [
  { goal: 'one', green: one },
  { goal: 'two', green: two },
  { goal: 'both', green: { all: ['one', 'two'] } },
  { goal: 'as-one', green: { same: 'one' } },
]);
const judge = (goals: readonly GoalRule[], indicators: Readonly<Record<string, MaybeColour>>) => judgeGoals({ goals }, { indicators });
const rank = { no: 0, open: 1, yes: 2 } as const;
const better: Readonly<Record<Colour, readonly Colour[]>> = {
  red: ['red', 'yellow', 'green'],
  yellow: ['yellow', 'green'],
  green: ['green'],
};

/** Every way to fill in the colours that are missing. */
function* filled(
  given: Readonly<Record<string, MaybeColour>>,
  [id, ...rest]: readonly string[],
): Generator<Readonly<Record<string, Colour>>> {
  if (id === undefined) return void (yield given as Readonly<Record<string, Colour>>);
  const own = given[id];
  for (const each of own === undefined ? (['green', 'yellow', 'red'] as const) : [own]) yield* filled({ ...given, [id]: each }, rest);
}

/** The words of the rule, counted by hand. */
function naive(criterion: GoalCriterion, all: Readonly<Record<string, Colour>>): boolean {
  if (!('atLeast' in criterion)) throw new Error('counted rules only');
  let greens = 0;
  let reds = 0;
  for (const id of criterion.of) {
    if (all[id] === 'green') greens++;
    if (all[id] === 'red') reds++;
  }
  if (criterion.others === 'yellow' && reds > 0) return false;
  for (const id of criterion.must ?? []) if (all[id] !== 'green') return false;
  return greens >= criterion.atLeast;
}

describe('judgeGoals', () => {
  it('is what counting every possible colour gives', () => {
    fc.assert(
      fc.property(rules, colours, (goals, given) => {
        const judged = judge(goals, given);
        for (const [at, rule] of goals.slice(0, 2).entries()) {
          const all = [...filled(given, ids)].map((every) => naive(rule.green, every));
          const expected = all.every(Boolean) ? 'yes' : all.some(Boolean) ? 'open' : 'no';
          expect(judged[at]?.green).toBe(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never makes a goal less green when an indicator gets greener', () => {
    fc.assert(
      fc.property(rules, colours, fc.constantFrom(...ids), fc.nat(2), (goals, given, id, step) => {
        const own = given[id];
        if (own === undefined) return;
        const up = better[own];
        const after = judge(goals, { ...given, [id]: up[Math.min(step, up.length - 1)] });
        for (const [at, { green }] of judge(goals, given).entries())
          expect(rank[after[at]?.green ?? 'no']).toBeGreaterThanOrEqual(rank[green]);
      }),
    );
  });

  it('does not look at the order of indicators, and decides no more than it knows', () => {
    fc.assert(
      fc.property(rules, colours, (goals, given) => {
        const turned = goals.map(({ goal, green }) => ({ goal, green: 'of' in green ? { ...green, of: [...green.of].reverse() } : green }));
        expect(judge(turned, given)).toEqual(judge(goals, given));
        const everything = judge(goals, Object.fromEntries(ids.map((id) => [id, given[id] ?? ('red' as const)])));
        for (const [at, { green }] of judge(goals, given).entries()) if (green !== 'open') expect(everything[at]?.green).toBe(green);
      }),
    );
  });

  it('gives green or nothing: yellow and red of a goal are for people', () => {
    fc.assert(
      fc.property(rules, colours, (goals, given) => {
        for (const each of judge(goals, given)) expect(each.colour).toBe(each.green === 'yes' ? 'green' : undefined);
      }),
    );
    const assessed = judgeGoals(sodertaljeGoalRules, {
      indicators: {},
      goals: { 'namnd-2': 'yellow', 'namnd-1.1': 'green', 'namnd-1.2': 'red' },
    });
    const of = (goal: string) => assessed.find((each) => each.goal === goal);
    expect(of('namnd-2')).toEqual({ goal: 'namnd-2', green: 'no', colour: 'yellow' });
    expect(of('kf-2')).toEqual({ goal: 'kf-2', green: 'no', colour: 'yellow' });
    expect(of('kf-1')).toEqual({ goal: 'kf-1', green: 'no', colour: undefined });
    expect(judge([{ goal: 'lost', green: { same: 'nothing' } }], {})).toEqual([{ goal: 'lost', green: 'open', colour: undefined }]);
  });
});

describe("Södertälje's rules", () => {
  const green = (goal: string, indicators: Readonly<Record<string, Colour>>) =>
    judgeGoals(sodertaljeGoalRules, { indicators }).find((each) => each.goal === goal)?.green;
  const of = (goal: string): readonly string[] => {
    const found = sodertaljeGoalRules.goals.find((each) => each.goal === goal)?.green;
    return found !== undefined && 'of' in found ? found.of : [];
  };
  const given = (goal: string, letters: string): Readonly<Record<string, Colour>> =>
    Object.fromEntries(
      [...letters].map((letter, at) => [of(goal)[at] ?? '', ({ g: 'green', y: 'yellow', r: 'red' } as const)[letter as 'g']]),
    );

  it.each([
    ['namnd-1.1', 'gggr', 'yes'],
    ['namnd-1.1', 'ggyr', 'no'],
    ['namnd-1.2', 'rggg', 'yes'],
    ['namnd-2', 'gyyg', 'no'],
    ['namnd-3', 'ggy', 'yes'],
    ['namnd-3', 'ggr', 'no'],
    ['namnd-3', 'gyy', 'no'],
    ['namnd-4', 'gy', 'yes'],
    ['namnd-4', 'gr', 'no'],
    ['namnd-4', 'yy', 'no'],
    ['namnd-5', 'gggrr', 'yes'],
    ['namnd-5', 'ygggg', 'no'],
    ['namnd-5', 'ggrrr', 'no'],
  ])('%s of %s is green: %s', (goal, letters, expected) => {
    expect(green(goal, given(goal, letters))).toBe(expected);
  });

  it('need both goals of the board for the first of the council', () => {
    expect(green('kf-1', { ...given('namnd-1.1', 'gggg'), ...given('namnd-1.2', 'gggg') })).toBe('yes');
    expect(green('kf-1', { ...given('namnd-1.1', 'gggg'), ...given('namnd-1.2', 'rrgg') })).toBe('no');
    expect(green('kf-1', given('namnd-1.1', 'gggg'))).toBe('open');
    expect(green('kf-5', given('namnd-5', 'gggrr'))).toBe('yes');
  });

  it.each([
    ['goals.0.green.atLeast', { goals: [{ goal: 'g', green: { atLeast: 0, of: ['a'] } }] }],
    ['goals.0.green.others', { goals: [{ goal: 'g', green: { atLeast: 1, of: ['a'], others: 'red' } }] }],
    ['goals.0.green.all', { goals: [{ goal: 'g', green: { all: [] } }] }],
    ['goals.0.green.same', { goals: [{ goal: 'g', green: { same: 1 } }] }],
    ['calendar.0.months.0', { calendar: [{ occasion: 'x', months: [13] }] }],
    ['indicators.0.pace', { indicators: [{ indicator: 'x', pace: 'fast' }] }],
  ])('are data: %s is told where it is wrong', (path, change) => {
    expect(goalRulesOfJson({ ...sodertaljeGoalRules, ...change })).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'GoalRulesError', issues: [{ path }] },
    });
  });

  it('and those of Norrtälje are the same from their own JSON', () => {
    for (const each of [sodertaljeGoalRules, norrtaljeGoalRules])
      expect(goalRulesOfJson(JSON.parse(JSON.stringify(each)))).toEqual({ _tag: 'Right', right: each });
  });
});
