import type { Head } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import type { CheckFinding } from '../check.js';
import { checkFile } from '../check.js';
import type { Command } from '../command.js';
import { command } from '../command.js';
import * as options from '../options.js';
import { printJson } from '../print.js';

export const checkCommand: Command = command({
  name: 'check',
  summary: 'looks for what is wrong with a file of events',
  about: [
    'Looks at the form of each line (for ledger lines to the byte), at the chain, and at what the rules of a ledger say to each event. Ends with 1 where there is an error.',
  ],
  positionals: [{ name: 'file', about: 'ledger lines, or drafts' }],
  options: { format: options.textOrJson },
  examples: [
    { about: 'Before an import', line: 'driftbok check drafts.ndjson' },
    { about: 'The findings as data', line: 'driftbok check ledger.ndjson --format json' },
  ],
  run: async (given, io) => {
    const [path = ''] = given.positionals;
    const file = await checkFile(io, path);
    if (isLeft(file)) return file;
    const { findings, events, head } = file.right;
    await io.out(
      given.value('format') === 'json' ? printJson({ findings, events, head: head ?? null }) : asText(path, findings, events, head),
    );
    return right(findings.length === 0 ? 0 : 1);
  },
});

function asText(path: string, findings: readonly CheckFinding[], events: number, head: Head | undefined): string {
  const lines = findings.map(({ where: [line = ''], message, code }) => `${path}:${line.replace('line:', '')}: ${message} (${code})`);
  const end = head === undefined ? '' : `; head ${head.position}, recorded ${head.recordedAt}, ${head.hash}`;
  const summary =
    findings.length === 0
      ? `${path}: ${events} events, nothing wrong${end}`
      : `${path}: ${findings.length} wrong; there may be more behind`;
  return [...lines, summary, ''].join('\n');
}
