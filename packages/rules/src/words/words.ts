import type { Codec } from '@driftbok/core';
import { dictionary, line, list, object, pattern } from '@driftbok/core';
import { fill } from './fill.js';

/** The words that tables are labelled and findings told in. */
export interface Words {
  /** A language tag: `sv`. */
  readonly language: string;
  /** The twelve months as headings write them. */
  readonly months: readonly string[];
  /** Several months, with the tokens `{from}` and `{to}`. One month stands by itself. */
  readonly monthRange: string;
  /** What a forecast is called where no round is named. */
  readonly forecast: string;
  /**
   * A sentence for each code of finding. Tokens: `{where}` (the labels of what it is about), `{by}` (how much, with the table's unit) and whatever the
   * finding's own parameters are called. Under `<code>-bare` may stand one that asks for less, for where some of them are empty.
   */
  readonly findings: Readonly<Record<string, string>>;
}

/** The codec of {@link Words}. */
export const words: Codec<Words> = object<Words>('Words', {
  language: pattern('a language tag such as sv', /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  months: list(line('a month', 40), 12, 12),
  monthRange: line('months from {from} to {to}', 100),
  forecast: line('a word for forecast', 100),
  findings: dictionary('sentences by finding code', pattern('a finding code', /^[a-z][a-z0-9-]{0,63}$/), line('a sentence', 1000), 200),
});

/**
 * Months as headings name them, both from 1 to 12 and inclusive.
 *
 * @example
 * ```ts
 * import { monthsInWords, swedish } from '@driftbok/rules';
 * monthsInWords(1, 7, swedish) // => 'Jan - Jul'
 * monthsInWords(7, 7, swedish) // => 'Jul'
 * ```
 */
export function monthsInWords(from: number, to: number, { months, monthRange }: Words): string {
  const name = (month: number): string => months[month - 1] ?? String(month);
  return from === to ? name(from) : fill(monthRange, { from: name(from), to: name(to) }).text;
}
