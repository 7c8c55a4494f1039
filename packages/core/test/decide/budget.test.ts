import { describe, expect, it } from 'vitest';
import type { Draft, Line, StandardEvents } from '@driftbok/core';
import { isRight, propose } from '@driftbok/core';
import { charted, plus, rejected } from '../support/books.js';
import { budget, code, draft, line, lines } from '../support/drafts.js';

const ut = (when: string, amount: string): Line => line('51', 'ut', when, amount);
const adjusted = (kind: StandardEvents['BudgetAdjusted']['kind'], ...items: readonly Line[]): Draft =>
  draft('BudgetAdjusted', { year: '2025', kind, lines: lines(...items) });
const phased = (...items: readonly Line[]): Draft => draft('BudgetPhased', { year: '2025', lines: lines(...items) });
const takes = (book: ReturnType<typeof charted>, ...drafts: readonly Draft[]): boolean => isRight(propose(book, drafts));
const book = charted();

describe.each<[string, (...items: readonly Line[]) => Draft]>([
  ['BudgetAdopted', (...items) => budget('2025', ...items)],
  ['BudgetAdjusted', (...items) => adjusted('technical', ...items)],
  ['PlanAdopted', (...items) => draft('PlanAdopted', { plan: 'p', year: '2025', lines: lines(...items) })],
  ['BudgetPhased', phased],
])('%s', (_, made) => {
  it('has lines in its year only', () => {
    for (const month of ['2024-12', '2026-01', '2026']) {
      expect(rejected(book, made(ut(month, '0.00')))).toEqual({
        reason: 'year',
        field: 'data.lines.rows.0.month',
        expected: 'a month of 2025, or 2025',
        got: month,
      });
    }
    expect(takes(book, made(ut('2025-01', '0.00'), ut('2025-12', '0.00')))).toBe(true);
  });

  it('has lines on open leaves of declared dimensions', () => {
    expect(rejected(book, made(line('5', 'ut', '2025-01', '0.00')))).toMatchObject({
      reason: 'code-has-children',
      field: 'data.lines.rows.0.ansvar',
    });
    expect(rejected(book, made(line('51', 'nej', '2025-01', '0.00')))).toMatchObject({
      reason: 'code-unknown',
      field: 'data.lines.rows.0.konto',
    });
    const own: Line = { codes: { projekt: '1' }, month: '2025-01', amount: '0.00' };
    expect(rejected(book, made(own))).toEqual({
      reason: 'dimension-unknown',
      field: 'data.lines.columns',
      expected: 'a declared dimension',
      got: 'projekt',
    });
    expect(takes(book, made(line(null, null, '2025-01', '0.00')))).toBe(true);
  });
});

describe('an adjustment', () => {
  it.each(['supplementary', 'carry-over', 'technical'] as const)('that is %s need not net to 0', (kind) => {
    expect(takes(book, adjusted(kind, ut('2025', '5.00')))).toBe(true);
  });

  it('that is a transfer nets to 0, over all its rows and months', () => {
    expect(
      takes(book, adjusted('transfer', ut('2025', '5.00'), line('52', 'ut', '2025-03', '-4.50'), line('6', 'in', '2025', '-0.50'))),
    ).toBe(true);
    expect(rejected(book, adjusted('transfer', ut('2025', '-0.01')))).toMatchObject({ reason: 'transfer', got: '-0.01' });
  });

  it('of sums beyond floating point nets to 0 exactly', () => {
    const huge = '90071992547409.91';
    const rows = [ut('2025', huge), ut('2025-01', huge), ut('2025-02', '0.03'), ut('2025-03', `-${huge}`), ut('2025-04', `-${huge}`)];
    expect(rejected(book, adjusted('transfer', ...rows))).toMatchObject({ reason: 'transfer', got: '0.03' });
    expect(rejected(book, adjusted('transfer', ...rows, ut('2025-05', '-0.03')))).toMatchObject({ reason: 'overflow' });
  });
});

describe('a phasing', () => {
  const own = charted(budget('2025', ut('2025', '12.00')), adjusted('supplementary', ut('2025-07', '1.00')));

  it('sums to the budget of its coding, adjustments and all', () => {
    expect(takes(own, phased(ut('2025-01', '13.00')))).toBe(true);
    expect(takes(own, phased(ut('2025-01', '14.00'), ut('2025-01', '-1.00')))).toBe(true);
    expect(rejected(own, phased(ut('2025-01', '12.00')))).toMatchObject({
      reason: 'phasing',
      expected: 'months that sum to 13.00 for {"ansvar":"51","konto":"ut"}',
      got: '12.00',
    });
  });

  it('sums up coding by coding, and to 0 where there is no budget', () => {
    const two = phased(ut('2025-01', '14.00'), line('52', 'ut', '2025-01', '-1.00'));
    expect(rejected(own, two)).toMatchObject({ reason: 'phasing', got: '14.00' });
    expect(rejected(own, phased(ut('2025-01', '13.00'), line('52', 'ut', '2025-01', '-1.00')))).toMatchObject({
      expected: 'months that sum to 0.00 for {"ansvar":"52","konto":"ut"}',
      got: '-1.00',
    });
  });

  it('has months only', () => {
    expect(rejected(own, phased(ut('2025', '13.00')))).toEqual({
      reason: 'phasing',
      field: 'data.lines',
      expected: 'months, not the whole year',
      got: '2025 for {"ansvar":"51","konto":"ut"}',
    });
  });

  it('sees the budget that its own batch has made', () => {
    expect(takes(book, budget('2025', ut('2025', '1.00')), phased(ut('2025-05', '1.00')))).toBe(true);
    expect(rejected(plus(own, phased(ut('2025-05', '13.00'))), phased(ut('2025-05', '1.00')))).toMatchObject({ reason: 'phasing' });
  });
});

describe('the sum of all amounts', () => {
  const half = '22517998136852.47';

  it('is held within what is exact, over batches', () => {
    const own = charted(budget('2025', ut('2025-01', half)), budget('2025', ut('2025-02', `-${half}`)));
    expect(takes(own, budget('2025', ut('2025-03', '0.01')))).toBe(true);
    expect(rejected(own, budget('2025', ut('2025-03', '0.02')))).toMatchObject({ reason: 'overflow' });
  });

  it('refused leaves what stands as it was, to the öre', () => {
    const own = charted(
      code('konto', 'x'),
      draft('ForecastRoundOpened', { round: 'P1', year: '2025', label: 'P1' }),
      draft('ForecastRevised', { round: 'P1', year: '2025', lines: lines(ut('2025', '0.03')) }),
    );
    const revise = (amount: string): Draft => draft('ForecastRevised', { round: 'P1', year: '2025', lines: lines(ut('2025', amount)) });
    expect(rejected(own, revise('90071992547409.91'))).toMatchObject({ reason: 'overflow' });
    const after = plus(own, revise('0.05'));
    expect(after.history.journal.columns.ore[after.lines - 1]).toBe(2);
  });
});
