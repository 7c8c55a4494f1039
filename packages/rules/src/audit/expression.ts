import type { Either } from '@driftbok/core';
import { left, right } from '@driftbok/core';

/** A term of a sum: what it names, and whether it is added or taken away. */
export interface Term {
  readonly name: string;
  readonly sign: 1 | -1;
}

/** A sum, perhaps divided: by a whole number, or by another sum. */
export interface Expression {
  readonly terms: readonly Term[];
  readonly by?: number | readonly Term[];
}

/**
 * Reads `a - b`, `a + b / 12`, `a - b / b`. Words stand apart by spaces, since ids may hold a hyphen and a cell's name a slash.
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
  for (const word of words) {
    const operator = word === '+' ? 1 : /^[-−–]$/.test(word) ? -1 : undefined;
    if (operator !== undefined) {
      if (sign !== undefined && terms.length > 0) return left(word);
      sign = operator;
    } else {
      if (sign === undefined) return left(word);
      terms.push({ name: word, sign });
      sign = undefined;
    }
  }
  return terms.length === 0 || sign !== undefined ? left('nothing where a name is expected') : right(terms);
}
