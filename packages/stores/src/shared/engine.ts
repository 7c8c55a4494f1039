import type { Either, Head, Recorded, Receipt, Remains, StoreError } from '@driftbok/core';
import type { Standing, Watch } from '@driftbok/core/adapter';

/** An event as databases keep it. The free text is a JSON string: neither engine hands back a text with a NUL in it as it was. */
export interface EventRow {
  readonly position: number;
  readonly line: string;
  readonly hash: string;
  readonly text: string | null;
  readonly salt: string | null;
  /** What is kept beside the line to be asked for, as `columnsText` writes it; undefined where a row was read without. */
  readonly columns: string | undefined;
}

/** Which rows a page holds: all bounds are inclusive, and what is undefined asks for nothing. */
export interface PageQuery {
  readonly from: number;
  readonly to: number;
  readonly stream: string | undefined;
  readonly types: readonly string[] | undefined;
  readonly limit: number;
}

/** What a plan asks of a ledger, so that it can be fetched at once. The streams of the events by these ids are asked about as well. */
export interface Asked {
  /**
   * Whether the ids have to be looked up first, since a plan is about events that are there. Where not, most ids are new: the plan is made as if
   * all were, and again with what is recorded by them where it is refused or a key turns out to be taken.
   */
  readonly look: boolean;
  readonly ids: readonly string[];
  /** Events that bring a text: whether it was erased is asked. */
  readonly texts: readonly string[];
  readonly streams: readonly string[];
}

/** What to write, in the form in which it is kept. */
export interface StoredPlan {
  readonly events: readonly StoredEvent[];
  /** Events recorded earlier whose texts go. */
  readonly erase: readonly string[];
  readonly receipt: Receipt;
}

/** An event and its line: the very text that its hash was taken of. */
export interface StoredEvent {
  readonly event: Recorded;
  readonly line: string;
}

/** What came of a write: its receipt, and where bytes of texts that it erased may still lie. */
export type Written = Receipt & { readonly remains?: readonly Remains[] };

/**
 * What differs between databases. Each call may throw what its driver throws; the store around it turns that into an error, by
 * {@link Engine.faultOf}, and lets nothing through.
 */
export interface Engine {
  /** Plans on the ledger as it stands and writes the plan, as one step; plans anew where the ledger moved meanwhile. */
  readonly write: (
    ledger: string,
    asked: Asked,
    planned: (standing: Standing) => Either<StoreError, StoredPlan>,
  ) => Promise<Either<StoreError, Written>>;
  readonly page: (ledger: string, query: PageQuery) => Promise<readonly EventRow[]>;
  /** Whether a page can come while the one before it is worked on: where another process makes it. */
  readonly readsAhead: boolean;
  readonly end: (ledger: string) => Promise<End>;
  /** The last position recorded at or before an instant; 0 where there is none. */
  readonly lastAt: (ledger: string, until: string) => Promise<number>;
  /** In any order. */
  readonly ledgers: () => Promise<readonly string[]>;
  readonly watch: () => Watch;
  readonly close: () => Promise<void>;
  /** What something thrown means for who called. */
  readonly faultOf: (operation: string, thrown: unknown) => StoreError;
}

/** Where a ledger ends, by what its store says is the head, and by the events that are there; one look at both. */
export interface End {
  readonly head: Head | undefined;
  /** The last event, as its columns say. */
  readonly last: Head | undefined;
}

/** The end of a ledger from rows that say by `kind` which of the two they are. */
export function endOf<Row extends Readonly<Record<string, unknown>>>(rows: readonly Row[], headOf: (row: Row) => Head): End {
  const of = (kind: string): Head | undefined => {
    const row = rows.find((each) => each['kind'] === kind);
    return row && headOf(row);
  };
  return { head: of('head'), last: of('last') };
}

/** The fault of a ledger whose head is not its last event. */
export function endFault({ head, last }: End): StoreError | undefined {
  const [claimed, found] = [head?.position ?? 0, last?.position ?? 0];
  if (claimed !== found) {
    const [expected, got] = [`events up to the head's position ${claimed}`, `the last at position ${found}`];
    return { _tag: 'Corrupt', kind: found < claimed ? 'cut' : 'head', position: Math.min(found, claimed) + 1, expected, got };
  }
  if (head?.hash === last?.hash && head?.recordedAt === last?.recordedAt) return undefined;
  const said = (end: Head | undefined): string => `${end?.hash} of ${end?.recordedAt}`;
  return { _tag: 'Corrupt', kind: 'head', position: claimed, expected: `the head ${said(last)}, as its event is`, got: said(head) };
}

/** The head of a ledger whose events reach just to it. Throws a {@link Refusal}. */
export function headOrRefusal(end: End): Head | undefined {
  const fault = endFault(end);
  if (fault !== undefined) throw new Refusal(fault);
  return end.head;
}

/** An error that a store gives rather than what its driver threw. */
export class Refusal extends Error {
  readonly fault: StoreError;

  constructor(fault: StoreError) {
    super(fault._tag);
    this.fault = fault;
  }
}

/** What a store gives where what it stands on cannot do an operation. */
export const unavailable = (operation: string, got: string): Refusal => new Refusal({ _tag: 'Unavailable', operation, got });

/** A ledger as it stands, from what was fetched of it. */
export function standingOf(
  head: Head | undefined,
  versions: ReadonlyMap<string, number>,
  events: ReadonlyMap<string, Recorded>,
  erased: ReadonlySet<string>,
): Standing {
  return {
    head,
    versionOf: (stream) => versions.get(stream) ?? 0,
    recorded: (id) => events.get(id),
    erased: (id) => erased.has(id),
  };
}
