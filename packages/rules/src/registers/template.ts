import type { Codec } from '@driftbok/core';
import { dictionary, labelCodec as label, line, list, object, oneOf, refined } from '@driftbok/core';
import { id } from '../codec/scalars.js';

/** A column of a register's table: which field of its entries it prints, and under what heading. The label takes tokens. */
export interface RegisterColumnTemplate {
  /** The field of the register's entries. */
  readonly id: string;
  readonly label: string;
  readonly kind: 'amount' | 'ratio' | 'count' | 'text';
}

/**
 * A table of things with a life (actions, assignments, goals) rather than of amounts. As data: which register, which of its entries,
 * which of their fields, and how its words are printed. `{year}`, `{prior-year}`, `{year-2}`, `{year-3}`,
 * `{next-year}`, `{year-plus-2}` and `{period}` in labels are the report's.
 */
export interface RegisterTemplate {
  readonly id: string;
  readonly title: string;
  /** What stands over the rows' labels, where a print says it: "Beskrivning av åtgärd". */
  readonly rowHeading?: string;
  /** The name of a register: `assignments`, `action-plan`. */
  readonly register: string;
  readonly columns: readonly RegisterColumnTemplate[];
  /** Which entries, by what the register can be asked for: `{ kind: 'uppdrag' }`. */
  readonly where?: Readonly<Record<string, string>>;
  /** How words of the entries are printed: `{ ongoing: 'Påbörjad' }`. A word that is not here is printed as it is. */
  readonly words?: Readonly<Record<string, string>>;
  /** What a print sets after some cells to point at a note, by `row/column`: `{ 'nki/target': '**' }`. */
  readonly marks?: Readonly<Record<string, string>>;
  /** The unit that the heading tells, where the table is not all in the preset's. Amounts are printed in it where it is one of money, whole. */
  readonly unit?: string;
}

const anyText: Codec<string> = refined<string>('a text of at most 500 characters', (u) => typeof u === 'string' && u.length <= 500);
const texts = dictionary('texts by key', line('a key', 64), anyText, 200);
const column: Codec<RegisterColumnTemplate> = object<RegisterColumnTemplate>('RegisterColumnTemplate', {
  id,
  label: anyText,
  kind: oneOf('amount', 'ratio', 'count', 'text'),
});

/** The codec of {@link RegisterTemplate}. */
export const registerTemplate: Codec<RegisterTemplate> = object<RegisterTemplate>(
  'RegisterTemplate',
  { id, title: label, register: id, columns: list(column, 1, 100) },
  { where: texts, words: texts, marks: texts, unit: label, rowHeading: label },
);
