import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.mjs';

/** Stops with a plain message on a Node older than `engines` allows, before anything fails in a way nobody can read. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = /\d+(\.\d+)*/.exec(engines.node)?.[0] ?? '0';
  if (isAtLeast(process.versions.node, wanted)) return;
  console.error(`driftbok needs Node ${wanted} or newer; this is Node ${process.versions.node}. See https://nodejs.org`);
  process.exit(1);
}

/** @param {string} version @param {string} wanted */
export function isAtLeast(version, wanted) {
  const have = version.split('.').map(Number);
  for (const [index, part] of wanted.split('.').map(Number).entries()) {
    const own = have[index] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}
