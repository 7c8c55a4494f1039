import { isLeft, right } from '@driftbok/core';
import { writeEvents } from '@driftbok/exchange';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { replaceFile } from '../disk.js';
import { openLedgerSource } from '../ledger-source.js';
import * as options from '../options.js';

export const exportCommand: Command = command({
  name: 'export',
  summary: 'writes a ledger as NDJSON, one event a line',
  about: [
    'Ledger lines carry their places and the chain, and come out byte for byte as they were recorded. Drafts leave out what a ledger assigns.',
  ],
  positionals: [],
  options: {
    ledger: options.ledger,
    as: { value: 'ledger | drafts', about: 'the form of the lines; default: ledger', choices: ['ledger', 'drafts'] },
    output: { value: '<file>', about: 'a file to write, or to replace, instead of standard output' },
  },
  examples: [
    { about: 'All events with their chain', line: 'driftbok export --ledger fixture:norrtalje' },
    { about: 'Drafts to begin another ledger of', line: 'driftbok export --ledger fixture:norrtalje --as drafts --output drafts.ndjson' },
  ],
  run: async (given, io) => {
    const ledger = await openLedgerSource(io, given.required('ledger'));
    if (isLeft(ledger)) return ledger;
    const { events } = ledger.right;
    const lines = given.value('as') === 'drafts' ? writeEvents(events, 'drafts') : writeEvents(events, 'ledger');
    const file = given.value('output');
    if (file === undefined) {
      for (const line of lines) await io.out(line);
      return right(0);
    }
    const written = await replaceFile(io, file, lines);
    return isLeft(written) ? written : right(0);
  },
});
