import { describe, expect, it } from 'vitest';
import type { Draft, EventStore, Recorded, RecordError, StoreError } from '@driftbok/core';
import {
  chainChecker,
  eventAt,
  eventsOf,
  isLeft,
  isRight,
  left,
  memoryStore,
  openLedger,
  orThrow,
  replay,
  right,
  sha256Hex,
} from '@driftbok/core';
import { snapshot } from '../support/books.js';
import { anyDraft, draft, nextId, opened } from '../support/drafts.js';
import { leftOf } from '../support/either.js';
import { claim, close, host, ledgerOf, open, reopen, storeWith, who } from '../support/host.js';
import { withInvoices } from '../support/own-events.js';

const unavailable: StoreError = { _tag: 'Unavailable', operation: 'append', got: 'no disk' };

async function all(store: EventStore): Promise<readonly Recorded[]> {
  const events: Recorded[] = [];
  for await (const event of store.read('prov')) events.push(orThrow(event));
  return events;
}

describe('opening', () => {
  it('a name the store does not know is an empty ledger', async () => {
    const ledger = await ledgerOf();
    expect(ledger.book().position).toBe(0);
    expect(leftOf(await ledger.record([close('2025-01')]))).toMatchObject({
      _tag: 'ProposalError',
      error: { reason: 'ledger-not-opened' },
    });
  });

  it('reads what is there', async () => {
    const store = memoryStore();
    const first = await ledgerOf(store);
    orThrow(await first.record([open, close('2025-01')]));
    const second = await ledgerOf(store);
    expect(snapshot(second.book())).toEqual(snapshot(first.book()));
  });

  it('says that the store cannot be read, or that an event is not known', async () => {
    const store = memoryStore();
    const own = await ledgerOf(store, { catalogue: withInvoices() });
    orThrow(await own.record([open]));
    // A posting needs codes; an invoice that posts nothing will do.
    const bare = await ledgerOf(store, { catalogue: withInvoices({ posts: () => [] }) });
    orThrow(await bare.record([{ type: 'InvoiceBooked', data: { number: 'F1', month: '2025-01', amount: '1.00' }, actor: who }]));
    expect(leftOf(await openLedger(host(store)))).toMatchObject({ _tag: 'ReplayError', reason: 'decode', position: 2 });
    await store.close();
    expect(leftOf(await openLedger(host(store)))).toMatchObject({ _tag: 'Unavailable' });
    expect(leftOf(await openLedger(host(memoryStore(), { name: '' })))).toMatchObject({ _tag: 'InvalidInput' });
  });
});

