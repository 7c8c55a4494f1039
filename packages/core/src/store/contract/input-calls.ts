import type { Draft } from '../../record/envelope.js';
import { maxBatch } from '../port.js';
import { draft, drafts, draftWithText, redactRequest } from './drafts.js';
import type { ContractCase } from './kit.js';
import { as, contractCase } from './kit.js';

const ledger = 'example';

export const callInputCases: readonly ContractCase[] = [
  contractCase('input/empty-batch', 'A batch without drafts is refused.', async (store, claims) => {
    claims.refused('on an empty ledger', await store.append(ledger, []), 'InvalidInput');
    await store.append(ledger, [draft(1)]);
    claims.refused('on a ledger', await store.append(ledger, []), 'InvalidInput');
  }),
  contractCase('input/long-batch', `A batch of more than ${maxBatch} drafts is refused.`, async (store, claims) => {
    const batch = Array.from<Draft>({ length: maxBatch + 1 }).fill(draft(1));
    claims.refused('the append', await store.append(ledger, batch), 'InvalidInput');
    await claims.positions('what is read', store, ledger, {}, []);
  }),
  contractCase('input/no-batch', 'What is no list of drafts is refused.', async (store, claims) => {
    for (const batch of [
      undefined,
      null,
      7,
      'batch',
      {},
      draft(1),
      { length: 1, 0: draft(1) },
      [undefined],
      [null],
      [[draft(1)]],
      ['draft'],
    ]) {
      claims.refused(`a batch of ${JSON.stringify(batch)}`, await store.append(ledger, as(batch)), 'InvalidInput');
    }
  }),
  contractCase('input/ledger-name', 'A name that is no ledger’s is refused by every call.', async (store, claims) => {
    const names = [
      '',
      ' ',
      'a b',
      'a/b',
      '../a',
      '.a',
      '-a',
      '_a',
      '__proto__',
      'a\n',
      'a\u0000',
      "a'b",
      'a%',
      'a'.repeat(65),
      undefined,
      null,
      7,
      ['a'],
      {},
    ];
    for (const name of names) {
      const what = `ledger ${JSON.stringify(name)}`;
      claims.refused(`append to ${what}`, await store.append(as(name), [draft(1)]), 'InvalidInput', { where: 'ledger' });
      claims.refused(`head of ${what}`, await store.head(as(name)), 'InvalidInput', { where: 'ledger' });
      claims.refused(`redact in ${what}`, await store.redact(as(name), redactRequest(1, 2)), 'InvalidInput', { where: 'ledger' });
      await claims.readRefused(`read of ${what}`, store, as(name), {}, 'InvalidInput');
    }
    claims.same('the ledgers', claims.right('the ledgers', await store.ledgers()), []);
  }),
  contractCase('input/query', 'A query that is out of bounds gives one error, also on an unknown ledger.', async (store, claims) => {
    await store.append(ledger, drafts(1, 3));
    const queries: readonly unknown[] = [
      { from: 0 },
      { from: -1 },
      { from: 1.5 },
      { from: Number.NaN },
      { from: Number.POSITIVE_INFINITY },
      { from: 2 ** 53 },
      { from: '1' },
      { from: null },
      { to: -1 },
      { to: 0.5 },
      { to: Number.NaN },
      { to: '2' },
      { to: '2025-08-01' },
      { to: '2025-02-31T00:00:00.000Z' },
      { to: 'yesterday' },
      { stream: '' },
      { stream: 7 },
      { stream: '__proto__' },
      { stream: 'outcome/%' },
      { types: 'NoteMade' },
      { types: [7] },
      { types: [''] },
      { limit: 3 },
      { from: undefined },
      null,
      7,
      [],
    ];
    for (const query of queries) {
      await claims.readRefused(`reading ${JSON.stringify(query)}`, store, ledger, as(query), 'InvalidInput');
      await claims.readRefused(`reading ${JSON.stringify(query)} of an unknown ledger`, store, 'unknown', as(query), 'InvalidInput');
    }
  }),
  contractCase('input/expected', 'What cannot be expected is refused.', async (store, claims) => {
    const expectations: readonly unknown[] = [
      { head: -1 },
      { head: 0.5 },
      { head: Number.NaN },
      { head: '0' },
      { head: 'nothing' },
      { head: null },
      { head: undefined },
      { streams: { ledger: -1 } },
      { streams: { ledger: 'full' } },
      { streams: { ledger: undefined } },
      { streams: { 'No stream': 0 } },
      { streams: JSON.parse('{"__proto__":0}') },
      { streams: ['ledger'] },
      { streams: null },
      { position: 0 },
      null,
      'empty',
      0,
    ];
    for (const expected of expectations) {
      const result = await store.append(ledger, [draft(1)], as(expected));
      claims.refused(`expecting ${JSON.stringify(expected)}`, result, 'InvalidInput');
    }
    await claims.positions('what is read', store, ledger, {}, []);
  }),
  contractCase('input/redact', 'A request to redact of the wrong form is refused.', async (store, claims) => {
    await store.append(ledger, [draftWithText(1, 'En text.')]);
    const good = redactRequest(2, 1);
    const requests: readonly unknown[] = [
      null,
      undefined,
      {},
      { ...good, id: 'x' },
      { ...good, event: '__proto__' },
      { ...good, legalBasis: '' },
      { ...good, legalBasis: 'a\nb' },
      { ...good, recordedAt: 'now' },
      { ...good, actor: { role: 'controller' } },
      { ...good, decision: {} },
      { ...good, decision: undefined },
      { ...good, text: 'x' },
    ];
    for (const request of requests) {
      claims.refused(`the request ${JSON.stringify(request)}`, await store.redact(ledger, as(request)), 'InvalidInput');
    }
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the texts',
      events.map(({ text }) => text),
      ['En text.'],
    );
  }),
];
