import type { EventStore } from '../port.js';
import { draft, drafts, draftWithText, erased, idOf, redactRequest, timeOf } from './drafts.js';
import type { ContractCase } from './kit.js';
import { contractCase } from './kit.js';

const ledger = 'example';

/** Three events, the second with a text. */
const withSecret = draftWithText(2, 'Namn på en person.');
const three = async (store: EventStore): Promise<void> => {
  await store.append(ledger, [draft(1), withSecret, draft(3, { stream: 'structure' })]);
};

// An import brings redactions as events. Were they only recorded, the ledger would say that a text is erased that it still holds.
export const appendedRedactionCases: readonly ContractCase[] = [
  contractCase('redaction/appended', 'A TextRedacted that is appended, as by an import, erases as well.', async (store, claims) => {
    await three(store);
    const redacted = draft(4, { type: 'TextRedacted', data: { event: idOf(2), legalBasis: 'GDPR art. 17' } });
    claims.written('the append', await store.append(ledger, [redacted, draft(5)]), 4, 5);
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the texts',
      events.filter((event) => 'text' in event || 'salt' in event),
      [],
    );
    claims.repeated('the same again', await store.append(ledger, [redacted, draft(5)]), 4, 5);
    claims.repeated('the same as a request', await store.redact(ledger, redactRequest(4, 2)), 4);
  }),
  contractCase('redaction/in-one-batch', 'A text that the same batch erases is not taken in.', async (store, claims) => {
    const batch = [withSecret, draft(4, { type: 'TextRedacted', data: { event: idOf(2), legalBasis: 'GDPR art. 17' } })];
    claims.written('the append', await store.append(ledger, batch), 1, 2);
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the texts',
      events.filter((event) => 'text' in event || 'salt' in event),
      [],
    );
    claims.repeated('the same again', await store.append(ledger, batch), 1, 2);
  }),
  contractCase(
    'redaction/appended-in-vain',
    'A TextRedacted of an unknown event, or of no event, is recorded and erases nothing.',
    async (store, claims) => {
      await three(store);
      const data = [{ event: idOf(77), legalBasis: 'GDPR art. 17' }, { event: 2 }, null, [idOf(2)]];
      claims.written(
        'the append',
        await store.append(
          ledger,
          data.map((each, index) => draft(4 + index, { type: 'TextRedacted', data: each })),
        ),
        4,
        7,
      );
      const events = await claims.read('what is read', store, ledger, { to: 3 });
      claims.same(
        'the texts',
        events.map(({ text }) => text ?? null),
        [null, withSecret.text, null],
      );
    },
  ),
  contractCase(
    'redaction/appended-before',
    'A text that was erased before its event came is not taken in with it.',
    async (store, claims) => {
      claims.written(
        'the erasure',
        await store.append(ledger, [draft(1, { type: 'TextRedacted', data: { event: idOf(2), legalBasis: 'GDPR' } })]),
        1,
      );
      claims.refused('the event with its text', await store.append(ledger, [withSecret, draft(3)]), 'TextErased');
      claims.refused('whatever is expected', await store.append(ledger, [withSecret], { head: 7 }), 'TextErased');
      claims.written('another with a text', await store.append(ledger, [draftWithText(5, 'En annan.')]), 2);
      claims.written('the event without it', await store.append(ledger, [erased({ ...withSecret, recordedAt: timeOf(6) })]), 3);
    },
  ),
  contractCase('redaction/refused-append', 'A refused batch erases nothing.', async (store, claims) => {
    await three(store);
    const redacted = draft(4, { type: 'TextRedacted', data: { event: idOf(2), legalBasis: 'GDPR art. 17' } });
    claims.refused('a wrong expectation', await store.append(ledger, [redacted], { head: 0 }), 'VersionConflict');
    claims.refused('a draft recorded already', await store.append(ledger, [redacted, ...drafts(1, 1)]), 'DuplicateId');
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the texts',
      events.map(({ text }) => text ?? null),
      [null, withSecret.text, null],
    );
  }),
];
