import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../base/canonical.js';
import type { Either } from '../../base/either.js';
import { left, right } from '../../base/either.js';
import { genesisHash, sha256Hex } from '../../base/hash.js';
import { hashOf, textHashOf } from '../../record/chain.js';
import type { Head } from '../../record/chain.js';
import type { Draft, Recorded } from '../../record/envelope.js';
import type { EventStore, Expectation, Expected, ReadQuery, Receipt, RedactRequest, StoreError, SubscribeOptions } from '../port.js';
import { maxBatch, maxBatchBytes, maxEventBytes } from '../port.js';
import { copied, isDraft, isExpected, isLedgerName, isQuery, isRequest } from './naive-form.js';

/** All that is recorded, ledger by ledger; what is asked is counted out anew each time. */
interface Page {
  readonly ledger: string;
  readonly event: Recorded;
}

const fail = (error: StoreError): Either<StoreError, never> => left(error);
const invalid = (where: string): Either<StoreError, never> => fail({ _tag: 'InvalidInput', where, expected: 'another form', got: 'this' });
const closed = (operation: string): Either<StoreError, never> => fail({ _tag: 'Unavailable', operation, got: 'a closed store' });
const bare = ({ text: _text, salt: _salt, ...rest }: Draft): Draft => rest;
const headAt = ({ position, hash, recordedAt }: Recorded): Head => ({ position, hash, recordedAt });
const met = (wanted: Expectation, count: number): boolean =>
  wanted === 'any' || (wanted === 'exists' && count > 0) || (wanted === 'empty' && count === 0) || wanted === count;

function fitsItsHash({ text, salt, data }: Draft): boolean {
  if (text === undefined && salt === undefined) return true;
  if (text === undefined || salt === undefined) return false;
  const held: unknown = JSON.parse(canonicalJson(data))?.textHash;
  return held === textHashOf(text, salt, sha256Hex);
}

/** Whether a recorded event is what a draft says, places and texts apart. */
function saysTheSame({ version: _v, position: _p, prevHash: _q, hash: _h, ...event }: Recorded, draft: Draft): boolean {
  return canonicalJson(bare(event)) === canonicalJson(bare(draft));
}

const names = (draft: Draft): string | undefined =>
  draft.type === 'TextRedacted' ? JSON.parse(canonicalJson(draft.data))?.event : undefined;

/**
 * The port as simply as it can be said: one list, searched from the beginning for everything. A model to hold stores against, of a
 * hundred events; it shares no code with the stores.
 */
