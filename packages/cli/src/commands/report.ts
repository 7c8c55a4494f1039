import type { Book } from '@driftbok/core';
import { isLeft, isMonth, right } from '@driftbok/core';
import { reportAsMarkdown, reportAsText } from '@driftbok/exchange';
import type { Preset, ReportTemplate } from '@driftbok/rules';
import { composeReport, englishProse, presets, reportTemplateFor, swedishProse } from '@driftbok/rules';
import type { Command } from '../command.js';
import { command } from '../command.js';
import type { Attempt } from '../failure.js';
import { failed, usage } from '../failure.js';
import { openLedgerSource } from '../ledger-source.js';
import { nearest } from '../nearest.js';
import * as options from '../options.js';
import { ownPreset } from '../own-preset.js';
import { printJson } from '../print.js';
import { reportCut } from '../report.js';

interface ReportSource {
  readonly preset: Preset;
  readonly template: ReportTemplate;
}

const all: readonly ReportSource[] = presets.flatMap((preset) => preset.reports.map((template) => ({ preset, template })));
// Two municipalities may call their plans the same.
const names = [...new Set(all.map(({ template }) => template.id))];

/** The report that is named, else the one of the ledger's municipality for the period. */
function sourceFor(book: Book, period: string, name: string | undefined): Attempt<ReportSource> {
  const own = ownPreset(book);
  const theirs = own?.reports.map(({ id }) => id) ?? names;
  if (name === undefined) {
    const preset = own ?? presets[0];
    const template = preset === undefined ? undefined : reportTemplateFor(preset, period);
    return preset === undefined || template === undefined
      ? failed(usage('--template', 'a municipality that has a report', own?.label ?? 'none'))
      : right({ preset, template });
  }
  const named = all.filter(({ template }) => template.id === name);
  const found = named.find(({ preset }) => preset.id === own?.id) ?? named[0];
  if (found === undefined) return failed(usage('--template', names.join(' | '), name, nearest(name, names)));
  return own === undefined || own.id === found.preset.id
    ? right(found)
    : failed(
        usage(
          '--template',
          `a report of ${own.label}, whose ledger this is: ${theirs.join(', ')}`,
          `${name}, a report of ${found.preset.label}`,
        ),
      );
}

export const reportCommand: Command = command({
  name: 'report',
  summary: 'prints a whole monthly report, tables and sentences, all of it from events',
  about: [
    "The chapters and their order are the municipality's, as data: a monthly report of a forecast round, or a year's plan. --known-at says what is known; the round's last lock where left out.",
  ],
  positionals: [],
  options: {
    ledger: options.ledger,
    period: options.period,
    round: { ...options.round, about: "the report's round; a monthly report has one, a plan has none" },
    'known-at': options.knownAt,
    template: {
      value: names.join(' | '),
      about: "which report; default: that of the ledger's municipality for the period",
      choices: names,
    },
    format: { value: 'text | md | json', about: 'the form of the output; default: text', choices: ['text', 'md', 'json'] },
  },
  examples: [
    { about: 'July 2025, as Markdown', line: 'driftbok report --ledger fixture:norrtalje --period 2025-07 --round 2025-P3 --format md' },
    {
      about: 'July 2024, in the order that its report had',
      line: 'driftbok report --ledger fixture:norrtalje --period 2024-07 --round 2024-P3',
    },
    { about: 'A plan for 2025', line: 'driftbok report --ledger fixture:sodertalje --period 2025-12' },
    {
      about: "Norrtälje's plan, as it was known then",
      line: 'driftbok report --ledger fixture:norrtalje --period 2025-12 --template verksamhetsplan --known-at 2025-03-31',
    },
  ],
  run: async (given, io) => {
    const ledger = await openLedgerSource(io, given.required('ledger'));
    if (isLeft(ledger)) return ledger;
    const { book } = ledger.right;
    const [period, round] = [given.required('period'), given.value('round')];
    if (!isMonth(period)) return failed(usage('--period', 'a month, YYYY-MM', period));
    const source = sourceFor(book, period, given.value('template'));
    if (isLeft(source)) return source;
    const { template, preset } = source.right;
    if (round === undefined && template.about === 'round') {
      const rounds = [...book.state.rounds.values()].filter(({ year }) => year === period.slice(0, 4)).map(({ id }) => id);
      return failed(usage('--round', rounds.join(' | ') || `a round, of which the ledger has none of ${period.slice(0, 4)}`, 'nothing'));
    }
    const cut = reportCut(book, { period, round, knownAt: given.value('known-at') });
    if (isLeft(cut)) return cut;
    // A report is in its municipality's language, in all its parts.
    const prose = preset.words.language === 'en' ? englishProse : swedishProse;
    const wanted = { period, cut: cut.right, ...(round === undefined ? {} : { round }) };
    const report = composeReport(book, template, wanted, preset, prose);
    if (isLeft(report)) return failed(report.left);
    const format = given.value('format');
    if (format === 'json') await io.out(printJson(report.right));
    else await io.out(format === 'md' ? reportAsMarkdown(report.right) : reportAsText(report.right));
    return right(0);
  },
});