describe('recording', () => {
  it('gives each event its id, time, stream and place', async () => {
    const store = memoryStore();
    const ledger = await ledgerOf(store);
    const receipt = orThrow(await ledger.record([open, close('2025-01')]));
    const events = await all(store);
    expect(events.map(({ stream, position, version, recordedAt, actor }) => [stream, position, version, recordedAt, actor])).toEqual([
      ['ledger', 1, 1, '2025-01-01T00:00:00.000Z', who],
      ['outcome/2025-01', 2, 1, '2025-01-01T00:00:00.000Z', who],
    ]);
    expect(receipt).toEqual({
      first: 1,
      last: 2,
      repeated: false,
      head: { position: 2, hash: events[1]?.hash, recordedAt: '2025-01-01T00:00:00.000Z' },
    });
    expect(eventsOf(ledger.book())).toEqual(events);
    const check = chainChecker(sha256Hex);
    expect(events.every((event) => isRight(check(event)))).toBe(true);
  });

  it('keeps what a command says beside its data', async () => {
    const ledger = await ledgerOf();
    const [source, decision] = [
      { document: 'd', basis: 'stated' },
      { body: 'b', date: '2025-01-01' },
    ] as const;
    const cause = nextId();
    orThrow(await ledger.record([{ ...open, source, decision, cause, correlation: 'c', stream: 'ledger' }]));
    expect(eventAt(ledger.book(), 1)).toMatchObject({ source, decision, cause, correlation: 'c' });
  });

  it('of nothing is refused by the store', async () => {
    expect(leftOf(await (await ledgerOf()).record([]))).toMatchObject({ _tag: 'InvalidInput', where: 'batch' });
  });

  it.each<[string, unknown, string, readonly string[]]>([
    ['an unknown type', { type: 'Nonsense', data: {}, actor: who }, 'Nonsense', ['type']],
    ['data of another form', { type: 'PeriodClosed', data: { month: 'x' }, actor: who }, 'PeriodClosed', ['data.month']],
    ['data that is missing', { type: 'PeriodClosed', actor: who }, 'PeriodClosed', ['data']],
    [
      'a stream that nobody can tell',
      { type: 'TextRedacted', data: { event: nextId(), legalBasis: 'b' }, actor: who },
      'TextRedacted',
      ['stream'],
    ],
    [
      'an actor of another form',
      { type: 'PeriodClosed', data: { month: '2025-01' }, actor: { role: 'r', id: 'i', name: 'N N' } },
      'PeriodClosed',
      ['actor.name'],
    ],
    [
      'a source of another form',
      { type: 'PeriodClosed', data: { month: '2025-01' }, actor: who, source: { document: '', basis: 'x' } },
      'PeriodClosed',
      ['source.document', 'source.basis'],
    ],
    ['a key of its own making', { type: 'PeriodClosed', data: { month: '2025-01' }, actor: who, note: 1 }, 'PeriodClosed', ['note']],
    [
      'a key that is undefined',
      { type: 'PeriodClosed', data: { month: '2025-01' }, actor: who, source: undefined },
      'PeriodClosed',
      ['source'],
    ],
    ['nothing', undefined, '', ['']],
    ['null', null, '', ['type']],
    ['a text', 'PeriodClosed', '', ['type']],
    ['an empty list', [], '', ['type']],
    ['no type', { data: {}, actor: who }, '', ['type']],
    ['what is no JSON', { type: 'PeriodClosed', data: { month: new Map() }, actor: who }, 'PeriodClosed', ['data.month']],
  ])('refuses %s, by its place in the batch', async (_, command, type, paths) => {
    const ledger = await ledgerOf();
    const before = snapshot(ledger.book());
    const error = leftOf(await ledger.record([open, command as never]));
    expect(error).toMatchObject({ _tag: 'CommandError', index: 1, type });
    expect(error._tag === 'CommandError' && error.issues.map(({ path }) => path)).toEqual(paths);
    expect(snapshot(ledger.book())).toEqual(before);
    expect(isRight(await ledger.record([open]))).toBe(true);
  });

  it('refuses by the rules, and nothing of the batch is there', async () => {
    const store = memoryStore();
    const ledger = await ledgerOf(store);
    orThrow(await ledger.record([open, close('2025-01')]));
    const before = snapshot(ledger.book());
    expect(leftOf(await ledger.record([close('2025-02'), close('2025-01')]))).toMatchObject({
      _tag: 'ProposalError',
      index: 1,
      error: { reason: 'period-closed' },
    });
    expect(snapshot(ledger.book())).toEqual(before);
    expect(await all(store)).toHaveLength(2);
  });

  it('gives a book that stays as it was', async () => {
    const ledger = await ledgerOf();
    orThrow(await ledger.record([open]));
    const book = ledger.book();
    const before = snapshot(book);
    orThrow(await ledger.record([close('2025-01')]));
    expect(snapshot(book)).toEqual(before);
    expect(ledger.book().position).toBe(2);
  });

  it('knows types of the embedder’s own', async () => {
    const ledger = await ledgerOf(memoryStore(), { catalogue: withInvoices({ posts: () => [] }) });
    orThrow(await ledger.record([open, { type: 'InvoiceBooked', data: { number: 'F1', month: '2025-01', amount: '1.00' }, actor: who }]));
    expect(eventAt(ledger.book(), 2)).toMatchObject({ stream: 'invoice/F1', schemaVersion: 1 });
  });

  it('does not follow what its caller changes afterwards', async () => {
    const store = memoryStore();
    const ledger = await ledgerOf(store);
    const data = { month: '2025-01' };
    const commands = [open, { type: 'PeriodClosed' as const, data, actor: who }];
    const recording = ledger.record(commands);
    data.month = '2025-02';
    commands.pop();
    orThrow(await recording);
    data.month = '2025-03';
    expect(eventAt(ledger.book(), 2)?.data).toEqual({ month: '2025-01' });
    const posted = draft('PeriodClosed', { month: '2025-04' }, { recordedAt: '2025-02-01T00:00:00.000Z' });
    const drafts = [posted];
    const importing = ledger.importDrafts(drafts);
    (posted.data as { month: string }).month = '2025-05';
    drafts.pop();
    orThrow(await importing);
    (posted.data as { month: string }).month = '2025-06';
    expect(eventAt(ledger.book(), 3)?.data).toEqual({ month: '2025-04' });
    expect(eventsOf(ledger.book())).toEqual(await all(store));
  });
});

