import type { Command, Table, TableSpec } from '@driftbok/core';
import {
  cutAt,
  drawTable,
  extendCatalogue,
  findEvent,
  formatAmount,
  memoryStore,
  openLedger,
  orThrow,
  standardCatalogue,
  traceCell,
} from '@driftbok/core';
import { clock, newId } from './host.js';
import type { InvoiceRegistered } from './invoice.js';
import { invoiceRegistered } from './invoice.js';

const catalogue = orThrow(extendCatalogue(standardCatalogue, [invoiceRegistered]));
const ledger = orThrow(await openLedger({ store: memoryStore(), name: 'exempel', clock, newId, catalogue }));

const controller = { role: 'controller', id: 'c1' };
const registrar = { role: 'invoice-system', id: 'fakturor' };
const command = (type: string, data: object): Command => ({ type, data, actor: controller });
const invoice = (data: InvoiceRegistered): Command => ({ type: 'InvoiceRegistered', data, actor: registrar });

// A ledger first, and what lines may name.
orThrow(
  await ledger.record([
    command('LedgerOpened', { name: 'Exempelnämnden', municipality: 'Exempel', timeZone: 'Europe/Stockholm' }),
    command('DimensionDeclared', { dimension: 'ansvar', label: 'Ansvar' }),
    command('DimensionDeclared', { dimension: 'konto', label: 'Konto' }),
    command('CodeOpened', { dimension: 'ansvar', code: '51', label: 'Socialkontor' }),
    command('CodeOpened', { dimension: 'konto', code: '5010', label: 'Konsulter' }),
  ]),
);

// Invoices of this tool's own form: stored, hashed, decided and drawn as every other event.
orThrow(
  await ledger.record([
    invoice({ invoice: 'F-1001', supplier: 'L-7', ansvar: '51', konto: '5010', month: '2025-06', amount: '-12500.00' }),
    invoice({ invoice: 'F-1002', supplier: 'L-9', ansvar: '51', konto: '5010', month: '2025-07', amount: '-8000.50' }),
  ]),
);

const spec: TableSpec = {
  id: 'konsulter',
  title: 'Konsulter',
  columns: [{ id: 'outcome', label: 'Utfall januari–juli', metric: 'outcome', span: { from: '2025-01', to: '2025-07' } }],
  rows: [{ id: '51', label: 'Socialkontor', level: 0, where: { ansvar: ['51'] } }],
};
const table = orThrow(drawTable(ledger.book(), spec));
console.log(`Socialkontor: ${shown(table)}`);

// The same table before the second invoice was known. The ledger keeps no copy of it: it is the same lines, read less far.
const cut = orThrow(cutAt(ledger.book(), 6));
const earlier = orThrow(drawTable(ledger.book(), spec, { cut }));
console.log(`  known at position 6: ${shown(earlier)}`);

const trace = orThrow(traceCell(ledger.book(), spec, { row: '51', column: 'outcome' }));
for (const { event, month, amount } of trace.lines) {
  const recorded = findEvent(ledger.book(), event);
  console.log(`  ${month} ${formatAmount(amount)} kr: ${recorded?.type} in ${recorded?.stream}`);
}

// The rules of the ledger hold for it too: nobody has opened account 9999.
const refused = await ledger.record([
  invoice({ invoice: 'F-1003', supplier: 'L-7', ansvar: '51', konto: '9999', month: '2025-07', amount: '-1.00' }),
]);
if (refused._tag === 'Left' && refused.left._tag === 'ProposalError' && refused.left.error._tag === 'Rejection') {
  const { field, expected, got } = refused.left.error;
  console.log(`refused: ${field}: expected ${expected}, got ${got}`);
}

/** The one cell of the table. Blank, where no line ever fell, is not 0. */
function shown({ rows }: Table): string {
  const cell = rows[0]?.cells['outcome'];
  return cell === null || cell === undefined ? 'blank' : `${formatAmount(cell)} kr`;
}
