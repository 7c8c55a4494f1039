import type { Draft, Json, TableSpec } from '@driftbok/core';
import { linesOf, standardCatalogue } from '@driftbok/core';

/** How large a ledger is to be. */
export interface Size {
  /** All events: what opens the ledger, budgets and forecasts among them. */
  readonly events: number;
  /** Lines of each posting. */
  readonly rows: number;
}

const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
const units = Array.from({ length: 60 }, (_, index) => String(501 + index));
const accounts = Array.from({ length: 80 }, (_, index) => String(3001 + index * 50));
const activities = Array.from({ length: 40 }, (_, index) => String(7001 + index));
/** How many different code strings the postings use: a unit books on a few of all accounts, again and again. */
const codings = 2000;

/** A number from 0 to `below` − 1 that is the same in each run; the constants are those of Numerical Recipes. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Codes = Readonly<Record<string, string>>;

const pick = <A>(from: readonly A[], random: (below: number) => number): A => from[random(from.length)] as A;
const amount = (ore: number): string => `-${Math.floor(ore / 100)}.${String(ore % 100).padStart(2, '0')}`;

/**
 * The drafts of a made-up ledger of one year: three dimensions, a budget, a forecast round, and postings for all the rest, as a
 * municipality's vouchers would be.
 */
export function syntheticDrafts({ events, rows }: Size): readonly Draft[] {
  const random = sequence(20_250_731);
  const drafts: Draft[] = [];
  const add = (type: string, data: unknown, day = '2025-01-01'): void => {
    const serial = (drafts.length + 1).toString(16).padStart(12, '0');
    const stream = standardCatalogue.get(type)?.stream(data) ?? '';
    const recordedAt = `${day}T08:00:00.000Z`;
    const actor = { role: 'controller', id: 'bench' };
    drafts.push({ id: `01940000-0000-7000-8000-${serial}`, stream, type, schemaVersion: 1, recordedAt, actor, data: data as Json });
  };
  const code = (dimension: string, value: string, parent?: string): void =>
    add('CodeOpened', { dimension, code: value, label: `${dimension} ${value}`, ...(parent === undefined ? {} : { parent }) });

  add('LedgerOpened', { name: 'Prov', municipality: 'Exempel', timeZone: 'Europe/Stockholm' });
  for (const dimension of ['ansvar', 'konto', 'verksamhet']) add('DimensionDeclared', { dimension, label: dimension });
  code('ansvar', '5');
  for (const unit of units) code('ansvar', unit, '5');
  for (const kind of ['intakter', 'kostnader']) code('konto', kind);
  for (const [at, account] of accounts.entries()) code('konto', account, at < 10 ? 'intakter' : 'kostnader');
  for (const activity of activities) code('verksamhet', activity);

  const used = Array.from({ length: codings }, (): Codes => ({
    ansvar: pick(units, random),
    konto: pick(accounts, random),
    verksamhet: pick(activities, random),
  }));
  const year = used.map((codes) => ({ codes, month: '2025', amount: amount(random(90_000_000) + 1) }));
  add('BudgetAdopted', { year: '2025', lines: linesOf(year) });
  add('ForecastRoundOpened', { round: '2025-P1', year: '2025', label: 'Prognos 1' });
  add('ForecastRevised', { round: '2025-P1', year: '2025', lines: linesOf(year) });
  add('ForecastRoundLocked', { round: '2025-P1' });

  const postings = events - drafts.length;
  for (let at = 0; at < postings; at++) {
    const month = months[Math.floor((at * months.length) / postings)] ?? '2025-12';
    const lines = Array.from({ length: rows }, () => ({
      codes: pick(used, random),
      month,
      amount: amount(random(5_000_000) + 1),
    }));
    add('OutcomePosted', { lines: linesOf(lines) }, `${month}-28`);
  }
  return drafts;
}

/** The table that the ledger is drawn as: a driftredovisning with a row for each unit. */
export const syntheticTable: TableSpec = {
  id: 'driftredovisning',
  title: 'Driftredovisning',
  columns: [
    { id: 'budget_period', label: 'Budget jan–jul', metric: 'budget', span: { from: '2025-01', to: '2025-07' } },
    { id: 'outcome_period', label: 'Utfall jan–jul', metric: 'outcome', span: { from: '2025-01', to: '2025-07' } },
    { id: 'deviation_period', label: 'Avvikelse jan–jul', minuend: 'outcome_period', subtrahend: 'budget_period' },
    { id: 'budget_year', label: 'Budget 2025', metric: 'budget', span: { year: '2025' } },
    { id: 'forecast', label: 'Prognos 1', metric: 'forecast', span: { year: '2025' }, round: '2025-P1' },
    { id: 'deviation_year', label: 'Avvikelse', minuend: 'forecast', subtrahend: 'budget_year' },
  ],
  rows: [
    { id: 'income', label: 'Intäkter', level: 0, where: { ansvar: ['5'], konto: ['intakter'] } },
    { id: 'cost', label: 'Kostnader', level: 0, where: { ansvar: ['5'], konto: ['kostnader'] } },
    { each: 'ansvar', beneath: '5', order: 'parent-last', level: 1 },
    { id: 'net', label: 'Netto', level: 0, where: { ansvar: ['5'] } },
  ],
};
