import type { ChainError } from '@driftbok/core';
import { chainChecker, sha256Hex } from '@driftbok/core';
import type { FileError } from '@driftbok/exchange';
import { readAllEvents } from '@driftbok/exchange';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../support/encodings.js';
import { damages, validFiles } from '../support/damage.js';
import { random } from '../support/random.js';
import { options, outcomeOf } from '../support/reading.js';

const filesInAll = 1000;

/** The files: each damage in turn, on ledger lines and on drafts, each by a seed of its own. */
const files = Array.from({ length: filesInAll }, (_, seed) => {
  const turn = Math.floor(seed / damages.length);
  return damages
    .slice(seed % damages.length)
    .slice(0, 1)
    .map((damage) => {
      const form = damage.ledgerOnly || turn % 2 === 0 ? ('ledger' as const) : ('drafts' as const);
      return { seed, damage, form, bytes: damage.of(validFiles[form], random(seed)) };
    });
}).flat();

/** What a reader and the chain say of a file, as an import asks them. */
async function refusal(bytes: Uint8Array): Promise<FileError | ChainError | undefined> {
  const { lines, error } = await outcomeOf([bytes]);
  if (error !== undefined) return error;
  const check = chainChecker(sha256Hex);
  for (const line of lines) {
    const checked = line.form === 'ledger' ? check(line.event) : undefined;
    if (checked?._tag === 'Left') return checked.left;
  }
  return undefined;
}

const valid = bytesOf(validFiles.ledger.map((line) => `${line}\n`).join(''));

describe(`${filesInAll} malformed files`, () => {
  it('are made from valid ones', async () => {
    expect(await refusal(valid)).toBeUndefined();
    expect(await refusal(bytesOf(validFiles.drafts.join('\n')))).toBeUndefined();
    expect(files.filter(({ bytes, form }) => form === 'ledger' && Buffer.compare(bytes, valid) === 0)).toEqual([]);
  });

  it.each(damages.map(({ name }) => name))('are refused, never thrown at: %s', async (name) => {
    for (const { seed, damage, form, bytes } of files) {
      if (damage.name !== name) continue;
      const found = await refusal(bytes);
      const about = `${name}, seed ${seed}, ${form}`;
      expect(found, about).toBeDefined();
      if (found === undefined) continue;
      expect([found.expected.length > 0, found.got.length > 0, found.expected === found.got], about).toEqual([true, true, false]);
      if (found._tag === 'ChainError') {
        // Only what leaves every line a line of its form, byte for byte, is left to the chain.
        expect(damage.ledgerOnly, about).toBe(true);
        continue;
      }
      expect(found, about).toMatchObject({ _tag: 'FileError', file: 'events.ndjson' });
      const lineEnds = bytes.filter((byte) => byte === 10).length;
      expect(Number.isInteger(found.line) && found.line >= 1 && found.line <= lineEnds + 1, about).toBe(true);
      expect(found.column === undefined || found.column >= 1, about).toBe(true);
      const all = await readAllEvents([bytes], options);
      expect(all._tag === 'Left' && all.left[0], about).toEqual(found);
    }
  });

  it('leave every prototype as it was', async () => {
    const own = (): unknown => [Object.prototype, Array.prototype, Function.prototype].map((each) => Reflect.ownKeys(each));
    const before = own();
    for (const { bytes } of files) await outcomeOf([bytes], { verify: false });
    expect(own()).toEqual(before);
    expect('polluted' in {} || 'position' in {}).toBe(false);
  });
});
