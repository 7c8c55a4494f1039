import type { AmountText, Code, EventType, Month } from '@driftbok/core';
import { eventType, isMonth, isRight, line, linesOf, object, parseAmount, refined } from '@driftbok/core';

/** A supplier's invoice, registered against a unit and an account: an event of this tool's own. */
export interface InvoiceRegistered {
  readonly invoice: string;
  readonly supplier: string;
  readonly ansvar: Code;
  readonly konto: Code;
  /** The month that it belongs to, which need not be the one it came in. */
  readonly month: Month;
  /** Kronor, natural sign: a cost is negative. */
  readonly amount: AmountText;
}

const code = line('a code', 64);
const month = refined<Month>('a month, YYYY-MM', (u) => typeof u === 'string' && isMonth(u));
const amount = refined<AmountText>('kronor with two decimals', (u) => typeof u === 'string' && isRight(parseAmount(u)));
// Opaque ids: a number of the supplier's, never a name.
const invoice = line('the number of an invoice', 32);
const supplier = line('the id of a supplier', 32);

export const invoiceRegistered: EventType = eventType<InvoiceRegistered>({
  type: 'InvoiceRegistered',
  family: 'invoice',
  about: "A supplier's invoice is registered.",
  schemaVersion: 1,
  codec: object<InvoiceRegistered>('InvoiceRegistered', { invoice, supplier, ansvar: code, konto: code, month, amount }),
  streamForm: 'invoice/<number>',
  fits: (stream, data) => stream === `invoice/${data.invoice}`,
  stream: (data) => `invoice/${data.invoice}`,
  // What makes it part of every table: an invoice is outcome, on the codes and in the month that it names.
  posts: ({ ansvar, konto, month: about, amount: kronor }) => [
    { layer: 'outcome', lines: linesOf([{ codes: { ansvar, konto }, month: about, amount: kronor }]) },
  ],
});
