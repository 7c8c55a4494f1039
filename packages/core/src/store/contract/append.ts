import { isLeft } from '../../base/either.js';
import { genesisHash, sha256Hex } from '../../base/hash.js';
import { chainChecker, hashOf, headOf } from '../../record/chain.js';
import type { Draft } from '../../record/envelope.js';
import { draftOf } from '../../record/line.js';
import { draft, drafts, draftWithText, idOf, someStream, timeOf } from './drafts.js';
import type { ContractCase } from './kit.js';
import { contractCase } from './kit.js';

const ledger = 'example';

/** Of the first two drafts; computed once by another program, so that no change of the hashing goes unnoticed. */
const KNOWN: readonly string[] = [
  '31e0bb254c5eb348cc836819b5494f337ebc6a97a514809060eb5328c31aa855',
  'd9a2801bda9cf9a9d08d615fa4b9143d8c317c6e80bc740ff833a140f2c3af0d',
];

/** A draft with every optional part. */
const fullDraft: Draft = draftWithText(1, 'Elen blev dyrare.', {
  source: { document: 'Delårsrapport 2025', page: 12, basis: 'printed', precision: '1000.00' },
  decision: { body: 'Kommunstyrelsen', date: '2025-08-20', paragraph: '§ 117', registryNumber: 'KS 2025/301' },
  cause: idOf(90),
  correlation: 'import-7',
});

