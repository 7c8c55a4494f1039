import type { PrintedTable } from '@driftbok/fixtures';
import { report202407, report202507 } from '@driftbok/fixtures';
import type { PresentedTable } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { json } from './support/fake-io.js';

const tables = [...report202407, ...report202507].map((printed) => [`${printed.id} ${printed.period}`, printed] as const);

const options = ({ period, round }: PrintedTable): string => `--ledger fixture:norrtalje --period ${period} --round ${round} --format json`;
const drawn = async (printed: PrintedTable): Promise<PresentedTable> =>
  (await json(`table ${printed.id} ${options(printed)}`)) as PresentedTable;

describe.each(tables)('the published table %s', (_, printed) => {
  it('is drawn from events cell by cell, labels and blanks too', async () => {
    const table = await drawn(printed);
    expect(table.id).toBe(printed.id);
    expect(table.title).toBe(printed.title);
    expect(table.unit).toBe(printed.unit);
    expect(table.cut.round).toBe(printed.round);
    expect(table.columns.map(({ id, label }) => ({ id, label }))).toEqual(printed.columns);
    const shown = table.rows.map(({ id, label, cells }) => ({
      id,
      label,
      cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cell === null ? null : cell.shown])),
    }));
    expect(shown).toEqual(printed.rows);
  });

  it('has cells that their traced lines add up to', async () => {
    const table = await drawn(printed);
    const cells = table.rows.flatMap(({ id, cells: row }) =>
      Object.entries(row).map(([column, cell]) => ({ name: `${id}/${column}`, exact: cell?.exact ?? null })),
    );
    const traces = (await json(`trace ${printed.id} ${cells.map(({ name }) => name).join(' ')} ${options(printed)}`)) as readonly {
      readonly cell: string;
      readonly lines: readonly { readonly amount: string }[];
      readonly total: string | null;
    }[];
    expect(traces.map(({ cell, total }) => ({ name: cell, exact: total }))).toEqual(cells);
    for (const { lines, total } of traces) {
      const sum = lines.reduce((ore, { amount }) => ore + BigInt(amount.replace('.', '')), 0n);
      expect(sum).toBe(total === null ? 0n : BigInt(total.replace('.', '')));
      expect(lines.length > 0).toBe(total !== null);
    }
  });
});
