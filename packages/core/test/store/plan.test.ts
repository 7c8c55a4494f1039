import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/base/canonical.js';
import { orThrow } from '../../src/base/either.js';
import { sha256Hex } from '../../src/base/hash.js';
import type { Draft, Recorded } from '../../src/record/envelope.js';
import { hashOf, headOf, seal } from '../../src/record/chain.js';
import type { Standing } from '../../src/store/adapter.js';
import { checkBatch, planAppend, planRedact } from '../../src/store/adapter.js';
import { draft, draftWithText, idOf, redactRequest } from '../../src/store/contract/drafts.js';

/** A ledger of some drafts in one stream. */
function standing(...given: readonly Draft[]): Standing {
  const events = seal(given, undefined, () => 0, sha256Hex);
  const last = events.at(-1);
  return {
    head: last === undefined ? undefined : headOf(last),
    versionOf: () => events.length,
    recorded: (id) => events.find((event) => event.id === id),
    erased: () => false,
  };
}

const redacted = (n: number, event: unknown): Draft =>
  draft(n, { type: 'TextRedacted', data: { event: event as string, legalBasis: 'GDPR art. 17' } });

/** Canonical JSON of an event without its hash, by sorting every key anew. */
function byHand({ hash: _hash, ...event }: Recorded): string {
  const spelled = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${spelled(Reflect.get(value, key))}`).join(',')}}`;
  };
  return spelled(event);
}

describe('a plan for an adapter', () => {
  it('names the recorded texts to erase, and no other event', () => {
    const on = standing(draft(1), draftWithText(2, 'En text.'));
    const batch = [redacted(3, idOf(2)), redacted(4, idOf(1)), redacted(5, idOf(77)), redacted(6, 7)];
    expect(orThrow(planAppend(batch, {}, on, sha256Hex))).toMatchObject({ erase: [idOf(2)], receipt: { first: 3, last: 6 } });
  });

  it('holds no text that the batch itself erases', () => {
    const { events, erase } = orThrow(planAppend([draftWithText(1, 'En text.'), redacted(2, idOf(1))], {}, standing(), sha256Hex));
    expect(events.map((event) => 'text' in event || 'salt' in event)).toEqual([false, false]);
    expect(erase).toEqual([]);
  });

  it('writes and erases nothing for a batch that is there already', () => {
    const on = standing(draft(1), redacted(2, idOf(1)));
    expect(orThrow(planAppend([redacted(2, idOf(1))], {}, on, sha256Hex))).toMatchObject({
      events: [],
      erase: [],
      receipt: { repeated: true },
    });
  });

  it('seals every batch by the hash of its canonical JSON, whatever its keys are and however they were written', () => {
    const key = fc.oneof(fc.constantFrom('10', '9', '2', 'a', 'B', '0x', '', '__proto__'), fc.string({ maxLength: 3, unit: 'grapheme' }));
    const data = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('json')),
        fc.dictionary(key, tie('json')),
      ),
    })).json;
    fc.assert(
      fc.property(fc.array(data, { minLength: 1, maxLength: 3 }), fc.boolean(), (each, frozen) => {
        const batch = each.map((one, n) => draft(n + 1, { data: { one } as Json }));
        const given = orThrow(checkBatch(batch, frozen));
        for (const event of orThrow(planAppend(given, {}, standing(), sha256Hex)).events) {
          expect(event.hash).toBe(hashOf(event, sha256Hex));
          expect(event.hash).toBe(sha256Hex(byHand(event)));
        }
      }),
    );
  });

  it('makes a request to redact one event, and one text to erase', () => {
    const plan = orThrow(planRedact(redactRequest(3, 2), standing(draft(1), draftWithText(2, 'En text.')), sha256Hex));
    expect(plan).toMatchObject({ events: [{ id: idOf(3), type: 'TextRedacted', version: 3, position: 3 }], erase: [idOf(2)] });
  });
});
