import { isLeft, right, traverse } from '@driftbok/core';
import type { ReadNote } from '@driftbok/exchange';
import type { AuditFinding, AuditReport } from '@driftbok/rules/audit';
import { audit } from '@driftbok/rules/audit';
import { joined, readAuditFile } from '../audit-file.js';
import type { Command } from '../command.js';
import { command } from '../command.js';
import type { Failure } from '../failure.js';
import { failed, usage } from '../failure.js';
import * as options from '../options.js';
import { printJson } from '../print.js';

export const auditCommand: Command = command({
  name: 'audit',
  summary: 'tells whether any ledger could have produced printed tables',
  about: [
    'Takes tables as printed, from whatever source, and tells which cells cannot be true, apart from rounding: the smallest sets of cells to blame, likeliest first. Files are JSON, or a table pasted as text, Markdown, CSV or tab-separated; several are one document, so that one may tie the cells of another. Ends with 1 where there is an error.',
  ],
  positionals: [{ name: 'file', about: 'tables to audit', many: true }],
  options: {
    format: options.textOrJson,
    seconds: { value: '<seconds>', about: 'how long it may take, after which it tells what it did not look at; default: 30' },
  },
  examples: [
    { about: 'A report as printed', line: 'driftbok audit report.json' },
    { about: 'A pasted table, as data', line: 'driftbok audit table.md --format json' },
  ],
  run: async (given, io) => {
    const seconds = Number(given.value('seconds') ?? '30');
    if (!(seconds > 0)) return failed(usage('--seconds', 'a number above 0', given.value('seconds') ?? ''));
    const files = traverse(await Promise.all(given.positionals.map((file) => readAuditFile(io, file))), (file) => file);
    if (isLeft(files)) return files;
    const document = joined(files.right.map((file) => file.document));
    const report = await audit(document, { seconds, now: () => performance.now() });
    if (isLeft(report)) {
      const file = given.positionals.join(', ');
      return failed(...report.left.issues.map((issue): Failure => ({ _tag: 'AuditInFile', file, issue })));
    }
    const notes = files.right.flatMap((file) => file.notes.map(asFinding));
    const findings = [
      ...report.right.findings.filter(({ severity }) => severity === 'error'),
      ...notes,
      ...report.right.findings.filter(({ severity }) => severity !== 'error'),
    ];
    await io.out(given.value('format') === 'json' ? printJson({ findings }) : asText(report.right, findings));
    return right(findings.some(({ severity }) => severity === 'error') ? 1 : 0);
  },
});

const asFinding = ({ where, message }: ReadNote): Omit<AuditFinding, 'code'> & { readonly code: 'ambiguous' } => ({
  code: 'ambiguous',
  severity: 'warning',
  where: [where],
  alternatives: [],
  by: '',
  message,
});

type Told = Omit<AuditFinding, 'code'> & { readonly code: string };

function asText({ feasible }: AuditReport, findings: readonly Told[]): string {
  const lines = findings.flatMap(({ code, severity, alternatives, message }) => [
    `${severity}: ${message} (${code})`,
    ...(alternatives.length === 0 ? [] : [`  or: ${alternatives.map((cells) => cells.join(' and ')).join('; or: ')}`]),
  ]);
  const verdict = {
    true: 'some ledger could have produced this',
    false: 'no ledger could have produced this',
    unknown: 'the time was out before it was clear whether a ledger could have produced this',
  };
  return [...lines, verdict[`${feasible}`], ''].join('\n');
}
