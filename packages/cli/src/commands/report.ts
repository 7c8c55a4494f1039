import { isLeft, right } from '@driftbok/core';
import { reportAsMarkdown, reportAsText } from '@driftbok/exchange';
import { composeReport, englishProse, presets, swedishProse } from '@driftbok/rules';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { failed, usage } from '../failure.js';
import { openLedgerSource } from '../ledger-source.js';
import { nearest } from '../nearest.js';
import * as options from '../options.js';
import { printJson } from '../print.js';
import { reportCut } from '../report.js';

const all = presets.flatMap((preset) => preset.reports.map((template) => ({ preset, template })));
const names = all.map(({ template }) => template.id);

export const reportCommand: Command = command({
  name: 'report',
  summary: 'prints a whole monthly report, tables and sentences, all of it from events',
  about: [
    "The chapters and their order are the municipality's, as data. --known-at says what is known; the round's last lock where left out.",
  ],
  positionals: [],
  options: {
    ledger: options.ledger,
    period: options.period,
    round: { ...options.round, about: "the report's round", required: true },
    'known-at': options.knownAt,
    template: { value: names.join(' | '), about: `which report; default: ${names[0] ?? ''}`, choices: names },
    format: { value: 'text | md | json', about: 'the form of the output; default: text', choices: ['text', 'md', 'json'] },
  },
  examples: [
    { about: 'July 2025, as Markdown', line: 'driftbok report --ledger fixture:norrtalje --period 2025-07 --round 2025-P3 --format md' },
    { about: 'July 2024', line: 'driftbok report --ledger fixture:norrtalje --period 2024-07 --round 2024-P3' },
  ],
  run: async (given, io) => {
    const name = given.value('template') ?? names[0] ?? '';
    const found = all.find(({ template }) => template.id === name);
    if (found === undefined) return failed(usage('--template', names.join(' | '), name, nearest(name, names)));
    const ledger = await openLedgerSource(io, given.required('ledger'));
    if (isLeft(ledger)) return ledger;
    const { book } = ledger.right;
    const [period, round] = [given.required('period'), given.required('round')];
    const cut = reportCut(book, { period, round, knownAt: given.value('known-at') });
    if (isLeft(cut)) return cut;
    // A report is in its municipality's language, in all its parts.
    const prose = found.preset.words.language === 'en' ? englishProse : swedishProse;
    const report = composeReport(book, found.template, { period, round, cut: cut.right }, found.preset, prose);
    if (isLeft(report)) return failed(report.left);
    const format = given.value('format');
    if (format === 'json') await io.out(printJson(report.right));
    else await io.out(format === 'md' ? reportAsMarkdown(report.right) : reportAsText(report.right));
    return right(0);
  },
});
