import type { Lines } from '@driftbok/core';
import { emptyBook, isLeft, lineObjects, orThrow, parseAmount, propose } from '@driftbok/core';
import { formatNumber, tkr } from '@driftbok/rules';
import type { AuditDocument } from '@driftbok/rules/audit';
import { witness } from '@driftbok/rules/audit';
import type { Amount } from '@driftbok/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedLedger, withCell } from './printed-ledger.js';

/** What a witness's postings come to in a cell of the table: naive sums over rows, and the difference of its two columns. */
async function printedBy(document: AuditDocument): Promise<Readonly<Record<string, string>>> {
  const { drafts } = orThrow(await witness(document, '2000'));
  orThrow(propose(emptyBook(), drafts));
  const posted = new Map<string, number>();
  for (const { type, data } of drafts) {
    if (type !== 'OutcomePosted') continue;
    for (const { codes, amount } of lineObjects((data as unknown as { lines: Lines }).lines))
      posted.set(`${codes['row1']}/${codes['column1']}`, orThrow(parseAmount(amount)));
  }
  const rows = document.tables[0]?.rows ?? [];
  const valueOf = (id: string, column: string): number => {
    const sum = rows.find((row) => row.id === id)?.sum;
    if (sum !== undefined) return sum.reduce((total, part) => total + valueOf(part, column), 0);
    if (column === 'deviation') return valueOf(id, 'outcome') - valueOf(id, 'budget');
    return posted.get(`${id}/${column}`) ?? 0;
  };
  // What others make is posted nowhere, or a total of the ledger would have it twice.
  for (const key of posted.keys()) {
    const [row, column] = key.split('/');
    expect([rows.find(({ id }) => id === row)?.sum, column === 'deviation']).toEqual([undefined, false]);
  }
  const cells = rows.flatMap(({ id, cells: row }) => Object.keys(row).map((column) => [id, column] as const));
  return Object.fromEntries(cells.map(([id, column]) => [`t/${id}/${column}`, formatNumber(valueOf(id, column) as Amount, tkr)]));
}

describe('a witness', () => {
  it('prints every cell of the tables as it is printed, though it knows nothing of the ledger they came from', async () => {
    await fc.assert(
      fc.asyncProperty(printedLedger, async ({ document }) => {
        const printed = Object.fromEntries(
          (document.tables[0]?.rows ?? []).flatMap(({ id, cells }) =>
            Object.entries(cells).map(([column, text]) => [`t/${id}/${column}`, text]),
          ),
        );
        expect(await printedBy(document)).toEqual(printed);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('has a figure for what is withheld, so that its totals are what is printed', async () => {
    const cells = (b: string | null) => ({ b });
    const document: AuditDocument = {
      tables: [
        {
          id: 't',
          unit: 'tkr',
          columns: [{ id: 'b', label: 'B' }],
          rows: [
            { id: 'x', label: 'X', cells: cells('*') },
            { id: 'y', label: 'Y', cells: cells('-10') },
            { id: 's', label: 'S', sum: ['x', 'y'], cells: cells('-55') },
          ],
        },
      ],
    };
    const { s, x } = await printedBy(document).then((all) => ({ s: all['t/s/b'], x: all['t/x/b'] }));
    expect(s).toBe('-55');
    expect(x).toMatch(/^-4[456]$/);
  });

  it('is none where a cell was changed beyond rounding', async () => {
    const document = fc.sample(printedLedger, { numRuns: 1, seed: 7 })[0]?.document;
    if (document === undefined) throw new Error('there is a sample');
    const none = await witness(
      withCell(document, 't/total/deviation', () => '98 765 432'),
      '2000',
    );
    expect(isLeft(none) && none.left).toEqual({ _tag: 'WitnessError', reason: 'infeasible' });
  });
});