export function naiveStore(): EventStore {
  let pages: readonly Page[] = [];
  let open = true;
  let wakeAll = (): void => {};

  const eventsOf = (ledger: string): readonly Recorded[] => pages.filter((page) => page.ledger === ledger).map(({ event }) => event);

  /** Why a batch is not written; a receipt where it is there already; nothing where it can be. */
  function standsInTheWay(
    events: readonly Recorded[],
    batch: readonly Draft[],
    expected: Expected,
  ): Either<StoreError, Receipt> | undefined {
    for (const draft of batch) {
      if (!fitsItsHash(draft)) return fail({ _tag: 'TextMismatch', id: draft.id, expected: '', got: '' });
    }
    for (const [index, { id }] of batch.entries()) {
      const earlier = batch.slice(0, index).some((draft) => draft.id === id);
      if (earlier) return fail({ _tag: 'DuplicateId', id, position: undefined, expected: '', got: '' });
    }
    const duplicate = ({ id, position }: Recorded) => fail({ _tag: 'DuplicateId', id, position, expected: '', got: '' });
    const there = batch.flatMap((draft) => events.filter(({ id }) => id === draft.id));
    for (const event of there) {
      const draft = batch.find(({ id }) => id === event.id);
      if (draft !== undefined && !saysTheSame(event, draft)) return duplicate(event);
    }
    const [first] = there;
    if (first !== undefined) {
      if (there.length !== batch.length) return duplicate(first);
      for (const [index, event] of there.entries()) if (event.position !== first.position + index) return duplicate(event);
      const gone = batch.find(
        ({ id, text }) =>
          text !== undefined && !batch.some((draft) => names(draft) === id) && there.some((event) => event.id === id && !('text' in event)),
      );
      if (gone !== undefined) return fail({ _tag: 'TextErased', id: gone.id });
      const last = there.at(-1) ?? first;
      return right({ first: first.position, last: last.position, head: headAt(last), repeated: true });
    }
    const again = batch.find(
      ({ id, text }) => text !== undefined && !batch.some((draft) => names(draft) === id) && events.some((event) => names(event) === id),
    );
    if (again !== undefined) return fail({ _tag: 'TextErased', id: again.id });
    if (!met(expected.head ?? 'any', events.length)) {
      return fail({ _tag: 'VersionConflict', where: 'head', expected: expected.head ?? 'any', actual: events.length });
    }
    for (const [stream, wanted] of Object.entries(expected.streams ?? {})) {
      const actual = events.filter((event) => event.stream === stream).length;
      if (!met(wanted, actual)) return fail({ _tag: 'VersionConflict', where: stream, expected: wanted, actual });
    }
    const times = [...events.slice(-1), ...batch];
    for (const [index, { id, recordedAt }] of times.entries()) {
      if (times.slice(0, index).some((before) => before.recordedAt > recordedAt))
        return fail({ _tag: 'TimeFalls', id, expected: '', got: recordedAt });
    }
    return undefined;
  }

  function put(ledger: string, batch: readonly Draft[], expected: Expected): Either<StoreError, Receipt> {
    const refusal = standsInTheWay(eventsOf(ledger), batch, expected);
    if (refusal !== undefined) return refusal;
    const first = eventsOf(ledger).length + 1;
    for (const draft of batch) {
      const before = eventsOf(ledger);
      const version = before.filter(({ stream }) => stream === draft.stream).length + 1;
      const event = { ...draft, version, position: before.length + 1, prevHash: before.at(-1)?.hash ?? genesisHash };
      pages = [...pages, { ledger, event: { ...event, hash: hashOf(event, sha256Hex) } }];
    }
    const erased = batch.map(names);
    pages = pages.map((page) =>
      page.ledger === ledger && erased.includes(page.event.id) ? { ledger, event: bare(page.event) as Recorded } : page,
    );
    wakeAll();
    const last = eventsOf(ledger).at(-1) as Recorded;
    return right({ first, last: last.position, head: headAt(last), repeated: false });
  }

  const inQuery =
    ({ stream, from, to, types }: ReadQuery) =>
    (event: Recorded): boolean =>
      (stream === undefined || event.stream === stream) &&
      (from === undefined || event.position >= from) &&
      (typeof to !== 'number' || event.position <= to) &&
      (typeof to !== 'string' || event.recordedAt <= to) &&
      (types === undefined || types.includes(event.type));

  async function* items(ledger: string, query: unknown): AsyncGenerator<Either<StoreError, Recorded>> {
    if (!open) return yield closed('read');
    if (!isLedgerName(ledger)) return yield invalid('ledger');
    if (!isQuery(query)) return yield invalid('query');
    const chosen = eventsOf(ledger).filter(inQuery(query as ReadQuery));
    for (const { position } of chosen) {
      if (!open) return yield closed('read');
      const event = eventsOf(ledger).find((each) => each.position === position);
      yield right(copied(event) as Recorded);
    }
  }

  async function* endless(ledger: string, options: SubscribeOptions, isGone: () => boolean): AsyncGenerator<Either<StoreError, Recorded>> {
    const wanted = options.from === undefined ? 1 : options.from;
    if (!open) return yield closed('subscribe');
    if (!isLedgerName(ledger)) return yield invalid('ledger');
    if (!Number.isSafeInteger(wanted) || wanted < 1) return yield invalid('options.from');
    const { signal } = options;
    const stopped = (): boolean => isGone() || signal?.aborted === true;
    for (let position = wanted; !stopped();) {
      if (!open) return yield closed('subscribe');
      const event = eventsOf(ledger).find((each) => each.position === position);
      if (event === undefined) {
        await new Promise<void>((resolve) => {
          const before = wakeAll;
          wakeAll = () => (before(), resolve());
          signal?.addEventListener('abort', resolve);
        });
      } else {
        position += 1;
        yield right(copied(event) as Recorded);
      }
    }
  }

  return {
    append: async (ledger, batch, expected = {}) => {
      if (!open) return closed('append');
      if (!isLedgerName(ledger)) return invalid('ledger');
      if (!Array.isArray(batch) || batch.length === 0 || batch.length > maxBatch) return invalid('batch');
      const own = Array.from<unknown>(batch).map(copied);
      const wrong = own.findIndex((draft) => !isDraft(draft));
      if (wrong >= 0) return invalid(`batch.${wrong}`);
      const sizes = (own as readonly Draft[]).map((draft) => utf8ToBytes(canonicalJson(draft)).length);
      const large = sizes.findIndex((size) => size > maxEventBytes);
      if (large >= 0) return invalid(`batch.${large}`);
      if (sizes.reduce((sum, size) => sum + size, 0) > maxBatchBytes) return invalid('batch');
      if (!isExpected(expected)) return invalid('expected');
      return put(ledger, own as readonly Draft[], expected);
    },
    read: (ledger, query = {}) => items(ledger, copied(query)),
    subscribe: (ledger, options = {}) => {
      let gone = false;
      const all = endless(ledger, options, () => gone);
      const leave = async () => {
        gone = true;
        wakeAll();
        return all.return(undefined);
      };
      const leavable = { next: () => all.next(), return: leave, [Symbol.asyncIterator]: () => leavable };
      return leavable;
    },
    head: async (ledger) => {
      if (!open) return closed('head');
      if (!isLedgerName(ledger)) return invalid('ledger');
      const last = eventsOf(ledger).at(-1);
      return right(last === undefined ? undefined : headAt(last));
    },
    ledgers: async () => (open ? right([...new Set(pages.map(({ ledger }) => ledger))].sort()) : closed('ledgers')),
    redact: async (ledger, request) => {
      if (!open) return closed('redact');
      if (!isLedgerName(ledger)) return invalid('ledger');
      if (!isRequest(request)) return invalid('request');
      const { id, event, legalBasis, recordedAt, actor, decision } = copied(request) as RedactRequest;
      const events = eventsOf(ledger);
      const target = events.find((each) => each.id === event);
      const taken = events.some((each) => each.id === id);
      if (target === undefined || (!('text' in target) && !taken)) return fail({ _tag: 'NothingToRedact', event, expected: '', got: '' });
      const about = { id, stream: target.stream, type: 'TextRedacted', schemaVersion: 1, recordedAt, actor, data: { event, legalBasis } };
      return put(ledger, [decision === undefined ? about : { ...about, decision }], {});
    },
    close: async () => {
      open = false;
      wakeAll();
      return right(undefined);
    },
  };
}
