import type { Codes, Explanation } from '@driftbok/core';
import type { ProseAbout } from '@driftbok/rules';
import { englishProse, explanationInWords, swedishProse, tkr as format } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { explanation, part, tkr } from './support.js';

const tell = (given: Explanation, about: Partial<ProseAbout> = {}): readonly string[] =>
  explanationInWords(given, { what: 'Prognosen', from: 'april', ...about }, swedishProse, format).sentences;
const atOneCut = { from: { given: 'budget', position: 2 } };

describe('the headline', () => {
  it.each([
    [5, 'Prognosen har förbättrats med 5 tkr jämfört med april.'],
    [-5, 'Prognosen har försämrats med 5 tkr jämfört med april.'],
    [0, 'Prognosen är oförändrad jämfört med april.'],
  ])('of a change of %i', (total, sentence) => {
    expect(tell(explanation(total, [part('a', total)]))[0]).toBe(sentence);
  });

  it.each([
    [5, 'Prognosen är ett överskott om 5 tkr.', 'Överskottet förklaras av a (5 tkr).'],
    [-5, 'Prognosen är ett underskott om 5 tkr.', 'Underskottet förklaras av a (5 tkr).'],
  ])('of a deviation of %i', (total, ...sentences) => {
    // Where it was is nothing to tell of a deviation: it is held against the budget.
    expect(tell(explanation(total, [part('a', total)], atOneCut), { before: tkr(0), after: tkr(total) })).toEqual(sentences);
  });

  it('of a deviation of nothing', () => {
    expect(tell(explanation(0, [], atOneCut))).toEqual(['Prognosen är noll.']);
  });
});

describe('where it was and is', () => {
  it.each([
    [-7, -2, 'Det var ett underskott om 7 tkr och är nu ett underskott om 2 tkr.'],
    [-2, 3, 'Det var ett underskott om 2 tkr och är nu ett överskott om 3 tkr.'],
    [5, 0, 'Det var ett överskott om 5 tkr och är nu i nivå med budget.'],
  ])('from %i to %i', (before, after, sentence) => {
    expect(tell(explanation(after - before, [part('a', after - before)]), { before: tkr(before), after: tkr(after) })[1]).toBe(sentence);
  });

  it('is not told where one of them is not known', () => {
    expect(tell(explanation(1, [part('a', 1)]), { before: tkr(1) })).toHaveLength(2);
    expect(tell(explanation(1, [part('a', 1)]), { after: tkr(1) })).toHaveLength(2);
  });
});

describe('what it comes from', () => {
  it('is told by the way that it pulls, the largest first', () => {
    const parts = [part('a', 1), part('b', -2), part('c', 6), part('d', -4), part('e', 4)];
    expect(tell(explanation(5, parts)).slice(1)).toEqual([
      'Förbättringen förklaras av c (6 tkr), e (4 tkr) och a (1 tkr).',
      'Åt andra hållet verkar d (4 tkr) och b (2 tkr).',
    ]);
    expect(tell(explanation(-2, [part('a', 1), part('b', -3)])).slice(1)).toEqual([
      'Försämringen förklaras av b (3 tkr).',
      'Åt andra hållet verkar a (1 tkr).',
    ]);
  });

  it('is told where the parts cancel as well', () => {
    expect(tell(explanation(0, [part('a', 1), part('b', -1)])).slice(1)).toEqual([
      'Förbättringen förklaras av a (1 tkr).',
      'Åt andra hållet verkar b (1 tkr).',
    ]);
  });

  it('leaves out what is nothing, and says what nobody has explained', () => {
    expect(tell(explanation(5, [part('a', 0), part('b', 7)])).slice(1)).toEqual([
      'Förbättringen förklaras av b (7 tkr).',
      'Ej förklarat: -2 tkr.',
    ]);
    expect(tell(explanation(5, [])).slice(1)).toEqual(['Ej förklarat: 5 tkr.']);
  });

  it('tells budget and organisation apart from causes', () => {
    const frames = [part('budget', -3, { driver: 'budget' }), part('reorganisation', 2, { driver: 'reorganisation' })];
    expect(tell(explanation(4, [part('a', 5), ...frames])).slice(1)).toEqual([
      'Förbättringen förklaras av a (5 tkr).',
      'Ändrad budget svarar för -3 tkr.',
      'Ändrad organisation svarar för 2 tkr.',
    ]);
  });

  it('takes a group or a reason that is called budget for what it is', () => {
    const groups = [part('budget', 3), part('reorganisation', 2, { driver: 'staffing' })];
    expect(tell(explanation(5, groups))[1]).toBe('Förbättringen förklaras av budget (3 tkr) och reorganisation (2 tkr).');
  });

  it('is rounded to what is asked for, and what is told adds up', () => {
    const parts = [part('a', 33), part('b', 33), part('c', 34)];
    expect(tell(explanation(100, parts), { roundedTo: 10_000_00 }).slice(0, 2)).toEqual([
      'Prognosen har förbättrats med 100 tkr jämfört med april.',
      'Förbättringen förklaras av c (40 tkr), a (30 tkr) och b (30 tkr).',
    ]);
  });
});

describe('parts of a part', () => {
  const kindOf = ({ konto }: Codes): 'income' | 'cost' | undefined => (konto === 'i' ? 'income' : konto === 'k' ? 'cost' : undefined);
  const of = (...nested: readonly (readonly [konto: string | undefined, thousands: number])[]): string => {
    const parts = nested.map(([konto, amount], at) => part(`p${at}`, amount, konto === undefined ? {} : { coding: { konto } }));
    const total = nested.reduce((so, [, amount]) => so + amount, 0);
    return tell(explanation(total, [part('a', total, { parts })]), { kindOf })[1] ?? '';
  };

  it('are of income or cost that rose or fell', () => {
    expect(of(['i', 9], ['k', -2])).toContain(
      'a (7 tkr), där intäkter ökat motsvarande 9 tkr samtidigt som kostnader ökat motsvarande 2 tkr.',
    );
    expect(of(['i', -2], ['k', 9])).toContain('där intäkter minskat motsvarande 2 tkr samtidigt som kostnader minskat motsvarande 9 tkr.');
  });

  it('are better or worse where no more is known', () => {
    expect(of([undefined, 4], ['x', -1], [undefined, 0], [undefined, 2])).toContain(
      'där p0 bidrar med 4 tkr, p1 belastar med 1 tkr samtidigt som p3 bidrar med 2 tkr.',
    );
  });

  it('are not told where all of them are nothing', () => {
    const nothing = part('a', 5, { parts: [part('b', 0)], unexplained: tkr(5) });
    expect(tell(explanation(5, [nothing]))[1]).toBe('Förbättringen förklaras av a (5 tkr).');
  });
});

it('is told in English', () => {
  const { sentences, paragraph } = explanationInWords(
    explanation(-1, [part('a', -3), part('b', 1)]),
    { what: 'The forecast', from: 'April', before: tkr(1), after: tkr(0) },
    englishProse,
    format,
  );
  expect(sentences).toEqual([
    'The forecast has worsened by 1 tkr since April.',
    'It was a surplus of 1 tkr and is now on budget.',
    'The worsening is explained by a (3 tkr).',
    'The other way go b (1 tkr).',
    'Not explained: 1 tkr.',
  ]);
  expect(paragraph).toBe(sentences.join(' '));
});
