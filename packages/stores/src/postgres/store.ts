import { hash as nodeHash } from 'node:crypto';
import type { Either, EventStore, Hash, Remains, StoreError } from '@driftbok/core';
import { isLeft, left, right } from '@driftbok/core';
import type { Engine, Written } from '../shared/engine.js';
import { unavailable } from '../shared/engine.js';
import { inTurn } from '../shared/serial.js';
import { storeOn } from '../shared/store.js';
import { checkPlace, databaseAt } from './connect.js';
import type { Database, Queryable } from './database.js';
import { isPassing, postgresFault } from './faults.js';
import { noticesOf } from './notices.js';
import type { Place, SchemaOptions } from './place.js';
import { quoted, schemaVersion } from './schema.js';
import { statementsIn } from './statements.js';

/** What a PostgreSQL store can be given. */
export type PostgresStoreOptions = Place &
  SchemaOptions & {
    /** SHA-256; Node's own where left out. */
    readonly hash?: Hash;
    /** Milliseconds to go on planning anew while others append to the same ledger; 10 000 where left out. */
    readonly patience?: number;
    /** How often, in milliseconds, a subscription looks for itself, should a notice be lost; 1 000 where left out. */
    readonly pollEvery?: number;
    /** `false` takes a server that loses what it acknowledged when power goes, as PGlite is: for tests. */
    readonly durable?: boolean;
  };

const sha256: Hash = (data) => nodeHash('sha256', data, 'hex');

/** What no statement reaches. */
const remains: readonly Remains[] = [
  { where: 'write-ahead log', until: 'its segments are recycled, and archived ones reach the end of their retention' },
  { where: 'replicas', until: 'they have replayed this, and their own logs are recycled' },
  { where: 'backups', until: 'those taken before this reach the end of their retention' },
];

/**
 * Opens a store in a PostgreSQL database, 15 or later, that {@link migratePostgres} has made one: many ledgers, many processes and
 * machines. A role that can only read and append is enough.
 *
 * Left: `Unavailable`: no connection, wrong password, no store there, one of an older or newer schema, or a server that would not
 * keep what it acknowledged; `InvalidInput` (no place given, a schema's name that is none).
 */
export async function postgresStore(options: PostgresStoreOptions): Promise<Either<StoreError, EventStore>> {
  const { hash = sha256, patience = 10_000, pollEvery = 1000, durable = true } = options;
  const place = checkPlace(options);
  if (isLeft(place)) return place;
  const schema = place.right;
  let database: Database | undefined;
  try {
    database = databaseAt(options);
    await assertSettings(database, schema, durable);
    return right(storeOn(engineOf(database, { schema, hash, patience, pollEvery }), hash));
  } catch (error) {
    if (options.database === undefined) await database?.close().catch(() => undefined);
    return left(postgresFault('open', error));
  }
}

/** Asserted, not hoped for. */
async function assertSettings(database: Database, schema: string, durable: boolean): Promise<void> {
  const { rows } = await database.query(
    `SELECT version, current_setting('default_transaction_isolation') AS isolation, current_setting('server_version_num') AS server,
     current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages, current_setting('synchronous_commit') AS commit FROM ${quoted(schema)}.schema_version`,
  );
  const found = Number(rows[0]?.['version'] ?? 0);
  const { isolation, server, encoding, fsync, pages, commit } = rows[0] ?? {};
  const refuse = (got: string): never => {
    throw unavailable('open', got);
  };
  if (found < schemaVersion) refuse(`schema ${found}, older than ${schemaVersion}: migratePostgres brings it there`);
  if (found > schemaVersion) refuse(`schema ${found}, newer than ${schemaVersion}, which this version of Driftbok knows`);
  if (Number(server) < 150_000) refuse(`a server of version ${String(server)}, before PostgreSQL 15`);
  if (encoding !== 'UTF8') refuse(`a database in ${String(encoding)} where UTF8 is needed`);
  // By a look that is older than its wait for others, texts are missed that another erasure wrote anew.
  if (isolation !== 'read committed') refuse(`default_transaction_isolation ${String(isolation)} where read committed is needed`);
  if (durable && (fsync !== 'on' || pages !== 'on' || commit === 'off')) {
    refuse(`fsync ${String(fsync)}, full_page_writes ${String(pages)}, synchronous_commit ${String(commit)}: not durable`);
  }
}

