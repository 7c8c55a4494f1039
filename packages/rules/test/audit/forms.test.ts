import { isLeft, orThrow } from '@driftbok/core';
import type { AuditClaim, AuditDocument, AuditFinding } from '@driftbok/rules/audit';
import { audit } from '@driftbok/rules/audit';
import { describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const errors = async (given: AuditDocument): Promise<readonly AuditFinding[]> =>
  orThrow(await audit(given)).findings.filter(({ severity }) => severity !== 'note');
const issues = async (given: AuditDocument) => {
  const report = await audit(given);
  return isLeft(report) ? report.left.issues : [];
};

describe('a quotient between units', () => {
  const priced = (unit: string, decimals: number, price: string, base = 'dygn'): AuditDocument => ({
    tables: [
      {
        id: 't',
        unit: 'tkr',
        columns: [
          { id: 'k', label: 'Kostnad' },
          { id: 'd', label: 'Dygn', unit: base },
          { id: 'p', label: 'Pris', unit, decimals, equals: 'k / d' },
        ],
        rows: [{ id: 'a', label: 'HVB', cells: { k: '10 000', d: '4 000', p: price } }],
      },
    ],
  });

  it.each([
    ['kr', 0, '2 500', '2 600'],
    ['tkr', 1, '2,5', '2,6'],
    ['kr/dygn', 0, '2 500', '2 600'],
    ['tkr/dygn', 2, '2,50', '2,60'],
    ['pris', 2, '2,50', '2,60'],
  ])('is in the unit of its own column: %s', async (unit, decimals, right, wrong) => {
    expect(await errors(priced(unit, decimals, right))).toEqual([]);
    expect(await errors(priced(unit, decimals, wrong))).toMatchObject([{ code: 'contradiction', where: ['t/a/p'] }]);
  });

  it('of a number for each amount is one too', async () => {
    const given = (text: string): AuditDocument => ({
      tables: [
        {
          id: 't',
          unit: 'dygn/mnkr',
          decimals: 0,
          columns: [
            { id: 'd', label: 'Dygn', unit: 'dygn' },
            { id: 'k', label: 'Kostnad', unit: 'tkr' },
            { id: 'q', label: 'Dygn per mnkr', equals: 'd / k' },
          ],
          rows: [{ id: 'a', label: 'HVB', cells: { d: '4 000', k: '10 000', q: text } }],
        },
      ],
    });
    expect(await errors(given('400'))).toEqual([]);
    expect(await errors(given('500'))).toHaveLength(1);
  });

  it.each([
    ['percent', 'dygn'],
    ['kr/år', 'dygn'],
    ['dygn', 'dygn'],
    ['kr', 'percent'],
  ])('in %s, of tkr by %s, is refused with its place', async (unit, base) => {
    expect(await issues(priced(unit, 0, '1', base))).toMatchObject([{ path: 't/a/p' }]);
  });
});

describe('a sum', () => {
  const summed = (rows: Readonly<Record<string, readonly string[] | undefined>>): AuditDocument => ({
    tables: [
      {
        id: 't',
        unit: 'tkr',
        columns: [{ id: 'c', label: 'C' }],
        rows: Object.entries(rows).map(([id, sum]) => ({ id, label: id, ...(sum === undefined ? {} : { sum }), cells: { c: '12' } })),
      },
    ],
  });

  it.each([
    ['a circle of two', { a: ['b'], b: ['a'] }, 't/a: sum', 'a, b, a'],
    ['itself', { a: ['a', 'b'], b: undefined }, 't/a: sum', 'a, a'],
    ['a circle beneath it, told of the circle', { s: ['a'], a: ['b'], b: ['c'], c: ['-a'] }, 't/a: sum', 'a, b, c, a'],
    ['a row twice', { a: ['b', 'b'], b: undefined }, 't/a: sum', 'b'],
    ['a row and its opposite', { a: ['b', '-b'], b: undefined }, 't/a: sum', '-b'],
  ])('of %s is refused', async (_, rows, path, got) => {
    expect(await issues(summed(rows))).toMatchObject([{ path, got }]);
  });

  it('may be of sums that share a row', async () => {
    expect(await issues(summed({ a: undefined, b: ['a'], c: ['a'], s: ['b', 'c'] }))).toEqual([]);
  });
});

describe('a claim of direction', () => {
  const claimed = (claim: Partial<AuditClaim>, later: string): AuditDocument => ({
    tables: [
      {
        id: 't',
        unit: 'tkr',
        columns: [
          { id: 'x', label: '2023' },
          { id: 'y', label: '2024' },
        ],
        rows: [{ id: 'a', label: 'A', cells: { x: '6 000', y: later } }],
      },
    ],
    claims: [{ text: 'ändrade kostnader', figure: '0', unit: 'tkr', equals: 't/a/y - t/a/x', ...claim }],
  });

  it('is found where it went the other way, by how much', async () => {
    const [found, ...others] = await errors(claimed({ sense: 'below' }, '7 250'));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'contradiction', where: ['claims/0'], by: '1250000.00' });
    expect(found?.message).toBe('claims/0 is said to be below 0; what is printed makes it 1 250');
    expect(await errors(claimed({ sense: 'above' }, '5 000'))).toMatchObject([{ where: ['claims/0'], by: '1000000.00' }]);
  });

  it('is no error, and no rounding, where it went as it says, or may have', async () => {
    const found = async (claim: Partial<AuditClaim>, later: string) => orThrow(await audit(claimed(claim, later))).findings;
    expect(await found({ sense: 'below' }, '5 000')).toEqual([]);
    expect(await found({ sense: 'above' }, '7 250')).toEqual([]);
    expect(await found({ sense: 'above' }, '6 000')).toEqual([]);
  });

  it('is held against a share as well, strictly', async () => {
    const share = { figure: '20', unit: 'percent', equals: 't/a/y - t/a/x / t/a/x' } as const;
    expect(await errors(claimed({ ...share, sense: 'above' }, '7 250'))).toEqual([]);
    expect(await errors(claimed({ ...share, sense: 'below' }, '7 250'))).toMatchObject([{ where: ['claims/0'] }]);
    expect(await errors(claimed({ ...share, sense: 'above' }, '7 000'))).toMatchObject([{ where: ['claims/0'] }]);
  });

  it('of the same words one way and the other is two figures', async () => {
    const [claim] = claimed({ sense: 'below' }, '7 250').claims ?? [];
    if (claim === undefined) throw new Error('there is a claim');
    const both = { ...claimed({}, '7 250'), claims: [claim, { ...claim, sense: 'above' as const }] };
    expect(await errors(both)).toMatchObject([{ where: ['claims/0'] }]);
  });
});
