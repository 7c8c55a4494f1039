import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from '../lib/lock.mjs';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'driftbok-lock-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** Writes its own name on coming in and on leaving, with time between for another to break in. */
const visitor = `
  import { appendFileSync } from 'node:fs';
  import { withLock } from ${JSON.stringify(new URL('../lib/lock.mjs', import.meta.url).href)};
  const [lock, log, name] = process.argv.slice(1);
  withLock(lock, () => {
    appendFileSync(log, name);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    appendFileSync(log, name);
  });
`;

/** @param {string} name */
function visit(name) {
  const args = ['--input-type=module', '-e', visitor, join(dir, 'lock'), join(dir, 'log'), name];
  return new Promise((resolve) => spawn(process.execPath, args).on('exit', resolve));
}

it('lets one process in at a time, also when all of them find a dead lock', { timeout: 30_000 }, async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(join(dir, 'lock'), String(pid));

  const exits = await Promise.all(['a', 'b', 'c', 'd'].map(visit));

  expect(exits).toEqual([0, 0, 0, 0]);
  expect(readFileSync(join(dir, 'log'), 'utf8')).toMatch(/^(aa|bb|cc|dd){4}$/);
});

it('is given back when the work throws', () => {
  const lock = join(dir, 'lock');
  expect(() =>
    withLock(lock, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(existsSync(lock)).toBe(false);
});