type Settings = Required<Pick<PostgresStoreOptions, 'schema' | 'hash' | 'patience' | 'pollEvery'>>;

function engineOf(database: Database, { schema, hash, patience, pollEvery }: Settings): Engine {
  const statements = statementsIn(schema, hash);
  const notices = noticesOf(database, `driftbok_${schema}`, pollEvery);
  /** This process's appends to one ledger wait for each other here, rather than turn each other away in the database. */
  const turns = new Map<string, ReturnType<typeof inTurn>>();

  const turnOf = (ledger: string): ReturnType<typeof inTurn> => {
    const turn = turns.get(ledger) ?? inTurn();
    turns.set(ledger, turn);
    return turn;
  };

  /** Plans and writes once; undefined where the ledger moved in between, so that nothing was written. */
  async function attempt(
    ...[ledger, asked, planned, look]: [...Parameters<Engine['write']>, boolean]
  ): Promise<Either<StoreError, Written> | undefined> {
    const standing = await statements.standing(database, ledger, look ? asked : { ...asked, ids: [] });
    const plan = planned(standing);
    // A batch that is there already is refused nothing.
    if (isLeft(plan)) return look ? plan : attempt(ledger, asked, planned, true);
    const { events, erase, receipt } = plan.right;
    if (events.length === 0) return right(receipt);
    if (erase.length === 0) return (await statements.write(database, ledger, standing.head, plan.right)) ? right(receipt) : undefined;
    return database.transaction((inside) => erased(inside, ledger, asked, planned));
  }

  /**
   * Holds the texts before it takes the head: an append holds them before it waits for the head, and the two would wait for each other. All appends wait
   * then, so that what is planned is what is written.
   */
  async function erased(
    inside: Queryable,
    ...[ledger, asked, planned]: Parameters<Engine['write']>
  ): Promise<Either<StoreError, Written> | undefined> {
    await statements.hold(inside);
    const standing = await statements.standing(inside, ledger, asked);
    const plan = planned(standing);
    if (isLeft(plan)) return plan;
    const { events, erase, receipt } = plan.right;
    if (events.length === 0) return right(receipt);
    if (!(await statements.write(inside, ledger, standing.head, plan.right))) return undefined;
    if (erase.length > 0) await statements.erase(inside, ledger, erase);
    return right({ ...receipt, remains });
  }

  async function write(...call: Parameters<Engine['write']>): Promise<Either<StoreError, Written>> {
    const deadline = Date.now() + patience;
    let { look } = call[1];
    for (let attempts = 1; ; attempts++) {
      try {
        const written = await attempt(...call, look);
        if (written !== undefined) return written;
      } catch (error) {
        if (!isPassing(error) || (look && Date.now() >= deadline)) throw error;
        if (!look) {
          look = true; // a key may be taken by what is recorded already, and no waiting changes that
          continue;
        }
      }
      if (Date.now() >= deadline) return left({ _tag: 'Unavailable', operation: 'append', got: `a ledger that moved ${attempts} times` });
      // Writers that were turned away together must not come back together.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(20, attempts)));
    }
  }

  return {
    write: async (...call) => {
      const written = await turnOf(call[0])(() => write(...call));
      if (!isLeft(written) && !written.right.repeated) notices.appended();
      return written;
    },
    page: (ledger, query) => statements.page(database, ledger, query),
    readsAhead: true,
    end: (ledger) => statements.end(database, ledger),
    lastAt: (ledger, until) => statements.lastAt(database, ledger, until),
    ledgers: () => statements.ledgers(database),
    watch: notices.watch,
    close: async () => {
      await notices.close();
      await database.close();
    },
    faultOf: postgresFault,
  };
}
