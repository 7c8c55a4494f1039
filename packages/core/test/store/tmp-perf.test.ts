import { it, expect } from 'vitest';
import { memoryStore } from '../../src/store/memory-store.js';
import { checkBatch } from '../../src/store/validate.js';
import { plainCopy } from '../../src/store/plain.js';
import { seal } from '../../src/record/chain.js';
import { sha256Hex } from '../../src/base/hash.js';
import { drafts, draft } from '../../src/store/contract/drafts.js';
import { orThrow } from '../../src/base/either.js';
import { canonicalJson } from '../../src/base/canonical.js';
it('x', async () => {
  const cpu = () => process.cpuUsage().user / 1000;
  const time = async (w: string, f: () => unknown) => { const t = cpu(); await f(); console.log('PERF', w, Math.round(cpu() - t)); };
  const ds = drafts(1, 100_000);
  for (let k = 0; k < 2; k++) {
    const s = memoryStore();
    await time('plainCopy', () => ds.map((d) => plainCopy(d, 'x')));
    await time('checkBatch', () => orThrow(checkBatch(ds)));
    await time('canonicalJson', () => ds.map(canonicalJson));
    await time('seal', () => seal(ds, undefined, () => 0, sha256Hex));
    await time('append', async () => orThrow(await s.append('a', ds)));
    await time('repeat', async () => orThrow(await s.append('a', ds)));
    await time('read', async () => { for await (const _ of s.read('a')); });
    const rows = Array.from({ length: 100_000 }, (_, i) => ['51', String(i), '2025-07', '-1000.50']);
    const d = draft(200_000, { data: { lines: { columns: ['ansvar', 'konto', 'month', 'amount'], rows } } });
    await time('lines canonical', () => canonicalJson(d));
    await time('lines plainCopy', () => plainCopy(d, 'x'));
    await time('lines append', async () => orThrow(await s.append('a', [d])));
  }
  expect(1).toBe(1);
}, 200000);
