// Where things stand in this repository: what all scripts have to agree on.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {{ name: string, dir: string, manifest: Record<string, any> }} Package */

/**
 * The published packages, by folder name.
 * @returns {Package[]}
 */
export function packages() {
  return readdirSync(join(root, 'packages'))
    .filter((name) => existsSync(join(root, 'packages', name, 'package.json')))
    .sort()
    .map((name) => {
      const dir = join(root, 'packages', name);
      return { name, dir, manifest: JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) };
    });
}

/**
 * All files under a folder with this ending, sorted; none where the folder is missing.
 * @param {string} dir
 * @param {string} ending
 * @returns {string[]}
 */
export function filesUnder(dir, ending = '') {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
