import type { PresentedTable } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { driftbok, json } from './support/fake-io.js';

describe('a table of another municipality', () => {
  it.each([
    [
      'table internbudget --ledger fixture:norrtalje --period 2025-07',
      'Norrtälje',
      'driftredovisning,',
      'internbudget, a table of Södertälje',
    ],
    ['table tabell-2 --ledger fixture:norrtalje --period 2025-07', 'Norrtälje', 'driftbudget,', 'tabell-2, a table of Södertälje'],
    [
      'table driftredovisning --ledger fixture:sodertalje --period 2025-07',
      'Södertälje',
      'tabell-5',
      'driftredovisning, a table of Norrtälje',
    ],
    ['table uppfoljning --ledger fixture:norrtalje --period 2025-07', 'Norrtälje', 'atgardsplan,', 'uppfoljning, a table of Exempelkommun'],
    ['trace internbudget work/budget --ledger fixture:norrtalje --period 2025-07', 'Norrtälje', 'volymer,', 'a table of Södertälje'],
  ])('%s says whose it is, and which there are', async (line, own, listed, got) => {
    const { code, out, err } = await driftbok(line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`<spec>: expected a table of ${own}, whose ledger this is: `);
    expect(err).toContain(listed);
    expect(err).toContain(`got `);
    expect(err).toContain(got);
  });

  it('is drawn where the ledger has what it is of', async () => {
    const table = (await json('table maltrad --ledger fixture:sodertalje --period 2025-12 --format json')) as PresentedTable;
    expect(table.rows.length).toBeGreaterThan(0);
  });
});

describe('the organisation of a table', () => {
  const change = async (options: string) => {
    const line = `table internbudget --ledger fixture:sodertalje --period 2025-12 ${options} --format json`;
    return ((await json(line)) as PresentedTable).rows[0]?.cells['change']?.shown;
  };

  it("is the template's, where nobody asks for another", async () => {
    expect(await change('')).toBe('+8');
    expect(await change('--organisation 2025-12')).toBe('-1');
  });
});

describe('a table whose last months have no outcome', () => {
  const notes = async (options: string) => {
    const table = (await json(`table driftredovisning --ledger fixture:norrtalje ${options} --format json`)) as PresentedTable;
    return table.findings.filter(({ code }) => code === 'outcome-incomplete').map(({ where, message }) => [where, message]);
  };

  it('says so, of the columns that show it', async () => {
    const [now, before] = await notes('--period 2025-12 --round 2025-P3');
    expect(now?.[0]).toEqual(['column:outcome_period', 'column:deviation_period']);
    expect(now?.[1]).toContain('för 2025-08 till 2025-12 är inget utfall bokfört');
    expect(before?.[0]).toEqual(['column:outcome_prior']);
    expect((await notes('--period 2025-08 --round 2025-P3'))[0]?.[1]).toContain('för 2025-08 är inget utfall bokfört');
  });

  it('as known at its cut', async () => {
    expect(await notes('--period 2025-07 --round 2025-P3')).toEqual([]);
    const [note] = await notes('--period 2025-07 --round 2025-P3 --known-at 2025-06-20');
    expect(note?.[1]).toContain('för 2025-06 till 2025-07');
  });

  it('is silent of a column that is empty', async () => {
    expect((await notes('--period 2024-07 --round 2024-P3 --unit 50')).flatMap(([where]) => where)).toEqual([]);
  });
});
