import { draft, drafts, idOf, timeOf } from './drafts.js';
import type { ContractCase } from './kit.js';
import { contractCase } from './kit.js';

const ledger = 'example';

export const timeCases: readonly ContractCase[] = [
  contractCase('time/same', 'Events may be recorded at the same time, in a batch and after one.', async (store, claims) => {
    const { recordedAt } = draft(1);
    claims.written('in a batch', await store.append(ledger, drafts(1, 3, { recordedAt })), 1, 3);
    claims.written('after it', await store.append(ledger, drafts(4, 4, { recordedAt })), 4);
  }),
  contractCase('time/falls-after-head', 'A draft a millisecond older than the head is refused.', async (store, claims) => {
    await store.append(ledger, [draft(1, { recordedAt: '2025-08-01T08:00:00.000Z' })]);
    const result = await store.append(ledger, [draft(2, { recordedAt: '2025-08-01T07:59:59.999Z' })]);
    claims.refused('the append', result, 'TimeFalls', { id: idOf(2) });
    await claims.positions('what is read', store, ledger, {}, [1]);
  }),
  contractCase('time/falls-in-batch', 'A draft older than the one before it in its batch is refused.', async (store, claims) => {
    const result = await store.append(ledger, [draft(5), draft(7), draft(6)]);
    claims.refused('the append', result, 'TimeFalls', { id: idOf(6) });
    await claims.positions('what is read', store, ledger, {}, []);
  }),
  contractCase('time/other-stream', 'Time falls for the ledger, whatever the stream.', async (store, claims) => {
    await store.append(ledger, [draft(5)]);
    claims.refused('the append', await store.append(ledger, [draft(4, { stream: 'structure' })]), 'TimeFalls', { id: idOf(4) });
  }),
  contractCase('time/other-ledger', "Another ledger's time does not matter.", async (store, claims) => {
    await store.append('one', [draft(50)]);
    claims.written('an older draft in another', await store.append('other', [draft(1)]), 1);
  }),
  contractCase('time/conflict-first', 'Where the ledger has moved, that is said, rather than that time falls.', async (store, claims) => {
    await store.append(ledger, [draft(5)]);
    const result = await store.append(ledger, [draft(4)], { head: 'empty' });
    claims.refused('the append', result, 'VersionConflict', { where: 'head', actual: 1 });
  }),
  contractCase('time/far', 'The years 0000 and 9999 are times as well.', async (store, claims) => {
    const [first, last] = ['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'] as const;
    claims.written('the append', await store.append(ledger, [draft(1, { recordedAt: first }), draft(2, { recordedAt: last })]), 1, 2);
    claims.same('the head', claims.right('the head', await store.head(ledger))?.recordedAt, last);
    await claims.positions('up to the last', store, ledger, { to: timeOf(0) }, [1]);
  }),
];