describe('calls made at once', () => {
  it('are carried out in order', async () => {
    const store = memoryStore();
    const ledger = await ledgerOf(store);
    const months = Array.from(
      { length: 20 },
      (_, index) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    );
    const results = await Promise.all([ledger.record([open]), ...months.map((month) => ledger.record([close(month)])), ledger.refresh()]);
    expect(results.every((result) => isRight<unknown>(result))).toBe(true);
    expect((await all(store)).slice(1).map(({ stream }) => stream)).toEqual(months.map((month) => `outcome/${month}`));
    expect(ledger.book().position).toBe(21);
  });

  it('go on after one that is refused', async () => {
    const ledger = await ledgerOf();
    const [first, second, third] = await Promise.all([ledger.record([open]), ledger.record([open]), ledger.record([close('2025-01')])]);
    expect([isRight(first), isRight(second), isRight(third)]).toEqual([true, false, true]);
  });

  it('go on after one in which the host’s own code throws', async () => {
    let calls = 0;
    const clock = (): string => {
      if (++calls === 2) throw new Error('no clock');
      return '2025-01-01T00:00:00.000Z';
    };
    const ledger = await ledgerOf(memoryStore(), { clock });
    const [first, second, third] = await Promise.allSettled([
      ledger.record([open]),
      ledger.record([close('2025-01')]),
      ledger.record([close('2025-02')]),
    ]);
    expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(third.status === 'fulfilled' && isRight(third.value)).toBe(true);
  });
});

describe('another writer', () => {
  it('moves the head: the batch is decided again on what it left', async () => {
    const store = memoryStore();
    const [one, other] = [await ledgerOf(store), await ledgerOf(store)];
    orThrow(await one.record([open]));
    orThrow(await other.record([close('2025-01')]));
    expect(one.book().position).toBe(1);
    expect(orThrow(await one.record([close('2025-02')]))).toMatchObject({ first: 3, last: 3 });
    expect(one.book().state.closedMonths.size).toBe(2);
  });

  it('has done it already: the batch is refused by what it left', async () => {
    const store = memoryStore();
    const [one, other] = [await ledgerOf(store), await ledgerOf(store)];
    orThrow(await one.record([open]));
    orThrow(await other.record([close('2025-01')]));
    expect(leftOf(await one.record([close('2025-01')]))).toMatchObject({ _tag: 'ProposalError', error: { reason: 'period-closed' } });
    expect(one.book().position).toBe(2);
  });

  it('has made possible what was not: a refusal on an old head is looked at again', async () => {
    const store = memoryStore();
    const one = await ledgerOf(store);
    orThrow(await one.record([open, close('2025-01')]));
    const other = await ledgerOf(store);
    orThrow(await other.record([reopen('2025-01')]));
    expect(orThrow(await one.record([close('2025-01')]))).toMatchObject({ first: 4 });
    expect(leftOf(await one.record([close('2025-01')]))).toMatchObject({ _tag: 'ProposalError' });
  });

  it('is taken in when asked for', async () => {
    const store = memoryStore();
    const [one, other] = [await ledgerOf(store), await ledgerOf(store)];
    orThrow(await one.record([open, close('2025-01')]));
    expect(orThrow(await other.refresh()).position).toBe(2);
    expect(snapshot(other.book())).toEqual(snapshot(one.book()));
    expect(orThrow(await other.refresh())).toBe(other.book());
  });

  it('whose clock is ahead makes time stand, not fall', async () => {
    const store = memoryStore();
    const ahead = await ledgerOf(store, { clock: () => '2030-01-01T00:00:00.000Z' });
    const one = await ledgerOf(store);
    orThrow(await ahead.record([open]));
    orThrow(await one.record([close('2025-01')]));
    expect(eventAt(one.book(), 2)?.recordedAt).toBe('2030-01-01T00:00:00.000Z');
  });

  it('that moves the head each time is given up on', async () => {
    const inner = memoryStore();
    let attempts = 0;
    const store = storeWith(inner, {
      append: async () => {
        attempts++;
        return left({ _tag: 'VersionConflict', where: 'head', expected: 0, actual: 1 });
      },
    });
    const ledger = await ledgerOf(store);
    expect(leftOf(await ledger.record([open]))).toEqual({ _tag: 'Contended', attempts: 20 });
    expect(attempts).toBe(20);
    expect(ledger.book().position).toBe(0);
  });

  it('is met again and again, and passed', async () => {
    const inner = memoryStore();
    const rival = await ledgerOf(inner);
    orThrow(await rival.record([open]));
    let left_ = 5;
    const store = storeWith(inner, {
      append: async (...args) => {
        if (left_-- > 0) orThrow(await rival.record([close(`2030-${String(left_ + 1).padStart(2, '0')}`)]));
        return inner.append(...args);
      },
    });
    const ledger = await ledgerOf(store);
    expect(orThrow(await ledger.record([close('2025-01')]))).toMatchObject({ first: 7, last: 7 });
    expect(snapshot(ledger.book())).toEqual(snapshot(orThrow(replay(await all(inner)))));
  });
});

