import type { Draft, Either, EventStore, Hash, ReadQuery, Recorded, StoreError } from '@driftbok/core';
import { isLeft, left, right } from '@driftbok/core';
import {
  checkBatch,
  checkExpected,
  checkLedger,
  checkQuery,
  checkRedactRequest,
  checkSubscribe,
  follow,
  planAppend,
  planRedact,
} from '@driftbok/core/adapter';
import type { Asked, Engine, EventRow } from './engine.js';
import { headOrRefusal } from './engine.js';
import { redactedBy } from './redacted.js';
import { oneByOne } from './one-by-one.js';
import { pagesOf } from './paging.js';
import { eventOfRow, eventOrRefusal, planStored } from './stored-line.js';

type Pages = AsyncGenerator<Either<StoreError, readonly EventRow[]>>;

const whenClosed = (operation: string): Either<StoreError, never> => left({ _tag: 'Unavailable', operation, got: 'a closed store' });

/** The port on top of a database: what comes in is checked and copied when called, and what the database throws becomes an error. */
export function storeOn(engine: Engine, hash: Hash): EventStore {
  let closing: Promise<Either<StoreError, void>> | undefined;

  async function step<A>(operation: string, work: () => Promise<Either<StoreError, A>>): Promise<Either<StoreError, A>> {
    if (closing !== undefined) return whenClosed(operation);
    try {
      return await work();
    } catch (error) {
      return closing === undefined ? left(engine.faultOf(operation, error)) : whenClosed(operation);
    }
  }

  async function* pages(ledger: Either<StoreError, string>, query: Either<StoreError, ReadQuery>): Pages {
    if (closing !== undefined) return yield whenClosed('read');
    if (isLeft(ledger)) return yield ledger;
    if (isLeft(query)) return yield query;
    try {
      for await (const rows of pagesOf(engine, ledger.right, query.right, (row) => eventOrRefusal(row, hash))) yield right(rows);
    } catch (error) {
      yield closing === undefined ? left(engine.faultOf('read', error)) : whenClosed('read');
    }
  }

  const items = (ledger: Either<StoreError, string>, query: Either<StoreError, ReadQuery>): AsyncIterable<Either<StoreError, Recorded>> => {
    const to = isLeft(query) ? undefined : query.right.to;
    return oneByOne(pages(ledger, query), (row) => {
      if (closing !== undefined) return whenClosed('read');
      const event = eventOfRow(row, hash);
      return typeof to === 'string' && !isLeft(event) && event.right.recordedAt > to ? tooLate(event.right, to) : event;
    });
  };

  return {
    append: (ledger, batch, expected = {}) => {
      // Checked and copied before anything is awaited: the caller may use its batch for something else.
      const name = checkLedger(ledger);
      const drafts = isLeft(name) ? name : checkBatch(batch, false); // kept here until it is written
      const asked = isLeft(drafts) ? drafts : checkExpected(expected);
      return step('append', async () => {
        if (isLeft(name)) return name;
        if (isLeft(drafts)) return drafts;
        if (isLeft(asked)) return asked;
        return engine.write(name.right, askedBy(drafts.right, Object.keys(asked.right.streams ?? {})), (standing) =>
          planStored(hash, (keeping) => planAppend(drafts.right, asked.right, standing, keeping)),
        );
      });
    },
    read: (ledger, query = {}) => items(checkLedger(ledger), checkQuery(query)),
    subscribe: (ledger, options = {}) => {
      const name = checkLedger(ledger);
      const asked = isLeft(name) ? name : checkSubscribe(options);
      const following = { read: (query: ReadQuery) => items(name, right(query)), watch: engine.watch };
      return follow(following, closing === undefined ? asked : whenClosed('subscribe'));
    },
    head: (ledger) => {
      const name = checkLedger(ledger);
      return step('head', async () => (isLeft(name) ? name : right(headOrRefusal(await engine.end(name.right)))));
    },
    // Sorted by code units here: databases sort by bytes or by a language.
    ledgers: () => step('ledgers', async () => right([...(await engine.ledgers())].sort())),
    redact: (ledger, request) => {
      const name = checkLedger(ledger);
      const asked = checkRedactRequest(request);
      return step('redact', async () => {
        if (isLeft(name)) return name;
        if (isLeft(asked)) return asked;
        const ids = [asked.right.id, asked.right.event];
        return engine.write(name.right, { look: true, ids, texts: [], streams: [] }, (standing) =>
          planStored(hash, (keeping) => planRedact(asked.right, standing, keeping)),
        );
      });
    },
    close: () => {
      closing ??= closed(engine);
      return closing;
    },
  };
}

async function closed(engine: Engine): Promise<Either<StoreError, void>> {
  try {
    await engine.close();
    return right(undefined);
  } catch (error) {
    return left(engine.faultOf('close', error));
  }
}

/** The fault of an event before one that is said to be of an earlier time: a read up to an instant would end behind it. */
const tooLate = ({ position, recordedAt }: Recorded, to: string): Either<StoreError, never> =>
  left({ _tag: 'Corrupt', kind: 'content', position, expected: `one recorded at or before ${to}, as one after it is`, got: recordedAt });

/** What a batch's plan asks: its ids, those that its erasures name, its streams and those that something is expected of. */
function askedBy(batch: readonly Draft[], expected: readonly string[]): Asked {
  const ids = batch.map(({ id }): string => id);
  const texts: string[] = [];
  const streams = new Set(expected);
  let look = false;
  for (const draft of batch) {
    streams.add(draft.stream);
    if (draft.text !== undefined) texts.push(draft.id);
    const redacted = redactedBy(draft);
    if (redacted === undefined) continue;
    ids.push(redacted);
    look = true;
  }
  return { look, ids, texts, streams: [...streams] };
}
