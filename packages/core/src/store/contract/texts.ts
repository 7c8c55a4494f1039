import { draft, drafts, draftWithText, erased, idOf, saltOf } from './drafts.js';
import type { ContractCase } from './kit.js';
import { contractCase } from './kit.js';

const ledger = 'example';

export const textCases: readonly ContractCase[] = [
  contractCase('texts/kept', 'A text and its salt lie beside the event.', async (store, claims) => {
    const given = draftWithText(1, 'Elen blev dyrare än väntat.');
    claims.written('the append', await store.append(ledger, [given]), 1);
    const [event] = await claims.read('what is read', store, ledger);
    claims.same('text and salt', [event?.text, event?.salt], [given.text, given.salt]);
    claims.same('the data', event?.data, given.data);
  }),
  contractCase('texts/outside-hash', "The event's hash is the same with its text and without.", async (store, claims) => {
    const given = draftWithText(1, 'En text.');
    await store.append('with', [given]);
    await store.append('without', [erased(given)]);
    const [one] = await claims.read('with', store, 'with');
    const [other] = await claims.read('without', store, 'without');
    claims.holds('there is a hash', one?.hash !== undefined);
    claims.same('the hash', one?.hash, other?.hash);
  }),
  contractCase('texts/exact', 'A text comes back letter by letter.', async (store, claims) => {
    const texts = [
      ' ',
      'å',
      'a\u030a',
      '👩‍👩‍👧 𐐷',
      'rad 1\r\nrad 2\n\trad 3\u2028',
      'noll \u0000 noll',
      "'; DROP TABLE events; --",
      '\ufeffbom',
      '"\\/\u007f',
    ];
    await store.append(
      ledger,
      texts.map((text, index) => draftWithText(index + 1, text)),
    );
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the texts',
      events.map(({ text }) => text),
      texts,
    );
  }),
  contractCase('texts/longest', 'A text may be 65 536 characters long, and no longer.', async (store, claims) => {
    const longest = 'å'.repeat(65_536);
    claims.written('the longest', await store.append(ledger, [draftWithText(1, longest)]), 1);
    const [event] = await claims.read('what is read', store, ledger);
    claims.holds('it comes back whole', event?.text === longest);
    claims.refused('a longer', await store.append(ledger, [draftWithText(2, `${longest}.`)]), 'InvalidInput');
    claims.refused('an empty', await store.append(ledger, [draftWithText(2, '')]), 'InvalidInput');
  }),
  contractCase('texts/without-salt', 'A text without its salt is refused, and a salt without its text.', async (store, claims) => {
    const { text: _text, ...noText } = draftWithText(1, 'En text.');
    const { salt: _salt, ...noSalt } = draftWithText(1, 'En text.');
    claims.refused('text alone', await store.append(ledger, [noSalt]), 'TextMismatch', { id: idOf(1) });
    claims.refused('salt alone', await store.append(ledger, [noText]), 'TextMismatch', { id: idOf(1) });
    await claims.positions('what is read', store, ledger, {}, []);
  }),
  contractCase('texts/other-hash', 'A text whose salted hash is not data.textHash is refused.', async (store, claims) => {
    const given = draftWithText(1, 'En text.');
    claims.refused('another text', await store.append(ledger, [{ ...given, text: 'En annan.' }]), 'TextMismatch', { id: idOf(1) });
    claims.refused('another salt', await store.append(ledger, [{ ...given, salt: saltOf(2) }]), 'TextMismatch', { id: idOf(1) });
    await claims.positions('what is read', store, ledger, {}, []);
  }),
  contractCase('texts/no-hash', 'A text to which data holds no hash is refused.', async (store, claims) => {
    for (const data of [{ note: 1 }, null, 'text', { textHash: null }, ['textHash']]) {
      const result = await store.append(ledger, [draftWithText(1, 'En text.', { data })]);
      claims.refused(`data ${JSON.stringify(data)}`, result, 'TextMismatch', { id: idOf(1) });
    }
  }),
  contractCase('texts/gone-before', 'An event whose text is already gone may be appended.', async (store, claims) => {
    const given = draftWithText(1, 'En text.');
    claims.written('the append', await store.append(ledger, [erased(given), draft(2)]), 1, 2);
    claims.refused('its text later', await store.append(ledger, [given]), 'TextErased', { id: idOf(1) });
    const [event] = await claims.read('what is read', store, ledger);
    claims.holds('there is no text', event !== undefined && !('text' in event) && !('salt' in event));
  }),
  contractCase('texts/many', 'Every event of a batch keeps its own text.', async (store, claims) => {
    const batch = [...drafts(1, 2), draftWithText(3, 'Tredje.'), draft(4), draftWithText(5, 'Femte.')];
    await store.append(ledger, batch);
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the texts',
      events.map(({ text }) => text ?? null),
      [null, null, 'Tredje.', null, 'Femte.'],
    );
  }),
];
