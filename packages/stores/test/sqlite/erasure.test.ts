import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import { orThrow } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';
import { bytesUnder, eventsOf, newPath, openFile } from '../support/files.js';

const { draft, drafts, draftWithText, redactRequest, saltOf } = samples;

const ledger = 'example';
const text = 'Handläggaren bedömer att Ärendet 4711 rör en enskild.';

describe('an erased text', () => {
  it.each([
    ['short', text],
    ['of many pages', text.repeat(1000)],
    ['with a NUL in it', `Före\0${text}`],
  ])('%s is in no byte of the file, its log or its index', async (_, secret) => {
    const path = newPath();
    const store = await openFile(path);
    await store.append(ledger, [draft(1), draftWithText(2, secret), ...drafts(3, 40)]);
    await store.append(
      ledger,
      Array.from({ length: 30 }, (_each, n) => draftWithText(50 + n, `En annan text ${n}, ${'lång '.repeat(80)}.`)),
    );
    expect((await eventsOf(store, ledger))[1]?.text).toBe(secret);
    expect(bytesUnder(path).includes('Ärendet 4711')).toBe(true);

    const receipt = orThrow(await store.redact(ledger, redactRequest(90, 2)));
    expect(receipt.remains).toBeUndefined();
    expect(bytesUnder(path).includes('Ärendet 4711')).toBe(false);
    expect(bytesUnder(path).includes(saltOf(2))).toBe(false);
    expect((await eventsOf(store, ledger))[1]?.text).toBeUndefined();
    expect((await eventsOf(store, ledger)).filter((event) => event.text !== undefined)).toHaveLength(30);
    await store.close();
    expect(bytesUnder(path).includes('Ärendet 4711')).toBe(false);
  });

  it('while another reader holds an old state is gone for readers, and the receipt says where its bytes remain, until they are cleared', async () => {
    const path = newPath();
    const store = await openFile(path, { busyTimeout: 100 });
    await store.append(ledger, [draft(1), draftWithText(2, text)]);
    const reader = new Libsql(path);
    reader.exec('BEGIN');
    expect(reader.prepare('SELECT count(*) AS n FROM texts').all()).toMatchObject([{ n: 1 }]);

    const receipt = orThrow(await store.redact(ledger, redactRequest(3, 2)));
    expect(receipt.remains?.map(({ where }) => where)).toEqual(['file and log']);
    expect((await eventsOf(store, ledger))[1]?.text).toBeUndefined();
    expect(bytesUnder(path).includes('Ärendet 4711')).toBe(true);

    reader.exec('COMMIT');
    reader.close();
    expect(await store.append(ledger, [draft(4)])).toMatchObject({ right: { first: 4 } });
    expect(bytesUnder(path).includes('Ärendet 4711')).toBe(false);
    await store.close();
  });

  it('whose clearing was cut short is cleared by the next who opens the file', async () => {
    const path = newPath();
    const first = await openFile(path, { busyTimeout: 20 });
    await first.append(ledger, [draft(1), draftWithText(2, text)]);
    const reader = new Libsql(path);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM texts').all();
    await first.redact(ledger, redactRequest(3, 2));
    reader.exec('COMMIT');
    reader.close();
    expect(bytesUnder(path).includes('Ärendet 4711')).toBe(true);
    const second = await openFile(path);
    expect(bytesUnder(path).includes('Ärendet 4711')).toBe(false);
    await second.close();
    await first.close();
  });

  it('is never taken in again, not by hand either', async () => {
    const path = newPath();
    const store = await openFile(path);
    await store.append(ledger, [draftWithText(2, text)]);
    await store.redact(ledger, redactRequest(3, 2));
    expect(await store.append(ledger, [draftWithText(2, text)])).toMatchObject({ left: { _tag: 'TextErased' } });
    const raw = new Libsql(path);
    expect(() => raw.prepare('INSERT INTO texts VALUES (?, ?, ?, ?)').run(ledger, draft(2).id, '"x"', saltOf(2))).toThrow(
      /not taken in again/,
    );
    raw.close();
    await store.close();
  });
});
