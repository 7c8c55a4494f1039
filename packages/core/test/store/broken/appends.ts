import type { Either } from '../../../src/base/either.js';
import { isLeft, isRight, left, right } from '../../../src/base/either.js';
import type { Draft } from '../../../src/record/envelope.js';
import type { Receipt, StoreError } from '../../../src/store/port.js';
import type { BrokenStore } from './kit.js';
import { appending, broken, changing, eventsOf, expecting, mapped, receipt, soft } from './kit.js';

/** Mistakes in appending. */
export const appendMistakes: readonly BrokenStore[] = [
  broken(
    'does not ask about the head',
    'expectations/head',
    expecting(({ streams = {} }) => ({ streams })),
  ),
  broken(
    'does not ask about streams',
    'expectations/stream',
    expecting(({ head = 'any' }) => ({ head })),
  ),
  broken(
    "ignores 'empty'",
    'expectations/head-empty',
    expecting(({ head, ...rest }) => ({ ...rest, head: soft(head, 'empty') })),
  ),
  broken(
    "ignores 'exists'",
    'expectations/new-ledger',
    expecting(({ head, ...rest }) => ({ ...rest, head: soft(head, 'exists') })),
  ),
  broken(
    'takes 0 for anything',
    'expectations/head',
    expecting(({ head, ...rest }) => ({ ...rest, head: soft(head, 0) })),
  ),
  broken(
    'asks about the first stream only',
    'expectations/several-streams',
    expecting(({ streams = {}, ...rest }) => ({ ...rest, streams: Object.fromEntries(Object.entries(streams).slice(0, 1)) })),
  ),
  broken(
    'looks first and appends later',
    'expectations/race',
    appending(async (store, ledger, batch, expected) => {
      const head = await store.head(ledger);
      const position = isRight(head) ? (head.right?.position ?? 0) : 0;
      if (typeof expected.head !== 'number' || expected.head === position) return store.append(ledger, batch);
      return left({ _tag: 'VersionConflict', where: 'head', expected: expected.head, actual: position });
    }),
  ),
  broken(
    'gives any duplicate a receipt',
    'duplicates/other-data',
    appending(async (store, ledger, batch, expected) => {
      const result = await store.append(ledger, batch, expected);
      const head = await store.head(ledger);
      if (isRight(result) || result.left._tag !== 'DuplicateId' || isLeft(head) || head.right === undefined) return result;
      return right({ first: result.left.position ?? 1, last: result.left.position ?? 1, head: head.right, repeated: true });
    }),
  ),
  broken(
    'appends a repeated batch by new ids',
    'duplicates/whole',
    appending(async (store, ledger, batch, expected) => {
      const result = await store.append(ledger, batch, expected);
      if (isLeft(result) || !result.right.repeated) return result;
      const { recordedAt } = result.right.head;
      return store.append(
        ledger,
        batch.map((each) => ({ ...each, id: each.id.replace('0198617c', '0198617d'), recordedAt })),
      );
    }),
  ),
  broken(
    'appends what is new of a batch',
    'duplicates/part-then-new',
    appending(async (store, ledger, batch, expected) => {
      const known = new Set((await eventsOf(store.read(ledger))).map(({ id }) => id));
      const fresh = batch.filter(({ id }) => !known.has(id));
      return store.append(ledger, fresh.length > 0 ? fresh : batch, expected);
    }),
  ),
  broken(
    'takes an id twice in a batch for one',
    'duplicates/twice-in-batch',
    appending((store, ledger, batch, expected) =>
      store.append(
        ledger,
        Array.isArray(batch) ? batch.filter((each, index) => batch.findIndex((other) => other?.id === each?.id) === index) : batch,
        expected,
      ),
    ),
  ),
  broken(
    'asks a repeated batch what it expects',
    'duplicates/whatever-expected',
    appending(async (store, ledger, batch, expected) => {
      const head = await store.head(ledger);
      const actual = isRight(head) ? (head.right?.position ?? 0) : 0;
      if (typeof expected.head !== 'number' || expected.head === actual) return store.append(ledger, batch, expected);
      return left({ _tag: 'VersionConflict', where: 'head', expected: expected.head, actual });
    }),
  ),
  broken(
    'does not say that a batch is repeated',
    'duplicates/whole',
    receipt((each) => ({ ...each, repeated: false })),
  ),
  broken('gives a repeated batch the head of now', 'duplicates/first-receipt', (store) => ({
    append: async (ledger, ...given) => {
      const result = await store.append(ledger, ...given);
      const head = await store.head(ledger);
      return isRight(result) && isRight(head) && head.right !== undefined ? right({ ...result.right, head: head.right }) : result;
    },
  })),
  broken(
    'appends half a batch',
    'append/atomic-duplicate',
    appending(async (store, ledger, batch, expected) => {
      const whole = await store.append(ledger, batch, expected);
      if (isLeft(whole) && whole.left._tag !== 'VersionConflict' && Array.isArray(batch))
        for (const draft of batch) await store.append(ledger, [draft]);
      return whole;
    }),
  ),
  broken(
    'counts positions from 0',
    'append/first',
    receipt((each) => ({ ...each, first: each.first - 1, last: each.last - 1 })),
  ),
  broken(
    'leaves gaps',
    'append/positions',
    changing((event) => ({ ...event, position: event.position * 10 })),
  ),
  broken(
    'counts versions in the ledger',
    'append/versions',
    changing((event) => ({ ...event, version: event.position })),
  ),
  broken(
    'loses who decided',
    'append/kept',
    changing(({ decision: _decision, ...event }) => event),
  ),
  broken(
    'gives null for what is left out',
    'append/absent',
    changing((event) => ({ cause: null as never, ...event })),
  ),
  broken('does not copy what it is given', 'append/copied', (store) => {
    const given = new Map<string, Draft>();
    return {
      append: (ledger, batch, expected) => {
        for (const draft of Array.isArray(batch) ? batch : []) if (typeof draft?.id === 'string') given.set(draft.id, draft);
        return store.append(ledger, batch, expected);
      },
      read: (ledger, query) => mapped(store.read(ledger, query), (event) => ({ ...event, data: given.get(event.id)?.data ?? event.data })),
    };
  }),
  broken(
    'moves old drafts to the time of the head',
    'time/falls-after-head',
    appending(async (store, ledger, batch, expected) => {
      const result = await store.append(ledger, batch, expected);
      if (isRight(result) || result.left._tag !== 'TimeFalls') return result;
      const head = await store.head(ledger);
      const latest = isRight(head) ? (head.right?.recordedAt ?? '') : '';
      return store.append(
        ledger,
        batch.map((each) => (each.recordedAt < latest ? { ...each, recordedAt: latest } : each)),
        expected,
      );
    }),
  ),
  broken(
    'sorts a batch by time',
    'time/falls-in-batch',
    appending((store, ledger, batch, expected) =>
      store.append(ledger, Array.isArray(batch) ? [...batch].sort((a, b) => (a?.recordedAt < b?.recordedAt ? -1 : 1)) : batch, expected),
    ),
  ),
  broken('keeps the first head', 'append/head-moves', (store) => {
    let first: Either<StoreError, Receipt> | undefined;
    return {
      append: async (...given) => {
        const result = await store.append(...given);
        first ??= result;
        return result;
      },
      head: async (ledger) => (first !== undefined && isRight(first) ? right(first.right.head) : store.head(ledger)),
    };
  }),
];
