import { mkdtempSync } from 'node:fs';
import { memoryStore, orThrow } from '@driftbok/core';
import { sqliteStore } from '@driftbok/stores';
const size=1000,batches=40;
const drafts = Array.from({ length: batches * size }, (_, n) => ({
  id: `0198617c-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
  stream: `outcome/2025-${String((n % 12) + 1).padStart(2, '0')}`,
  type: 'OutcomePosted', schemaVersion: 1, recordedAt: '2025-08-01T00:00:00.000Z', actor: { role: 'controller', id: 'u-1' },
  data: { month: '2025-07', lines: { columns: ['ansvar', 'konto', 'month', 'amount'], rows: [['51', '5010', '2025-07', `-${n}.50`],['52', '3010', '2025-07', `${n}.00`]] } },
}));
const dir = mkdtempSync('/tmp/prof/');
const store = orThrow(await sqliteStore({ path: dir+'/a.db' }));
let t=performance.now();
for (let i=0;i<batches;i++) orThrow(await store.append('bench', drafts.slice(i*size,(i+1)*size)));
console.log('append µs/event', (performance.now()-t)*1000/drafts.length);
t=performance.now(); let n=0;
for (let k=0;k<3;k++) for await (const item of store.read('bench')) n += orThrow(item).stream.length;
console.log('read µs/event', (performance.now()-t)*1000/drafts.length/3, n);
await store.close();
