import type { Either } from '@driftbok/core';
import { left, right } from '@driftbok/core';
import { describe, expect, it } from 'vitest';
import { oneByOne } from '../../src/shared/one-by-one.js';

type Page = Either<string, readonly number[]>;

async function* pagesOf(...pages: readonly Page[]): AsyncGenerator<Page> {
  yield* pages;
}

const doubled = (row: number): Either<string, number> => (row < 0 ? left(`row ${row}`) : right(2 * row));
const read = (...pages: readonly Page[]): AsyncIterableIterator<Either<string, number>> => oneByOne(pagesOf(...pages), doubled);

async function all(items: AsyncIterable<Either<string, number>>): Promise<readonly Either<string, number>[]> {
  const got: Either<string, number>[] = [];
  for await (const item of items) got.push(item);
  return got;
}

describe('items of pages', () => {
  it('come in order, over pages without rows', async () => {
    expect(await all(read(right([1, 2]), right([]), right([3]), right([])))).toEqual([right(2), right(4), right(6)]);
    expect(await all(read())).toEqual([]);
  });

  it('end with a left, of a page or of a row', async () => {
    expect(await all(read(right([1]), left('no page'), right([2])))).toEqual([right(2), left('no page')]);
    expect(await all(read(right([1, -1, 2]), right([3])))).toEqual([right(2), left('row -1')]);
  });

  it('are given in turn to those who ask at once', async () => {
    const items = read(right([1, 2]), right([3]));
    const asked = await Promise.all([items.next(), items.next(), items.next(), items.next(), items.next()]);
    expect(asked.map(({ value }) => value as unknown)).toEqual([right(2), right(4), right(6), undefined, undefined]);
    expect(asked.map(({ done }) => done)).toEqual([false, false, false, true, true]);
  });

  it('are given in turn also to who asks while a page is on its way', async () => {
    let arrive: (page: Page) => void = () => {};
    const late = new Promise<Page>((resolve) => {
      arrive = resolve;
    });
    async function* slowly(): AsyncGenerator<Page> {
      yield late;
    }
    const items = oneByOne(slowly(), doubled);
    const asked = [items.next(), items.next()];
    arrive(right([1, 2, 3]));
    const [first] = await Promise.all(asked);
    expect([first?.value, (await asked[1])?.value, (await items.next()).value]).toEqual([right(2), right(4), right(6)]);
  });

  it('are made when they are asked for, and no more once the reader has left', async () => {
    const made: number[] = [];
    let left = false;
    async function* pages(): AsyncGenerator<Page> {
      try {
        yield right([1, 2, 3]);
      } finally {
        left = true;
      }
    }
    const items = oneByOne(pages(), (row) => {
      made.push(row);
      return right(row);
    });
    for await (const item of items) if (item._tag === 'Right' && item.right === 2) break;
    expect(made).toEqual([1, 2]);
    expect(left).toBe(true);
    expect(await items.next()).toEqual({ done: true, value: undefined });
  });
});
