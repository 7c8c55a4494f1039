import type { Draft, Instant, Json, Line, StandardEvents } from '@driftbok/core';
import { linesOf, standardCatalogue } from '@driftbok/core';

let serial = 0;

/** A new id, in order. */
export const nextId = (): string => `01900000-0000-7000-8000-${String(++serial).padStart(12, '0')}`;

const start: Instant = '2025-01-01T00:00:00.000Z';
/** After every day that tests tell of. */
const afterwards: Instant = '2026-12-31T00:00:00.000Z';
const actor = { role: 'controller', id: 'c1' };

type Rest = Partial<Omit<Draft, 'type' | 'data'>>;

/** A draft of any type: what is not said is made up. */
export function anyDraft(type: string, stream: string, data: Json, rest: Rest = {}): Draft {
  return { id: nextId(), stream, type, schemaVersion: 1, recordedAt: start, actor, data, ...rest };
}

/** A draft of Driftbok's own types, in the stream that its data says. */
export function draft<T extends keyof StandardEvents>(type: T, data: StandardEvents[T], rest: Rest = {}): Draft {
  const stream = rest.stream ?? standardCatalogue.get(type)?.stream(data) ?? 'ledger';
  return anyDraft(type, stream, data as unknown as Json, rest);
}

/** The same, recorded when all that tests tell of has come: nobody reports of a day that has not. */
export const draftAfterwards = <T extends keyof StandardEvents>(type: T, data: StandardEvents[T], rest: Rest = {}): Draft =>
  draft(type, data, { recordedAt: afterwards, ...rest });

/** One line: `line('51', '5010', '2025-01', '-10.00')`; null where a code is not known. */
export function line(ansvar: string | null, konto: string | null, month: string, amount: string, reason?: string): Line {
  return { codes: { ansvar, konto }, month, amount, ...(reason === undefined ? {} : { reason }) };
}

export const lines = (...items: readonly Line[]) => linesOf(items);

export const dimension = (id: string): Draft => draft('DimensionDeclared', { dimension: id, label: id });

interface Opening {
  readonly parent?: string;
  readonly from?: string;
  readonly residual?: true;
  readonly label?: string;
}
export const code = (of: string, id: string, { label = `label ${id}`, ...more }: Opening = {}): Draft =>
  draft('CodeOpened', { dimension: of, code: id, label, ...more });
export const ansvar = (id: string, parent?: string, more: Opening = {}): Draft =>
  code('ansvar', id, { ...(parent === undefined ? {} : { parent }), ...more });
export const konto = (id: string, parent?: string): Draft => code('konto', id, parent === undefined ? {} : { parent });

export const opened = (timeZone = 'Europe/Stockholm'): Draft => draft('LedgerOpened', { name: 'prov', municipality: 'Exempel', timeZone });

export const budget = (year: string, ...items: readonly Line[]): Draft => draft('BudgetAdopted', { year, lines: lines(...items) });
export const outcome = (...items: readonly Line[]): Draft => draft('OutcomePosted', { lines: lines(...items) });
export const round = (id: string, year: string, label = `Prognos ${id}`): Draft => draft('ForecastRoundOpened', { round: id, year, label });
export const revise = (id: string, year: string, ...items: readonly Line[]): Draft =>
  draft('ForecastRevised', { round: id, year, lines: lines(...items) });
export const lock = (id: string): Draft => draft('ForecastRoundLocked', { round: id });

/** The same drafts, recorded at another time. */
export const at = (recordedAt: Instant, ...drafts: readonly Draft[]): readonly Draft[] => drafts.map((each) => ({ ...each, recordedAt }));
