import type { AuditDocument } from '@driftbok/rules/audit';
import fc from 'fast-check';

/** A table printed from an exact ledger, with one cell that may be printed otherwise. */
export interface PrintedLedger {
  readonly document: AuditDocument;
  readonly cells: readonly string[];
}

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ' ');

/** Half away from zero, from öre to tkr, as printed. */
const printed = (ore: number): string => {
  const steps = Math.floor((Math.abs(ore) + 50_000) / 100_000);
  return `${ore < 0 && steps > 0 ? '-' : ''}${group(String(steps))}`;
};

const bases = ['budget', 'outcome'] as const;

/** Rows of two levels with a budget, an outcome and their difference, in öre; the print is rounded cell by cell. */
export const printedLedger: fc.Arbitrary<PrintedLedger> = fc
  .array(fc.array(fc.tuple(fc.integer({ min: -9e9, max: 3e9 }), fc.integer({ min: -9e9, max: 3e9 })), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((groups) => {
    const cellsOf = (rows: readonly (readonly [number, number])[]): Readonly<Record<string, string>> => {
      const [budget, outcome] = bases.map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0)) as [number, number];
      return { budget: printed(budget), outcome: printed(outcome), deviation: printed(outcome - budget) };
    };
    const rows = groups.flatMap((units, at) => [
      ...units.map((unit, index) => ({ id: `u${at}${index}`, label: '', cells: cellsOf([unit]) })),
      { id: `g${at}`, label: '', sum: units.map((_, index) => `u${at}${index}`), cells: cellsOf(units) },
    ]);
    const total = { id: 'total', label: '', sum: groups.map((_, at) => `g${at}`), cells: cellsOf(groups.flat()) };
    const columns = [
      { id: 'budget', label: '' },
      { id: 'outcome', label: '' },
      { id: 'deviation', label: '', equals: 'outcome - budget' },
    ];
    const document: AuditDocument = { tables: [{ id: 't', unit: 'tkr', decimals: 0, columns, rows: [...rows, total] }] };
    return { document, cells: [...rows, total].flatMap(({ id }) => columns.map((column) => `t/${id}/${column.id}`)) };
  });

/** The document with one cell printed otherwise. */
export function withCell(document: AuditDocument, cell: string, change: (text: string) => string): AuditDocument {
  const [table, row, column = ''] = cell.split('/');
  return {
    ...document,
    tables: document.tables.map((each) => ({
      ...each,
      rows: each.rows.map((one) =>
        each.id === table && one.id === row ? { ...one, cells: { ...one.cells, [column]: change(one.cells[column] ?? '') } } : one,
      ),
    })),
  };
}

/** Another digit in one place of a printed figure. */
export const otherDigit =
  (place: number, digit: number) =>
  (text: string): string => {
    const places = text.split('').flatMap((char, at) => (/\d/.test(char) ? [at] : []));
    const at = places[place % places.length] ?? 0;
    const old = Number(text[at]);
    const next = (old + 1 + (digit % 9)) % 10;
    const changed = `${text.slice(0, at)}${next}${text.slice(at + 1)}`;
    // A figure does not begin with 0, unless it is one.
    return /^-?0[\d ]/.test(changed) ? `${text.slice(0, at)}${old === 9 ? 8 : old + 1}${text.slice(at + 1)}` : changed;
  };
