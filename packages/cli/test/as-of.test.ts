import type { Draft } from '@driftbok/core';
import { linesOf } from '@driftbok/core';
import type { PresentedTable } from '@driftbok/rules';
import { norrtalje } from '@driftbok/fixtures';
import { beforeAll, describe, expect, it } from 'vitest';
import { driftbok, json } from './support/fake-io.js';
import { draft, ndjson } from './support/history.js';

const late = draft(
  'OutcomePosted',
  'outcome/2024-07',
  {
    lines: linesOf([{ codes: { ansvar: '513', konto: 'placeringar' }, month: '2024-07', amount: '-2500000.00' }]),
  } as unknown as Draft['data'],
  '2024-09-15T08:00:00.000Z',
);

const july = 'table driftredovisning-per-verksamhet --period 2024-07 --round 2024-P3 --format json';
const rowsOf = async (ledger: string, knownAt: string, files = {}): Promise<PresentedTable['rows']> =>
  ((await json(`${july} --ledger ${ledger} --known-at ${knownAt}`, files)) as PresentedTable).rows;

describe('a posting to July that is recorded in September', () => {
  let files: Record<string, string>;

  beforeAll(async () => {
    const drafts = norrtalje();
    const at = drafts.findIndex(({ recordedAt }) => recordedAt > late.recordedAt);
    const imported = await driftbok('import drafts.ndjson --ledger file:ledger.ndjson', {
      'drafts.ndjson': ndjson([...drafts.slice(0, at), late, ...drafts.slice(at)]),
    });
    expect(imported.err).toBe('');
    files = { 'ledger.ndjson': String(imported.files.get('ledger.ndjson')) };
  });

  it('changes nothing of what was known in August', async () => {
    expect(await rowsOf('file:ledger.ndjson', '2024-08-31', files)).toEqual(await rowsOf('fixture:norrtalje', '2024-08-31'));
  });

  it('is part of what was known at the end of September, and of nothing else', async () => {
    const [before, after] = [await rowsOf('fixture:norrtalje', '2024-09-30'), await rowsOf('file:ledger.ndjson', '2024-09-30', files)];
    const changed = after.flatMap(({ id, cells }, row) =>
      Object.keys(cells).flatMap((column) => (cells[column]?.exact === before[row]?.cells[column]?.exact ? [] : [`${id}/${column}`])),
    );
    expect(changed).toEqual(['513/outcome_period', '513/deviation_period', '51/outcome_period', '51/deviation_period']);
    const exact = (rows: PresentedTable['rows']): number => Number(rows.find(({ id }) => id === '513')?.cells['outcome_period']?.exact);
    expect(exact(after) - exact(before)).toBe(-2_500_000);
  });

  it('does not move the published report, which rests on the lock of its round', async () => {
    const published = (await json(`${july} --ledger file:ledger.ndjson`, files)) as PresentedTable;
    expect(published.rows).toEqual(((await json(`${july} --ledger fixture:norrtalje`)) as PresentedTable).rows);
  });
});

describe('a cut before the round was known', () => {
  const early = 'table driftredovisning --ledger fixture:norrtalje --period 2025-07 --round 2025-P3 --known-at 2025-07-01';

  it('shows the forecast that stood then, and warns', async () => {
    const table = (await json(`${early} --format json`)) as PresentedTable;
    const april = (await json(
      'table driftredovisning --ledger fixture:norrtalje --period 2025-04 --round 2025-D1 --format json',
    )) as PresentedTable;
    const forecasts = ({ rows }: PresentedTable): unknown => rows.map(({ cells }) => cells['forecast']);
    expect(forecasts(table)).toEqual(forecasts(april));
    expect(table.columns.find(({ id }) => id === 'forecast')?.label).toBe('Prognos 3');
    expect(table.findings[0]).toMatchObject({ code: 'round-not-yet-known', severity: 'warning', where: ['column:forecast'] });
    expect(table.findings[0]?.message).toContain('Delår april');
  });

  it.each(['text', 'md', 'csv'])('heads the column with the round that stood, as %s', async (format) => {
    const { out, code } = await driftbok(`${early} --format ${format}`);
    expect(code).toBe(0);
    expect(out).toContain('Delår april');
  });

  it('keeps the heading where no forecast stood at all', async () => {
    const { out } = await driftbok(early.replace('2025-07-01', '2025-02-01'));
    expect(out).toContain('Prognos 3');
    expect(out).not.toContain('Delår april');
  });
});
