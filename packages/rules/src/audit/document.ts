import type { Codec } from '@driftbok/core';
import { choice, dictionary, list, object, oneOf, pattern, refined } from '@driftbok/core';
import { id, whole, yes } from '../codec/scalars.js';
import { hasKey } from '../codec/shapes.js';

/** A column as printed. */
export interface AuditColumn {
  readonly id: string;
  readonly label: string;
  /**
   * What each of its cells is made of, in ids of columns with spaces between: `outcome - budget`, `deviation / budget` (a percentage
   * where the column's unit is one), `jan + feb + mar / 3`. Everything before the `/` is divided by everything after it. `volume * price` is a product, `12 * outcome` a multiple.
   */
  readonly equals?: string;
  /** Where it is another than the table's: `percent` beside tkr. */
  readonly unit?: string;
  readonly decimals?: number;
}

/** A row as printed. */
export interface AuditRow {
  readonly id: string;
  readonly label: string;
  /** The rows that it is the sum of; `-cost` is taken away. */
  readonly sum?: readonly string[];
  /** A part of another row, told apart ("varav"): no addend. */
  readonly memo?: true;
  /** The printed text by column id, null where nothing is printed. */
  readonly cells: Readonly<Record<string, string | null>>;
}

/** A table as printed. */
export interface AuditTable {
  readonly id: string;
  readonly title?: string;
  /** `kr`, `tkr`, `mnkr` (also `mkr`), `percent` (also `%`), or another word for what is counted: `dygn`. */
  readonly unit: string;
  /** How many decimals its cells are printed with; none where left out. */
  readonly decimals?: number;
  /** What an empty cell stands for in a sum: nothing (the default), or a figure that is not shown. */
  readonly blank?: 'zero' | 'unknown';
  /** What a "-" stands for: what rounds to nothing (the default), or an empty cell. */
  readonly dash?: 'zero' | 'blank';
  readonly columns: readonly AuditColumn[];
  readonly rows: readonly AuditRow[];
}

/** The same figure in several places, each `table/row/column`. */
export interface SameFigure {
  readonly cells: readonly string[];
}

/** A figure made of others, anywhere: terms and perhaps a divisor, as in {@link AuditColumn.equals}, in cells. */
export interface MadeOf {
  readonly cell: string;
  readonly equals: string;
}

/** A figure in a text, with its own precision. It is said of a cell, or of what cells make. */
export interface AuditClaim {
  readonly text: string;
  readonly figure: string;
  readonly unit: string;
  /**
   * How exactly it is meant: `100` for hundreds of its own unit, or kronor with two decimals (`100000.00`). Where left out, its last
   * digit.
   */
  readonly precision?: string | number;
  /** The text says only that it is less, or more, than the figure: costs that fell are a change `below` 0. */
  readonly sense?: 'below' | 'above';
  readonly cell?: string;
  readonly equals?: string;
}

/** Printed tables with what ties them: what `audit` takes. */
export interface AuditDocument {
  readonly tables: readonly AuditTable[];
  readonly ties?: readonly (SameFigure | MadeOf)[];
  readonly claims?: readonly AuditClaim[];
}

const text: Codec<string> = refined('a text of at most 500 characters', (u) => typeof u === 'string' && u.length <= 500);
const cell: Codec<string | null> = refined('a printed text, or null', (u) => u === null || text.is(u));
const expression: Codec<string> = refined(
  'ids with " + ", " - ", " * " or " / " between',
  (u) => typeof u === 'string' && u.length <= 20_000,
);
const reference: Codec<string> = pattern('table/row/column', /^[^/\s]+\/[^/\s]+\/[^/\s]+$/);
const addend: Codec<string> = refined(
  "a row's id, perhaps with a minus before it",
  (u) => typeof u === 'string' && id.is(u.replace(/^-/, '')),
);
const decimals = whole(0, 4);
const precision: Codec<string | number> = refined(
  'a precision such as 100 or "100000.00"',
  (u) => (typeof u === 'number' || (typeof u === 'string' && /^\d{1,15}(\.\d{1,6})?$/.test(u))) && Number(u) > 0,
);

const column: Codec<AuditColumn> = object<AuditColumn>('a column', { id, label: text }, { equals: expression, unit: text, decimals });
const row: Codec<AuditRow> = object<AuditRow>(
  'a row',
  { id, label: text, cells: dictionary('cells by column', text, cell, 1000) },
  { sum: list(addend, 1, 10_000), memo: yes },
);
const table: Codec<AuditTable> = object<AuditTable>(
  'a table',
  { id, unit: text, columns: list(column, 1, 1000), rows: list(row, 1, 10_000) },
  { title: text, decimals, blank: oneOf('zero', 'unknown'), dash: oneOf('zero', 'blank') },
);
const same: Codec<SameFigure> = object<SameFigure>('cells that show the same', { cells: list(reference, 2, 1000) });
const made: Codec<MadeOf> = object<MadeOf>('a cell made of others', { cell: reference, equals: expression });
const claim: Codec<AuditClaim> = object<AuditClaim>(
  'a claim',
  { text, figure: text, unit: text },
  { precision, sense: oneOf('below', 'above'), cell: reference, equals: expression },
);

/** The codec of {@link AuditDocument}: its form. What its ids refer to is looked at when it is read as a whole. */
export const auditDocument: Codec<AuditDocument> = object<AuditDocument>(
  'tables to audit',
  { tables: list(table, 1, 1000) },
  {
    ties: list(
      choice<SameFigure | MadeOf>('a tie', (u) => (hasKey(u, 'equals') ? made : same)),
      0,
      100_000,
    ),
    claims: list(claim, 0, 10_000),
  },
);
