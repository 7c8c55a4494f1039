import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Draft, Recorded } from '@driftbok/core';
import {
  canonicalJson,
  chainChecker,
  draftOf,
  emptyBook,
  genesisHash,
  hashOf,
  isRight,
  lineOfEvent,
  orThrow,
  parseLine,
  propose,
  recordedOfJson,
  replay,
  right,
  seal,
  sha256Hex,
  textHashOf,
} from '@driftbok/core';

interface Vectors {
  readonly events: readonly {
    readonly draft: Draft;
    readonly prevHash: string;
    readonly canonical: string;
    readonly hash: string;
    readonly line: string;
  }[];
  readonly texts: readonly { readonly salt: string; readonly text: string; readonly hash: string }[];
}
const { events, texts } = JSON.parse(readFileSync(new URL('../vectors.json', import.meta.url), 'utf8')) as Vectors;
const nodeHash = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

describe('the published vectors', () => {
  it('are whole in themselves', () => {
    let prevHash = '0'.repeat(64);
    for (const event of events) {
      expect(event.prevHash).toBe(prevHash);
      expect(JSON.parse(event.canonical)).toMatchObject({ prevHash });
      expect(nodeHash(event.canonical)).toBe(event.hash);
      prevHash = event.hash;
    }
    expect(events.length).toBeGreaterThanOrEqual(3);
    expect(genesisHash).toBe(events[0]?.prevHash);
  });

  it('are what sealing the drafts gives, with either hash function', () => {
    const drafts = events.map(({ draft }) => draft);
    for (const hash of [sha256Hex, nodeHash]) {
      const sealed = seal(drafts, undefined, () => 0, hash);
      expect(sealed.map((event) => event.hash)).toEqual(events.map((event) => event.hash));
      expect(sealed.map(draftOf)).toEqual(drafts);
    }
  });

  it.each(events.map((event) => [event.draft.type, event] as const))(
    'of %s: canonical form, hash and line',
    (_, { canonical, hash, line }) => {
      const event = orThrow(recordedOfJson(orThrow(parseLine(line))));
      const { hash: _hash, text: _text, salt: _salt, ...hashed } = event;
      expect(canonicalJson(hashed)).toBe(canonical);
      expect(hashOf(event, nodeHash)).toBe(hash);
      expect(lineOfEvent(event)).toBe(line);
    },
  );

  it('make a ledger: a chain that holds, a book, the same by proposing', () => {
    const recorded: readonly Recorded[] = events.map(({ line }) => orThrow(recordedOfJson(orThrow(parseLine(line)))));
    const check = chainChecker(nodeHash);
    expect(recorded.map(check).every(isRight)).toBe(true);
    expect(isRight(replay(recorded))).toBe(true);
    // Its budget needs a chart of accounts, so only the opening may be decided.
    expect(orThrow(propose(emptyBook(), recorded.slice(0, 1).map(draftOf), nodeHash)).events).toEqual(recorded.slice(0, 1));
  });

  it.each(texts.map((text) => [text.hash, text] as const))('of the salted text %s', (_, { salt, text, hash }) => {
    expect(createHash('sha256').update(Buffer.from(salt, 'hex')).update(Buffer.from(text, 'utf8')).digest('hex')).toBe(hash);
    expect(textHashOf(text, salt, sha256Hex)).toBe(hash);
    expect(textHashOf(text, salt, nodeHash)).toBe(hash);
  });

  it('hold with the text erased', () => {
    const withText = events.filter(({ draft }) => draft.text !== undefined);
    expect(withText.length).toBeGreaterThan(0);
    for (const { line, hash } of withText) {
      const { text: _text, salt: _salt, ...erased } = orThrow(recordedOfJson(orThrow(parseLine(line))));
      expect(hashOf(erased, nodeHash)).toBe(hash);
      expect(recordedOfJson(erased as never)).toEqual(right(erased));
    }
  });
});
