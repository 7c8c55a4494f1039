import { isLeft, isRight, right, traverse } from '@driftbok/core';
import type { ReadNote } from '@driftbok/exchange';
import { readConventionIn, readNoteIn, writeEvents } from '@driftbok/exchange';
import type { Language } from '@driftbok/rules';
import type { AuditDocument, AuditFinding, AuditReport, Layout } from '@driftbok/rules/audit';
import { audit, auditColumns, layouts, witness } from '@driftbok/rules/audit';
import type { PastedAs } from '../audit-file.js';
import { joined, readAuditFile } from '../audit-file.js';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { replaceFile } from '../disk.js';
import type { Attempt, Failure } from '../failure.js';
import { failed, usage } from '../failure.js';
import type { Io } from '../io.js';
import * as options from '../options.js';
import { printJson } from '../print.js';
import { languageOf } from '../prose-of.js';

export const auditCommand: Command = command({
  name: 'audit',
  summary: 'tells whether any ledger could have produced printed tables',
  about: [
    'Takes tables as printed, from whatever source, and tells which cells cannot be true, apart from rounding: the smallest sets of cells to blame, likeliest first. Files are JSON, or a table pasted as text, Markdown, CSV or tab-separated; several are one document, so that one may tie the cells of another. Tells how much it checked, and warns where that is nothing. Ends with 1 where there is an error.',
    'Where a ledger could have produced them, --witness writes one: drafts of events, all in the year 2000, from which every amount comes out as it is printed.',
  ],
  positionals: [{ name: 'file', about: 'tables to audit', many: true }],
  options: {
    format: options.textOrJson,
    layout: {
      value: layouts.map(({ id }) => id).join(' | '),
      about: 'how a pasted table is laid out: its columns, unit, signs and marks; default: what its headings say',
      choices: layouts.map(({ id }) => id),
    },
    months: { value: '<1-12>', about: 'how many months of the year had passed, for a layout that tells the elapsed share; default: 12' },
    language: options.language,
    witness: { value: '<file>', about: 'a file for the drafts of a ledger that prints the tables, where there is one' },
    seconds: { value: '<seconds>', about: 'how long it may take, after which it tells what it did not look at; default: 30' },
  },
  examples: [
    { about: 'A report as printed', line: 'driftbok audit report.json' },
    { about: 'A pasted table, as data', line: 'driftbok audit table.md --format json' },
    { about: 'A pasted table whose layout is known', line: 'driftbok audit table.md --layout manad' },
    { about: 'A ledger that prints it, if there is one', line: 'driftbok audit table.md --witness witness.ndjson' },
  ],
  run: async (given, io) => {
    const seconds = Number(given.value('seconds') ?? '30');
    if (!(seconds > 0)) return failed(usage('--seconds', 'a number above 0', given.value('seconds') ?? ''));
    const months = Number(given.value('months') ?? '12');
    if (!(Number.isInteger(months) && months >= 1 && months <= 12))
      return failed(usage('--months', 'a whole number from 1 to 12', given.value('months') ?? ''));
    const layout = layouts.find(({ id }) => id === given.value('layout'));
    const as = layout === undefined ? {} : pastedAs(layout, months);
    const language = languageOf(given.value('language'));
    const files = traverse(await Promise.all(given.positionals.map((file) => readAuditFile(io, file, language, as))), (file) => file);
    if (isLeft(files)) return files;
    const document = joined(files.right.map((file) => file.document));
    const report = await audit(document, { seconds, now: () => performance.now(), language });
    if (isLeft(report)) {
      const file = given.positionals.join(', ');
      return failed(...report.left.issues.map((issue): Failure => ({ _tag: 'AuditInFile', file, issue, language })));
    }
    const notes = files.right.flatMap((file) => file.notes.map((note) => asFinding(note, language)));
    const conventions = files.right.flatMap((file) =>
      file.conventions.map((each) => told('convention', 'note', [each.where], readConventionIn(each, language))),
    );
    const { checked } = report.right;
    const unchecked = Object.values(checked).every((count) => count === 0);
    const findings = [
      ...report.right.findings.filter(({ severity }) => severity === 'error'),
      ...notes,
      ...(unchecked
        ? [
            told(
              'unchecked',
              'warning',
              document.tables.map(({ id }) => id),
              uncheckedIn[language],
            ),
          ]
        : []),
      ...conventions,
      ...report.right.findings.filter(({ severity }) => severity !== 'error'),
    ];
    await io.out(given.value('format') === 'json' ? printJson({ findings, checked }) : asText(report.right, findings, unchecked, language));
    const file = given.value('witness');
    if (file !== undefined && report.right.feasible !== false) {
      const written = await writeWitness(io, file, document, seconds, language);
      if (isLeft(written)) return written;
    }
    return right(findings.some(({ severity }) => severity === 'error') ? 1 : 0);
  },
});

