// A process of its own: it wants to open forty codes, the same forty as the other writer.
import process from 'node:process';
import type { EventStore } from '@driftbok/core';
import { openLedger, orThrow } from '@driftbok/core';
import { postgresStore } from '@driftbok/stores/postgres';
import { clock, newId } from './host.js';

/** What a writer tells who started it. */
export type Said =
  | { readonly is: 'ready' }
  | { readonly is: 'opened' }
  | { readonly is: 'done'; readonly opened: number; readonly refused: number; readonly conflicts: number };

const [url = '', name = ''] = process.argv.slice(2);
const say = (said: Said): void => void process.send?.(said);
const told = (): Promise<void> => new Promise((resolve) => process.once('message', () => resolve()));

const store = orThrow(await postgresStore({ connectionString: url }));
let conflicts = 0;

/** The same store, with a count of how often another had written first. */
const counting: EventStore = {
  ...store,
  append: async (...call) => {
    const result = await store.append(...call);
    if (result._tag === 'Left' && result.left._tag === 'VersionConflict') conflicts += 1;
    return result;
  },
};

const ledger = orThrow(await openLedger({ store: counting, name: 'exempel', clock, newId }));
const count = { opened: 0, refused: 0 };

/** What the ledger refuses is data: here, a code that the other writer opened first. */
async function open(code: string): Promise<void> {
  const recorded = await ledger.record([
    { type: 'CodeOpened', data: { dimension: 'ansvar', code, label: `Enhet ${code}` }, actor: { role: 'controller', id: name } },
  ]);
  if (recorded._tag === 'Right') count.opened += 1;
  else if (recorded.left._tag === 'ProposalError') count.refused += 1;
  else throw new Error(JSON.stringify(recorded.left));
}

say({ is: 'ready' });
await told();
// Decided on a ledger that the other writer may have moved meanwhile: then it is read anew, and decided again.
await open(`egen-${name}`);
say({ is: 'opened' });
await told();
for (let code = 100; code < 140; code++) await open(String(code));
say({ is: 'done', ...count, conflicts });
orThrow(await store.close());
process.disconnect();
