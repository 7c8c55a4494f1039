import type { Head } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import type { CheckFinding, Published } from '../check.js';
import { checkFile, isError } from '../check.js';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { failed } from '../failure.js';
import { headHeld, headText, parseHead } from '../head.js';
import * as options from '../options.js';
import { printJson } from '../print.js';

export const checkCommand: Command = command({
  name: 'check',
  summary: 'looks for what is wrong with a file of events',
  about: [
    'Looks at the form of each line (for ledger lines to the byte), at the chain, at what the rules of a ledger say to each event, and at what in its texts may point out a person: an error in a final comment, a warning in drafts and labels. An empty file is an error. That nothing was cut off its end can only be told against a head that was published: --head. Ends with 1 where there is an error.',
  ],
  positionals: [{ name: 'file', about: 'ledger lines, or drafts' }],
  options: { head: options.publishedHead, format: options.textOrJson },
  examples: [
    { about: 'Before an import', line: 'driftbok check drafts.ndjson' },
    { about: 'The findings as data', line: 'driftbok check ledger.ndjson --format json' },
  ],
  run: async (given, io) => {
    const [path = ''] = given.positionals;
    const text = given.value('head');
    const published = text === undefined ? right(undefined) : parseHead(text);
    if (isLeft(published)) return failed(published.left);
    const file = await checkFile(io, path, published.right);
    if (isLeft(file)) return file;
    const { findings, events, head } = file.right;
    const against = published.right;
    await io.out(
      given.value('format') === 'json'
        ? printJson({ findings, events, head: head ?? null, against: against ?? null })
        : asText(path, findings, events, head, against),
    );
    return right(findings.some(isError) ? 1 : 0);
  },
});

function asText(
  path: string,
  findings: readonly CheckFinding[],
  events: number,
  head: Head | undefined,
  against: Published | undefined,
): string {
  const lines = findings.map(
    ({ where: [line = ''], severity, message, code }) =>
      `${path}:${line.replace('line:', '')}: ${severity === 'warning' ? 'warning: ' : ''}${message} (${code})`,
  );
  const end = head === undefined ? '' : `; head ${headText(head)}`;
  const reach = headHeld.en(against?.position);
  const wrong = findings.filter(isError).length;
  const summary =
    wrong === 0
      ? [`${path}: ${events} events, nothing wrong${end}`, `${path}: ${reach}`]
      : [`${path}: ${wrong} wrong; there may be more behind`];
  return [...lines, ...summary, ''].join('\n');
}
