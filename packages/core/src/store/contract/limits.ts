import { maxBatchBytes, maxEventBytes } from '../port.js';
import { draft, drafts, draftWithText } from './drafts.js';
import type { ContractCase } from './kit.js';
import { contractCase } from './kit.js';

const ledger = 'example';
const million = 1_000_000;

/** Texts of a million letters that something between here and a disk might cut, quote, end or spell otherwise. */
const longTexts: Readonly<Record<string, string>> = {
  'a letter of one byte': 'a'.repeat(million),
  'a letter of two bytes': 'å'.repeat(million),
  'a letter of two halves': '👩'.repeat(million / 2),
  NULs: '\u0000'.repeat(million),
  quotes: `'"\\`.repeat(million / 4),
  'line ends and tabs': '\r\n\t'.repeat(million / 4),
  'statements of a database': "'); DROP TABLE events; --".repeat(million / 25),
};

export const limitCases: readonly ContractCase[] = [
  contractCase(
    'limits/long-texts',
    'A text of a million letters in data comes back letter by letter, whatever they are.',
    async (store, claims) => {
      const given = Object.values(longTexts);
      const batch = given.map((note, index) => draft(index + 1, { data: { [`nyckel '"\u0000\t`]: note } }));
      claims.written('the append', await store.append(ledger, batch), 1, batch.length);
      const events = await claims.read('what is read', store, ledger);
      for (const [index, what] of Object.keys(longTexts).entries()) {
        claims.holds(what, JSON.stringify(events[index]?.data) === JSON.stringify(batch[index]?.data));
      }
      claims.repeated('the same again', await store.append(ledger, batch), 1, batch.length);
    },
  ),
  contractCase('limits/long-half', 'A text of a million letters that ends in half a letter is refused.', async (store, claims) => {
    const note = `${'a'.repeat(million)}\ud83d`;
    claims.refused('the append', await store.append(ledger, [draft(1), draft(2, { data: { note } })]), 'InvalidInput');
    await claims.positions('what is read', store, ledger, {}, []);
  }),
  contractCase('limits/long-text', 'A free text of a million letters is refused.', async (store, claims) => {
    const result = await store.append(ledger, [draftWithText(1, 'a'.repeat(million))]);
    claims.refused('the append', result, 'InvalidInput');
    await claims.positions('what is read', store, ledger, {}, []);
  }),
  contractCase('limits/long-names', 'A name of a million letters is refused, wherever it stands.', async (store, claims) => {
    const name = 'a'.repeat(million);
    claims.refused('a ledger', await store.append(name, [draft(1)]), 'InvalidInput', { where: 'ledger' });
    claims.refused('a stream', await store.append(ledger, [draft(1, { stream: name })]), 'InvalidInput');
    claims.refused('a type', await store.append(ledger, [draft(1, { type: `N${name}` })]), 'InvalidInput');
    await claims.readRefused('a stream that is asked for', store, ledger, { stream: name }, 'InvalidInput');
    await claims.positions('what is read', store, ledger, {}, []);
  }),
  contractCase('limits/event', `An event has at most ${maxEventBytes} bytes, counted as UTF-8.`, async (store, claims) => {
    const room = maxEventBytes - JSON.stringify(draft(1, { data: { note: '' } })).length;
    claims.written('the largest', await store.append(ledger, [draft(1, { data: { note: 'a'.repeat(room) } })]), 1);
    const larger = draft(2, { data: { note: 'a'.repeat(room + 1) } });
    claims.refused('a larger', await store.append(ledger, [larger]), 'InvalidInput', { where: 'batch.0' });
    const escaped = draft(2, { data: { note: '\u0000'.repeat(Math.ceil(room / 6) + 1) } });
    claims.refused('one that is larger as JSON', await store.append(ledger, [escaped]), 'InvalidInput', { where: 'batch.0' });
    const [event] = await claims.read('what is read', store, ledger);
    claims.holds('the largest comes back whole', JSON.stringify(event?.data).length === room + '{"note":""}'.length);
    claims.written('what follows', await store.append(ledger, [draft(2)]), 2);
  }),
  contractCase('limits/batch', `A batch has at most ${maxBatchBytes} bytes: a larger one is refused whole.`, async (store, claims) => {
    const note = 'a'.repeat(Math.ceil(maxBatchBytes / 3));
    claims.refused('the append', await store.append(ledger, drafts(1, 3, { data: { note } })), 'InvalidInput', { where: 'batch' });
    await claims.positions('what is read', store, ledger, {}, []);
  }),
];
