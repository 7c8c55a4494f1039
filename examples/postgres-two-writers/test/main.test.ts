import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// As its reader does it: the writers are processes of their own, which run what is built.
it('prints what its README says', () => {
  const { stdout, stderr, status } = spawnSync('npm', ['run', '-s', 'start'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
  });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(stdout.trimEnd()).toBe(/```text\n([\s\S]*?)\n```/.exec(readme)?.[1]);
}, 120_000);
