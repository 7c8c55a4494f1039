import type { Issue } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import type { ReadConvention, ReadNote, ReadTableOptions } from '@driftbok/exchange';
import { readTable } from '@driftbok/exchange';
import type { Language } from '@driftbok/rules';
import type { AuditDocument } from '@driftbok/rules/audit';
import { auditDocumentOfJson } from '@driftbok/rules/audit';
import { missingFile } from './disk.js';
import type { Attempt, Failure } from './failure.js';
import { failed, reasonOf } from './failure.js';
import type { Io } from './io.js';
import { textOf } from './text-file.js';

/** Tables of a file, with what could be read in more ways than one. */
export interface AuditFile {
  readonly document: AuditDocument;
  readonly notes: readonly ReadNote[];
  readonly conventions: readonly ReadConvention[];
}

/** How a pasted table is laid out, where that is known. */
export type PastedAs = Omit<ReadTableOptions, 'id'>;

/** Reads tables to audit: JSON in the audit's own form, or a table pasted as text, Markdown, CSV or tab-separated. */
export async function readAuditFile(io: Io, file: string, language: Language, as: PastedAs = {}): Promise<Attempt<AuditFile>> {
  const wrong = (issue: Issue): Failure => ({ _tag: 'AuditInFile', file, issue, language });
  const unreadable = (reason: string): Attempt<never> => failed({ _tag: 'DiskError', operation: 'read', file, reason });
  const missing = await missingFile(io, file);
  if (missing !== undefined) return missing;
  let text: string;
  try {
    text = await textOf(io.read(file));
  } catch (error) {
    return unreadable(reasonOf(error));
  }
  if (!/^\s*[{[]/.test(text)) {
    const id = (file.split(/[\\/]/).at(-1) ?? '')
      .replace(/\.[^.]*$/, '')
      .replace(/[^\p{L}\d._-]+/gu, '-')
      .replace(/^[^\p{L}\d]+/u, '');
    const read = readTable(text, { id: id.slice(0, 64) === '' ? 'table' : id.slice(0, 64), ...as });
    if (isLeft(read)) return failed(wrong({ path: `line ${read.left.line}`, expected: read.left.expected, got: read.left.got }));
    const { table, ties, notes, conventions } = read.right;
    return right({ document: { tables: [table], ties }, notes, conventions });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return failed(wrong({ path: '', expected: 'JSON', got: reasonOf(error) }));
  }
  const document = auditDocumentOfJson(json);
  return isLeft(document) ? failed(...document.left.issues.map(wrong)) : right({ document: document.right, notes: [], conventions: [] });
}

/** Files as one document: their tables, ties and claims after each other, so that one may tie another's. */
export const joined = (documents: readonly AuditDocument[]): AuditDocument => ({
  tables: documents.flatMap(({ tables }) => tables),
  ties: documents.flatMap(({ ties = [] }) => ties),
  claims: documents.flatMap(({ claims = [] }) => claims),
});
