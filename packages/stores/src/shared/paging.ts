import type { ReadQuery } from '@driftbok/core';
import type { Engine, EventRow } from './engine.js';
import { endFault, Refusal } from './engine.js';
import { firstPageSize, isLastPage, nextPageSize } from './page-size.js';

/**
 * The pages of a read, forward. Throws what the engine throws, and a {@link Refusal} where events are missing that should be there.
 *
 * @param hold throws where a row is not as its line says
 */
export async function* pagesOf(
  engine: Engine,
  ledger: string,
  query: ReadQuery,
  hold: (row: EventRow) => void,
): AsyncGenerator<readonly EventRow[]> {
  const { from = 1, to, stream, types } = query;
  // What is recorded when the read begins; each page is a look of its own, so that no long read holds the database's log.
  const ending = await engine.end(ledger);
  const ends = Math.min(ending.head?.position ?? 0, ending.last?.position ?? 0);
  const asked = typeof to === 'string' ? await engine.lastAt(ledger, to) : to;
  const end = Math.min(ends, asked ?? ends);
  // Positions have no gaps: a page of all events says where it ends, and no planner can mistake it for the whole rest.
  const isOfAll = stream === undefined && types === undefined;
  const lastOf = (next: number, limit: number): number => (isOfAll ? Math.min(end, next + limit - 1) : end);
  const pageFrom = (next: number, limit: number): Promise<readonly EventRow[]> =>
    engine.page(ledger, { from: next, to: lastOf(next, limit), stream, types, limit });

  let limit = firstPageSize;
  let next = from;
  /** The position that has to come next, where all events are read. */
  let due = from;
  let page = next <= end ? pageFrom(next, limit) : undefined;
  while (page !== undefined) {
    const rows = await page;
    page = undefined;
    const isFirst = next === from;
    // A page of all events comes short, or empty, where events are gone that should be there: it is not the end.
    const ended = !isOfAll && isLastPage(rows, limit);
    next = (rows.at(-1)?.position ?? lastOf(next, limit)) + 1;
    limit = nextPageSize(rows) ?? limit;
    const more = !ended && next <= end;
    // After the first page only: the reader of a small one may want no more.
    if (more && !isFirst) {
      if (engine.readsAhead) {
        page = pageFrom(next, limit);
        page.catch(() => {}); // told when it is asked for, and to nobody where the reader has left
      }
      // A reader that awaits nothing else lets no turn of the event loop come. A driver sends in one, and where the database answers
      // at once, all else in this process would wait for the last page.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const fits = !isOfAll || (rows.at(-1)?.position ?? due - 1) === due + rows.length - 1;
    const fitting = fits ? rows : rows.filter(({ position }, index) => position === due + index);
    due += fitting.length;
    yield fitting;
    const first = rows[fitting.length];
    if (first !== undefined) throw gapBefore(first.position, due);
    if (more) page ??= pageFrom(next, limit);
  }
  // What is missing at the end of what was asked for is missing before what comes after; by an instant, only what comes after can say that it
  // was not asked for, and it has to be as it was.
  const after = isOfAll ? due : end + 1;
  if (after <= ends && (typeof to === 'string' || (isOfAll && after <= end))) {
    const [row] = await engine.page(ledger, { from: after, to: ends, stream: undefined, types: undefined, limit: 1 });
    if (row !== undefined && row.position !== after) throw gapBefore(row.position, after);
    if (row !== undefined) hold(row);
  }
  // Read to its end, a ledger has to end where its head says.
  const fault = endFault(ending);
  if (fault !== undefined && (asked === undefined || asked > ends || (typeof to === 'string' && asked === ends))) throw new Refusal(fault);
}

const gapBefore = (position: number, due: number): Refusal =>
  new Refusal({ _tag: 'Corrupt', kind: 'gap', position, expected: `position ${due}`, got: `position ${position}` });
