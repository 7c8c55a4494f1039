import { isLeft, right } from '@driftbok/core';
import type { Verification } from '@driftbok/rules';
import { verifyBook } from '@driftbok/rules';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { openLedgerSource } from '../ledger-source.js';
import * as options from '../options.js';
import { printJson } from '../print.js';

export const verifyCommand: Command = command({
  name: 'verify',
  summary: 'holds a ledger against every invariant, each with a code of its own',
  about: [
    'Looks at positions, the chain, transfers, rounds, trees, goals, totals and kinds, and tells how much it held each against. Nothing is decided again: a rule that was tightened later is a finding. Ends with 1 where there is one.',
  ],
  positionals: [],
  options: { ledger: options.ledger, format: options.textOrJson },
  examples: [
    { about: 'The ledger that comes with driftbok', line: 'driftbok verify --ledger fixture:norrtalje' },
    { about: 'The findings as data', line: 'driftbok verify --ledger file:ledger.ndjson --format json' },
  ],
  run: async (given, io) => {
    const ledger = await openLedgerSource(io, given.required('ledger'));
    if (isLeft(ledger)) return ledger;
    const verification = verifyBook(ledger.right.book, ledger.right.events, io.hash);
    await io.out(given.value('format') === 'json' ? printJson(verification) : asText(verification));
    return right(verification.findings.length === 0 ? 0 : 1);
  },
});

const asText = ({ verified, findings }: Verification): string =>
  [
    ...findings.map(({ code, severity, message }) => `${severity}: ${message} (${code})`),
    ...verified.map(({ code, checked }) => {
      const wrong = findings.filter((finding) => finding.code === code).length;
      return `${code}: ${checked} looked at, ${wrong === 0 ? 'nothing' : wrong} wrong`;
    }),
    '',
  ].join('\n');
