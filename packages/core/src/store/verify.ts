import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { Hash } from '../base/hash.js';
import { sha256Hex } from '../base/hash.js';
import type { ChainError, Head } from '../record/chain.js';
import { sha256Text } from '../events/fields.js';
import { chainChecker, headOf, heldTextHash } from '../record/chain.js';
import type { Recorded } from '../record/envelope.js';
import type { CorruptKind, EventStore, StoreError } from './port.js';
import { erasedBy } from './redaction.js';

/** What a ledger is verified against. */
export interface VerifyOptions {
  /** A head that was published: the ledger must reach it, and hold that very event there. */
  readonly head?: Pick<Head, 'position' | 'hash'>;
  /** SHA-256; @noble/hashes where left out. */
  readonly hash?: Hash;
}

/** The first event of a ledger that does not fit. */
export interface LedgerFault {
  readonly _tag: 'LedgerFault';
  /**
   * `content`: an event, or its text, is not what its hash is of, cannot be read, or its text is gone though no `TextRedacted` names it.
   * `order`: it does not follow from the one before it.
   * `gap`: positions are missing before it. `cut`: the ledger, or what its store says is its head, does not reach as far as it should.
   * `head`: the event at the published head's position is another, or what the store says is its head is not the last event.
   */
  readonly kind: CorruptKind | 'order';
  /** Where it stands; after a cut, the first position that is missing. */
  readonly position: number;
  readonly id: string | undefined;
  readonly expected: string;
  readonly got: string;
}

const kinds: Readonly<Record<ChainError['reason'], LedgerFault['kind']>> = {
  position: 'gap',
  'prev-hash': 'order',
  'time-falls': 'order',
  version: 'order',
  hash: 'content',
  'text-hash': 'content',
};

/**
 * Reads a ledger from its beginning, event by event, and names the first that does not fit, and how. What it gives is the head, to be
 * put on a published report: who later verifies against it knows that nothing before it was changed, moved, or cut off.
 *
 * A copy is verified when it is whole: one that is being filled batch by batch lacks a text that was erased until the `TextRedacted` that names
 * it has come too, and is told to be without it.
 *
 * Left: `LedgerFault`, or what the store could not do (`InvalidInput`, `Unavailable`).
 *
 * @example
 * ```ts
 * import { memoryStore, verifyLedger } from '@driftbok/core';
 * await verifyLedger(memoryStore(), 'example') // => { _tag: 'Right', right: undefined }
 * ```
 */
export async function verifyLedger(
  store: Pick<EventStore, 'read' | 'head'>,
  ledger: string,
  { head: published, hash = sha256Hex }: VerifyOptions = {},
): Promise<Either<LedgerFault | StoreError, Head | undefined>> {
  const fault = (kind: LedgerFault['kind'], position: number, id: string | undefined, expected: string, got: string) =>
    left({ _tag: 'LedgerFault', kind, position, id, expected, got } as const);
  // Asked first: what is appended while this reads is verified too, but is not asked for.
  const claimed = await store.head(ledger);
  // Where the head itself does not fit, the read comes upon the first event that does not, and names it.
  if (isLeft(claimed) && claimed.left._tag !== 'Corrupt') return claimed;
  const check = chainChecker(hash);
  const texts = textsOwed();
  let last: Head | undefined;
  for await (const item of store.read(ledger)) {
    if (isLeft(item)) {
      if (item.left._tag !== 'Corrupt') return item;
      const { kind, position, expected, got } = item.left;
      return fault(kind, position, undefined, expected, got);
    }
    const checked = check(item.right);
    if (isLeft(checked)) {
      const { reason, position, id, expected, got } = checked.left;
      return fault(kinds[reason], position, id, expected, got);
    }
    texts.see(item.right);
    last = headOf(item.right);
    if (last.position === published?.position && last.hash !== published.hash) {
      return fault('head', last.position, item.right.id, published.hash, last.hash);
    }
  }
  const said = isLeft(claimed) ? undefined : claimed.right;
  const reached = last?.position ?? 0;
  const due = Math.max(published?.position ?? 0, said?.position ?? 0);
  if (reached < due) return fault('cut', reached + 1, undefined, `events up to position ${due}`, `the end after position ${reached}`);
  if (said !== undefined && last !== undefined && said.position === last.position) {
    if (said.hash !== last.hash) return fault('head', last.position, undefined, said.hash, last.hash);
    if (said.recordedAt !== last.recordedAt) return fault('head', last.position, undefined, said.recordedAt, last.recordedAt);
  }
  // An erasure while this read took the text first, and is recorded behind where it ended.
  if (texts.first() !== undefined) {
    for await (const item of store.read(ledger, { from: reached + 1, types: ['TextRedacted'] })) {
      if (isLeft(item)) return item;
      texts.see(item.right);
    }
  }
  const owed = texts.first();
  if (owed !== undefined) return fault('content', owed.position, owed.id, 'its text, or a TextRedacted that names it', 'neither');
  return right(last);
}

/** The events that hold the hash of a text and have none, until an erasure names them. The chain does not cover texts. */
function textsOwed(): { readonly see: (event: Recorded) => void; readonly first: () => Recorded | undefined } {
  const owed = new Map<string, Recorded>();
  const erased = new Set<string>();
  return {
    see: (event) => {
      const { id, text } = event;
      if (sha256Text.is(heldTextHash(event)) && text === undefined && !erased.has(id)) owed.set(id, event);
      for (const named of erasedBy([event])) {
        erased.add(named);
        owed.delete(named);
      }
    },
    first: () => owed.values().next().value,
  };
}
