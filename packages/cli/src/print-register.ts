import { isLeft, right } from '@driftbok/core';
import type { Preset, RegisterTemplate } from '@driftbok/rules';
import { presentRegister, presets, registerTemplateOf } from '@driftbok/rules';
import type { Given } from './command.js';
import type { Attempt } from './failure.js';
import { failed } from './failure.js';
import type { Io } from './io.js';
import { openLedgerSource } from './ledger-source.js';
import { foreignTable, ownPreset } from './own-preset.js';
import { printTable } from './print.js';
import { reportCut } from './report.js';
import type { ReportOption } from './report-options.js';

/** A register's table with the preset that it is printed by. */
export interface RegisterSource {
  readonly template: RegisterTemplate;
  readonly preset: Preset;
}

/** The names of the registers' tables that come with the presets. */
export const registerNames: readonly string[] = presets.flatMap(({ registers }) => registers.map(({ id }) => id));

/** The register's table of a name; undefined where no preset has one. */
export function findRegister(given: string): RegisterSource | undefined {
  for (const preset of presets) {
    const template = registerTemplateOf(preset, given);
    if (template !== undefined) return { template, preset };
  }
  return undefined;
}

/**
 * A register's table as it was known at the cut that the command line asks for, printed. The ledger's own municipality may have one of the
 * same name, which is then meant; another's is drawn where the ledger has what it is of, since things with a life are the same everywhere.
 */
export async function printRegister(named: RegisterSource, given: Given<ReportOption>, io: Io): Promise<Attempt<string>> {
  const ledger = await openLedgerSource(io, given.required('ledger'));
  if (isLeft(ledger)) return ledger;
  const { book } = ledger.right;
  const [period, round] = [given.required('period'), given.value('round')];
  const cut = reportCut(book, { period, round, knownAt: given.value('known-at') });
  if (isLeft(cut)) return cut;
  const report = { period, cut: cut.right, ...(round === undefined ? {} : { round }) };
  const own = ownPreset(book);
  const ownTemplate = own === undefined ? undefined : registerTemplateOf(own, named.template.id);
  const { template, preset } = own === undefined || ownTemplate === undefined ? named : { template: ownTemplate, preset: own };
  const table = presentRegister(book, template, report, preset);
  if (isLeft(table)) return failed(foreignTable(book, template.id, preset) ?? table.left);
  return right(printTable(table.right, given.value('format')));
}
