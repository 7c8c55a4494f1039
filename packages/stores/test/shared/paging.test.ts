import type { Head, ReadQuery } from '@driftbok/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine, EventRow, PageQuery, Refusal } from '../../src/shared/engine.js';
import { pagesOf } from '../../src/shared/paging.js';

const rowAt = (position: number): EventRow => ({ position, line: '{}', hash: '', text: null, salt: null, columns: undefined });

/** An engine of a ledger of `length` events, every third of them of the stream that is asked for, which notes what it is asked. Some may be gone. */
function engineOf(
  length: number,
  readsAhead: boolean,
  gone: (position: number) => boolean = () => false,
): { readonly engine: Engine; readonly asked: PageQuery[] } {
  const asked: PageQuery[] = [];
  const page: Engine['page'] = async (_ledger, query) => {
    asked.push(query);
    const rows: EventRow[] = [];
    for (let at = query.from; at <= Math.min(query.to, length) && rows.length < query.limit; at++) {
      if (!gone(at) && (query.stream === undefined || at % 3 === 0)) rows.push(rowAt(at));
    }
    return rows;
  };
  const lastTo = (to: number): number =>
    upTo(1, to)
      .filter((at) => !gone(at))
      .at(-1) ?? 0;
  const headAt = (position: number): Head | undefined => (position === 0 ? undefined : { position, hash: '', recordedAt: '' });
  const end: Engine['end'] = async () => ({ head: headAt(length), last: headAt(lastTo(length)) });
  // An event is recorded at an instant that is its position.
  const lastAt: Engine['lastAt'] = async (_, until) => lastTo(Math.min(length, Number(until)));
  return { engine: { page, end, lastAt, readsAhead } as unknown as Engine, asked };
}

async function read(engine: Engine, query: ReadQuery): Promise<readonly number[]> {
  const { positions, fault } = await readHurt(engine, query);
  expect(fault).toBeUndefined();
  return positions;
}

/** What comes of a read before it ends, and what it ends with. */
async function readHurt(engine: Engine, query: ReadQuery): Promise<{ readonly positions: readonly number[]; readonly fault: unknown }> {
  const positions: number[] = [];
  try {
    for await (const rows of pagesOf(engine, 'l', query, whole)) positions.push(...rows.map(({ position }) => position));
  } catch (error) {
    return { positions, fault: (error as Refusal).fault };
  }
  return { positions, fault: undefined };
}

/** Which positions are gone, by the first of each gap and how many more. */
const goneIn =
  (gaps: readonly (readonly [first: number, more: number])[]) =>
  (at: number): boolean =>
    gaps.some(([first, more]) => at >= first && at <= first + more);

/** Every row is as its line says. */
const whole = (): void => {};

const upTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

describe('pages of a read', () => {
  it('hold every event that is asked for once, in order, whether they are read ahead or not', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 4500 }),
        fc.option(fc.integer({ min: 0, max: 4500 }), { nil: undefined }),
        fc.boolean(),
        fc.boolean(),
        async (length, from, to, ahead, ofStream) => {
          const { engine } = engineOf(length, ahead);
          const query = { from, ...(to === undefined ? {} : { to }), ...(ofStream ? { stream: 's' } : {}) };
          const expected = upTo(from, Math.min(to ?? length, length)).filter((at) => !ofStream || at % 3 === 0);
          expect(await read(engine, query)).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    ));

  // A page that comes short is not the end of the ledger, and a reader that shows what there is must not think so.
  it('end with the first place where events are gone, be it a page of them, or the last', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4000 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 0, max: 2500 })), { maxLength: 3 }),
        fc.boolean(),
        fc.option(fc.integer({ min: 1, max: 4500 }), { nil: undefined }),
        async (length, gaps, ahead, to) => {
          const gone = goneIn(gaps);
          const { engine, asked } = engineOf(length, ahead, gone);
          const asking = Math.min(to ?? length, length);
          const firstGone = upTo(1, asking).find(gone);
          const next = upTo(firstGone ?? 1, length).find((at) => !gone(at));
          const { positions, fault } = await readHurt(engine, to === undefined ? {} : { to });
          expect(positions).toEqual(upTo(1, (firstGone ?? asking + 1) - 1));
          if (firstGone === undefined) expect(fault).toBeUndefined();
          else if (next === undefined) expect(fault).toMatchObject({ kind: 'cut', position: firstGone });
          else if (next <= asking) expect(fault).toMatchObject({ kind: 'gap', position: next });
          else expect(fault).toMatchObject({ kind: 'gap' });
          expect(asked.length).toBeLessThan(20); // no page of one event each after a gap
        },
      ),
      { numRuns: 100 },
    ));

  it('up to an instant end there, and with a gap where events may be gone that were recorded at or before it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3000 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 1500 })), { maxLength: 2 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 3500 }),
        async (length, gaps, ahead, until) => {
          const gone = goneIn(gaps);
          const { engine } = engineOf(length, ahead, gone);
          const asking = Math.min(until, length);
          const firstGone = upTo(1, length).find(gone);
          const { positions, fault } = await readHurt(engine, { to: String(until) });
          expect(positions).toEqual(upTo(1, Math.min(asking, (firstGone ?? asking + 1) - 1)));
          if (firstGone !== undefined && firstGone <= asking) expect(fault).toMatchObject({ _tag: 'Corrupt' });
          if (firstGone === undefined) expect(fault).toBeUndefined();
        },
      ),
      { numRuns: 200 },
    ));

  // A planner without statistics took `position >= 1101` for a few rows, and joined and sorted the rest of the ledger for each page.
  it('of all events say where they end, so that no database looks beyond', async () => {
    const { engine, asked } = engineOf(5000, false);
    await read(engine, {});
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter(({ from, to, limit }) => to - from + 1 > limit)).toEqual([]);
  });

  it('of a stream or of types do not: their events may lie far apart', async () => {
    const { engine, asked } = engineOf(5000, false);
    await read(engine, { stream: 's' });
    await read(engine, { types: ['T'] });
    expect(new Set(asked.map(({ to }) => to))).toEqual(new Set([5000]));
  });

  // A server that reads a long ledger from a file has others to answer meanwhile.
  it('let the rest of the process have its turn between two, where the database answers at once', async () => {
    const { engine, asked } = engineOf(5000, false);
    let turns = 0;
    let isRead = false;
    const turn = (): void => {
      turns++;
      if (!isRead) setImmediate(turn);
    };
    setImmediate(turn);
    await read(engine, {});
    isRead = true;
    expect(turns).toBeGreaterThanOrEqual(asked.length - 2); // not before the second page, nor after the last
  });

  it('that are read ahead are on their way before the one before them is given', async () => {
    const { engine, asked } = engineOf(5000, true);
    let sent = 0;
    const sending: Engine = {
      ...engine,
      // As drivers do: what is asked for is sent in a later turn of the event loop.
      page: (ledger, query) => {
        setImmediate(() => sent++);
        return engine.page(ledger, query);
      },
    };
    const pages = pagesOf(sending, 'l', {}, whole);
    await pages.next();
    expect(asked).toHaveLength(1); // the first page's reader may want no more
    await pages.next();
    expect(asked).toHaveLength(3);
    expect(sent).toBe(3);
    await pages.return(undefined);
  });
});
