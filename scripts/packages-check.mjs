// What npm would publish, tried as an embedder gets it: packed, linted, installed in an empty project, type-checked, imported,
// bundled for a browser.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSizes } from './lib/bundle.mjs';
import { pnpm } from './lib/pnpm.mjs';
import { run } from './lib/run.mjs';
import { packages, root } from './lib/workspace.mjs';

const published = packages().filter(({ manifest }) => !manifest.private);
const temp = mkdtempSync(join(tmpdir(), 'driftbok-packages-'));
const project = join(temp, 'project');

try {
  build();
  install(published.map(pack));
  typecheck(published.flatMap(entryPoints));
  published.forEach(load);
  for (const line of await checkSizes(project)) console.log(line);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(temp, { recursive: true, force: true });
}

/** From nothing, so that no output of a deleted source is packed. */
function build() {
  run('node', ['scripts/clean.mjs']);
  run('npx', ['tsc', '-b']);
}

/** @param {import('./lib/workspace.mjs').Package} published */
function pack({ dir, manifest }) {
  const tarball = join(temp, `${manifest.name.replace('/', '-')}.tgz`);
  // Not npm pack: it leaves `workspace:` and `catalog:` in the manifest.
  run('npx', ['--yes', pnpm, 'pack', '--out', tarball], dir);
  run('npx', ['publint', '--strict', tarball]);
  // attw looks into the tarball alone, where `#fp/Either` leads to an fp-ts that is not there; typecheck() sees it installed.
  run('npx', ['attw', '--profile', 'esm-only', '--ignore-rules', 'internal-resolution-error', '--', tarball]);
  console.log(`${manifest.name}: packed; publint and attw pass`);
  return tarball;
}

/** @param {string[]} tarballs */
function install(tarballs) {
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  run('npm', ['install', '--no-audit', '--no-fund', ...tarballs], project);
}

/** @param {import('./lib/workspace.mjs').Package} published */
function entryPoints({ manifest }) {
  return Object.keys(manifest.exports).map((subpath) => manifest.name + subpath.slice(1));
}

/**
 * Our types and those they stand on, under both ways in which an embedder's compiler may look for them.
 * @param {string[]} specifiers
 */
function typecheck(specifiers) {
  writeFileSync(join(project, 'all.ts'), specifiers.map((specifier, index) => `export * as entry${index} from '${specifier}';\n`).join(''));
  const tsc = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc');
  for (const [module, resolution] of /** @type {const} */ ([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])) {
    const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false', '--types', ''];
    run('node', [tsc, ...options, '--target', 'es2022', '--module', module, '--moduleResolution', resolution, 'all.ts'], project);
    console.log(`types: pass with moduleResolution ${resolution}`);
  }
}

/** @param {import('./lib/workspace.mjs').Package} published */
function load({ name, dir, manifest }) {
  for (const specifier of entryPoints({ name, dir, manifest })) {
    run('node', ['--input-type=module', '-e', `await import('${specifier}')`], project);
  }
  for (const bin of Object.keys(manifest.bin ?? {})) run('npx', ['--no', bin, '--', '--help'], project);
  console.log(`${manifest.name}: loads in Node`);
}
