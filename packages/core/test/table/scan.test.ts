import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Book } from '@driftbok/core';
import { formatAmount } from '@driftbok/core';
import type { Amount } from '@driftbok/core';
import { charted, plus } from '../support/books.js';
import { line, outcome } from '../support/drafts.js';
import { cellsOf, column, drawn, row, spec } from '../support/specs.js';

interface Booked {
  readonly unit: string | null;
  readonly account: string;
  readonly month: string;
  readonly ore: number;
}
const base = charted();
const ancestors: Readonly<Record<string, readonly string[]>> = { 51: ['51', '5'], 52: ['52', '5'], 6: ['6'] };
const booked: fc.Arbitrary<Booked> = fc.record({
  unit: fc.constantFrom(null, '51', '52', '6'),
  account: fc.constantFrom('in', 'ut'),
  month: fc.constantFrom('2024-12', '2025', '2025-01', '2025-06', '2025-12', '2026-01'),
  ore: fc.integer({ min: -1000, max: 1000 }),
});

it('a cell is the plain sum of the lines that its row and its column take', { timeout: 30_000 }, () => {
  const spans = { '2025-01..2025-06': ['2025-01', '2025-06'], '2025': ['2025', '2025-01', '2025-06', '2025-12'], '2024': ['2024-12'] };
  const rows = [
    row('all'),
    row('5', '5'),
    row('51', '51'),
    row('51+6', '51', '6'),
    { id: 'in', label: 'in', level: 0, where: { konto: ['in'], ansvar: ['5'] } },
  ];
  fc.assert(
    fc.property(fc.array(booked, { minLength: 1, maxLength: 30 }), (given) => {
      const book: Book = plus(base, {
        ...outcome(...given.map(({ unit, account, month, ore }) => line(unit, account, month, formatAmount(ore as Amount)))),
        stream: 'outcome/2025-12',
      });
      const table = drawn(
        book,
        spec(
          Object.keys(spans).map((span) => column('outcome', span, { id: span })),
          rows,
        ),
      );
      for (const [span, months] of Object.entries(spans)) {
        for (const { id, where } of rows) {
          const taken = given.filter(
            ({ unit, account, month }) =>
              months.includes(month) &&
              (where['ansvar'] === undefined ||
                (unit !== null && (ancestors[unit] ?? []).some((each) => where['ansvar']?.includes(each)))) &&
              (!('konto' in where) || account === 'in'),
          );
          expect(cellsOf(table)[id]?.[span]).toBe(taken.length === 0 ? null : taken.reduce((sum, { ore }) => sum + ore, 0));
        }
      }
    }),
    { numRuns: 50 },
  );
});