describe('a store that fails', () => {
  const failing = (...errors: readonly (StoreError | undefined)[]): EventStore => {
    const inner = memoryStore();
    let call = 0;
    return storeWith(inner, {
      append: async (...args) => {
        const error = errors[call++];
        return error === undefined ? inner.append(...args) : left(error);
      },
    });
  };

  it('leaves everything as it was, and can be asked again', async () => {
    const ledger = await ledgerOf(failing(undefined, unavailable));
    orThrow(await ledger.record([open]));
    const book = ledger.book();
    const before = snapshot(book);
    expect(leftOf(await ledger.record([close('2025-01')]))).toEqual(unavailable);
    expect(ledger.book()).toBe(book);
    expect(snapshot(book)).toEqual(before);
    expect(orThrow(await ledger.record([close('2025-01')]))).toMatchObject({ first: 2 });
    expect(ledger.book().history).toBe(book.history);
  });

  it('while the newest is read gives its own error', async () => {
    const inner = memoryStore();
    const rival = await ledgerOf(inner);
    let broken = false;
    const store = storeWith(inner, {
      read: (...args) =>
        broken
          ? (async function* () {
              yield left({ ...unavailable, operation: 'read' });
            })()
          : inner.read(...args),
    });
    const ledger = await ledgerOf(store);
    orThrow(await rival.record([open]));
    broken = true;
    expect(leftOf(await ledger.record([open]))).toMatchObject({ _tag: 'Unavailable', operation: 'read' });
    expect(leftOf(await ledger.refresh())).toMatchObject({ _tag: 'Unavailable', operation: 'read' });
    expect(ledger.book().position).toBe(0);
  });

  it('that throws, against its word, leaves everything as it was', async () => {
    const inner = memoryStore();
    let broken = false;
    const store = storeWith(inner, {
      append: async (...args) => {
        if (broken) throw new Error('against its word');
        return inner.append(...args);
      },
    });
    const ledger = await ledgerOf(store);
    orThrow(await ledger.record([open]));
    const book = ledger.book();
    broken = true;
    await expect(ledger.record([close('2025-01')])).rejects.toThrow('against its word');
    broken = false;
    orThrow(await ledger.record([close('2025-01')]));
    expect(ledger.book().history).toBe(book.history);
    expect(ledger.book().position).toBe(2);
  });

  it('that seals otherwise than the ledger is found out', async () => {
    const inner = memoryStore();
    const store = storeWith(inner, {
      append: async (...args) => {
        const receipt = await inner.append(...args);
        return isLeft(receipt) ? receipt : right({ ...receipt.right, head: { ...receipt.right.head, hash: 'f'.repeat(64) } });
      },
    });
    const ledger = await ledgerOf(store);
    const error: RecordError = leftOf(await ledger.record([open]));
    expect(error).toMatchObject({ _tag: 'StoreDiverged', got: 'f'.repeat(64) });
    expect(ledger.book().position).toBe(0);
  });
});

describe('time', () => {
  it('never falls, though the clock is set back', async () => {
    const times = ['2025-03-01T00:00:00.000Z', '2025-02-01T00:00:00.000Z', '2025-02-02T00:00:00.000Z', '2025-04-01T00:00:00.000Z'];
    let call = 0;
    const ledger = await ledgerOf(memoryStore(), { clock: () => times[call++] ?? '' });
    for (const command of [open, close('2025-01'), close('2025-02'), close('2025-03')]) orThrow(await ledger.record([command]));
    expect(eventsOf(ledger.book()).map(({ recordedAt }) => recordedAt)).toEqual([times[0], times[0], times[0], times[3]]);
  });

  it('does not fall within a batch', async () => {
    const times = ['2025-03-01T00:00:00.000Z', '2025-02-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'];
    let call = 0;
    const ledger = await ledgerOf(memoryStore(), { clock: () => times[call++] ?? '' });
    orThrow(await ledger.record([open, close('2025-01'), close('2025-02')]));
    expect(new Set(eventsOf(ledger.book()).map(({ recordedAt }) => recordedAt)).size).toBe(1);
  });

  it('that is none is refused', async () => {
    const ledger = await ledgerOf(memoryStore(), { clock: () => 'now' });
    expect(leftOf(await ledger.record([open]))).toMatchObject({ _tag: 'CommandError', issues: [{ path: 'recordedAt' }] });
  });
});

