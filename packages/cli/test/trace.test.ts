import { describe, expect, it } from 'vitest';
import { driftbok, json } from './support/fake-io.js';
import { draftFile, drafts } from './support/history.js';

const files = { 'year.ndjson': draftFile };
const at = '--ledger file:year.ndjson --period 2025-01';
const posting = drafts[10]?.id;

describe('trace', () => {
  it('gives the lines of a cell, in kronor', async () => {
    expect(await json(`trace driftredovisning net/outcome_period ${at} --format json`, files)).toEqual({
      cell: 'net/outcome_period',
      lines: [
        { event: posting, coding: { ansvar: '51', konto: 'intakter' }, month: '2025-01', amount: '90500.50' },
        { event: posting, coding: { ansvar: '51', konto: 'lokaler' }, month: '2025-01', amount: '-201000.00' },
      ],
      total: '-110499.50',
    });
  });

  it('gives several cells as a list, a blank one without a total', async () => {
    const found = await json(`trace driftredovisning income/forecast cost/forecast ${at} --round 2025-P1 --format json`, files);
    expect(found).toEqual([
      { cell: 'income/forecast', lines: [], total: null },
      {
        cell: 'cost/forecast',
        lines: [{ event: drafts[12]?.id, coding: { ansvar: '51', konto: 'lokaler' }, month: '2025', amount: '-2500000.00' }],
        total: '-2500000.00',
      },
    ]);
  });

  it('follows the cut', async () => {
    const known = await json(`trace driftredovisning cost/forecast ${at} --known-at 2025-P2@1 --format json`, files);
    expect(known).toMatchObject({ lines: [{ amount: '-2500000.00' }, { amount: '50000.00' }], total: '-2450000.00' });
  });

  it.each(['text', 'csv', 'md'])('tells as %s what the lines rest on', async (format) => {
    const { code, out } = await driftbok(`trace driftredovisning net/outcome_period income/forecast ${at} --format ${format}`, files);
    expect(code).toBe(0);
    expect(out).toMatch(/kontering.*månad.*belopp/);
    const english = await driftbok(`trace driftredovisning net/outcome_period ${at} --language en --format ${format}`, files);
    expect(english.out).toMatch(/coding.*month.*amount/);
    for (const word of ['net/outcome', posting ?? '', 'OutcomePosted', 'printed', '2025-02-03', 'lokaler', '2025-01'])
      expect(out).toContain(word);
  });

  it.each([
    ['net', '<row/column>: expected a row and a column, such as net/forecast, got net'],
    ['/forecast', '<row/column>: expected a row and a column, such as net/forecast, got /forecast'],
    ['net/', '<row/column>: expected a row and a column, such as net/forecast, got net/'],
    ['sum/forecast', 'row sum: expected one of income, cost, capital-cost, net, got sum (unknown-row)'],
    ['net/prognos', 'column prognos: expected one of budget_period, '],
  ])('refuses %s', async (cell, message) => {
    const ran = await driftbok(`trace driftredovisning net/forecast ${cell} ${at}`, files);
    expect(ran.err).toContain(message);
    expect(ran).toMatchObject({ code: 2, out: '' });
  });

  it('refuses what a table refuses', async () => {
    expect(await driftbok(`trace driftredovisning net/forecast ${at} --round 2025-P9`, files)).toMatchObject({ code: 2, out: '' });
  });
});
