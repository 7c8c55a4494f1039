import type { ActionView } from '@driftbok/core';
import { isLeft } from '@driftbok/core';
import type { Given, Option } from './command.js';
import { templateOf } from '@driftbok/rules';
import type { Attempt } from './failure.js';
import { failed } from './failure.js';
import type { Io } from './io.js';
import { openLedgerSource } from './ledger-source.js';
import * as options from './options.js';
import { foreignTable } from './own-preset.js';
import type { Report } from './report.js';
import { planReport } from './report.js';
import { findSpec, specNames } from './spec-source.js';

/** Their names. */
export type ReportOption = 'ledger' | 'period' | 'round' | 'known-at' | 'organisation' | 'unit' | 'format';

/** The options of every command that is about a report's table. */
export const reportOptions: { readonly [Name in ReportOption]: Option } = {
  ledger: options.ledger,
  period: options.period,
  round: options.round,
  'known-at': options.knownAt,
  organisation: options.organisation,
  unit: options.unit,
  format: options.format,
};

/** The argument that says which table. */
export const specPositional: { readonly name: string; readonly about: string } = {
  name: 'spec',
  about: `the table: ${specNames.join(', ')}, or the path of a specification (.json)`,
};

/** The report that a command line asks for. */
export async function openReport(given: Given<ReportOption>, io: Io, actions: ActionView = 'recorded'): Promise<Attempt<Report>> {
  const source = await findSpec(io, given.positionals[0] ?? '');
  if (isLeft(source)) return source;
  const ledger = await openLedgerSource(io, given.required('ledger'));
  if (isLeft(ledger)) return ledger;
  const { template, preset } = source.right;
  // One from a file is nobody's: it is for whichever ledger it fits.
  const foreign = templateOf(preset, template.id) === template ? foreignTable(ledger.right.book, template.id, preset) : undefined;
  if (foreign !== undefined) return failed(foreign);
  return planReport(ledger.right.book, source.right, {
    period: given.required('period'),
    round: given.value('round'),
    knownAt: given.value('known-at'),
    organisation: given.value('organisation'),
    unit: given.value('unit'),
    actions,
  });
}

/** How `--actions` is to be taken; the command's choices have been held against it. */
export const actionView = (given: string | undefined): ActionView => (given === 'gross' || given === 'net' ? given : 'recorded');
