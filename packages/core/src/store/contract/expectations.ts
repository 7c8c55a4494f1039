import { isLeft } from '../../base/either.js';
import type { Expected } from '../port.js';
import { draft, drafts } from './drafts.js';
import type { ContractCase } from './kit.js';
import { contractCase } from './kit.js';

const ledger = 'example';
const [june, july, august] = ['outcome/2025-06', 'outcome/2025-07', 'outcome/2025-08'] as const;
const member: string = 'constructor';

/** A case on a ledger of three events, two in June's stream and one in July's: each is appended against, with a draft of August's. */
const expecting = (
  name: string,
  behaviour: string,
  met: readonly Expected[],
  unmet: readonly (readonly [Expected, string, number])[],
): ContractCase =>
  contractCase(`expectations/${name}`, behaviour, async (_, claims, open) => {
    for (const [expected, where, actual] of [...met.map((each) => [each, undefined, 0] as const), ...unmet]) {
      const store = await open();
      await store.append(ledger, [draft(1, { stream: june }), draft(2, { stream: july }), draft(3, { stream: june })]);
      const what = `expecting ${JSON.stringify(expected)}`;
      const result = await store.append(ledger, [draft(4, { stream: august })], expected);
      if (where === undefined) claims.written(what, result, 4);
      else claims.refused(what, result, 'VersionConflict', { where, actual });
      await claims.positions(`${what}: what is there after`, store, ledger, { from: 3 }, where === undefined ? [3, 4] : [3]);
    }
  });

/** A case on an empty ledger. */
const expectingEmpty = (
  name: string,
  behaviour: string,
  met: readonly Expected[],
  unmet: readonly (readonly [Expected, string])[],
): ContractCase =>
  contractCase(`expectations/${name}`, behaviour, async (_, claims, open) => {
    for (const expected of met) {
      const result = await (await open()).append(ledger, [draft(1)], expected);
      claims.written(`expecting ${JSON.stringify(expected)}`, result, 1);
    }
    for (const [expected, where] of unmet) {
      const store = await open();
      const result = await store.append(ledger, [draft(1)], expected);
      claims.refused(`expecting ${JSON.stringify(expected)}`, result, 'VersionConflict', { where, actual: 0 });
      await claims.positions('what is there after', store, ledger, {}, []);
    }
  });

