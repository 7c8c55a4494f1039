import { describe, expect, it } from 'vitest';
import { isLeft, isRight, left, orThrow, right } from '@driftbok/core';
import { traverse } from '../../src/base/either.js';

describe('orThrow', () => {
  it('gives what stands to the right', () => {
    expect(orThrow(right(1))).toBe(1);
    expect([isRight(right(1)), isLeft(right(1)), isRight(left(1)), isLeft(left(1))]).toEqual([true, false, false, true]);
  });

  it('throws what stands to the left, named by its tag', () => {
    const reason = { _tag: 'AmountError', got: 'x' };
    expect(() => orThrow(left(reason))).toThrow('AmountError: {"_tag":"AmountError","got":"x"}');
    expect(() => orThrow(left('plain'))).toThrow('Left: "plain"');
    expect(() => orThrow(left(null))).toThrow('Left: null');
  });

  it('keeps what stood to the left as the cause', () => {
    const reason = { _tag: 'Nope' };
    try {
      orThrow(left(reason));
      expect.unreachable();
    } catch (error) {
      expect((error as Error).cause).toBe(reason);
    }
  });
});

describe('traverse', () => {
  it('gives all the rights in order, or the first left', () => {
    const seen: string[] = [];
    const step = (item: string, index: number) => {
      seen.push(`${item}${index}`);
      return item === 'b' ? left(`no ${item}`) : right(index);
    };
    expect(traverse(['a', 'c'], step)).toEqual(right([0, 1]));
    expect(traverse(['a', 'b', 'c'], step)).toEqual(left('no b'));
    expect(seen).toEqual(['a0', 'c1', 'a0', 'b1']);
  });
});
