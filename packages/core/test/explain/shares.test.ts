import { describe, expect, it } from 'vitest';
import type { Rational, Selection } from '@driftbok/core';
import { orThrow, rational } from '@driftbok/core';
import { groupShares } from '../../src/explain/groups.js';
import { termsOf } from '../../src/explain/subject.js';
import { charted, plus } from '../support/books.js';
import { line, revise, round } from '../support/drafts.js';
import { year2025 } from './support.js';

const start = charted(round('P1', '2025'));
const says = (group: string, amount: string) => ({
  ...revise('P1', '2025', line('51', 'ut', '2025', amount), line('52', 'in', '2025', amount)),
  correlation: group,
});
// Each of three says another öre of the same two codings.
const book = plus(start, says('a', '0.01'), says('b', '0.02'), says('c', '0.04'));

const sharesOf = (where: Selection): readonly (readonly [string | undefined, Rational])[] => {
  const between = { from: start.position, to: book.position };
  const shares = orThrow(
    groupShares(book, orThrow(termsOf(year2025('forecast', where))), where, between, ({ correlation = '' }) => correlation),
  );
  return shares.map(({ group, share }) => [group, share]);
};

describe('shares before they are rounded', () => {
  it('are exact: of the last word of three, each has what it would have in all six orders', () => {
    // a: 1 alone, else nothing but in the way. c: 4 always, less what stood.
    expect(sharesOf({ ansvar: ['51'] })).toEqual([
      ['a', rational(1n, 3n)],
      ['b', rational(5n, 6n)],
      ['c', rational(17n, 6n)],
    ]);
  });

  it('are those of the parts, added', () => {
    const twice = ({ over, under }: Rational): Rational => rational(2n * over, under);
    expect(sharesOf({})).toEqual(sharesOf({ konto: ['in'] }).map(([group, share]) => [group, twice(share)]));
  });
});
