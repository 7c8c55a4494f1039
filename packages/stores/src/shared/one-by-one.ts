import type { Either } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';

/**
 * The items of pages, one by one, each made when it is asked for; a left, of a page or of an item, is the last.
 *
 * Written by hand, since an async generator's `yield` costs an event a third of a microsecond, as much as all else between a page and its
 * reader.
 */
export function oneByOne<E, Row, A>(
  pages: AsyncGenerator<Either<E, readonly Row[]>>,
  itemOf: (row: Row) => Either<E, A>,
): AsyncIterableIterator<Either<E, A>> {
  type Result = IteratorResult<Either<E, A>, undefined>;
  const done: Result = { done: true, value: undefined };
  let rows: readonly Row[] = [];
  let at = 0;
  let ended = false;
  // Those who ask while a page is fetched are answered in turn.
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();

  const end = (value: Either<E, never>): Result => {
    ended = true;
    return { done: false, value };
  };

  const taken = (): Result => {
    const item = itemOf(rows[at++] as Row);
    return isLeft(item) ? end(item) : { done: false, value: item };
  };

  const fetched = async (): Promise<Result> => {
    if (ended) return done;
    if (at < rows.length) return taken();
    const page = await pages.next();
    if (page.done === true) return done;
    if (isLeft(page.value)) return end(page.value);
    rows = page.value.right;
    at = 0;
    return fetched(); // a page may have no rows
  };

  return {
    next: () => {
      if (asked === 0 && at < rows.length && !ended) return Promise.resolve(taken());
      asked++;
      const mine = last.then(fetched);
      last = mine.finally(() => asked--).catch(() => undefined);
      return mine;
    },
    return: async () => {
      ended = true;
      await pages.return(right([]));
      return done;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
