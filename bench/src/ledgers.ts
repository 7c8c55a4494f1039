import * as crypto from 'node:crypto';
import { createHash } from 'node:crypto';
import type { Book, Draft, Hash, Recorded, TableSpec } from '@driftbok/core';
import { emptyBook, orThrow, propose } from '@driftbok/core';
import { syntheticMunicipality } from '@driftbok/fixtures';

/** Node's own SHA-256, the fast one where this Node has it. */
export const nodeHash: Hash =
  'hash' in crypto ? (data) => crypto.hash('sha256', data) : (data) => createHash('sha256').update(data).digest('hex');

/** A ledger, and the table that it is drawn as. */
export interface BenchLedger {
  readonly events: readonly Recorded[];
  readonly book: Book;
  readonly spec: TableSpec;
}

/** A made-up municipality's two years of this many events or a little more, with this many lines a posting. */
export function ledgerOf(events: number, linesAPosting: number): BenchLedger {
  const eventsPerMonth = Math.ceil(events / 24);
  const size = { years: 2, units: 60, accounts: 16, services: 20, eventsPerMonth, linesPerMonth: eventsPerMonth * linesAPosting };
  const drafts = [...syntheticMunicipality(size)];
  const { events: recorded, book } = orThrow(propose(emptyBook(), drafts, nodeHash));
  return { events: recorded, book, spec: tableOf(drafts) };
}

/** A driftredovisning of the second year up to July, with a row for each unit. */
function tableOf(drafts: readonly Draft[]): TableSpec {
  const period = { from: '2025-01', to: '2025-07' };
  return {
    id: 'driftredovisning',
    title: 'Driftredovisning',
    columns: [
      { id: 'budget_period', label: 'Budget jan–jul', metric: 'budget', span: period },
      { id: 'outcome_period', label: 'Utfall jan–jul', metric: 'outcome', span: period },
      { id: 'deviation_period', label: 'Avvikelse jan–jul', minuend: 'outcome_period', subtrahend: 'budget_period' },
      { id: 'outcome_prior', label: 'Utfall jan–jul 2024', metric: 'outcome', span: { from: '2024-01', to: '2024-07' } },
      { id: 'budget_year', label: 'Budget helår', metric: 'budget', span: { year: '2025' } },
      { id: 'forecast', label: 'Prognos', metric: 'forecast', span: { year: '2025' } },
      { id: 'deviation_year', label: 'Avvikelse', minuend: 'forecast', subtrahend: 'budget_year' },
    ],
    rows: [
      { id: 'income', label: 'Intäkter', level: 0, where: { konto: ['intakter'] } },
      { id: 'cost', label: 'Kostnader', level: 0, where: { konto: ['kostnader'] } },
      ...rootsOf(drafts).map((beneath) => ({ each: 'ansvar', beneath, order: 'parent-last', level: 1 }) as const),
      { id: 'net', label: 'Netto', level: 0, where: {} },
    ],
  };
}

/** The units with none above them. */
const rootsOf = (drafts: readonly Draft[]): readonly string[] =>
  drafts.flatMap(({ type, data }) => {
    const { dimension, code, parent } = data as { readonly dimension?: string; readonly code?: string; readonly parent?: string };
    return type === 'CodeOpened' && dimension === 'ansvar' && code !== undefined && parent === undefined ? [code] : [];
  });
