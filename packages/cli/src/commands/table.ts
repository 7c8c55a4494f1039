import { isLeft, right } from '@driftbok/core';
import type { Preset } from '@driftbok/rules';
import { presets } from '@driftbok/rules';
import type { Command } from '../command.js';
import { command } from '../command.js';
import type { UsageError } from '../failure.js';
import { failed, usage } from '../failure.js';
import { nearest } from '../nearest.js';
import { printReport } from '../print-report.js';
import { findRegister, printRegister, registerNames } from '../print-register.js';
import { actions } from '../options.js';
import { actionView, openReport, reportOptions } from '../report-options.js';
import { specNames } from '../spec-source.js';

const tablesOf = ({ label, templates, registers }: Preset): string =>
  `of ${label}: ${[...templates, ...registers].map(({ id }) => id).join(', ')}`;

/** Which table: of amounts, or of things with a life. */
const tablePositional = {
  name: 'spec',
  about: `the table: ${presets.map(tablesOf).join('; ')}; or the path of a specification (.json)`,
} as const;

/** A name that no preset has; what holds a "/" or ends in .json is a path. */
function unknownTable(given: string): UsageError | undefined {
  if (given.includes('/') || given.endsWith('.json') || specNames.includes(given)) return undefined;
  const known = [...specNames, ...registerNames];
  return usage('<spec>', `${known.join(' | ')}, or the path of a .json file`, given, nearest(given, known));
}

export const tableCommand: Command = command({
  name: 'table',
  summary: "draws a report's table as it was known at a cut of history",
  about: [
    "--round names the report: its heading, and the forecast that is shown. --known-at says what is known. At a cut before the round was known, the forecast column shows what stood then, under that round's name, and a warning says so.",
  ],
  positionals: [tablePositional],
  options: { ...reportOptions, actions },
  examples: [
    {
      about: 'July 2025, as its report was',
      line: 'driftbok table driftredovisning --ledger fixture:norrtalje --period 2025-07 --round 2025-P3',
    },
    {
      about: 'Per unit, as Markdown, with all that is known today',
      line: 'driftbok table driftredovisning-per-verksamhet --ledger fixture:norrtalje --period 2025-07 --format md',
    },
    {
      about: 'What was known on a day',
      line: 'driftbok table driftredovisning --ledger fixture:norrtalje --period 2025-07 --round 2025-P3 --known-at 2025-08-20',
    },
    {
      about: 'The action plan of the report',
      line: 'driftbok table atgardsplan --ledger fixture:norrtalje --period 2024-07 --round 2024-P3',
    },
    {
      about: 'The forecast with what is expected of actions',
      line: 'driftbok table driftredovisning --ledger fixture:norrtalje --period 2024-07 --round 2024-P3 --actions net',
    },
    {
      about: 'One unit, exact amounts',
      line: 'driftbok table driftredovisning --ledger fixture:norrtalje --period 2025-07 --unit 513 --format json',
    },
  ],
  run: async (given, io) => {
    const register = findRegister(given.positionals[0] ?? '');
    if (register !== undefined) {
      const printed = await printRegister(register, given, io);
      if (isLeft(printed)) return printed;
      await io.out(printed.right);
      return right(0);
    }
    const wrong = unknownTable(given.positionals[0] ?? '');
    if (wrong !== undefined) return failed(wrong);
    const report = await openReport(given, io, actionView(given.value('actions')));
    if (isLeft(report)) return report;
    const table = printReport(report.right, given.value('format'));
    if (isLeft(table)) return table;
    await io.out(table.right);
    return right(0);
  },
});
