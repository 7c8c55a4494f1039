import { spawnSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Either, EventStore, StoreError } from '@driftbok/core';
import { orThrow } from '@driftbok/core';
import { migratePostgres, postgresStore } from '../src/postgres.js';
import { sqliteStore } from '../src/sqlite.js';
import { bundled, start } from './support/child.js';
import { expectWhole } from './support/concurrency.js';
import { eventsOf, newPath } from './support/files.js';
import type { Server } from './support/server.js';
import { startServer } from './support/server.js';
import type { WriterTask } from './support/writer.js';

// `node packages/stores/scripts/kill.mjs` runs more of them.
const rounds = Number(process.env['DRIFTBOK_KILL_ROUNDS'] ?? 3);
const patience = 60_000 + rounds * 20_000;
const hasStrace = spawnSync('strace', ['-V']).status === 0;
const syncs = ['-f', '-c', '-e', 'trace=fsync,fdatasync'];

let program: string;
beforeAll(async () => {
  program = await bundled('writer');
}, 60_000);

/** After how many acknowledged batches, and how many milliseconds more, each round ends. */
const moments = (): readonly (readonly [number, number])[] => fc.sample(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(20)), rounds);

/** A writer appends until `kill`; what it said was acknowledged must be there after, whole. Gives how many batches that were. */
async function round(
  task: WriterTask,
  [batches, milliseconds]: readonly [number, number],
  kill: (child: ReturnType<typeof start>) => Promise<void>,
  reopen: () => Promise<Either<StoreError, EventStore>>,
): Promise<number> {
  let reached = (): void => {};
  const enough = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const acknowledged: string[] = [];
  const child = start(program, task, (said) => {
    if (typeof said === 'object' && said !== null && 'acknowledged' in said) acknowledged.push(String(said.acknowledged));
    if (acknowledged.length >= batches) reached();
  });
  await Promise.race([enough, child.ended]);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await kill(child);
  await child.ended;
  // A writer that ended by itself was refused: what it said last is why.
  expect(acknowledged.length, `${task.ledger}: ${JSON.stringify(child.said.at(-1))}`).toBeGreaterThanOrEqual(batches);

  const store = orThrow(await reopen());
  const events = await eventsOf(store, task.ledger);
  expectWhole(events);
  const there = new Set(events.map(({ correlation }) => correlation));
  expect(
    acknowledged.filter((batch) => !there.has(batch)),
    task.ledger,
  ).toEqual([]);
  // It can be gone on with.
  const next = { ...(events[0] ?? fail()), id: '0198617c-0000-7000-8000-ffffffffffff' };
  const { version: _v, position: _p, prevHash: _q, hash: _h, ...draft } = next;
  expect(await store.append(task.ledger, [draft]), task.ledger).toMatchObject({ right: { first: events.length + 1 } });
  await store.close();
  return acknowledged.length;
}

const fail = (): never => {
  throw new Error('nothing was written');
};

const killed = async (child: ReturnType<typeof start>): Promise<void> => void child.process.kill('SIGKILL');

/** The calls that strace counted, of fsync and fdatasync together. */
const counted = (report: string): number =>
  report
    .split('\n')
    .filter((line) => /\b(fsync|fdatasync)$/.test(line))
    .reduce((sum, line) => sum + Number(line.trim().split(/\s+/)[3]), 0);

describe('SQLite under SIGKILL', () => {
  it(
    `loses no acknowledged batch and halves none, in ${rounds} rounds`,
    async () => {
      const path = newPath();
      const total: number[] = [];
      for (const [index, moment] of moments().entries()) {
        total.push(
          await round({ store: { sqlite: path }, ledger: `round-${index}`, size: 7 }, moment, killed, async () => sqliteStore({ path })),
        );
      }
      expect(total).toHaveLength(rounds);
    },
    patience,
  );

  // A count of system calls needs strace, which not every machine has; without it, the kills above are all that can be shown.
  it.skipIf(!hasStrace)(
    'syncs at least once a commit',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'driftbok-strace-'));
      const report = join(folder, 'strace.txt');
      const task: WriterTask = { store: { sqlite: join(folder, 'a.db') }, ledger: 'example', batches: 50, size: 2 };
      const { status, stdout } = spawnSync('strace', [...syncs, '-o', report, process.execPath, program, JSON.stringify(task)], {
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      expect(stdout.split('acknowledged')).toHaveLength(51);
      expect(counted(readFileSync(report, 'utf8'))).toBeGreaterThanOrEqual(50);
      rmSync(folder, { recursive: true });
    },
    120_000,
  );
});

describe('PostgreSQL under SIGKILL', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
    orThrow(await migratePostgres({ connectionString: server.url() }));
  }, 120_000);
  afterAll(async () => server.remove(), 60_000);

  it(
    `loses no acknowledged batch and halves none, writer and server killed in turn, in ${rounds} rounds`,
    async () => {
      const url = server.url();
      const total: number[] = [];
      for (const [index, moment] of moments().entries()) {
        const serverToo = async (): Promise<void> => {
          await server.kill();
          await server.start();
        };
        const task: WriterTask = { store: { postgres: url }, ledger: `round-${index}`, size: 7 };
        total.push(await round(task, moment, index % 2 === 0 ? serverToo : killed, async () => postgresStore({ connectionString: url })));
      }
      expect(total).toHaveLength(rounds);
    },
    patience,
  );

  // As for SQLite: only where there is strace, which has to be allowed to attach to the server too.
  it.skipIf(!hasStrace)(
    'syncs at least once a commit',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'driftbok-strace-'));
      const report = join(folder, 'strace.txt');
      const pid = readFileSync(join(server.folder, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
      const tracer = spawn('strace', [...syncs, '-o', report, '-p', pid], { stdio: ['ignore', 'ignore', 'pipe'] });
      const [attached] = (await once(tracer.stderr, 'data')) as [Buffer];
      expect(attached.toString()).toContain('attached');
      const child = start(program, { store: { postgres: server.url() }, ledger: 'traced', batches: 50, size: 2 } satisfies WriterTask);
      expect(await child.ended).toBe(0);
      const ended = once(tracer, 'exit');
      tracer.kill('SIGINT');
      await ended;
      expect(counted(readFileSync(report, 'utf8'))).toBeGreaterThanOrEqual(50);
      rmSync(folder, { recursive: true });
    },
    120_000,
  );
});
