import { isLeft } from '../../base/either.js';
import type { StoreError } from '../port.js';
import { draft, drafts, draftWithText, redactRequest } from './drafts.js';
import type { ContractCase } from './kit.js';
import { contractCase } from './kit.js';

const ledger = 'example';

export const closingCases: readonly ContractCase[] = [
  contractCase('closing/calls', 'Every call after the closing gives Unavailable.', async (store, claims) => {
    await store.append(ledger, [draftWithText(1, 'En text.')]);
    claims.right('closing', await store.close());
    claims.refused('append', await store.append(ledger, [draft(2)]), 'Unavailable');
    claims.refused('head', await store.head(ledger), 'Unavailable');
    claims.refused('ledgers', await store.ledgers(), 'Unavailable');
    claims.refused('redact', await store.redact(ledger, redactRequest(3, 1)), 'Unavailable');
  }),
  contractCase('closing/read', 'A read after the closing gives Unavailable and nothing else.', async (store, claims) => {
    await store.append(ledger, drafts(1, 3));
    await store.close();
    await claims.readRefused('a known ledger', store, ledger, {}, 'Unavailable');
    await claims.readRefused('an unknown ledger', store, 'unknown', {}, 'Unavailable');
  }),
  contractCase('closing/twice', 'Closing twice is no error, nor is closing what was never used.', async (store, claims, open) => {
    claims.right('closing', await store.close());
    claims.right('closing again', await store.close());
    const used = await open();
    claims.written('an append', await used.append(ledger, [draft(1)]), 1);
    const both = await Promise.all([used.close(), used.close()]);
    for (const result of both) claims.right('closing at the same time', result);
  }),
  contractCase(
    'closing/under-way',
    'A read under way when the store closes goes on to its end, or ends with Unavailable.',
    async (store, claims) => {
      await store.append(ledger, drafts(1, 5));
      const positions: number[] = [];
      const errors: StoreError[] = [];
      for await (const item of store.read(ledger)) {
        claims.holds('the error is the last item', errors.length === 0);
        if (isLeft(item)) errors.push(item.left);
        else positions.push(item.right.position);
        if (positions.length === 2) await store.close();
      }
      claims.same('the positions', positions, [1, 2, 3, 4, 5].slice(0, positions.length));
      claims.same(
        'how it ends',
        errors.map(({ _tag }) => _tag),
        positions.length === 5 ? [] : ['Unavailable'],
      );
    },
  ),
  contractCase('closing/whole', 'An append under way when the store closes is done or refused as Unavailable.', async (store, claims) => {
    const appending = store.append(ledger, drafts(1, 3));
    claims.right('closing', await store.close());
    const result = await appending;
    if (isLeft(result)) claims.refused('the append', result, 'Unavailable');
    else claims.written('the append', result, 1, 3);
  }),
];
