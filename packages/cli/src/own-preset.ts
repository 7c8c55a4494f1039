import type { Book } from '@driftbok/core';
import type { Preset } from '@driftbok/rules';
import { presetOf } from '@driftbok/rules';
import type { UsageError } from './failure.js';
import { usage } from './failure.js';

/** The preset of a ledger's municipality; undefined where none of those that come with driftbok is its own. */
export const ownPreset = ({ state }: Book): Preset | undefined =>
  state.opened === undefined ? undefined : presetOf(state.opened.municipality);

/**
 * Why a table of one municipality is not drawn for another's ledger, whose codes it does not have; undefined where it is the ledger's own,
 * or where the ledger's municipality has no preset to tell it apart by.
 */
export function foreignTable(book: Book, id: string, from: Preset): UsageError | undefined {
  const own = ownPreset(book);
  if (own === undefined || own.id === from.id) return undefined;
  const tables = [...own.templates, ...own.registers].map((each) => each.id);
  return usage('<spec>', `a table of ${own.label}, whose ledger this is: ${tables.join(', ')}`, `${id}, a table of ${from.label}`);
}
