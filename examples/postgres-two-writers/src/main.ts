import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from '@driftbok/core';
import { openLedger, orThrow, verifyLedger } from '@driftbok/core';
import { migratePostgres, postgresStore } from '@driftbok/stores/postgres';
import { clock, newId } from './host.js';
import { startServer } from './server.js';
import type { Said } from './writer.js';

const next = (child: ChildProcess): Promise<Said> =>
  new Promise((resolve, reject) => {
    child.once('message', (said: Said) => resolve(said));
    child.once('exit', (code) => reject(new Error(`a writer ended with ${code}`)));
  });

const command = (type: string, data: object): Command => ({ type, data, actor: { role: 'controller', id: 'c1' } });

async function main(url: string): Promise<void> {
  orThrow(await migratePostgres({ connectionString: url }));
  const store = orThrow(await postgresStore({ connectionString: url }));
  const ledger = orThrow(await openLedger({ store, name: 'exempel', clock, newId }));
  orThrow(
    await ledger.record([
      command('LedgerOpened', { name: 'Exempelnämnden', municipality: 'Exempel', timeZone: 'Europe/Stockholm' }),
      command('DimensionDeclared', { dimension: 'ansvar', label: 'Ansvar' }),
    ]),
  );

  // Both have read the ledger up to position 2 when they are told to go on.
  const writers = ['a', 'b'].map((name) => fork(fileURLToPath(new URL('./writer.js', import.meta.url)), [url, name]));
  await Promise.all(writers.map(next));

  // One after the other: what the second decided on is no longer the end, so it has to decide again.
  for (const writer of writers) {
    const opened = next(writer);
    writer.send('go on');
    await opened;
  }
  // And now both at once, after the same forty codes.
  const done = Promise.all(writers.map(next));
  for (const writer of writers) writer.send('go on');
  const said = (await done).flatMap((each) => (each.is === 'done' ? [each] : []));

  const sum = (of: 'opened' | 'refused' | 'conflicts'): number => said.reduce((total, each) => total + each[of], 0);
  console.log(`opened: ${sum('opened')}, refused since the other was first: ${sum('refused')}`);
  console.log(`conflicts, decided again: ${sum('conflicts') > 0 ? 'some' : 'none'}`);

  const positions: number[] = [];
  const codes = new Set<string>();
  for await (const item of store.read('exempel')) {
    const { position, type, data } = orThrow(item);
    positions.push(position);
    if (type === 'CodeOpened') codes.add((data as { readonly code: string }).code);
  }
  const gapless = positions.every((position, index) => position === index + 1);
  console.log(`positions 1 to ${positions.length}, without a gap: ${gapless}`);
  console.log(`different codes: ${codes.size}`);
  const head = orThrow(await verifyLedger(store, 'exempel'));
  console.log(`verified to position ${head?.position}`);
  orThrow(await store.close());
}

const server = await startServer();
try {
  await main(server.url);
} finally {
  await server.stop();
}
