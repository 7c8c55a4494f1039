import { describe, expect, it } from 'vitest';
import { chainChecker, eventAt, eventsOf, isRight, memoryStore, orThrow, sha256Hex, textHashOf } from '@driftbok/core';
import type { EventStore, Ledger } from '@driftbok/core';
import { snapshot } from '../support/books.js';
import { nextId } from '../support/drafts.js';
import { leftOf } from '../support/either.js';
import { claim, close, ledgerOf, open, storeWith, who } from '../support/host.js';

const text = 'Placeringarna ökar.\nSe bilaga 😀';
const texts = (ledger: Ledger) => eventsOf(ledger.book()).map((event) => event.text);
const request = (event: string) => ({ event, legalBasis: 'OSL 26 kap. 1 §', actor: who });

describe('a text', () => {
  it('lies beside its event with a salt, and its hash inside', async () => {
    const ledger = await ledgerOf();
    orThrow(await ledger.record([open, claim(text), claim()]));
    const salt = '00000000000000000000000000000001';
    expect(eventAt(ledger.book(), 2)).toMatchObject({ text, salt, data: { claim: 'x', textHash: textHashOf(text, salt, sha256Hex) } });
    expect(Object.keys(eventAt(ledger.book(), 3) ?? {})).not.toContain('text');
    const check = chainChecker(sha256Hex);
    expect(eventsOf(ledger.book()).every((event) => isRight(check(event)))).toBe(true);
  });

  it('has a salt of its own', async () => {
    const ledger = await ledgerOf();
    orThrow(await ledger.record([open, claim(text), claim(text, 'y')]));
    expect(eventAt(ledger.book(), 2)?.salt).not.toBe(eventAt(ledger.book(), 3)?.salt);
    expect(eventAt(ledger.book(), 2)?.data).not.toEqual({ ...(eventAt(ledger.book(), 3)?.data as object), claim: 'x' });
  });

  it('needs a salt of 32 lower-case hex digits', async () => {
    const store = memoryStore();
    for (const newSalt of [
      undefined,
      () => '',
      () => 'x'.repeat(32),
      () => '0'.repeat(31),
      () => 'A'.repeat(32),
      () => undefined as never,
    ]) {
      const more = newSalt === undefined ? { newSalt: undefined as never } : { newSalt };
      expect(leftOf(await (await ledgerOf(store, more)).record([open, claim(text)]))).toEqual({ _tag: 'SaltMissing', index: 1 });
    }
    expect(isRight(await (await ledgerOf(store, { newSalt: undefined as never })).record([open, claim()]))).toBe(true);
  });

  it('is of a form, and of an event that holds its hash', async () => {
    const ledger = await ledgerOf();
    orThrow(await ledger.record([open]));
    expect(leftOf(await ledger.record([{ ...close('2025-01'), text }]))).toMatchObject({
      _tag: 'CommandError',
      index: 0,
      issues: [{ path: 'data.textHash', expected: 'no such key' }],
    });
    for (const wrong of ['', 'x'.repeat(65_537)])
      expect(leftOf(await ledger.record([claim(wrong)]))).toMatchObject({ _tag: 'InvalidInput', where: 'batch.0.text' });
    expect(leftOf(await ledger.record([claim('\ud800')]))).toMatchObject({ _tag: 'CommandError', issues: [{ path: 'text' }] });
    expect(ledger.book().position).toBe(1);
  });
});

