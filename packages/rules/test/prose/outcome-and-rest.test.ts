import type { OutcomeAndRest, Part } from '@driftbok/core';
import { englishProse, outcomeAndRestInParts, swedishProse } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { tkr } from './support.js';

const [from, to] = [
  { given: 'P1', position: 1 },
  { given: 'P2', position: 2 },
];
const found = (surprise: number, rest: number, timing: number, trees: number): OutcomeAndRest => ({
  total: tkr(surprise + rest + trees),
  outcomeSurprise: tkr(surprise),
  reassessment: tkr(rest),
  timing: tkr(timing),
  lastingSurprise: tkr(surprise - timing),
  reorganisation: tkr(trees),
});
const short = ({ label, amount, driver }: Part): readonly unknown[] => [label, amount, driver];

describe('outcome and the rest as an explanation', () => {
  it('has a part for each, with timing in the surprise', () => {
    const told = outcomeAndRestInParts(found(-60, 40, -40, 5), from, to, swedishProse);
    expect(told).toMatchObject({ metric: 'forecast', from, to, total: tkr(-15), unexplained: 0 });
    expect(told.split).toEqual({ forecast: tkr(-20), budget: 0, outcome: 0, organisation: tkr(5) });
    expect(told.parts.map(short)).toEqual([
      ['utfall mot vad som var prognostiserat', tkr(-60), undefined],
      ['ombedömning av återstående månader', tkr(40), undefined],
      ['omorganisation', tkr(5), 'reorganisation'],
    ]);
    expect(told.parts[0]?.parts.map(short)).toEqual([
      ['förskjutning', tkr(-40), undefined],
      ['bestående', tkr(-20), undefined],
    ]);
  });

  it('leaves out what is nothing', () => {
    expect(outcomeAndRestInParts(found(0, 3, 0, 0), from, to, englishProse).parts.map(short)).toEqual([
      ['reassessment of the months to come', tkr(3), undefined],
    ]);
    const [surprise] = outcomeAndRestInParts(found(7, 0, 0, 0), from, to, englishProse).parts;
    expect(surprise?.parts).toEqual([]);
    const [taken] = outcomeAndRestInParts(found(7, -9, 7, 0), from, to, englishProse).parts;
    expect(taken?.parts.map(short)).toEqual([['timing', tkr(7), undefined]]);
  });
});
