import { describe, expect, it } from 'vitest';
import type { Json, Reason } from '@driftbok/core';
import { decodeData, isRight, standardCatalogue } from '@driftbok/core';
import { leftOf } from '../support/either.js';
import { examples } from '../support/examples.js';

const reason: Reason = { id: 'r', label: 'r', amount: '1.00', precision: '1.00', driver: 'volume', evidence: 'none' };
const stated = (...reasons: readonly unknown[]) =>
  decodeData(standardCatalogue, 'ReasonsStated', 1, { ...examples.ReasonsStated, reasons } as unknown as Json);
function tower(levels: number): unknown {
  let top: unknown = reason;
  for (let level = 1; level < levels; level++) top = { ...reason, parts: [top] };
  return top;
}

describe('a reason', () => {
  it('has parts, which have parts', () => {
    expect(isRight(stated(tower(8)))).toBe(true);
  });

  it('has them eight levels deep, and no deeper', () => {
    const parts = Array.from({ length: 7 }, () => 'parts.0').join('.');
    expect(leftOf(stated(tower(9))).issues).toMatchObject([
      { path: `data.reasons.0.${parts}.parts`, expected: 'no parts: reasons lie at most 8 deep' },
    ]);
  });

  it('is refused, and does not throw, a hundred thousand levels deep', () => {
    expect(leftOf(stated(tower(100_000))).reason).toBe('form');
  });

  it('has 1 to 100 parts', () => {
    expect(leftOf(stated({ ...reason, parts: [] })).issues).toMatchObject([{ path: 'data.reasons.0.parts' }]);
    expect(isRight(stated({ ...reason, parts: Array(100).fill(reason) }))).toBe(true);
    expect(leftOf(stated({ ...reason, parts: Array(101).fill(reason) })).issues).toMatchObject([{ path: 'data.reasons.0.parts' }]);
  });

  it('comes by at most 500', () => {
    expect(isRight(stated(...Array<Reason>(500).fill(reason)))).toBe(true);
    expect(leftOf(stated(...Array<Reason>(501).fill(reason))).issues).toMatchObject([{ path: 'data.reasons' }]);
  });

  it('is about codes by dimension', () => {
    for (const coding of [
      {},
      [],
      { Ansvar: '51' },
      { ansvar: 51 },
      { ansvar: null },
      { month: '2025' },
      JSON.parse('{"__proto__":"51"}'),
    ] as Json[]) {
      expect(leftOf(stated({ ...reason, coding })).issues).toMatchObject([
        { path: 'data.reasons.0.coding', expected: 'codes by dimension' },
      ]);
    }
    expect(isRight(stated({ ...reason, coding: { constructor: '51', ansvar: '__proto__' } }))).toBe(true);
  });
});
