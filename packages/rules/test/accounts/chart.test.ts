import { isLeft } from '@driftbok/core';
import type { ChartOfAccounts } from '@driftbok/rules';
import { bas, chartOfJson, kindOf, kommunBas, standardAccounts } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const tiny: ChartOfAccounts = {
  id: 'tiny',
  label: 'Tiny',
  kinds: [
    { code: 'in', label: 'In' },
    { code: 'out', label: 'Out' },
    { code: 'rent', label: 'Rent', parent: 'out' },
  ],
  accounts: [
    { from: '30', to: '39', kind: 'in' },
    { from: '5010', to: '5012', kind: 'rent' },
    { from: '60', to: '60', kind: 'out' },
    { from: '700', to: '799', kind: 'out' },
  ],
};

describe('kindOf', () => {
  it.each([
    ['3000', 'intakter', 'intakter'],
    ['4510', 'kostnader', 'kostnader'],
    ['5010', 'personalkostnader', 'kostnader'],
    ['7010', 'kostnader', 'personalkostnader'],
    ['7830', 'kostnader', 'kapitalkostnader'],
    ['7921', 'kapitalkostnader', 'kostnader'],
    ['8011', 'intakter', undefined],
    ['8310', 'kostnader', 'intakter'],
    ['8411', 'intakter', 'kostnader'],
    ['8510', 'kostnader', undefined],
    ['8910', undefined, undefined],
    ['1910', undefined, undefined],
    ['2440', undefined, undefined],
    ['9110', undefined, undefined],
  ])('%s is %s in Kommun-Bas and %s in BAS', (account, inKommunBas, inBas) => {
    const of = (chart: ChartOfAccounts): string | undefined => {
      const kind = kindOf(chart, account);
      return isLeft(kind) ? undefined : kind.right;
    };
    expect([of(kommunBas), of(bas)]).toEqual([inKommunBas, inBas]);
  });

  it.each([
    ['30', 'in'],
    ['39999', 'in'],
    ['5010', 'rent'],
    ['50129', 'rent'],
  ])('takes as many digits of %s as a range has', (account, kind) => {
    expect(kindOf(tiny, account)).toEqual({ _tag: 'Right', right: kind });
  });

  it.each([
    ['40', 'unknown'],
    ['3', 'unknown'],
    ['501', 'unknown'],
    ['71', 'unknown'],
    ['5009', 'unknown'],
    ['5013', 'unknown'],
    ['', 'form'],
    ['30A', 'form'],
    ['-30', 'form'],
    ['12345678901', 'form'],
  ])('refuses %j: %s', (account, reason) => {
    expect(kindOf(tiny, account)).toMatchObject({ _tag: 'Left', left: { _tag: 'AccountError', reason, got: account } });
  });

  it('tells where two kinds claim an account, and not where one does twice', () => {
    const twice = {
      ...tiny,
      accounts: [...tiny.accounts, { from: '300', to: '309', kind: 'in' }, { from: '310', to: '319', kind: 'out' }],
    };
    expect(kindOf(twice, '3005')).toEqual({ _tag: 'Right', right: 'in' });
    expect(kindOf(twice, '3105')).toMatchObject({ left: { reason: 'ambiguous', expected: 'one kind' } });
  });
});

describe('chartOfJson', () => {
  it.each(standardAccounts.map((chart) => [chart.id, chart] as const))('takes %s back from its JSON', (_, chart) => {
    expect(chartOfJson(JSON.parse(JSON.stringify(chart)))).toEqual({ _tag: 'Right', right: chart });
  });

  it.each([
    ['kinds.2.parent', { kinds: [...tiny.kinds.slice(0, 2), { code: 'rent', label: 'Rent', parent: 'ut' }] }],
    ['accounts.0.kind', { accounts: [{ from: '30', to: '39', kind: 'income' }] }],
    ['accounts.0', { accounts: [{ from: '39', to: '30', kind: 'in' }] }],
    ['accounts.0', { accounts: [{ from: '30', to: '399', kind: 'in' }] }],
    [
      'accounts.1',
      {
        accounts: [
          { from: '30', to: '39', kind: 'in' },
          { from: '39', to: '40', kind: 'out' },
        ],
      },
    ],
    [
      'accounts.1',
      {
        accounts: [
          { from: '30', to: '39', kind: 'in' },
          { from: '3400', to: '3499', kind: 'out' },
        ],
      },
    ],
    [
      'accounts.1',
      {
        accounts: [
          { from: '3400', to: '3499', kind: 'out' },
          { from: '30', to: '39', kind: 'in' },
        ],
      },
    ],
    ['accounts.0.from', { accounts: [{ from: '3x', to: '39', kind: 'in' }] }],
    ['kinds', { kinds: [] }],
  ])('says %s of %j', (path, change) => {
    expect(chartOfJson({ ...tiny, ...change })).toMatchObject({ _tag: 'Left', left: { _tag: 'ChartError', issues: [{ path }] } });
  });

  it('takes ranges side by side', () => {
    const accounts = [
      { from: '30', to: '34', kind: 'in' },
      { from: '350', to: '399', kind: 'out' },
      { from: '29', to: '29', kind: 'out' },
    ];
    expect(chartOfJson({ ...tiny, accounts })._tag).toBe('Right');
  });

  it('lets through no chart that is ambiguous about any account', () => {
    const digits = fc.integer({ min: 30, max: 59 });
    const range = fc
      .record({ a: digits, b: digits, kind: fc.constantFrom('in', 'out'), long: fc.boolean() })
      .map(({ a, b, kind, long }) => ({
        from: String(Math.min(a, b)) + (long ? '3' : ''),
        to: String(Math.max(a, b)) + (long ? '6' : ''),
        kind,
      }));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), (accounts) => {
        const chart = { ...tiny, accounts };
        const all = Array.from({ length: 300 }, (_, at) => String(300 + at));
        const claims = all.map((account) => accounts.filter(({ from, to }) => inRange(account, from, to)).length);
        expect(chartOfJson(chart)._tag).toBe(claims.some((count) => count > 1) ? 'Left' : 'Right');
      }),
    );
  });
});

const inRange = (account: string, from: string, to: string): boolean => {
  const number = Number(account.slice(0, from.length));
  return Number(from) <= number && number <= Number(to);
};
