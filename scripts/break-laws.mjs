// Breaks the code on purpose, once for each law, and sees that its test fails: `node scripts/break-laws.mjs [part of a law's name]`.
// A test that passes over broken code proves nothing. Slow, so no part of `npm test`; it changes sources and puts them back.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breaks } from './lib/breaks.mjs';

const root = join(import.meta.dirname, '..');
const wanted = process.argv[2] ?? '';
if (execFileSync('git', ['status', '--porcelain', '--', 'packages'], { cwd: root }).length > 0) {
  console.error('there are changes under packages/: commit them first, since sources are changed and put back');
  process.exit(2);
}

let alive = 0;
const chosen = breaks.filter(([law]) => law.includes(wanted));
for (const [law, file, from, to, tests] of chosen) {
  const path = join(root, file);
  const source = readFileSync(path, 'utf8');
  if (!source.includes(from)) {
    console.log(`not found  ${law}: ${file} no longer holds ${JSON.stringify(from)}`);
    alive++;
    continue;
  }
  try {
    writeFileSync(
      path,
      source.replace(from, () => to),
    );
    const run = spawnSync('npx', ['vitest', 'run', ...tests.split(' ')], { cwd: root, encoding: 'utf8' });
    if (run.status === 0) alive++;
    console.log(`${run.status === 0 ? 'SURVIVED ' : 'caught   '}  ${law}`);
  } finally {
    writeFileSync(path, source);
  }
}
console.log(`${chosen.length - alive} caught, ${alive} not`);
process.exit(alive === 0 ? 0 : 1);
