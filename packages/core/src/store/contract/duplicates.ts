import { headOf } from '../../record/chain.js';
import { draft, drafts, draftWithText, erased, idOf, timeOf } from './drafts.js';
import type { ContractCase } from './kit.js';
import { contractCase } from './kit.js';

const ledger = 'example';

export const duplicateCases: readonly ContractCase[] = [
  contractCase(
    'duplicates/whole',
    'A batch that is there already gives its first receipt, and nothing is written.',
    async (store, claims) => {
      claims.written('the append', await store.append(ledger, drafts(1, 3)), 1, 3);
      claims.repeated('the same again', await store.append(ledger, drafts(1, 3)), 1, 3);
      await claims.positions('what is read', store, ledger, {}, [1, 2, 3]);
    },
  ),
  contractCase('duplicates/one', 'A batch of one is there already as well.', async (store, claims) => {
    await store.append(ledger, drafts(1, 3));
    claims.repeated('the second', await store.append(ledger, [draft(2)]), 2);
    await claims.positions('what is read', store, ledger, {}, [1, 2, 3]);
  }),
  contractCase('duplicates/first-receipt', 'The first receipt holds the head as it was right after the batch.', async (store, claims) => {
    const first = claims.right('the append', await store.append(ledger, drafts(1, 3)));
    await store.append(ledger, drafts(4, 9));
    const again = claims.right('the same again', await store.append(ledger, drafts(1, 3)));
    claims.same('the receipt', again, { ...first, repeated: true });
    claims.same('the head now', claims.right('the head', await store.head(ledger))?.position, 9);
  }),
  contractCase('duplicates/whatever-expected', 'A repeated batch is not asked what it expects.', async (store, claims) => {
    await store.append(ledger, drafts(1, 3), { head: 'empty' });
    await store.append(ledger, [draft(4)]);
    claims.repeated('the same expectation', await store.append(ledger, drafts(1, 3), { head: 'empty' }), 1, 3);
    claims.repeated('a wrong number', await store.append(ledger, drafts(1, 3), { head: 77 }), 1, 3);
    claims.repeated('a wrong stream', await store.append(ledger, drafts(1, 3), { streams: { ledger: 'exists' } }), 1, 3);
  }),
  contractCase('duplicates/older-than-head', 'A repeated batch may be older than the head.', async (store, claims) => {
    await store.append(ledger, drafts(1, 2));
    await store.append(ledger, drafts(50, 51));
    claims.repeated('the oldest again', await store.append(ledger, drafts(1, 2)), 1, 2);
  }),
  contractCase(
    'duplicates/other-cut',
    'What was appended as two batches is there as one, and the other way about.',
    async (store, claims) => {
      await store.append(ledger, drafts(1, 2));
      await store.append(ledger, drafts(3, 6));
      claims.repeated('both as one', await store.append(ledger, drafts(1, 6)), 1, 6);
      const middle = claims.right('a middle part', await store.append(ledger, drafts(4, 5)));
      const [, last] = await claims.read('what is read', store, ledger, { from: 4, to: 5 });
      claims.same('the receipt of the middle part', middle, last && { first: 4, last: 5, head: headOf(last), repeated: true });
    },
  ),
  contractCase(
    'duplicates/canonical',
    'Content is compared as canonical JSON: the order of keys does not matter.',
    async (store, claims) => {
      const { id, stream, type, schemaVersion, recordedAt, actor } = draft(1);
      await store.append(ledger, [{ id, stream, type, schemaVersion, recordedAt, actor, data: { a: 1, b: { c: 2, d: 3 } } }]);
      const turned = {
        data: { b: { d: 3, c: 2 }, a: 1 },
        actor: { id: actor.id, role: actor.role },
        recordedAt,
        schemaVersion,
        type,
        stream,
        id,
      };
      claims.repeated('the same in another order', await store.append(ledger, [turned]), 1);
    },
  ),
  contractCase(
    'duplicates/other-data',
    'The same id with other data is refused, and says where the id is recorded.',
    async (store, claims) => {
      await store.append(ledger, drafts(1, 3));
      const result = await store.append(ledger, [draft(2, { data: { note: 'another' } })]);
      claims.refused('the append', result, 'DuplicateId', { id: idOf(2), position: 2 });
      await claims.positions('what is read', store, ledger, {}, [1, 2, 3]);
    },
  ),
  contractCase('duplicates/other-part', 'Whatever part of the content is another, the id is refused.', async (store, claims) => {
    await store.append(ledger, [draft(1)]);
    const others = {
      stream: draft(1, { stream: 'ledger' }),
      type: draft(1, { type: 'Another' }),
      schemaVersion: draft(1, { schemaVersion: 2 }),
      recordedAt: draft(1, { recordedAt: timeOf(2) }),
      actor: draft(1, { actor: { role: 'controller', id: 'u-2' } }),
      'source, which was absent': draft(1, { source: { document: 'Rapport', basis: 'printed' } }),
      'cause, which was absent': draft(1, { cause: idOf(8) }),
      'correlation, which was absent': draft(1, { correlation: 'import' }),
    };
    for (const [what, other] of Object.entries(others)) {
      claims.refused(`another ${what}`, await store.append(ledger, [other]), 'DuplicateId', { id: idOf(1), position: 1 });
    }
  }),
  contractCase(
    'duplicates/before-expectations',
    'An id with other content is refused as such, also where the expectation is not met.',
    async (store, claims) => {
      await store.append(ledger, drafts(1, 2));
      const result = await store.append(ledger, [draft(2, { data: null })], { head: 0 });
      claims.refused('the append', result, 'DuplicateId', { id: idOf(2) });
    },
  ),
  contractCase('duplicates/part-then-new', 'A batch of which only the beginning is there is refused.', async (store, claims) => {
    await store.append(ledger, drafts(1, 3));
    claims.refused('the append', await store.append(ledger, drafts(3, 5)), 'DuplicateId', { id: idOf(3), position: 3 });
    await claims.positions('what is read', store, ledger, {}, [1, 2, 3]);
  }),
  contractCase('duplicates/new-then-part', 'A batch of which only the end is there is refused.', async (store, claims) => {
    await store.append(ledger, drafts(5, 6));
    const batch = [draft(7), draft(5)];
    claims.refused('the append', await store.append(ledger, batch), 'DuplicateId', { id: idOf(5), position: 1 });
    await claims.positions('what is read', store, ledger, {}, [1, 2]);
  }),
  contractCase('duplicates/other-order', 'A batch that is there in another order is refused.', async (store, claims) => {
    const { recordedAt } = draft(1);
    await store.append(ledger, drafts(1, 2, { recordedAt }));
    claims.refused('the append', await store.append(ledger, [draft(2, { recordedAt }), draft(1)]), 'DuplicateId');
  }),
  contractCase('duplicates/not-adjacent', 'A batch whose events are there with others between is refused.', async (store, claims) => {
    await store.append(ledger, drafts(1, 3));
    claims.refused('the append', await store.append(ledger, [draft(1), draft(3)]), 'DuplicateId');
  }),
  contractCase('duplicates/twice-in-batch', 'An id twice in a batch is refused, even with the same content.', async (store, claims) => {
    claims.refused(
      'the same content',
      await store.append(ledger, [draft(1), draft(2), draft(1, { recordedAt: timeOf(2) })]),
      'DuplicateId',
      { id: idOf(1) },
    );
    claims.refused('the same draft', await store.append(ledger, [draft(1), draft(1)]), 'DuplicateId', { id: idOf(1) });
    await claims.positions('what is read', store, ledger, {}, []);
    await store.append(ledger, [draft(1)]);
    claims.refused('also where it is recorded', await store.append(ledger, [draft(1), draft(1)]), 'DuplicateId', { id: idOf(1) });
  }),
  contractCase('duplicates/other-ledger', 'Ids are of one ledger: another may hold the same.', async (store, claims) => {
    claims.written('in one', await store.append('one', drafts(1, 2)), 1, 2);
    claims.written('in another', await store.append('other', [draft(2)]), 1);
    claims.written('with other content', await store.append('third', [draft(2, { data: null })]), 1);
  }),
  contractCase('duplicates/with-text', 'A repeated batch may bring the texts that are recorded.', async (store, claims) => {
    const batch = [draft(1), draftWithText(2, 'En text.'), draftWithText(3, 'En till.')];
    await store.append(ledger, batch);
    claims.repeated('the same again', await store.append(ledger, batch), 1, 3);
    claims.repeated('one of them', await store.append(ledger, batch.slice(2)), 3);
    await claims.positions('what is read', store, ledger, {}, [1, 2, 3]);
  }),
  contractCase('duplicates/without-text', 'A repeated batch may lack the text that is recorded; the text stays.', async (store, claims) => {
    const given = draftWithText(1, 'En text.');
    await store.append(ledger, [given]);
    claims.repeated('without its text', await store.append(ledger, [erased(given)]), 1);
    const [event] = await claims.read('what is read', store, ledger);
    claims.same('the text', [event?.text, event?.salt], [given.text, given.salt]);
  }),
  contractCase('duplicates/other-text', 'The same id with another text is refused.', async (store, claims) => {
    await store.append(ledger, [draftWithText(1, 'En text.')]);
    claims.refused('the append', await store.append(ledger, [draftWithText(1, 'En annan.')]), 'DuplicateId', { id: idOf(1), position: 1 });
    const [event] = await claims.read('what is read', store, ledger);
    claims.same('the text', event?.text, 'En text.');
  }),
  contractCase('duplicates/at-once', 'The same batch twice at the same time is written once.', async (store, claims) => {
    const results = await Promise.all([store.append(ledger, drafts(1, 3)), store.append(ledger, drafts(1, 3))]);
    const receipts = results.map((result) => claims.right('an append', result));
    claims.same('how many are repeated', receipts.filter((receipt) => receipt?.repeated === true).length, 1);
    claims.same(
      'where they are',
      receipts.map((receipt) => [receipt?.first, receipt?.last]),
      [
        [1, 3],
        [1, 3],
      ],
    );
    await claims.positions('what is read', store, ledger, {}, [1, 2, 3]);
  }),
];
