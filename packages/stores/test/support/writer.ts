// A process of its own that appends batches to a store and says the receipt of each. Run by way of child.ts.
import { writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import type { Draft, EventStore } from '@driftbok/core';
import { isLeft, orThrow } from '@driftbok/core';
import { postgresStore } from '../../src/postgres.js';
import { sqliteStore } from '../../src/sqlite.js';

/** What a writer is asked to do. */
export interface WriterTask {
  readonly store: { readonly sqlite: string } | { readonly postgres: string };
  readonly ledger: string;
  /** How many batches; without end where left out. */
  readonly batches?: number;
  readonly size: number;
  /** Whether each batch is decided on the head as it was read before. */
  readonly expecting?: boolean;
}

const task = JSON.parse(process.argv[2] ?? '') as WriterTask;
const say = (value: unknown): void => void writeSync(1, `${JSON.stringify(value)}\n`);

const newId = (): string => {
  const hex = randomBytes(10).toString('hex');
  return `0198617c-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
};

function batchOf(writer: string, number: number): readonly Draft[] {
  return Array.from({ length: task.size }, (_, index) => ({
    id: newId(),
    stream: `outcome/${writer}`,
    type: 'NoteMade',
    schemaVersion: 1,
    recordedAt: '2025-08-01T00:00:00.000Z',
    actor: { role: 'controller', id: 'u-1' },
    correlation: `${writer}-${number}`,
    data: { writer, number, index, of: task.size },
  }));
}

async function main(store: EventStore): Promise<void> {
  const writer = randomBytes(4).toString('hex');
  for (let number = 0; number < (task.batches ?? Number.POSITIVE_INFINITY); number++) {
    const batch = batchOf(writer, number);
    for (;;) {
      const head = task.expecting === true ? (orThrow(await store.head(task.ledger))?.position ?? 0) : undefined;
      const result = await store.append(task.ledger, batch, head === undefined ? {} : { head });
      if (!isLeft(result)) {
        const { first, last } = result.right;
        say({ acknowledged: `${writer}-${number}`, first, last });
        break;
      }
      say({ refused: result.left });
      if (result.left._tag !== 'VersionConflict') return;
    }
  }
  await store.close();
}

const opened =
  'sqlite' in task.store ? await sqliteStore({ path: task.store.sqlite }) : await postgresStore({ connectionString: task.store.postgres });
if (isLeft(opened)) say({ unopened: opened.left });
else {
  say({ opened: true });
  await main(opened.right);
}
