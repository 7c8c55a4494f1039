import type { Amount } from '@driftbok/core';
import type { ShownExplanation, ShownPart } from '@driftbok/rules';
import { stepsOf, swedishProse, tkr } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawWaterfall } from '../src/waterfall.js';
import { driftbok } from './support/fake-io.js';

const part = (steps: number): ShownPart => ({
  part: {
    id: 'p',
    label: 'del',
    amount: 0 as Amount,
    driver: undefined,
    evidence: undefined,
    events: [],
    parts: [],
    unexplained: 0 as Amount,
  },
  steps,
  parts: [],
  unexplained: 0,
});
const draw = (before: number, total: number, shown: ShownExplanation): readonly (readonly [label: string, steps: number])[] =>
  drawWaterfall({
    title: 'T',
    from: 'start',
    to: 'slut',
    before: before as Amount,
    total: total as Amount,
    shown,
    step: 100_000,
    format: tkr,
    prose: swedishProse,
  })
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((row) => {
      const [label = '', figure = ''] = row.split(/ {2,}/);
      return [label, Number(figure.replaceAll(' ', ''))];
    });

describe('the waterfall', () => {
  it('ends at the number that the words end at', async () => {
    const asked = '--metric outcome-deviation --period 2025-07 --from 2025-D1 --to 2025-P3 --by event';
    const { out } = await driftbok(`explain --ledger fixture:norrtalje ${asked}`);
    expect(out).toContain('är nu ett överskott om 5 559 tkr.');
    expect(out).toMatch(/^Prognos 3 \(2025-P3\) +5 559 /m);
    expect(out).toMatch(/^avrundning +\+1( |$)/m);
  });

  it('starts and ends at the rounded numbers, and what it shows adds up', () => {
    const ore = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(ore, ore, (before, total) => {
        const steps = stepsOf(total as Amount, tkr);
        const rows = draw(before, total, { total: steps, parts: [part(steps - 3)], unexplained: 3 });
        const [first, ...middle] = rows;
        const last = middle.pop();
        expect(first).toEqual(['start', stepsOf(before as Amount, tkr)]);
        expect(last).toEqual(['slut', stepsOf((before + total) as Amount, tkr)]);
        expect(middle.reduce((so, [, each]) => so + each, first?.[1] ?? 0)).toBe(last?.[1]);
        for (const [label, each] of middle) if (label === swedishProse.rounding) expect(Math.abs(each)).toBe(1);
      }),
    );
  });

  it('tells of no rounding where there is none', () => {
    expect(draw(100_000, 200_000, { total: 2, parts: [part(2)], unexplained: 0 })).toEqual([
      ['start', 1],
      ['del', 2],
      ['slut', 3],
    ]);
  });
});
