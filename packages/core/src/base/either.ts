import type { Either } from 'fp-ts/Either';
import { isLeft, isRight, left, right } from '#fp/Either';

export type { Either };
export { isLeft, isRight, left, right };

/**
 * Gives the right-hand value, or throws what stands to the left. The one function of the library that throws: for scripts and
 * tests, where a wrong input is a bug of the caller.
 *
 * @example
 * ```ts
 * import { orThrow, parseAmount } from '@driftbok/core';
 * orThrow(parseAmount('1.50')) // => 150
 * ```
 */
export function orThrow<E, A>(result: Either<E, A>): A {
  if (isRight(result)) return result.right;
  const reason: unknown = result.left;
  const tag = typeof reason === 'object' && reason !== null && '_tag' in reason ? String(reason._tag) : 'Left';
  throw new Error(`${tag}: ${JSON.stringify(reason)}`, { cause: reason });
}

/** Runs over the items in order and stops at the first left: all the rights, or that left. */
export function traverse<A, E, B>(items: Iterable<A>, step: (item: A, index: number) => Either<E, B>): Either<E, readonly B[]> {
  const done: B[] = [];
  let index = 0;
  for (const item of items) {
    const result = step(item, index++);
    if (isLeft(result)) return result;
    done.push(result.right);
  }
  return right(done);
}
