// What `npm start`, `npm test` and `npm run driftbok` do first, on a bare Node and npm: install when the lockfile has changed,
// build when a source has. Silent when there is nothing to do, and never a word on stdout, which belongs to the command.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { withLock } from './lib/lock.mjs';
import { requireNode } from './lib/node-version.mjs';
import { pnpm } from './lib/pnpm.mjs';
import { filesUnder, packages, root } from './lib/workspace.mjs';

const memory = join(root, '.setup');

requireNode();
if (!isInstalled() || !isBuilt()) {
  mkdirSync(memory, { recursive: true });
  try {
    withLock(join(memory, 'lock'), setUp);
  } catch (error) {
    console.error(`driftbok: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

/** Asks again inside the lock: another process may have done the work while this one waited. */
function setUp() {
  if (!isInstalled()) install();
  if (!isBuilt()) build();
}

function isInstalled() {
  return existsSync(join(root, 'node_modules')) && remembers('install', lockfileHash());
}

function isBuilt() {
  const built = packages().every(({ dir }) => existsSync(join(dir, 'dist', 'index.js')));
  return built && remembers('build', sourcesHash());
}

function install() {
  console.error('driftbok: installing dependencies …');
  // CI=true: pnpm must not stop to ask whether it may replace a node_modules that somebody else made.
  run('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--loglevel=error'], { CI: 'true' });
  remember('install', lockfileHash());
}

function build() {
  console.error('driftbok: building …');
  // Taken before the build: a source saved while it runs makes the next run build again.
  const hash = sourcesHash();
  run(process.execPath, [join('node_modules', 'typescript-7', 'bin', 'tsc'), '-b']);
  remember('build', hash);
}

function lockfileHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex');
}

/** Sizes and times instead of contents: some hundred `stat`s are no cost to a command. */
function sourcesHash() {
  const inputs = packages().flatMap(({ dir }) => [join(dir, 'package.json'), join(dir, 'tsconfig.json'), ...filesUnder(join(dir, 'src'))]);
  const hash = createHash('sha256').update(lockfileHash());
  for (const file of [join(root, 'tsconfig.base.json'), join(root, 'tsconfig.json'), ...inputs]) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${relative(root, file)} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} what @param {string} hash */
function remembers(what, hash) {
  const file = join(memory, what);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/** @param {string} what @param {string} hash */
function remember(what, hash) {
  writeFileSync(join(memory, what), hash);
}

/** @param {string} command @param {string[]} args @param {Record<string, string>} env */
function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 2, 2],
    // npx is a .cmd file on Windows, which only a shell starts.
    shell: process.platform === 'win32' && command === 'npx',
  });
  if (status !== 0) throw new Error(`"${[command, ...args].join(' ')}" failed${error ? `: ${error.message}` : ''}`);
}