describe('ids', () => {
  it('are the host’s, and of the form', async () => {
    const ledger = await ledgerOf(memoryStore(), { newId: () => 'x' });
    expect(leftOf(await ledger.record([open]))).toMatchObject({ _tag: 'CommandError', issues: [{ path: 'id' }] });
  });

  it('are made once a command, however often it is decided', async () => {
    const inner = memoryStore();
    let conflicts = 3;
    const ids: (readonly string[])[] = [];
    const store = storeWith(inner, {
      append: async (name, batch, expected) => {
        ids.push(batch.map(({ id }) => id));
        return conflicts-- > 0
          ? left({ _tag: 'VersionConflict', where: 'head', expected: 0, actual: 1 })
          : inner.append(name, batch, expected);
      },
    });
    orThrow(await (await ledgerOf(store)).record([open, claim('text')]));
    expect(ids).toHaveLength(4);
    expect(new Set(ids.map((each) => each.join()))).toHaveLength(1);
  });
});

describe('importing drafts', () => {
  const drafts: readonly Draft[] = [opened(), draft('PeriodClosed', { month: '2025-01' }), draft('PeriodClosed', { month: '2025-02' })];

  it('records them with their own ids and times', async () => {
    const ledger = await ledgerOf();
    expect(orThrow(await ledger.importDrafts(drafts))).toMatchObject({ first: 1, last: 3, repeated: false });
    expect(eventsOf(ledger.book()).map(({ id }) => id)).toEqual(drafts.map(({ id }) => id));
  });

  it('again gives the first receipt, also after more was recorded', async () => {
    const ledger = await ledgerOf();
    const first = orThrow(await ledger.importDrafts(drafts));
    orThrow(await ledger.record([close('2025-03')]));
    expect(orThrow(await ledger.importDrafts(drafts))).toEqual({ ...first, repeated: true });
    expect(ledger.book().position).toBe(4);
  });

  it('that another writer has imported gives the first receipt, however old the book is', async () => {
    const store = memoryStore();
    const [one, other, third] = [await ledgerOf(store), await ledgerOf(store), await ledgerOf(store)];
    orThrow(await one.importDrafts(drafts.slice(0, 1)));
    orThrow(await one.record([close('2030-01')]));
    const first = orThrow(await one.importDrafts(drafts.slice(1)));
    orThrow(await one.record([close('2030-02')]));
    expect(orThrow(await third.importDrafts(drafts.slice(0, 1)))).toMatchObject({ first: 1, last: 1, repeated: true });
    orThrow(await third.refresh());
    expect(orThrow(await other.importDrafts(drafts.slice(1)))).toEqual({ ...first, repeated: true });
    expect(other.book().position).toBe(5);
    expect(snapshot(other.book())).toEqual(snapshot(third.book()));
  });

  it('in part, or with other content, is refused', async () => {
    const ledger = await ledgerOf();
    orThrow(await ledger.importDrafts(drafts));
    expect(leftOf(await ledger.importDrafts([drafts[2] as Draft, draft('PeriodClosed', { month: '2025-09' })]))).toMatchObject({
      _tag: 'DuplicateId',
    });
    expect(leftOf(await ledger.importDrafts([{ ...(drafts[2] as Draft), data: { month: '2025-12' } }]))).toMatchObject({
      _tag: 'DuplicateId',
    });
    expect(ledger.book().position).toBe(3);
  });

  it('follows the rules, and the form', async () => {
    const ledger = await ledgerOf();
    orThrow(await ledger.importDrafts(drafts));
    expect(leftOf(await ledger.importDrafts([draft('PeriodClosed', { month: '2025-01' })]))).toMatchObject({
      _tag: 'ProposalError',
      error: { reason: 'period-closed' },
    });
    expect(
      leftOf(await ledger.importDrafts([draft('PeriodClosed', { month: '2025-03' }, { recordedAt: '2024-12-31T00:00:00.000Z' })])),
    ).toMatchObject({ error: { reason: 'time-falls' } });
    expect(leftOf(await ledger.importDrafts([anyDraft('Nonsense', 'ledger', {})]))).toMatchObject({ error: { reason: 'unknown-type' } });
    expect(leftOf(await ledger.importDrafts([draft('PeriodClosed', { month: '2025-03' }, { recordedAt: 'x' })]))).toMatchObject({
      _tag: 'InvalidInput',
      where: 'batch.0.recordedAt',
    });
    for (const nothing of [[], null, [null], {}])
      expect(leftOf(await ledger.importDrafts(nothing as never))).toMatchObject({ _tag: 'InvalidInput' });
    expect(ledger.book().position).toBe(3);
  });
});
