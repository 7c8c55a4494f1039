import type { Draft, Json } from '@driftbok/core';
import { emptyBook, lineOfEvent, linesOf, orThrow, propose, sha256Hex, textHashOf } from '@driftbok/core';

let serial = 0;

/** A draft with the next id. */
export function draft(type: string, stream: string, data: Json, recordedAt: string, more: Partial<Draft> = {}): Draft {
  const id = `01900000-0000-7000-8000-${String(++serial).padStart(12, '0')}`;
  return { id, stream, type, schemaVersion: 1, recordedAt, actor: { role: 'controller', id: 'c1' }, data, ...more };
}

const salt = '00112233445566778899aabbccddeeff';
const wording = 'Underskott 1 000 kr';
const amounts = (...rows: readonly (readonly [string, string, string])[]): Json =>
  linesOf(rows.map(([konto, month, amount]) => ({ codes: { ansvar: '51', konto }, month, amount }))) as unknown as Json;
const opened = (dimension: string, code: string, parent?: string): Draft =>
  draft(
    'CodeOpened',
    'structure',
    { dimension, code, label: `kod ${code}`, ...(parent === undefined ? {} : { parent }) },
    '2025-01-01T00:00:00.000Z',
  );

/** A small year: a budget, a month of outcome, two rounds of which the second is locked twice, a figure with its wording. */
export const drafts: readonly Draft[] = [
  draft('LedgerOpened', 'ledger', { name: 'prov', municipality: 'Exempel', timeZone: 'Europe/Stockholm' }, '2025-01-01T00:00:00.000Z'),
  draft('DimensionDeclared', 'structure', { dimension: 'ansvar', label: 'Ansvar' }, '2025-01-01T00:00:00.000Z'),
  draft('DimensionDeclared', 'structure', { dimension: 'konto', label: 'Konto' }, '2025-01-01T00:00:00.000Z'),
  opened('ansvar', '5'),
  opened('ansvar', '51', '5'),
  opened('konto', 'intakter'),
  opened('konto', 'kostnader'),
  opened('konto', 'kapitalkostnader', 'kostnader'),
  opened('konto', 'lokaler', 'kostnader'),
  draft(
    'BudgetAdopted',
    'budget/2025',
    { year: '2025', lines: amounts(['intakter', '2025', '1200000.00'], ['lokaler', '2025', '-2400000.00']) },
    '2025-01-02T00:00:00.000Z',
  ),
  draft(
    'OutcomePosted',
    'outcome/2025-01',
    { lines: amounts(['intakter', '2025-01', '90500.50'], ['lokaler', '2025-01', '-201000.00']) },
    '2025-02-03T00:00:00.000Z',
    {
      source: { document: 'Huvudbok januari', basis: 'printed' },
    },
  ),
  draft(
    'ForecastRoundOpened',
    'forecast/2025-P1',
    { round: '2025-P1', year: '2025', label: 'Prognos 1', period: '2025-01' },
    '2025-02-04T00:00:00.000Z',
  ),
  draft(
    'ForecastRevised',
    'forecast/2025-P1',
    { round: '2025-P1', year: '2025', lines: amounts(['lokaler', '2025', '-2500000.00']) },
    '2025-02-04T00:00:00.000Z',
  ),
  draft('ForecastRoundLocked', 'forecast/2025-P1', { round: '2025-P1' }, '2025-02-05T00:00:00.000Z'),
  draft(
    'ForecastRoundOpened',
    'forecast/2025-P2',
    { round: '2025-P2', year: '2025', label: 'Prognos 2', period: '2025-02' },
    '2025-03-04T00:00:00.000Z',
  ),
  draft(
    'ForecastRevised',
    'forecast/2025-P2',
    { round: '2025-P2', year: '2025', lines: amounts(['lokaler', '2025', '-2450000.00']) },
    '2025-03-05T00:00:00.000Z',
  ),
  draft('ForecastRoundLocked', 'forecast/2025-P2', { round: '2025-P2' }, '2025-03-06T00:00:00.000Z'),
  draft('ForecastRoundReopened', 'forecast/2025-P2', { round: '2025-P2' }, '2025-03-07T00:00:00.000Z'),
  draft(
    'ForecastRevised',
    'forecast/2025-P2',
    { round: '2025-P2', year: '2025', lines: amounts(['lokaler', '2025', '-2600000.00']) },
    '2025-03-07T00:00:00.000Z',
  ),
  draft('ForecastRoundLocked', 'forecast/2025-P2', { round: '2025-P2' }, '2025-03-08T00:00:00.000Z'),
  draft(
    'FigureStated',
    'claim/underskott',
    {
      claim: 'underskott',
      label: 'Underskott',
      figure: '-1000',
      unit: 'kr',
      precision: '1000',
      subject: { metric: 'outcome', year: '2025', round: '2025-P2' },
      textHash: textHashOf(wording, salt, sha256Hex),
    },
    '2025-03-09T00:00:00.000Z',
    { text: wording, salt },
  ),
];

/** Events as a file: a line each. */
export const ndjson = (events: readonly Draft[]): string => events.map((event) => `${lineOfEvent(event)}\n`).join('');

/** Drafts decided and sealed, as ledger lines. */
const sealed = (from: readonly Draft[]): string => ndjson(orThrow(propose(emptyBook(), from)).events);

export const draftFile: string = ndjson(drafts);
export const ledgerFile: string = sealed(drafts);

/** A file with one of its lines (from 1) changed. */
export function changedLine(file: string, line: number, change: (text: string) => string): string {
  return file
    .split('\n')
    .map((text, index) => (index === line - 1 ? change(text) : text))
    .join('\n');
}

/** An item that is there. */
export function item<A>(items: readonly A[], index: number): A {
  const found = items.at(index);
  if (found === undefined) throw new Error(`no item ${index} of ${items.length}`);
  return found;
}