describe('redacting', () => {
  const withText = async (store: EventStore = memoryStore()): Promise<readonly [Ledger, string]> => {
    const ledger = await ledgerOf(store);
    orThrow(await ledger.record([open, claim(text), close('2025-01')]));
    return [ledger, eventAt(ledger.book(), 2)?.id ?? ''];
  };

  it('erases text and salt, everywhere, and records that', async () => {
    const store = memoryStore();
    const [ledger, id] = await withText(store);
    const before = eventAt(ledger.book(), 2);
    expect(orThrow(await ledger.redact({ ...request(id), decision: { body: 'Nämnden', date: '2025-02-01' } }))).toMatchObject({
      first: 4,
      last: 4,
      repeated: false,
    });
    const after = eventAt(ledger.book(), 2);
    const { text: _text, salt: _salt, ...rest } = before ?? {};
    expect(after).toEqual(rest);
    expect(eventAt(ledger.book(), 4)).toMatchObject({
      type: 'TextRedacted',
      stream: 'claim/x',
      data: { event: id, legalBasis: 'OSL 26 kap. 1 §' },
      decision: { body: 'Nämnden' },
    });
    expect([...ledger.book().state.redacted.keys()]).toEqual([id]);
    expect(JSON.stringify(eventsOf(ledger.book()))).not.toContain('Placeringarna');
    const check = chainChecker(sha256Hex);
    expect(eventsOf(ledger.book()).every((event) => isRight(check(event)))).toBe(true);
    expect(snapshot(ledger.book())).toEqual(snapshot((await ledgerOf(store)).book()));
  });

  it('goes on from there', async () => {
    const [ledger, id] = await withText();
    orThrow(await ledger.redact(request(id)));
    expect(orThrow(await ledger.record([close('2025-02')]))).toMatchObject({ first: 5 });
  });

  it('is of an event with a text, once', async () => {
    const [ledger, id] = await withText();
    const without = eventAt(ledger.book(), 3)?.id ?? '';
    for (const of of [without, nextId()])
      expect(leftOf(await ledger.redact(request(of)))).toMatchObject({ _tag: 'NothingToRedact', event: of });
    orThrow(await ledger.redact(request(id)));
    expect(leftOf(await ledger.redact(request(id)))).toMatchObject({ _tag: 'NothingToRedact' });
    expect(leftOf(await ledger.redact({ ...request(id), legalBasis: '' }))).toMatchObject({
      _tag: 'InvalidInput',
      where: 'request.legalBasis',
    });
    expect(ledger.book().position).toBe(4);
  });

  it('reaches other writers when they take in what is new', async () => {
    const store = memoryStore();
    const [ledger, id] = await withText(store);
    const [other, third] = [await ledgerOf(store), await ledgerOf(store)];
    orThrow(await ledger.redact(request(id)));
    expect(texts(other)).toContain(text);
    orThrow(await other.refresh());
    expect(texts(other)).not.toContain(text);
    // Also where the news comes by recording.
    orThrow(await third.record([close('2025-05')]));
    expect(texts(third)).not.toContain(text);
    expect(snapshot(third.book())).toEqual(snapshot((await ledgerOf(store)).book()));
  });

  it('does not mind that another writer’s clock is ahead', async () => {
    const store = memoryStore();
    const [ledger, id] = await withText(store);
    orThrow(await (await ledgerOf(store, { clock: () => '2030-01-01T00:00:00.000Z' })).record([close('2025-06')]));
    orThrow(await ledger.redact(request(id)));
    expect(eventAt(ledger.book(), 5)?.recordedAt).toBe('2030-01-01T00:00:00.000Z');
  });

  it('shows the old book or the new one, and nothing between', async () => {
    const inner = memoryStore();
    const seen: number[] = [];
    const watch: { ledger?: Ledger } = {};
    const store = storeWith(inner, {
      read: (...args) =>
        (async function* () {
          for await (const event of inner.read(...args)) {
            if (watch.ledger !== undefined) seen.push(watch.ledger.book().position);
            yield event;
          }
        })(),
    });
    const [ledger, id] = await withText(store);
    watch.ledger = ledger;
    orThrow(await ledger.redact(request(id)));
    expect(new Set(seen)).toEqual(new Set([3]));
    expect(ledger.book().position).toBe(4);
  });

  it('keeps the book where what is new cannot be read', async () => {
    const inner = memoryStore();
    let reads = Number.POSITIVE_INFINITY;
    const store = storeWith(inner, {
      read: (...args) =>
        reads-- > 0
          ? inner.read(...args)
          : (async function* () {
              yield { _tag: 'Left' as const, left: { _tag: 'Unavailable' as const, operation: 'read', got: 'no disk' } };
            })(),
    });
    const [ledger, id] = await withText(store);
    reads = 1;
    expect(leftOf(await ledger.redact(request(id)))).toMatchObject({ _tag: 'Unavailable' });
    expect(ledger.book().position).toBe(3);
    reads = Number.POSITIVE_INFINITY;
    orThrow(await ledger.refresh());
    expect(texts(ledger)).not.toContain(text);
  });
});
