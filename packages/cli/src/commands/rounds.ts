import type { RoundSummary } from '@driftbok/core';
import { isLeft, right, roundsOf } from '@driftbok/core';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { openLedgerSource } from '../ledger-source.js';
import * as options from '../options.js';
import { printJson, printRecords } from '../print.js';

export const roundsCommand: Command = command({
  name: 'rounds',
  summary: 'lists the forecast rounds with their locks',
  about: ["A lock's number is its place in the list: 2025-P3@1 names the cut of the first lock of 2025-P3."],
  positionals: [],
  options: { ledger: options.ledger, format: options.format },
  examples: [
    { about: 'All rounds', line: 'driftbok rounds --ledger fixture:norrtalje' },
    { about: 'With the positions and hashes of their locks', line: 'driftbok rounds --ledger fixture:norrtalje --format json' },
  ],
  run: async (given, io) => {
    const ledger = await openLedgerSource(io, given.required('ledger'));
    if (isLeft(ledger)) return ledger;
    const rounds = roundsOf(ledger.right.book);
    const format = given.value('format');
    await io.out(format === 'json' ? printJson(rounds.map(asJson)) : printRecords(columns, rounds.map(asRecord), format));
    return right(0);
  },
});

const asJson = ({ id, year, opened, locks }: RoundSummary): object => ({ id, year, opened, locks });

const columns = ['round', 'year', 'label', 'status', 'opened', 'locks'] as const;

const asRecord = ({ id, year, label, status, opened, locks }: RoundSummary): Readonly<Record<(typeof columns)[number], string>> => ({
  round: id,
  year,
  label,
  status,
  opened,
  locks: locks.map(({ position, recordedAt }) => `${position} (${recordedAt})`).join(', '),
});
