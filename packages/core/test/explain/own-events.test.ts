import { describe, expect, it } from 'vitest';
import type { Draft, Json } from '@driftbok/core';
import { bookOf, chart } from '../support/books.js';
import { anyDraft, budget, line } from '../support/drafts.js';
import { posting, withInvoices } from '../support/own-events.js';
import { brief, doing, year2025 } from './support.js';

const by = (correlation: string, each: Draft): Draft => ({ ...each, correlation });
const invoice = (number: string, month = '2025-03', amount = '-10.00'): Draft =>
  anyDraft('InvoiceBooked', `invoice/${number}`, { number, month, amount } satisfies Json);

describe('an event of an embedder’s own', () => {
  it('is a part as any other, by event and by group', () => {
    const book = bookOf(chart(), withInvoices());
    const drafts = [by('a', invoice('1')), by('b', invoice('2', '2025-04', '-5.00'))];
    expect(doing(book, year2025('outcome'), 'event', drafts).parts.map(({ label, amount }) => [label, amount])).toEqual([
      ['InvoiceBooked', -1000],
      ['InvoiceBooked', -500],
    ]);
    expect(doing(book, year2025('outcome', { ansvar: ['5'] }), 'group', drafts).parts.map(brief)).toEqual([
      ['a', -1000],
      ['b', -500],
    ]);
  });

  it('that posts a budget meets those of other groups there', () => {
    const book = bookOf(chart(), posting('budget', ['51', 'ut', '2025-02', '-120.00']));
    // The invoice gives February, outside the span; the whole year then follows it, and nothing falls in January.
    const drafts = [by('a', invoice('1')), by('b', budget('2025', line('51', 'ut', '2025', '-120.00')))];
    const january = { metric: 'budget', span: { period: '2025-01' }, where: {} } as const;
    expect(doing(book, january, 'group', drafts).parts.map(brief)).toEqual([
      ['a', 500],
      ['b', -500],
    ]);
    expect(doing(book, year2025('budget'), 'group', drafts).parts.map(brief)).toEqual([
      ['a', -12_000],
      ['b', -12_000],
    ]);
  });

  it('that posts a plan moves no number', () => {
    const book = bookOf(chart(), posting('plan', ['51', 'ut', '2025-02', '-120.00']));
    for (const metric of ['budget', 'outcome', 'forecast', 'forecast-deviation'] as const) {
      expect(doing(book, year2025(metric), 'group', [invoice('1')])).toMatchObject({ total: 0, parts: [] });
    }
  });
});
