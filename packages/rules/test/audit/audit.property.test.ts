import { orThrow } from '@driftbok/core';
import { audit } from '@driftbok/rules/audit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherDigit, printedLedger, withCell } from './printed-ledger.js';

describe('tables printed from a random exact ledger', () => {
  it('are never called wrong', async () => {
    await fc.assert(
      fc.asyncProperty(printedLedger, async ({ document }) => {
        const { feasible, findings } = orThrow(await audit(document));
        expect(feasible).toBe(true);
        expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
      }),
    );
  }, 60_000);

  it('with one cell changed: whenever that cannot be, the cell is among those blamed, and nearly always the first', async () => {
    let infeasible = 0;
    let first = 0;
    await fc.assert(
      fc.asyncProperty(printedLedger, fc.nat(), fc.nat(), fc.nat(), async ({ document, cells }, at, place, digit) => {
        const cell = cells[at % cells.length] ?? '';
        const { feasible, findings } = orThrow(await audit(withCell(document, cell, otherDigit(place, digit))));
        if (feasible === true) return;
        const errors = findings.filter(({ severity }) => severity === 'error');
        infeasible++;
        if (errors[0]?.where.includes(cell)) first++;
        expect(errors.flatMap(({ where, alternatives }) => [where, ...alternatives]).flat()).toContain(cell);
      }),
    );
    expect(infeasible).toBeGreaterThan(50);
    expect(first / infeasible).toBeGreaterThan(0.9);
  }, 60_000);
});
