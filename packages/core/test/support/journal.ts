import type { Book } from '@driftbok/core';
import { slotText } from '../../src/base/slot.js';
import type { Layer } from '../../src/journal/layer.js';
import { layer } from '../../src/journal/layer.js';

export type LayerName = keyof typeof layer;

export interface Entry {
  readonly layer: LayerName;
  /** Codes joined by "/", "-" where not known. */
  readonly coding: string;
  readonly month: string;
  readonly ore: number;
  readonly position: number;
  readonly round: number;
  readonly reason: string;
}

const names = Object.fromEntries(Object.entries(layer).map(([name, number]) => [number, name])) as Record<Layer, LayerName>;

/** The journal lines of a book, as one reads them. */
export function entries(book: Book): readonly Entry[] {
  const { journal } = book.history;
  const { columns } = journal;
  return Array.from({ length: book.lines }, (_, at) => {
    const codes = journal.codings.codes(columns.coding[at] as number);
    return {
      layer: names[columns.layer[at] as Layer],
      coding: `${codes['ansvar'] ?? '-'}/${codes['konto'] ?? '-'}`,
      month: slotText(columns.slot[at] as number),
      ore: columns.ore[at] as number,
      position: columns.position[at] as number,
      round: columns.round[at] as number,
      reason: journal.reasonText(columns.reason[at] as number),
    };
  });
}

/** The lines of the newest event. */
export const newest = (book: Book): readonly Entry[] => entries(book).filter(({ position }) => position === book.position);

/** The sums by month of a coding in some layers; months that sum to 0 are left out. */
export function months(book: Book, coding: string, ...layers: readonly LayerName[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const entry of entries(book)) {
    if (entry.coding === coding && layers.includes(entry.layer)) sums.set(entry.month, (sums.get(entry.month) ?? 0) + entry.ore);
  }
  return Object.fromEntries([...sums].filter(([, ore]) => ore !== 0).sort());
}

export const adopted = ['budgetAdopted', 'budgetAdoptedLinear'] as const;
export const adjusted = ['budgetAdjusted', 'budgetAdjustedLinear'] as const;
export const linear = ['budgetAdoptedLinear', 'budgetAdjustedLinear'] as const;
export const allBudget = [...adopted, ...adjusted] as const;

export const total = (sums: Readonly<Record<string, number>>): number => Object.values(sums).reduce((a, b) => a + b, 0);

/** Twelve months of a year: `year(2025, [100, …])`, those of 0 left out. */
export const year = (of: number, ore: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    ore.map((each, index) => [`${of}-${String(index + 1).padStart(2, '0')}`, each] as const).filter(([, each]) => each !== 0),
  );
