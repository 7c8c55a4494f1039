import type { Catalogue, EventType, Posting } from '@driftbok/core';
import { eventType, extendCatalogue, line, object, orThrow, standardCatalogue } from '@driftbok/core';

export interface Invoice {
  readonly number: string;
  readonly month: string;
  readonly amount: string;
}
const codec = object<Invoice>('Invoice', { number: line('a number', 20), month: line('a month', 7), amount: line('an amount', 20) });

/** An embedder's own event: an invoice, which posts outcome on unit 51, account `ut`. */
export const invoice = (more: Partial<EventType<Invoice>> = {}): EventType =>
  eventType<Invoice>({
    type: 'InvoiceBooked',
    family: 'invoice',
    about: 'An invoice was booked.',
    schemaVersion: 1,
    codec,
    streamForm: 'invoice/<number>',
    fits: (stream, { number }) => stream === `invoice/${number}`,
    stream: ({ number }) => `invoice/${number}`,
    posts: ({ month, amount }) => [
      { layer: 'outcome', lines: { columns: ['ansvar', 'konto', 'month', 'amount'], rows: [['51', 'ut', month, amount]] } },
    ],
    ...more,
  });

export const withInvoices = (more: Partial<EventType<Invoice>> = {}): Catalogue =>
  orThrow(extendCatalogue(standardCatalogue, [invoice(more)]));

/** An invoice that posts to a layer what it says, row by row. */
export const posting = (layer: Posting['layer'], ...rows: Posting['lines']['rows']): Catalogue =>
  withInvoices({ posts: () => [{ layer, lines: { columns: ['ansvar', 'konto', 'month', 'amount'], rows } }] });
