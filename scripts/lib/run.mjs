import { spawnSync } from 'node:child_process';
import { root } from './workspace.mjs';

/**
 * Runs a command and gives what it wrote on stdout; throws with all it wrote where it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
export function run(command, args, cwd = root) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // npx and npm are .cmd files on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  });
  if (status === 0) return stdout;
  throw new Error([`${command} ${args.join(' ')} failed`, error?.message, stdout, stderr].filter(Boolean).join('\n'));
}
