import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '@driftbok/core';
import { openLedger, orThrow, verifyLedger } from '@driftbok/core';
import { sqliteStore } from '@driftbok/stores/sqlite';
import { clock, newId } from './host.js';

const folder = mkdtempSync(join(tmpdir(), 'driftbok-example-'));
const path = join(folder, 'kommun.db');
const command = (type: string, data: object): Command => ({ type, data, actor: { role: 'controller', id: 'c1' } });

// The tool's own process: it opens the file, records, and goes home. What was recorded is on disk when `record` returns.
const evening = orThrow(await sqliteStore({ path }));
const ledger = orThrow(await openLedger({ store: evening, name: 'exempel', clock, newId }));
orThrow(
  await ledger.record([
    command('LedgerOpened', { name: 'Exempelnämnden', municipality: 'Exempel', timeZone: 'Europe/Stockholm' }),
    command('DimensionDeclared', { dimension: 'ansvar', label: 'Ansvar' }),
    command('CodeOpened', { dimension: 'ansvar', code: '51', label: 'Socialkontor' }),
  ]),
);
const published = orThrow(await evening.head('exempel'));
orThrow(await evening.close());

// The next morning: the same file, and the head that was put on the report.
const morning = orThrow(await sqliteStore({ path, mode: 'write' }));
console.log(`ledgers: ${orThrow(await morning.ledgers()).join(', ')}`);
for await (const item of morning.read('exempel')) {
  const { position, stream, type } = orThrow(item);
  console.log(`${position}  ${type} in ${stream}`);
}
const verified = orThrow(await verifyLedger(morning, 'exempel', published === undefined ? {} : { head: published }));
console.log(`verified to position ${verified?.position}, as published: ${verified?.hash === published?.hash}`);

// A copy that lacks its tail is found out by the same head.
const cut = await verifyLedger(morning, 'exempel', { head: { position: 4, hash: published?.hash ?? '' } });
if (cut._tag === 'Left' && cut.left._tag === 'LedgerFault')
  console.log(`against another head: ${cut.left.kind} at position ${cut.left.position}`);
orThrow(await morning.close());
rmSync(folder, { recursive: true });
