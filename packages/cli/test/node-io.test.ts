import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { sha256Hex } from '@driftbok/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { nodeIo } from '../src/node-io.js';
import { run } from '../src/run.js';
import { draftFile, ledgerFile } from './support/history.js';

const host = (over: Partial<Parameters<typeof nodeIo>[0]> = {}): Parameters<typeof nodeIo>[0] => ({
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  env: {},
  exit: () => undefined,
  ...over,
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'driftbok-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const pathOf = (name: string, content?: string): string => {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return path;
};
const textOf = async (pieces: AsyncIterable<Uint8Array>): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts).toString('utf8');
};

describe('a file', () => {
  const io = nodeIo(host());

  it('is read in pieces', async () => {
    expect(await textOf(io.read(pathOf('a', 'å\n')))).toBe('å\n');
    await expect(textOf(io.read(pathOf('none')))).rejects.toThrow('ENOENT');
  });

  it('is no folder', async () => {
    const stderr = new PassThrough();
    expect(await run(['check', folder], nodeIo(host({ stderr })))).toBe(2);
    expect(String(stderr.read())).toBe(`${folder}: cannot be read: it is a folder, not a file\n`);
  });

  it('is made and replaced, and nothing is left beside it', async () => {
    const path = pathOf('made');
    expect(await io.replace(path, ['a\n', 'b\n'])).toBe(true);
    expect(await io.replace(path, [], { stamp: await io.stamp(path) })).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('');
    const large = Array.from({ length: 30 }, () => 'å'.repeat(100_000));
    expect(await io.replace(path, large)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(large.join(''));
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('is left alone when it is no longer what was seen', async () => {
    const path = pathOf('seen', 'a');
    const stamp = await io.stamp(path);
    writeFileSync(path, 'bc');
    expect(await io.replace(path, ['d'], { stamp })).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('bc');
    expect(await io.replace(pathOf('appeared', 'a'), ['d'], { stamp: undefined })).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('keeps its mode, and a link stays a link', async () => {
    const path = pathOf('private', 'a');
    chmodSync(path, 0o600);
    symlinkSync(path, pathOf('link'));
    expect(await io.replace(pathOf('link'), ['b'], { stamp: await io.stamp(pathOf('link')) })).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('b');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is whole or as it was when its pieces fail half-way', async () => {
    const path = pathOf('half', 'old');
    const pieces = function* (): Generator<string> {
      yield 'x'.repeat(2_000_000);
      throw new Error('out of events');
    };
    await expect(io.replace(path, pieces())).rejects.toThrow('out of events');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('cannot be made where there is no folder, nor in the place of one', async () => {
    await expect(io.replace(pathOf('none/a'), ['a'])).rejects.toThrow('ENOENT');
    mkdirSync(pathOf('folder'));
    await expect(io.replace(pathOf('folder'), ['a'])).rejects.toThrow('there is something that is no file');
    await expect(io.replace('/dev/null', ['a'])).rejects.toThrow('there is something that is no file');
    await expect(io.stamp(`${pathOf('a', 'x')}/b`)).rejects.toThrow('ENOTDIR');
  });
});

describe('a process', () => {
  it('imports and exports real files', async () => {
    const stdout = new PassThrough();
    const io = nodeIo(host({ stdout }));
    const ledger = pathOf('ledger.ndjson');
    expect(await run(['import', pathOf('drafts.ndjson', draftFile), '--ledger', `file:${ledger}`], io)).toBe(0);
    expect(readFileSync(ledger, 'utf8')).toBe(ledgerFile);
    stdout.read();
    expect(await run(['export', '--ledger', `file:${ledger}`], io)).toBe(0);
    expect(String(stdout.read())).toBe(ledgerFile);
  });

  it('says on standard error what is wrong', async () => {
    const stderr = new PassThrough();
    expect(await run(['check', pathOf('nowhere')], nodeIo(host({ stderr })))).toBe(2);
    expect(String(stderr.read())).toContain('there is no such file');
    expect(existsSync(pathOf('nowhere'))).toBe(false);
  });

  it('waits for a slow reader', async () => {
    const seen: string[] = [];
    const stdout = new Writable({
      highWaterMark: 1,
      write: (chunk: Buffer, _, done) => {
        setTimeout(() => {
          seen.push(String(chunk));
          done();
        }, 5);
      },
    });
    const { out } = nodeIo(host({ stdout }));
    await out('a');
    expect(seen).toEqual(['a']);
    await out('b');
    expect(seen).toEqual(['a', 'b']);
  });

  it('ends quietly when its reader has gone, and only then', () => {
    const exit = vi.fn<(code: number) => void>();
    const stdout = new PassThrough();
    nodeIo(host({ stdout, exit }));
    stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    expect(exit.mock.calls).toEqual([[0]]);
    expect(() => stdout.emit('error', Object.assign(new Error('write EIO'), { code: 'EIO' }))).toThrow('write EIO');
  });

  it('knows its version, how it was called, and SHA-256', () => {
    const io = nodeIo(host());
    expect(io.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(io.program).toBe('driftbok');
    expect(nodeIo(host({ env: { npm_package_name: 'driftbok-monorepo' } })).program).toBe('npm run -s driftbok --');
    for (const data of ['å', new Uint8Array([0, 255])]) expect(io.hash(data)).toBe(sha256Hex(data));
  });
});
