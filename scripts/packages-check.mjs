// What npm would publish, tried as an embedder gets it: packed, linted, installed in an empty project, imported, bundled.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSizes } from './lib/bundle.mjs';
import { pnpm } from './lib/pnpm.mjs';
import { run } from './lib/run.mjs';
import { packages } from './lib/workspace.mjs';

const temp = mkdtempSync(join(tmpdir(), 'driftbok-packages-'));
try {
  // From nothing, so that no output of a deleted source is packed.
  run('node', ['scripts/clean.mjs']);
  run('npx', ['tsc', '-b']);

  const published = packages().filter(({ manifest }) => !manifest.private);
  const tarballs = published.map(({ dir, manifest }) => {
    const tarball = join(temp, `${manifest.name.replace('/', '-')}.tgz`);
    // Not npm pack: it leaves `workspace:` and `catalog:` in the manifest.
    run('npx', ['--yes', pnpm, 'pack', '--out', tarball], dir);
    run('npx', ['publint', '--strict', tarball]);
    run('npx', ['attw', '--profile', 'esm-only', tarball]);
    console.log(`${manifest.name}: packed, publint and attw pass`);
    return tarball;
  });

  const project = join(temp, 'project');
  install(project, tarballs);
  for (const { manifest } of published) {
    for (const subpath of Object.keys(manifest.exports)) importFrom(project, manifest.name + subpath.slice(1));
    for (const bin of Object.keys(manifest.bin ?? {})) run('npx', ['--no', bin, '--', '--help'], project);
    console.log(`${manifest.name}: installed, imported by Node`);
  }
  for (const line of await checkSizes(project)) console.log(line);
} finally {
  rmSync(temp, { recursive: true, force: true });
}

/** @param {string} project @param {string[]} tarballs */
function install(project, tarballs) {
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  run('npm', ['install', '--no-audit', '--no-fund', ...tarballs], project);
}

/** @param {string} project @param {string} specifier */
function importFrom(project, specifier) {
  run('node', ['--input-type=module', '-e', `await import('${specifier}')`], project);
}
