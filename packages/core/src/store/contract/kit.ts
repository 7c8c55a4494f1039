import { canonicalJson } from '../../base/canonical.js';
import { shortly } from '../../base/codec.js';
import type { Either } from '../../base/either.js';
import { isLeft } from '../../base/either.js';
import type { Recorded } from '../../record/envelope.js';
import type { EventStore, ReadQuery, Receipt, StoreError } from '../port.js';

/** One behaviour of the port that every store must have. */
export interface ContractCase {
  /** `<theme>/<name>`; stays the same from version to version. */
  readonly id: string;
  /** What holds, in one sentence. */
  readonly behaviour: string;
  /** Runs the case on new stores, each opened empty, and closes them. Gives what did not hold, in words: nothing where all did. */
  readonly run: (open: () => Promise<EventStore>) => Promise<readonly string[]>;
}

type Tag = StoreError['_tag'];
/** The parts of an error that are the same in every store; `expected` and `got` are words, but for the expectation. */
type ErrorParts = Readonly<Partial<Record<'where' | 'actual' | 'id' | 'position' | 'event', unknown>>>;

/** What a case holds a store against. Each claim that fails is noted and the case goes on. */
export class Claims {
  readonly broken: string[] = [];

  /** Claims that something holds. */
  holds(what: string, held: boolean): void {
    if (!held) this.broken.push(what);
  }

  /** Claims that two values are the same JSON. */
  same(what: string, actual: unknown, expected: unknown): void {
    if (canonicalJson(actual) !== canonicalJson(expected)) {
      this.broken.push(`${what}: expected ${shortly(expected)}, got ${shortly(actual)}`);
    }
  }

  /** Claims that a call was not refused, and gives its result. */
  right<A>(what: string, result: Either<StoreError, A>): A | undefined {
    if (!isLeft(result)) return result.right;
    this.broken.push(`${what}: expected to be done, got ${canonicalJson(result.left)}`);
    return undefined;
  }

  /** Claims that an append or redaction was not refused, and gives its receipt, but for what remains: that is each store's own. */
  receiptOf(what: string, result: Either<StoreError, Receipt>): Omit<Receipt, 'remains'> | undefined {
    const receipt = this.right(what, result);
    if (receipt === undefined) return undefined;
    const { remains: _remains, ...rest } = receipt;
    return rest;
  }

  /** Claims that an append or redaction went through, once, at these positions. */
  written(what: string, result: Either<StoreError, Receipt>, first: number, last: number = first): void {
    this.receipt(what, result, first, last, false);
  }

  /** Claims that an append or redaction was found to be there already, at these positions. */
  repeated(what: string, result: Either<StoreError, Receipt>, first: number, last: number = first): void {
    this.receipt(what, result, first, last, true);
  }

  /** Claims that a call was refused, with an error that has these parts. */
  refused(what: string, result: Either<StoreError, unknown>, tag: Tag, parts: ErrorParts = {}): void {
    if (!isLeft(result)) {
      this.broken.push(`${what}: expected ${tag}, got ${shortly(result.right)}`);
      return;
    }
    const error: Readonly<Record<string, unknown>> = { ...result.left };
    this.same(`${what}: the error`, error['_tag'], tag);
    for (const [key, part] of Object.entries(parts)) this.same(`${what}: ${tag}.${key}`, error[key], part);
  }

  /** Reads to the end; claims that every item is an event. */
  async read(what: string, store: EventStore, ledger: string, query?: ReadQuery): Promise<readonly Recorded[]> {
    const events: Recorded[] = [];
    for await (const item of store.read(ledger, query)) {
      if (isLeft(item)) this.broken.push(`${what}: expected an event, got ${canonicalJson(item.left)}`);
      else events.push(item.right);
    }
    return events;
  }

  /** Claims that a query gives the events at these positions, in order. */
  async positions(what: string, store: EventStore, ledger: string, query: ReadQuery, expected: readonly number[]): Promise<void> {
    const events = await this.read(what, store, ledger, query);
    this.same(
      what,
      events.map(({ position }) => position),
      expected,
    );
  }

  /** Claims that a read gives one error and nothing else. */
  async readRefused(what: string, store: EventStore, ledger: string, query: ReadQuery, tag: Tag): Promise<void> {
    const items: Either<StoreError, Recorded>[] = [];
    for await (const item of store.read(ledger, query)) items.push(item);
    this.same(`${what}: the number of items`, items.length, 1);
    for (const item of items) this.refused(what, item, tag);
  }

  private receipt(what: string, result: Either<StoreError, Receipt>, first: number, last: number, repeated: boolean): void {
    const receipt = this.receiptOf(what, result);
    if (receipt === undefined) return;
    this.same(what, { ...receipt, head: receipt.head.position }, { first, last, head: last, repeated });
  }
}

/** What the compiler would not let through, as it comes from JavaScript or from a file. */
export const as = (value: unknown): never => value as never;

/** A case from its body, which is given a store and may open others. What the body or the store throws breaks the case. */
export function contractCase(
  id: string,
  behaviour: string,
  body: (store: EventStore, claims: Claims, open: () => Promise<EventStore>) => Promise<void>,
): ContractCase {
  return {
    id,
    behaviour,
    run: async (open) => {
      const claims = new Claims();
      const opened: EventStore[] = [];
      const openNext = async (): Promise<EventStore> => {
        const store = await open();
        opened.push(store);
        return store;
      };
      try {
        await body(await openNext(), claims, openNext);
        for (const store of opened) claims.right('closing at the end', await store.close());
      } catch (error) {
        claims.holds(`nothing throws, but this did: ${String(error)}`, false);
      }
      return claims.broken;
    },
  };
}