const pastedAs = (layout: Layout, months: number): PastedAs => ({
  columns: auditColumns(layout, months),
  unit: layout.format.unit,
  decimals: layout.format.decimals,
  ...(layout.rows === undefined ? {} : { rows: layout.rows }),
  ...(layout.marks.blank === '-' ? { dash: 'blank' } : {}),
});

/** Writes the drafts of a ledger that prints the tables. Where none was found within the limit it says so, and writes nothing. */
async function writeWitness(io: Io, file: string, document: AuditDocument, seconds: number, language: Language): Promise<Attempt<void>> {
  const found = await witness(document, '2000', seconds);
  if (isRight(found)) return replaceFile(io, file, writeEvents(found.right.drafts, 'drafts'));
  io.err(`${file}: ${unwitnessed[language]}\n`);
  return right(undefined);
}

const unwitnessed: Readonly<Record<Language, string>> = {
  sv: 'ingen bok som visar tabellerna hittades inom gränsen; inget skrevs',
  en: 'no ledger that prints the tables was found within the limit; nothing was written',
};

type Told = Omit<AuditFinding, 'code'> & { readonly code: string };

const told = (code: string, severity: AuditFinding['severity'], where: readonly string[], message: string): Told => ({
  code,
  severity,
  where,
  alternatives: [],
  by: '',
  message,
});

const asFinding = (note: ReadNote, language: Language): Told => told('ambiguous', 'warning', [note.where], readNoteIn(note, language));

const uncheckedIn: Readonly<Record<Language, string>> = {
  sv: 'ingenting kontrollerades: inga summor, skillnader eller procenttal är kända',
  en: 'nothing was checked: no sums, differences or percentages are known',
};

const checkedIn: Readonly<Record<Language, (checked: AuditReport['checked']) => string>> = {
  sv: ({ sums, differences, percentages, ties }) =>
    `kontrollerat: ${sums} summor, ${differences} skillnader, ${percentages} procenttal, ${ties} likheter`,
  en: ({ sums, differences, percentages, ties }) =>
    `checked: ${sums} sums, ${differences} differences, ${percentages} percentages, ${ties} ties`,
};

const verdicts: Readonly<Record<Language, Readonly<Record<'true' | 'false' | 'unknown' | 'or' | 'and', string>>>> = {
  sv: {
    true: 'en bok kan ha gett detta',
    false: 'ingen bok kan ha gett detta',
    unknown: 'gränsen nåddes innan det var klart om en bok kan ha gett detta',
    or: 'eller',
    and: 'och',
  },
  en: {
    true: 'some ledger could have produced this',
    false: 'no ledger could have produced this',
    unknown: 'the limit was reached before it was clear whether a ledger could have produced this',
    or: 'or',
    and: 'and',
  },
};

function asText({ feasible, checked }: AuditReport, findings: readonly Told[], unchecked: boolean, language: Language): string {
  const { [`${feasible}` as const]: verdict, or, and } = verdicts[language];
  const lines = findings.flatMap(({ code, severity, alternatives, message }) => [
    `${severity}: ${message} (${code})`,
    ...(alternatives.length === 0 ? [] : [`  ${or}: ${alternatives.map((cells) => cells.join(` ${and} `)).join(`; ${or}: `)}`]),
  ]);
  // Nothing contradicts what nothing was held against.
  return [...lines, checkedIn[language](checked), ...(unchecked ? [] : [verdict]), ''].join('\n');
}
