import { draft, drafts, draftWithText, idOf, redactRequest, timeOf } from './drafts.js';
import type { ContractCase } from './kit.js';
import { contractCase } from './kit.js';

export const ledgerCases: readonly ContractCase[] = [
  contractCase('ledgers/none', 'A new store holds no ledgers.', async (store, claims) => {
    claims.same('the ledgers', claims.right('the ledgers', await store.ledgers()), []);
  }),
  contractCase('ledgers/sorted', 'Ledgers are listed by their names, sorted by code units.', async (store, claims) => {
    for (const name of ['b', 'ärende', 'a.2', 'B', 'a', 'a-1', '2025', 'Österåker']) await store.append(name, [draft(1)]);
    const names = claims.right('the ledgers', await store.ledgers());
    claims.same('the ledgers', names, ['2025', 'B', 'a', 'a-1', 'a.2', 'b', 'Österåker', 'ärende']);
  }),
  contractCase(
    'ledgers/with-events',
    'A ledger is listed once it holds events: not by being read, asked or refused.',
    async (store, claims) => {
      await claims.read('a read', store, 'read');
      claims.same('the head of an unknown ledger', claims.right('the head', await store.head('asked')), undefined);
      await store.append('refused', [draft(2), draft(1)]);
      await store.append('conflict', [draft(1)], { head: 'exists' });
      await store.redact('redacted', redactRequest(1, 2));
      claims.same('the ledgers', claims.right('the ledgers', await store.ledgers()), []);
      await store.append('kept', [draft(1)]);
      claims.same('the ledgers then', claims.right('the ledgers', await store.ledgers()), ['kept']);
    },
  ),
  contractCase('ledgers/head-unknown', 'The head of a ledger without events is undefined.', async (store, claims) => {
    const result = await store.head('unknown');
    claims.holds('it is undefined', result._tag === 'Right' && result.right === undefined);
  }),
  contractCase('ledgers/apart', 'Each ledger has its own positions, versions, chain and head.', async (store, claims) => {
    await store.append('one', drafts(1, 3));
    await store.append('other', drafts(11, 12));
    claims.written('on in the one', await store.append('one', drafts(4, 4), { head: 3 }), 4);
    claims.written('on in the other', await store.append('other', drafts(13, 13), { head: 2 }), 3);
    const one = await claims.read('the one', store, 'one');
    const other = await claims.read('the other', store, 'other');
    claims.same(
      'ids of the one',
      one.map(({ id }) => id),
      [1, 2, 3, 4].map(idOf),
    );
    claims.same(
      'ids of the other',
      other.map(({ id }) => id),
      [11, 12, 13].map(idOf),
    );
    claims.same(
      'versions of the other',
      other.map(({ version }) => version),
      [1, 2, 3],
    );
    claims.same('heads', claims.right('the head', await store.head('other'))?.recordedAt, timeOf(13));
  }),
  contractCase('ledgers/same-events', 'The same events in two ledgers have the same hashes.', async (store, claims) => {
    await store.append('one', drafts(1, 3));
    await store.append('other', drafts(1, 3));
    claims.same('the events', await claims.read('the other', store, 'other'), await claims.read('the one', store, 'one'));
  }),
  contractCase(
    'ledgers/exact-names',
    'Names of ledgers are compared exactly: neither case nor wildcards matter.',
    async (store, claims) => {
      const names = ['Budget', 'budget', 'budget_1', 'budget-1', 'budget.1', 'budget1'];
      for (const [index, name] of names.entries()) await store.append(name, drafts(1, index + 1));
      for (const [index, name] of names.entries()) {
        claims.same(`the head of ${name}`, claims.right('the head', await store.head(name))?.position, index + 1);
      }
    },
  ),
  contractCase('ledgers/object-names', 'A ledger named as a member of every object is a ledger like others.', async (store, claims) => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      claims.same(`the head of ${name}`, claims.right('the head', await store.head(name)), undefined);
      await claims.positions(`${name} before`, store, name, {}, []);
      claims.written(`an append to ${name}`, await store.append(name, [draft(1)], { head: 'empty' }), 1);
      await claims.positions(`${name} after`, store, name, {}, [1]);
    }
  }),
  contractCase('ledgers/longest-name', 'A name may be 64 characters long.', async (store, claims) => {
    const name = `å${'a.-_9'.repeat(13)}`.slice(0, 64);
    claims.written('the append', await store.append(name, [draft(1)]), 1);
    claims.same('the ledgers', claims.right('the ledgers', await store.ledgers()), [name]);
  }),
  contractCase('ledgers/stores', 'Two new stores hold nothing in common.', async (store, claims, open) => {
    const other = await open();
    await store.append('example', [draft(1), draftWithText(2, 'En text.')]);
    claims.same("the other's ledgers", claims.right('the ledgers', await other.ledgers()), []);
    await claims.positions('the other', other, 'example', {}, []);
  }),
];
