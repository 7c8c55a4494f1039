import type { Either } from '@driftbok/core';
import { left, right } from '@driftbok/core';

/** A term of a sum: what it names, and whether it is added or taken away. */
export interface Term {
  readonly name: string;
  readonly sign: 1 | -1;
  /** What it is taken times: another figure, or a whole number. */
  readonly times?: string | number;
}

/** A sum, perhaps divided: by a whole number, or by another sum. */
export interface Expression {
  readonly terms: readonly Term[];
  readonly by?: number | readonly Term[];
}

/**
 * Reads `a - b`, `a + b / 12`, `a - b / b`, `a * b - 2 * c`. Words stand apart by spaces, since ids may hold a hyphen and a cell's name a slash.
 *
 * Left: the word that does not fit, or what is missing.
 *
 * @example
 * ```ts
 * import { isRight } from '@driftbok/core';
 * import { parseExpression } from '@driftbok/rules/audit';
 * const read = parseExpression('outcome - budget');
 * isRight(read) && read.right.terms // => [{ name: 'outcome', sign: 1 }, { name: 'budget', sign: -1 }]
 * ```
 */
export function parseExpression(text: string): Either<string, Expression> {
  const [before = '', after, ...more] = ` ${text} `.split(' / ');
  if (more.length > 0) return left('a second "/"');
  const terms = parseTerms(before);
  if (terms._tag === 'Left' || after === undefined) return terms._tag === 'Left' ? terms : right({ terms: terms.right });
  if (/^\s*[1-9]\d{0,5}\s*$/.test(after)) return right({ terms: terms.right, by: Number(after) });
  const by = parseTerms(after);
  return by._tag === 'Left' ? by : right({ terms: terms.right, by: by.right });
}

function parseTerms(text: string): Either<string, readonly Term[]> {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const terms: Term[] = [];
  let sign: 1 | -1 | undefined = 1;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const operator = word === '+' ? 1 : /^[-−–]$/.test(word) ? -1 : undefined;
    if (operator !== undefined) {
      if (sign !== undefined && terms.length > 0) return left(word);
      sign = operator;
      continue;
    }
    if (sign === undefined || word === '*') return left(word);
    const second = words[at + 1] === '*' ? words[at + 2] : undefined;
    const term = termOf(word, second, sign);
    if (term === undefined || (words[at + 1] === '*' && second === undefined)) return left(second ?? word);
    terms.push(term);
    if (second !== undefined) at += 2;
    sign = undefined;
  }
  return terms.length === 0 || sign !== undefined ? left('nothing where a name is expected') : right(terms);
}

const number = /^[1-9]\d{0,5}$/;

/** A name, or two with a "*" between; one of the two may be a whole number. A number alone is no term. */
function termOf(first: string, second: string | undefined, sign: 1 | -1): Term | undefined {
  if (second === undefined) return { name: first, sign };
  if (/^[-+*−–]$/.test(second)) return undefined;
  if (number.test(first)) return { name: second, sign, times: Number(first) };
  return { name: first, sign, times: number.test(second) ? Number(second) : second };
}