export const expectationCases: readonly ContractCase[] = [
  expecting(
    'none',
    'With nothing expected, anything may be there.',
    [{}, { streams: {} }, { head: 'any' }, { head: 'any', streams: { [june]: 'any' } }],
    [],
  ),
  expecting(
    'head',
    'A number is the head position exactly.',
    [{ head: 3 }],
    [
      [{ head: 2 }, 'head', 3],
      [{ head: 4 }, 'head', 3],
      [{ head: 0 }, 'head', 3],
    ],
  ),
  expecting('head-empty', 'A ledger with events is not empty.', [], [[{ head: 'empty' }, 'head', 3]]),
  expecting('head-exists', 'A ledger with events exists.', [{ head: 'exists' }], []),
  expectingEmpty(
    'new-ledger',
    'An unknown ledger is empty, at position 0.',
    [{ head: 'empty' }, { head: 0 }, { head: 'any' }],
    [
      [{ head: 'exists' }, 'head'],
      [{ head: 1 }, 'head'],
    ],
  ),
  expecting(
    'stream',
    "A number is a stream's version exactly, not its last position.",
    [{ streams: { [june]: 2 } }, { streams: { [july]: 1 } }],
    [
      [{ streams: { [june]: 3 } }, june, 2],
      [{ streams: { [june]: 1 } }, june, 2],
      [{ streams: { [july]: 2 } }, july, 1],
    ],
  ),
  expecting(
    'stream-empty',
    'A stream is empty until it has an event.',
    [{ streams: { [august]: 'empty' } }, { streams: { [august]: 0 } }],
    [
      [{ streams: { [june]: 'empty' } }, june, 2],
      [{ streams: { [july]: 0 } }, july, 1],
    ],
  ),
  expecting(
    'stream-exists',
    'A stream exists once it has an event.',
    [{ streams: { [june]: 'exists' } }],
    [[{ streams: { [august]: 'exists' } }, august, 0]],
  ),
  expectingEmpty(
    'stream-new-ledger',
    'In an unknown ledger all streams are empty.',
    [{ streams: { [june]: 'empty', [july]: 0 } }],
    [
      [{ streams: { [june]: 'exists' } }, june],
      [{ streams: { [june]: 1 } }, june],
    ],
  ),
  expecting(
    'several-streams',
    'Every named stream is asked about, also those that the batch does not go to.',
    [{ streams: { [june]: 2, [july]: 1, [august]: 'empty' } }],
    [
      [{ streams: { [june]: 2, [july]: 2 } }, july, 1],
      [{ streams: { [june]: 1, [july]: 1 } }, june, 2],
    ],
  ),
  expecting(
    'head-and-streams',
    'Head and streams are both asked about, the head first.',
    [{ head: 3, streams: { [june]: 2 } }],
    [
      [{ head: 3, streams: { [june]: 1 } }, june, 2],
      [{ head: 2, streams: { [june]: 2 } }, 'head', 3],
      [{ head: 2, streams: { [june]: 1 } }, 'head', 3],
    ],
  ),
  expecting(
    'not-a-family',
    'A stream is not the streams whose names begin alike.',
    [{ streams: { outcome: 'empty', 'outcome/2025': 'empty', 'outcome/2025_06': 'empty' } }],
    [[{ streams: { 'outcome/2025': 'exists' } }, 'outcome/2025', 0]],
  ),
  expectingEmpty(
    'object-names',
    'A stream named as a member of every object is a stream like others.',
    [{ streams: { [member]: 'empty' } }],
    [[{ streams: { [member]: 'exists' } }, member]],
  ),
  contractCase('expectations/race', 'Of two appends against the same head, one goes through.', async (store, claims) => {
    await store.append(ledger, [draft(1)]);
    const both = await Promise.all([store.append(ledger, [draft(2)], { head: 1 }), store.append(ledger, [draft(3)], { head: 1 })]);
    const lost = both.filter(isLeft);
    claims.same('the number of the refused', lost.length, 1);
    for (const result of lost) claims.refused('the loser', result, 'VersionConflict', { where: 'head', actual: 2 });
    await claims.positions('what is read', store, ledger, {}, [1, 2]);
  }),
  contractCase(
    'expectations/stream-race',
    'Of two appends against the same version of a stream, one goes through.',
    async (store, claims) => {
      const expected: Expected = { streams: { [july]: 'empty' } };
      const append = (n: number) => store.append(ledger, [draft(n, { stream: july, recordedAt: draft(1).recordedAt })], expected);
      const both = await Promise.all([append(1), append(2)]);
      claims.same('the number of the refused', both.filter(isLeft).length, 1);
      await claims.positions('what is read', store, ledger, { stream: july }, [1]);
    },
  ),
  contractCase(
    'expectations/crowd',
    'Appends at the same time that expect nothing all go in, each whole, without gaps.',
    async (store, claims) => {
      const { recordedAt } = draft(1);
      const batches = Array.from({ length: 12 }, (_, index) => drafts(index * 3 + 1, index * 3 + 3, { recordedAt }));
      const results = await Promise.all(batches.map((batch) => store.append(ledger, batch)));
      const firsts = results.map((result) => claims.right('an append', result)?.first ?? 0);
      claims.same(
        'where they begin',
        [...firsts].sort((a, b) => a - b),
        batches.map((_, index) => index * 3 + 1),
      );
      const events = await claims.read('what is read', store, ledger);
      for (const [index, batch] of batches.entries()) {
        const first = firsts[index] ?? 0;
        claims.same(
          'a batch in its place',
          events.slice(first - 1, first + 2).map(({ id }) => id),
          batch.map(({ id }) => id),
        );
      }
    },
  ),
];
