import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** A lock without a process id is one that is just being written, unless it has stood like that for this long. */
const writingMs = 5_000;

/**
 * Does the work while holding a lock file, and waits while another process holds it. A lock whose process is gone is taken
 * over, so a killed set-up never blocks the next one.
 *
 * @param {string} file
 * @param {() => void} work
 */
export function withLock(file, work) {
  let told = false;
  while (!create(file)) {
    if (isStale(file)) {
      removeStale(file);
      continue;
    }
    if (!told) console.error(`driftbok: waiting for another set-up to finish (${file}) …`);
    told = true;
    sleep(100);
  }
  try {
    work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * `wx` makes the file or fails where it stands already: the one step that two processes cannot both take.
 * @param {string} file
 */
function create(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function isStale(file) {
  try {
    const pid = readFileSync(file, 'utf8');
    return pid === '' ? Date.now() - statSync(file).mtimeMs > writingMs : !isAlive(Number(pid));
  } catch (error) {
    // Given back in the meantime.
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Removed under a lock of its own, and only if still stale there: else the slower of two processes that saw the same dead lock
 * would remove the one that the faster has just taken.
 * @param {string} file
 */
function removeStale(file) {
  const guard = `${file}.takeover`;
  if (!create(guard)) return sleep(100);
  try {
    if (isStale(file)) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Any other answer than "no such process" comes from one that runs, such as another user's.
    return codeOf(error) !== 'ESRCH';
  }
}

/** Without a promise: set-up does one thing after the other. @param {number} ms */
function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
