/** Rows of a query, by the names of its columns. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

/** Where a statement can be carried out: a connection, or what stands for one. It throws what its driver throws. */
export interface Queryable {
  readonly query: (sql: string, parameters?: readonly unknown[]) => Promise<{ readonly rows: Rows }>;
}

/** A PostgreSQL database as a store needs it: `pg`'s pool, PGlite, or another driver behind the same few calls. */
export interface Database extends Queryable {
  /** Carries out work in one transaction, committed at its end, rolled back where it throws. */
  readonly transaction: <A>(work: (inside: Queryable) => Promise<A>) => Promise<A>;
  /** Calls back at every notice on a channel, and once when no more will come; gives what ends it. Left out where there is no LISTEN. */
  readonly listen?: (channel: string, onNotice: () => void, onEnd: () => void) => Promise<() => void>;
  readonly close: () => Promise<void>;
}

/** What a store uses of `pg`'s pool, said here so that an embedder needs no types of `pg`'s. */
export interface PoolLike {
  readonly options?: { readonly max?: number };
  query(sql: string, parameters?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  connect(): Promise<PoolClientLike>;
  end(): Promise<void>;
  on(event: 'error', listener: () => void): unknown;
  off(event: 'error', listener: () => void): unknown;
}

/** What a store uses of a connection of `pg`'s pool. */
export interface PoolClientLike {
  query(sql: string, parameters?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  release(broken?: boolean | Error): void;
  on(event: 'error' | 'notification', listener: () => void): unknown;
  off(event: 'error' | 'notification', listener: () => void): unknown;
}
