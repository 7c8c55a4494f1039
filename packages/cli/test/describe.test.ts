import { describe, expect, it } from 'vitest';
import { describe as told } from '../src/describe.js';
import type { Failure } from '../src/failure.js';
import { exitCodeOf, reasonOf } from '../src/failure.js';

const inFile = (error: Extract<Failure, { _tag: 'EventInFile' }>['error']): Failure => ({ _tag: 'EventInFile', file: 'a', line: 3, error });
const issues = [
  { path: 'data.x', expected: 'y', got: '"z"' },
  { path: '', expected: 'an object', got: '' },
];

// What no command line reaches, since a file is decoded before it is folded: told all the same.
describe('a failure that a reader has made impossible', () => {
  it.each([
    [{ _tag: 'ReplayError', reason: 'gap', position: 3, id: 'i', got: 4 }, 'a:3: position: expected 3, got 4 (gap)', 2],
    [
      { _tag: 'ReplayError', reason: 'decode', position: 3, id: 'i', error: { _tag: 'DecodeError', reason: 'form', type: 'T', issues } },
      'a:3: data.x: expected y, got "z"; expected an object, got nothing (form)',
      2,
    ],
    [
      {
        _tag: 'ProposalError',
        index: 2,
        id: 'i',
        type: 'T',
        error: { _tag: 'DecodeError', reason: 'newer-version', type: 'T', issues: [] },
      },
      'a:3:  (newer-version)',
      1,
    ],
  ] as const)('is told: %#', (error, text, code) => {
    expect(told(inFile(error))).toBe(text);
    expect(exitCodeOf(inFile(error))).toBe(code);
  });

  it('is told as it is where no words are known', () => {
    const unknown = { _tag: 'NewError', got: 1 } as unknown as Failure;
    expect(told(unknown)).toBe('{"_tag":"NewError","got":1}');
    expect(told(inFile(unknown as never))).toBe('a:3: {"_tag":"NewError","got":1} (unknown)');
  });
});

describe('the reason of a thrown error', () => {
  it.each([
    [new Error("ENOENT: no such file or directory, open '/a, b'"), 'its folder is not there (ENOENT)'],
    [new Error("EACCES: permission denied, open 'a'"), 'you are not permitted to (EACCES)'],
    [new Error('ENOSPC: no space left on device, write'), 'the disk is full (ENOSPC)'],
    [new Error("ELOOP: too many links, open 'a'"), 'ELOOP: too many links'],
    [new Error('constructor: a'), 'constructor: a'],
    [new Error('EISDIR: illegal operation on a directory, read'), 'it is a folder, not a file'],
    [new Error('bad'), 'bad'],
    ['text', 'text'],
  ])('%s is %s', (thrown, reason) => {
    expect(reasonOf(thrown)).toBe(reason);
  });
});
