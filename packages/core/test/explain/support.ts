import { expect } from 'vitest';
import type { Book, ChangeOptions, Draft, Explanation, NamedCut, Part, Reason, Subject } from '@driftbok/core';
import { explainChange, orThrow, resolveCut } from '@driftbok/core';
import { plus } from '../support/books.js';
import { draft } from '../support/drafts.js';

/** The whole year 2025 of a number. */
export const year2025 = (metric: Subject['metric'], where: Subject['where'] = {}): Subject => ({ metric, span: { year: '2025' }, where });

export const cutOf = (position: number): NamedCut => ({ given: String(position), position });

/** A cut as it is named: a position, a round, a lock. */
export const named = (book: Book, given: string): NamedCut => ({ given, position: orThrow(resolveCut(book, given)).position });

/** What some drafts do to a number of a book. */
export function doing(
  book: Book,
  subject: Subject,
  by: ChangeOptions['by'],
  drafts: readonly Draft[],
  more: Partial<ChangeOptions> = {},
): Explanation {
  const after = plus(book, ...drafts);
  const explanation = orThrow(explainChange(after, subject, { from: cutOf(book.position), to: cutOf(after.position), by, ...more }));
  addsUp(explanation);
  return explanation;
}

const sum = (parts: readonly Part[]): number => parts.reduce((so, { amount }) => so + amount, 0);

/** Parts and what they leave over add up at each level, and so does the split. */
export function addsUp({ total, parts, unexplained, split }: Explanation): void {
  expect(sum(parts) + unexplained).toBe(total);
  expect(Object.values(split).reduce((so, each) => so + each, 0)).toBe(total);
  const within = (part: Part): void => {
    if (part.parts.length > 0) expect(sum(part.parts) + part.unexplained).toBe(part.amount);
    part.parts.forEach(within);
  };
  parts.forEach(within);
}

export type Brief = readonly [id: string, ore: number, parts?: readonly Brief[], rest?: number];
/** A part in short: its id and öre, its parts, and what they leave over. */
export const brief = ({ id, amount, parts, unexplained }: Part): Brief =>
  parts.length === 0 ? [id, amount] : [id, amount, parts.map(brief), unexplained];
export const briefly = ({ parts }: Explanation): readonly Brief[] => parts.map(brief);

/** A stated reason; kronor. */
export const reason = (id: string, kronor: number, more: Partial<Reason> = {}): Reason => ({
  id,
  label: `because of ${id}`,
  amount: `${kronor}.00`,
  precision: '100.00',
  driver: 'volume',
  evidence: 'asserted',
  ...more,
});

/** A revision of 2025 that states reasons. */
export const reviseFor = (round: string, reasons: readonly Reason[], lines: Parameters<typeof linesFor>[0]): Draft =>
  draft('ForecastRevised', { round, year: '2025', lines: linesFor(lines), ...(reasons.length === 0 ? {} : { reasons }) });

/** Lines of one account and month a unit, with a reason or none: `['51', 'ut', '2025-03', -100, 'r1']`. */
export function linesFor(rows: readonly (readonly [ansvar: string, konto: string, month: string, kronor: number, reason?: string])[]): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
} {
  return {
    columns: ['ansvar', 'konto', 'month', 'amount', 'reason'],
    rows: rows.map(([ansvar, konto, month, kronor, because = null]) => [ansvar, konto, month, `${kronor}.00`, because]),
  };
}
