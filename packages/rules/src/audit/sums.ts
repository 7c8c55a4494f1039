import type { Issue } from '@driftbok/core';
import type { AuditTable } from './document.js';
import { issueAt } from './input-error.js';

const nameOf = (addend: string): string => addend.replace(/^-/, '');

/** What is wrong with what a table's rows are sums of: rows that are none, memo rows, a row twice, and a row that is part of itself. */
export function sumIssues(table: AuditTable): readonly Issue[] {
  const rows = new Map(table.rows.map((row) => [row.id, row]));
  const issues: Issue[] = [];
  for (const { id, sum = [] } of table.rows) {
    const where = `${table.id}/${id}: sum`;
    const seen = new Set<string>();
    for (const addend of sum) {
      const part = rows.get(nameOf(addend));
      if (part === undefined) issues.push(issueAt(where, `a row: ${[...rows.keys()].slice(0, 20).join(', ')}`, addend));
      else if (part.memo === true) issues.push(issueAt(where, 'no memo row, which is part of another', addend));
      if (seen.has(nameOf(addend))) issues.push(issueAt(where, 'each row once', addend));
      seen.add(nameOf(addend));
    }
  }
  for (const circle of circlesIn(table)) {
    issues.push(issueAt(`${table.id}/${circle[0]}: sum`, 'rows that are not made of this one', circle.join(', ')));
  }
  return issues;
}

/** Rows that are part of themselves, each circle once: the row, by way of which others, and the row again. */
function circlesIn({ rows }: AuditTable): readonly (readonly string[])[] {
  const sums = new Map(rows.map(({ id, sum = [] }) => [id, sum.map(nameOf)]));
  const done = new Set<string>();
  const circles: (readonly string[])[] = [];
  for (const { id } of rows) {
    // A stack of its own: a chain of sums may be as long as the table.
    const way: { readonly id: string; next: number }[] = done.has(id) ? [] : [{ id, next: 0 }];
    const onWay = new Set(way.map((step) => step.id));
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const part = sums.get(last.id)?.[last.next++];
      if (part === undefined) {
        done.add(last.id);
        onWay.delete(last.id);
        way.pop();
      } else if (onWay.has(part)) {
        const ids = way.map((step) => step.id);
        circles.push([...ids.slice(ids.indexOf(part)), part]);
      } else if (!done.has(part)) {
        way.push({ id: part, next: 0 });
        onWay.add(part);
      }
    }
  }
  return circles;
}
