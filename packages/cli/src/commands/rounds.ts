import type { RoundSummary } from '@driftbok/core';
import { isLeft, right, roundsOf } from '@driftbok/core';
import type { Language } from '@driftbok/rules';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { openLedgerSource } from '../ledger-source.js';
import * as options from '../options.js';
import { printHeaded, printJson } from '../print.js';
import { languageOf } from '../prose-of.js';

export const roundsCommand: Command = command({
  name: 'rounds',
  summary: 'lists the forecast rounds with their locks',
  about: ["A lock's number is its place in the list: 2025-P3@1 names the cut of the first lock of 2025-P3."],
  positionals: [],
  options: { ledger: options.ledger, language: options.language, format: options.format },
  examples: [
    { about: 'All rounds', line: 'driftbok rounds --ledger fixture:norrtalje' },
    { about: 'With the positions and hashes of their locks', line: 'driftbok rounds --ledger fixture:norrtalje --format json' },
  ],
  run: async (given, io) => {
    const ledger = await openLedgerSource(io, given.required('ledger'));
    if (isLeft(ledger)) return ledger;
    const rounds = roundsOf(ledger.right.book);
    const format = given.value('format');
    const { headings, statuses } = words[languageOf(given.value('language'))];
    const records = rounds.map((round) => ({ ...asRecord(round), status: statuses[round.status] }));
    await io.out(format === 'json' ? printJson(rounds.map(asJson)) : printHeaded(columns, (column) => headings[column], records, format));
    return right(0);
  },
});

const asJson = ({ id, year, opened, locks }: RoundSummary): object => ({ id, year, opened, locks });

const columns = ['round', 'year', 'label', 'status', 'opened', 'locks'] as const;

interface RoundWords {
  readonly headings: Readonly<Record<(typeof columns)[number], string>>;
  readonly statuses: Readonly<Record<RoundSummary['status'], string>>;
}

const words: Readonly<Record<Language, RoundWords>> = {
  sv: {
    headings: { round: 'omgång', year: 'år', label: 'benämning', status: 'läge', opened: 'öppnad', locks: 'låsningar' },
    statuses: { open: 'öppen', submitted: 'inlämnad', approved: 'godkänd', locked: 'låst' },
  },
  en: {
    headings: { round: 'round', year: 'year', label: 'label', status: 'status', opened: 'opened', locks: 'locks' },
    statuses: { open: 'open', submitted: 'submitted', approved: 'approved', locked: 'locked' },
  },
};

const asRecord = ({ id, year, label, status, opened, locks }: RoundSummary): Readonly<Record<(typeof columns)[number], string>> => ({
  round: id,
  year,
  label,
  status,
  opened,
  locks: locks.map(({ position, recordedAt }) => `${position} (${recordedAt})`).join(', '),
});
