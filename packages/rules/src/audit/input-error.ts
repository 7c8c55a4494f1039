import type { Either, Issue } from '@driftbok/core';
import { issues, left, right, shortly } from '@driftbok/core';
import type { AuditDocument } from './document.js';
import { auditDocument } from './document.js';

/** Tables that cannot be audited as they are given; each issue names its table, row and column. */
export interface AuditInputError {
  readonly _tag: 'AuditInputError';
  readonly issues: readonly Issue[];
}

/** What is wrong with a value of the input. */
export const issueAt = (path: string, expected: string, got: unknown): Issue => ({
  path,
  expected,
  got: typeof got === 'string' ? got.slice(0, 80) : shortly(got),
});

/** Places in the JSON are told by the ids that people know them by: `t1/net/budget` for `tables.0.rows.3.cells.budget`. */
function placeOf(path: string, json: unknown): string {
  const words: string[] = [];
  let value = json;
  for (const key of path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
    words.push(typeof id === 'string' && id !== '' ? `${key} (${id.slice(0, 80)})` : key);
  }
  const [tables, table, rows, row, cells, ...column] = path.split('.');
  const named = (index: string | undefined): string | undefined => /\((.*)\)$/.exec(words[Number(index)] ?? '')?.[1];
  if (tables === 'tables' && table !== undefined && rows === 'rows' && row !== undefined && cells === 'cells' && column.length > 0) {
    return `${named('1') ?? table}/${named('3') ?? row}/${column.join('.')}`;
  }
  return words.join('.');
}

/**
 * Reads tables from JSON. What the ids in them refer to is looked at by `audit`.
 *
 * Left: `AuditInputError`, an issue for each place that is not of the form.
 */
export function auditDocumentOfJson(json: unknown): Either<AuditInputError, AuditDocument> {
  const decoded = auditDocument.decode(json);
  if (decoded._tag === 'Right') return right(decoded.right);
  return left({
    _tag: 'AuditInputError',
    issues: issues(decoded.left).map((issue) => ({ ...issue, path: placeOf(issue.path, json) })),
  });
}
