import { orThrow } from '@driftbok/core';
import type { AuditDocument } from '@driftbok/rules/audit';
import { audit } from '@driftbok/rules/audit';
import { describe, expect, it, vi } from 'vitest';
import { buildModel } from '../../src/audit/build.js';
import { vanishing } from '../../src/audit/elimination.js';
import type { Model } from '../../src/audit/model.js';
import { judge } from '../../src/audit/oracle.js';
import { loadSolver } from '../../src/audit/solver.js';

vi.setConfig({ testTimeout: 60_000 });

const shares: AuditDocument = {
  tables: [
    {
      id: 't',
      unit: 'tkr',
      columns: [
        { id: 'y1', label: '2023' },
        { id: 'y2', label: '2024' },
        { id: 'p', label: '%', unit: 'percent', equals: 'y2 - y1 / y1' },
      ],
      rows: [{ id: 'b', label: 'B', cells: { y1: '18 327', y2: '10 630', p: '-42' } }],
    },
  ],
  claims: [{ text: '57', figure: '57', unit: 'percent', equals: 't/b/y1 - t/b/y2 / t/b/y2' }],
};
const all = ({ identities }: Model): readonly number[] => identities.map((_, at) => at);

describe('what the solver says', () => {
  it.each(['t/b/y1', 't/b/y2', 't/b/p'])(
    'is proven against %s in whole numbers, where that mends one share and not the other',
    async (cell) => {
      const model = orThrow(buildModel(shares));
      const solve = await loadSolver();
      expect(judge(model, all(model), new Set([cell]), solve, () => 10).kind).toBe('conflict');
      expect(judge(model, all(model), new Set(['claims/0']), solve, () => 10).kind).toBe('feasible');
    },
  );

  it('is not believed where its values do not add up', () => {
    const cells = (b: string): Readonly<Record<string, string>> => ({ b });
    const rows = [
      { id: 'x', label: 'x', cells: cells('1') },
      { id: 'y', label: 'y', cells: cells('1') },
      { id: 's', label: 's', sum: ['x', 'y'], cells: cells('3') },
    ];
    const model = orThrow(buildModel({ tables: [{ id: 't', unit: 'tkr', columns: [{ id: 'b', label: 'b' }], rows }] }));
    const answer = { status: 'optimal', objective: 0, value: () => 0, dual: () => 0 } as const;
    expect(
      judge(
        model,
        all(model),
        new Set(),
        () => answer,
        () => 1,
      ).kind,
    ).toBe('unshown');
  });

  it('is tried on the whole before a value is told: one that suits a coarse figure and not another is no cause', async () => {
    const table = (id: string, unit: string, text: string): AuditDocument['tables'][number] => ({
      id,
      unit,
      columns: [{ id: 'b', label: 'b' }],
      rows: [{ id: 'x', label: 'x', cells: { b: text } }],
    });
    const tied: AuditDocument = { tables: [table('t', 'tkr', '5 000'), table('u', 'mnkr', '4')], ties: [{ cells: ['u/x/b', 't/x/b'] }] };
    const first = async (given: AuditDocument) => orThrow(await audit(given)).findings.find(({ severity }) => severity === 'error');
    expect(await first(tied)).toMatchObject({
      where: ['t/x/b'],
      message: 't/x/b is printed 5 000; 4 000 would hold: one digit is another',
    });
    const claims = [{ text: '', figure: '4 650', unit: 'tkr', precision: 900, cell: 't/x/b' }];
    expect(await first({ ...tied, claims })).toMatchObject({
      where: ['u/x/b'],
      alternatives: [['t/x/b']],
      message: 'u/x/b is printed 4; 5 would hold: one digit is another',
    });
  });
});

describe('weights of a proof', () => {
  it('are made exact where something without bounds has to vanish', () => {
    const variables = Array.from({ length: 3 }, () => ({ owner: 'a', printed: 0, low: 0, high: 0 }));
    const identity = (terms: readonly (readonly [number, number])[]) => ({ kind: 'sum', about: 'a', terms }) as const;
    const identities = [
      identity([
        [0, 3],
        [2, 7],
      ]),
      identity([
        [1, 5],
        [2, -11],
      ]),
    ];
    const model: Model = { variables, identities, owners: new Map(), unknowns: new Map(), shares: new Map() };
    const [first, second] =
      vanishing(
        model,
        [
          [0, 11_000_001n],
          [1, 7_000_002n],
        ],
        (variable) => variable === 2,
      ) ?? [];
    expect((first?.[1] ?? 0n) * 7n).toBe((second?.[1] ?? 0n) * 11n);
    expect(first?.[1]).toBeGreaterThan(0n);
    expect(vanishing(model, [[0, 1n]], (variable) => variable === 2)).toBeUndefined();
  });
});
