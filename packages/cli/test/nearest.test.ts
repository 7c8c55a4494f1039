import { describe, expect, it } from 'vitest';
import { nearest } from '../src/nearest.js';

describe('the nearest name', () => {
  it.each([
    ['tabel', 'table'],
    ['Table', 'table'],
    ['tab', 'table'],
    ['t', 'table'],
    ['trase', 'trace'],
    ['exprot', 'export'],
    ['xyz', undefined],
    ['', undefined],
  ])('to %s is %s', (given, expected) => {
    expect(nearest(given, ['table', 'trace', 'export'])).toBe(expected);
  });

  it('is none of none', () => {
    expect(nearest('a', [])).toBeUndefined();
  });
});