export const appendCases: readonly ContractCase[] = [
  contractCase('append/first', 'The first batch takes the positions from 1 on.', async (store, claims) => {
    claims.written('the append', await store.append(ledger, drafts(1, 3)), 1, 3);
    await claims.positions('what is read', store, ledger, {}, [1, 2, 3]);
  }),
  contractCase('append/one', 'A batch may be a single event: its first position is its last.', async (store, claims) => {
    claims.written('the append', await store.append(ledger, [draft(1)]), 1);
    claims.written('the next', await store.append(ledger, [draft(2)]), 2);
  }),
  contractCase('append/positions', 'Positions go on from batch to batch without gaps.', async (store, claims) => {
    claims.written('the first batch', await store.append(ledger, drafts(1, 2)), 1, 2);
    claims.written('the second', await store.append(ledger, drafts(3, 7)), 3, 7);
    claims.written('the third', await store.append(ledger, drafts(8, 8)), 8);
    await claims.positions('what is read', store, ledger, {}, [1, 2, 3, 4, 5, 6, 7, 8]);
  }),
  contractCase('append/order', 'A batch keeps its order, whatever the ids say.', async (store, claims) => {
    const batch = [9, 3, 7, 1].map((n) => draft(n, { recordedAt: timeOf(0) }));
    await store.append(ledger, batch);
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the ids',
      events.map(({ id }) => id),
      batch.map(({ id }) => id),
    );
  }),
  contractCase('append/versions', 'Versions count from 1 in each stream, also where a batch goes to several.', async (store, claims) => {
    const [a, b] = ['outcome/2025-06', 'outcome/2025-07'];
    await store.append(
      ledger,
      [a, b, a, a, b].map((stream, index) => draft(index + 1, { stream })),
    );
    await store.append(
      ledger,
      [b, a, 'ledger'].map((stream, index) => draft(index + 6, { stream })),
    );
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the streams',
      events.map(({ stream }) => stream),
      [a, b, a, a, b, b, a, 'ledger'],
    );
    claims.same(
      'the versions',
      events.map(({ version }) => version),
      [1, 1, 2, 3, 2, 3, 4, 1],
    );
  }),
  contractCase('append/receipt-head', "The receipt's head is the batch's last event, and the ledger's.", async (store, claims) => {
    const receipt = claims.right('the append', await store.append(ledger, drafts(1, 3)));
    const head = claims.right('the head', await store.head(ledger));
    const events = await claims.read('what is read', store, ledger);
    const last = events.at(-1);
    claims.same("the receipt's head", receipt?.head, head);
    claims.same('the head', head, last === undefined ? 'the third event' : headOf(last));
  }),
  contractCase('append/head-moves', 'The head is the newest event after each batch.', async (store, claims) => {
    await store.append(ledger, drafts(1, 2));
    await store.append(ledger, drafts(3, 5));
    const head = claims.right('the head', await store.head(ledger));
    claims.same('position', head?.position, 5);
    claims.same('recordedAt', head?.recordedAt, timeOf(5));
  }),
  contractCase('append/chain', 'Each event is linked to the one before and hashed; the first to 64 zeros.', async (store, claims) => {
    await store.append(ledger, [draft(1), draftWithText(2, 'En text.'), draft(3)]);
    await store.append(ledger, drafts(4, 6, { stream: 'ledger' }));
    const events = await claims.read('what is read', store, ledger);
    claims.same('the first link', events[0]?.prevHash, genesisHash);
    claims.same(
      'the hashes',
      events.map(({ hash }) => hash),
      events.map((event) => hashOf(event, sha256Hex)),
    );
    claims.same(
      'the links',
      events.slice(1).map(({ prevHash }) => prevHash),
      events.slice(0, -1).map(({ hash }) => hash),
    );
    const check = chainChecker(sha256Hex);
    for (const event of events) {
      const checked = check(event);
      if (isLeft(checked))
        claims.holds(`the chain at ${event.position}: expected ${checked.left.expected}, got ${checked.left.got}`, false);
    }
  }),
  contractCase('append/known-hash', 'A known event has a known hash.', async (store, claims) => {
    await store.append(ledger, [draft(1), draft(2)]);
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the hashes',
      events.map(({ hash }) => hash),
      KNOWN,
    );
  }),
  contractCase('append/kept', 'An event holds all that its draft said, and its place.', async (store, claims) => {
    await store.append(ledger, [fullDraft]);
    const [event] = await claims.read('what is read', store, ledger);
    claims.same('the draft in it', event === undefined ? undefined : draftOf(event), fullDraft);
    claims.same('its place', [event?.version, event?.position], [1, 1]);
  }),
  contractCase('append/absent', 'What a draft leaves out is absent in the event, neither null nor undefined.', async (store, claims) => {
    await store.append(ledger, [draft(1)]);
    const [event] = await claims.read('what is read', store, ledger);
    const expected = ['actor', 'data', 'hash', 'id', 'position', 'prevHash', 'recordedAt', 'schemaVersion', 'stream', 'type', 'version'];
    claims.same('the keys', Object.keys(event ?? {}).sort(), expected);
  }),
  contractCase(
    'append/copied',
    'What is recorded is the caller’s no longer: changing the draft changes nothing.',
    async (store, claims) => {
      const data = { note: 'before', rows: [['51', '-1000.50']] };
      const mutable = { ...draft(1), data, actor: { role: 'controller', id: 'u-1' } };
      const batch = [mutable];
      const appending = store.append(ledger, batch);
      mutable.actor.id = 'u-2';
      data.note = 'after';
      data.rows[0]?.push('0.00');
      batch.push({ ...mutable, ...draft(2), actor: mutable.actor, data });
      claims.written('the append', await appending, 1);
      data.note = 'long after';
      const events = await claims.read('what is read', store, ledger);
      claims.same('the events', events.map(draftOf), [{ ...draft(1), data: { note: 'before', rows: [['51', '-1000.50']] } }]);
    },
  ),
  contractCase('append/many', 'A batch of a thousand events goes in as one.', async (store, claims) => {
    claims.written('the append', await store.append(ledger, drafts(1, 1000)), 1, 1000);
    const events = await claims.read('what is read', store, ledger);
    claims.same('the last version', events.at(-1)?.version, 1000);
    claims.same('the number', events.length, 1000);
  }),
  contractCase('append/atomic-time', 'A batch whose last draft is too old is refused whole.', async (store, claims) => {
    await store.append(ledger, drafts(1, 2));
    claims.refused('the append', await store.append(ledger, [draft(3), draft(4), draft(5, { recordedAt: timeOf(2) })]), 'TimeFalls');
    await claims.positions('what is read', store, ledger, {}, [1, 2]);
  }),
  contractCase('append/atomic-duplicate', 'A batch whose last id is recorded already is refused whole.', async (store, claims) => {
    await store.append(ledger, drafts(1, 2));
    claims.refused('the append', await store.append(ledger, [draft(3), draft(2)]), 'DuplicateId');
    await claims.positions('what is read', store, ledger, {}, [1, 2]);
  }),
  contractCase('append/atomic-text', 'A batch whose last text does not fit its hash is refused whole.', async (store, claims) => {
    const batch = [draft(1), { ...draftWithText(2, 'En text.'), text: 'En annan.' }];
    claims.refused('the append', await store.append(ledger, batch), 'TextMismatch');
    await claims.positions('what is read', store, ledger, {}, []);
  }),
  contractCase('append/atomic-form', 'A batch whose last draft is no draft is refused whole.', async (store, claims) => {
    claims.refused('the append', await store.append(ledger, [draft(1), draft(2, { schemaVersion: 0 })]), 'InvalidInput');
    await claims.positions('what is read', store, ledger, {}, []);
  }),
  contractCase(
    'append/after-refusal',
    'A refused batch leaves no trace in the next: its ids are free, positions and versions go on.',
    async (store, claims) => {
      await store.append(ledger, drafts(1, 2));
      await store.append(ledger, drafts(3, 4), { head: 0 });
      await store.append(ledger, [draft(3), draft(4, { recordedAt: timeOf(0) })]);
      claims.written('the same ids later', await store.append(ledger, drafts(3, 4)), 3, 4);
      const events = await claims.read('what is read', store, ledger, { stream: someStream });
      claims.same(
        'the versions',
        events.map(({ version }) => version),
        [1, 2, 3, 4],
      );
    },
  ),
  contractCase('append/untyped', "Whether data is of its type's form is not the store's question.", async (store, claims) => {
    claims.written('an unknown type', await store.append(ledger, [draft(1, { type: 'Unheard', data: null })]), 1);
    claims.written('a known type with other data', await store.append(ledger, [draft(2, { type: 'OutcomePosted', data: ['?'] })]), 2);
  }),
];
