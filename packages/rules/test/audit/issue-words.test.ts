import { readdirSync, readFileSync } from 'node:fs';
import { isLeft } from '@driftbok/core';
import { auditDocumentOfJson, auditIssueIn } from '@driftbok/rules/audit';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../src/audit/', import.meta.url);

/** What the audit's own sources say was expected: the texts in `issueAt(…)` and of the codecs, each token in it a word. */
function phrases(): readonly string[] {
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const said = sources.flatMap((source) => [...source.matchAll(/issueAt\(\s*[^,]+,\s*(?:'([^']+)'|`([^`]+)`),/g)]);
  return said.map(([, plain, template]) => plain ?? (template ?? '').replaceAll(/\$\{[^}]*(?:\{[^}]*\}[^}]*)*\}/g, 'x'));
}

describe('issues in Swedish', () => {
  it.each(phrases())('have words for: %s', (expected) => {
    const told = auditIssueIn({ path: '', expected, got: '' }, 'sv').expected;
    expect(told).not.toBe(expected);
    expect(told).not.toMatch(/\$\d|\b(?:of|the|with|each|that|which)\b/);
    expect(auditIssueIn({ path: '', expected, got: '' }, 'en').expected).toBe(expected);
  });

  it('are found in the sources at all', () => {
    expect(phrases().length).toBeGreaterThan(10);
  });

  it.each([
    [{}],
    [{ tables: [{}] }],
    [{ tables: [{ id: 't', unit: 1, columns: [], rows: [{ id: '/', label: 'a', sum: [''], memo: 1, cells: { c: 1 } }], decimals: 9 }] }],
    [
      {
        tables: [{ id: 't', unit: 'tkr', columns: [1], rows: [1] }],
        ties: [1, { cells: ['a'] }],
        claims: [1, { text: 'x', precision: 'y' }],
      },
    ],
  ])('have words for the form of a document: %j', (json) => {
    const read = auditDocumentOfJson(json);
    const issues = isLeft(read) ? read.left.issues : [];
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) expect(auditIssueIn(issue, 'sv').expected).not.toBe(issue.expected);
  });

  it('tell the place and what came', () => {
    expect(auditIssueIn({ path: 't: column c', expected: 'different ids', got: 'nothing' }, 'sv')).toEqual({
      path: 't: kolumn c',
      expected: 'olika id',
      got: 'inget',
    });
    expect(auditIssueIn({ path: 'line 3', expected: 'below | above', got: 't/a/c in money' }, 'sv')).toEqual({
      path: 'rad 3',
      expected: 'below | above',
      got: 't/a/c, ett belopp',
    });
  });
});
