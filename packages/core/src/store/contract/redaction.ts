import { isLeft } from '../../base/either.js';
import { sha256Hex } from '../../base/hash.js';
import { chainChecker, headOf } from '../../record/chain.js';
import { draftOf } from '../../record/line.js';
import type { EventStore } from '../port.js';
import { actor, draft, draftWithText, erased, idOf, redactRequest, someStream, timeOf } from './drafts.js';
import type { ContractCase } from './kit.js';
import { contractCase } from './kit.js';

const ledger = 'example';
const decision = { body: 'Kommunstyrelsen', date: '2025-09-01', paragraph: '§ 12' } as const;

/** Three events, the second with a text, in July's stream. */
const withSecret = draftWithText(2, 'Namn på en person.');
const three = async (store: EventStore): Promise<void> => {
  await store.append(ledger, [draft(1), withSecret, draft(3, { stream: 'structure' })]);
};

export const redactionCases: readonly ContractCase[] = [
  contractCase('redaction/erases', 'After a redaction no read gives the text or the salt.', async (store, claims) => {
    await three(store);
    claims.written('the redaction', await store.redact(ledger, redactRequest(4, 2)), 4);
    for (const query of [{}, { from: 2 }, { stream: someStream }, { types: ['NoteMade'] }, { to: timeOf(2) }, { to: 2 }]) {
      const events = await claims.read('what is read', store, ledger, query);
      claims.holds(
        `reading ${JSON.stringify(query)} gives the event`,
        events.some(({ id }) => id === idOf(2)),
      );
      const left = events.filter((event) => 'text' in event || 'salt' in event);
      claims.same(
        `reading ${JSON.stringify(query)}: events with text or salt`,
        left.map(({ position }) => position),
        [],
      );
    }
  }),
  contractCase(
    'redaction/event',
    "TextRedacted goes to the event's own stream and says what was erased and why.",
    async (store, claims) => {
      await three(store);
      await store.redact(ledger, redactRequest(4, 2, { decision }));
      const event = (await claims.read('what is read', store, ledger, { from: 4 }))[0];
      const data = { event: idOf(2), legalBasis: 'GDPR art. 17' };
      const expected = {
        id: idOf(4),
        stream: someStream,
        type: 'TextRedacted',
        schemaVersion: 1,
        recordedAt: timeOf(4),
        actor,
        decision,
        data,
      };
      claims.same('the event', event === undefined ? undefined : draftOf(event), expected);
      claims.same('its place', [event?.position, event?.version], [4, 3]);
    },
  ),
  contractCase('redaction/no-decision', 'A redaction without a decision records none.', async (store, claims) => {
    await three(store);
    await store.redact(ledger, redactRequest(4, 2));
    const event = (await claims.read('what is read', store, ledger, { from: 4 }))[0];
    claims.holds('there is the event, without a decision', event !== undefined && !('decision' in event));
  }),
  contractCase('redaction/receipt', 'The receipt of a redaction is that of its event.', async (store, claims) => {
    await three(store);
    const receipt = claims.receiptOf('the redaction', await store.redact(ledger, redactRequest(4, 2)));
    const event = (await claims.read('what is read', store, ledger, { from: 4 }))[0];
    claims.same('the receipt', receipt, event && { first: 4, last: 4, head: headOf(event), repeated: false });
    claims.same('the head', claims.right('the head', await store.head(ledger)), event && headOf(event));
  }),
  contractCase('redaction/chain', 'The chain verifies as before, and no other part of any event has changed.', async (store, claims) => {
    await three(store);
    const before = await claims.read('before', store, ledger);
    await store.redact(ledger, redactRequest(4, 2));
    const after = await claims.read('after', store, ledger);
    claims.same(
      'the events',
      after.slice(0, 3),
      before.map((event) => {
        const { text: _text, salt: _salt, ...rest } = event;
        return rest;
      }),
    );
    const check = chainChecker(sha256Hex);
    const wrong = after.filter((event) => isLeft(check(event)));
    claims.same(
      'events that break the chain',
      wrong.map(({ position }) => position),
      [],
    );
  }),
  contractCase('redaction/only-that', 'Other texts stay.', async (store, claims) => {
    await three(store);
    await store.append(ledger, [draftWithText(4, 'En annan text.')]);
    await store.redact(ledger, redactRequest(5, 2));
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the texts',
      events.map(({ text }) => text ?? null),
      [null, null, null, 'En annan text.', null],
    );
  }),
  contractCase('redaction/again', 'The same request again gives the first receipt, and nothing is written.', async (store, claims) => {
    await three(store);
    const first = claims.receiptOf('the redaction', await store.redact(ledger, redactRequest(4, 2, { decision })));
    await store.append(ledger, [draft(9)]);
    const again = claims.receiptOf('the same again', await store.redact(ledger, redactRequest(4, 2, { decision })));
    claims.same('the receipt', again, { ...first, repeated: true });
    await claims.positions('what is read', store, ledger, {}, [1, 2, 3, 4, 5]);
  }),
  contractCase('redaction/again-by-another', 'An erased text cannot be erased by another request.', async (store, claims) => {
    await three(store);
    await store.redact(ledger, redactRequest(4, 2));
    claims.refused('the second', await store.redact(ledger, redactRequest(5, 2)), 'NothingToRedact', { event: idOf(2) });
    await claims.positions('what is read', store, ledger, {}, [1, 2, 3, 4]);
  }),
  contractCase(
    'redaction/id-taken',
    'A request whose id is recorded as something else is refused, and the text stays.',
    async (store, claims) => {
      await three(store);
      const onOther = await store.redact(ledger, redactRequest(3, 2, { recordedAt: timeOf(9) }));
      claims.refused('by the id of another event', onOther, 'DuplicateId', { id: idOf(3), position: 3 });
      const onItself = await store.redact(ledger, redactRequest(2, 2, { recordedAt: timeOf(9) }));
      claims.refused('by its own id', onItself, 'DuplicateId', { id: idOf(2), position: 2 });
      const events = await claims.read('what is read', store, ledger);
      claims.same(
        'the texts',
        events.map(({ text }) => text ?? null),
        [null, withSecret.text, null],
      );
    },
  ),
  contractCase('redaction/again-otherwise', 'The same request with another basis is refused.', async (store, claims) => {
    await three(store);
    await store.redact(ledger, redactRequest(4, 2));
    const result = await store.redact(ledger, redactRequest(4, 2, { legalBasis: 'OSL 21 kap.' }));
    claims.refused('the second', result, 'DuplicateId', { id: idOf(4), position: 4 });
  }),
  contractCase('redaction/unknown', 'There is nothing to redact where there is no such event, ledger or text.', async (store, claims) => {
    await three(store);
    claims.refused('an unknown event', await store.redact(ledger, redactRequest(4, 77)), 'NothingToRedact', { event: idOf(77) });
    claims.refused('an unknown ledger', await store.redact('unknown', redactRequest(4, 2)), 'NothingToRedact', { event: idOf(2) });
    claims.refused('an event without text', await store.redact(ledger, redactRequest(4, 1)), 'NothingToRedact', { event: idOf(1) });
    await claims.positions('what is read', store, ledger, {}, [1, 2, 3]);
    claims.same('the ledgers', claims.right('the ledgers', await store.ledgers()), [ledger]);
  }),
  contractCase('redaction/time', 'A redaction older than the head is refused, and the text stays.', async (store, claims) => {
    await three(store);
    const result = await store.redact(ledger, redactRequest(4, 2, { recordedAt: timeOf(2) }));
    claims.refused('the redaction', result, 'TimeFalls', { id: idOf(4) });
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the texts',
      events.map(({ text }) => text ?? null),
      [null, withSecret.text, null],
    );
  }),
  contractCase('redaction/not-back', 'A repeated batch does not bring an erased text back.', async (store, claims) => {
    const batch = [draft(1), withSecret, draft(3)];
    await store.append(ledger, batch);
    await store.redact(ledger, redactRequest(4, 2));
    claims.refused('with the text', await store.append(ledger, batch), 'TextErased', { id: idOf(2) });
    claims.repeated('without it', await store.append(ledger, batch.map(erased)), 1, 3);
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the texts',
      events.filter((event) => 'text' in event || 'salt' in event),
      [],
    );
    claims.same('the number of events', events.length, 4);
  }),
  contractCase('redaction/other-ledger', 'A redaction in one ledger leaves the same event in another as it was.', async (store, claims) => {
    await three(store);
    await store.append('other', [withSecret]);
    await store.redact(ledger, redactRequest(4, 2));
    const [event] = await claims.read('the other', store, 'other');
    claims.same('the text', event?.text, withSecret.text);
  }),
  contractCase('redaction/at-once', 'Of two redactions of one text at the same time, one goes through.', async (store, claims) => {
    await three(store);
    const recordedAt = timeOf(5);
    const both = await Promise.all([4, 5].map((n) => store.redact(ledger, redactRequest(n, 2, { recordedAt }))));
    const lost = both.filter(isLeft);
    claims.same('the number of the refused', lost.length, 1);
    for (const result of lost) claims.refused('the loser', result, 'NothingToRedact');
    await claims.positions('what is read', store, ledger, {}, [1, 2, 3, 4]);
  }),
  contractCase(
    'redaction/during-read',
    'A read that comes to an event after its redaction gives no text, or began before and gives it whole.',
    async (store, claims) => {
      await three(store);
      for await (const item of store.read(ledger)) {
        const event = claims.right('an item', item);
        if (event?.position === 1) claims.written('the redaction', await store.redact(ledger, redactRequest(4, 2)), 4);
        if (event?.position === 2) claims.same('text and salt go together', 'text' in event, 'salt' in event);
      }
      const events = await claims.read('a read after it', store, ledger);
      claims.same(
        'the texts',
        events.filter((event) => 'text' in event || 'salt' in event),
        [],
      );
    },
  ),
];
