import { english, exempel, monthsInWords, swedish, words } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';

describe('words', () => {
  it.each([swedish, english, exempel.words].map((each) => [each.language, each] as const))('are data: %s', (_, each) => {
    expect(words.decode(JSON.parse(JSON.stringify(each)))).toEqual({ _tag: 'Right', right: each });
  });

  it('name months and their ranges', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => monthsInWords(month, month, swedish)).join(' ')).toBe(
      'Jan Feb Mar Apr Maj Jun Jul Aug Sep Okt Nov Dec',
    );
    expect(monthsInWords(1, 12, english)).toBe('Jan - Dec');
    expect(monthsInWords(1, 7, exempel.words)).toBe('januari–juli');
  });

  it('show a month that has no name by its number', () => {
    expect(monthsInWords(0, 13, swedish)).toBe('0 - 13');
  });

  it.each([
    ['thirteen months', { ...swedish, months: [...swedish.months, 'Tret'] }],
    ['no word for forecast', { ...swedish, forecast: '' }],
    ['a sentence that is none', { ...swedish, findings: { rounding: 5 } }],
    ['too many sentences', { ...swedish, findings: Object.fromEntries(Array.from({ length: 201 }, (__, at) => [`c${at}`, 'x'])) }],
  ])('refuse %s', (_, value) => {
    expect(words.is(value)).toBe(false);
  });
});
