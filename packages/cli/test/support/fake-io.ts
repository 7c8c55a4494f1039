import { sha256Hex } from '@driftbok/core';
import { run } from '@driftbok/cli';
import type { Io } from '@driftbok/cli';

/** A disk in memory, with what a run said. */
export interface FakeHost {
  readonly io: Io;
  readonly files: Map<string, string | Uint8Array>;
  readonly out: () => string;
  readonly err: () => string;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A host with some files. `replace` is atomic as the real one, and refuses a path in a folder called `locked`; `folder` is one. */
export function fakeHost(given: Files = {}): FakeHost {
  const files = new Map(Object.entries(given));
  const said: string[] = [];
  const warned: string[] = [];
  const stamp = async (path: string): Promise<string | undefined> => {
    const content = files.get(path);
    return content === undefined ? undefined : sha256Hex(content);
  };
  const io: Io = {
    program: 'driftbok',
    out: async (text) => void said.push(text),
    err: (text) => void warned.push(text),
    read: async function* (path) {
      if (path.startsWith('broken/')) throw new Error(`EIO: i/o error, read '${path}'`);
      if (path === 'folder') throw new Error('EISDIR: illegal operation on a directory, read');
      const content = files.get(path) ?? '';
      yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    stamp,
    replace: async (path, pieces, seen) => {
      if (path.startsWith('locked/')) throw new Error(`EACCES: permission denied, open '${path}'`);
      if (seen !== undefined && (await stamp(path)) !== seen.stamp) return false;
      files.set(path, [...pieces].join(''));
      return true;
    },
    hash: sha256Hex,
    version: '1.2.3',
  };
  return { io, files, out: () => said.join(''), err: () => warned.join('') };
}

/** What a run gave. */
export interface Ran {
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly err: string;
  readonly files: Map<string, string | Uint8Array>;
}

/** Runs a command line as it would be typed, without `driftbok`; no word of it may hold a space. */
export async function driftbok(line: string, files: Files = {}): Promise<Ran> {
  const host = fakeHost(files);
  const code = await run(
    line.split(' ').filter((word) => word !== ''),
    host.io,
  );
  return { code, out: host.out(), err: host.err(), files: host.files };
}

/** The JSON that a run printed; fails the test where it printed none. */
export async function json(line: string, files: Files = {}): Promise<unknown> {
  const { code, out, err } = await driftbok(line, files);
  if (code !== 0) throw new Error(`"${line}" ended with ${code}: ${err}`);
  return JSON.parse(out) as unknown;
}
