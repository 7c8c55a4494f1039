import type { PresentedTable } from '@driftbok/rules';
import { presets } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { driftbok, json } from './support/fake-io.js';
import { draftFile } from './support/history.js';

const idsOf = (of: 'templates' | 'registers'): readonly string[] => presets.flatMap((preset) => preset[of].map(({ id }) => id));
const names = [...idsOf('templates'), ...idsOf('registers')].join(' | ');
const files = { 'year.ndjson': draftFile };
const table = async (options: string, spec = 'driftredovisning'): Promise<PresentedTable> =>
  (await json(`table ${spec} --ledger file:year.ndjson --period 2025-01 --format json ${options}`, files)) as PresentedTable;
const cell = ({ rows }: PresentedTable, row: string, column: string): string | undefined =>
  rows.find(({ id }) => id === row)?.cells[column]?.exact;
const label = ({ columns }: PresentedTable): string | undefined => columns.find(({ id }) => id === 'forecast')?.label;

describe('table', () => {
  it.each([
    ['the last lock of its round', '--round 2025-P2', { position: 20, round: '2025-P2' }, 'Prognos 2', '-2600000.00'],
    ['a lock with a number', '--round 2025-P2 --known-at 2025-P2@1', { position: 17, round: '2025-P2' }, 'Prognos 2', '-2450000.00'],
    ['the newest, where no round is named', '', { position: 21 }, 'Prognos 2', '-2600000.00'],
    ['a position', '--known-at 18', { position: 18 }, 'Prognos 2', '-2450000.00'],
    ['a day, and the newest round then', '--known-at 2025-02-28', { position: 14 }, 'Prognos 1', '-2500000.00'],
    ['a round that was opened but has no forecast yet', '--known-at 15', { position: 15 }, 'Prognos 1', '-2500000.00'],
    ['a day before any round', '--known-at 2025-02-03', { position: 11 }, 'Prognos', undefined],
    ['another year, without a round', '--known-at 21', { position: 21 }, 'Prognos 2', '-2600000.00'],
  ])('is drawn at %s', async (_, options, cut, heading, forecast) => {
    const drawn = await table(options);
    expect(drawn.cut).toMatchObject(cut);
    expect('round' in drawn.cut).toBe('round' in cut);
    expect(label(drawn)).toBe(heading);
    expect(cell(drawn, 'cost', 'forecast')).toBe(forecast);
  });

  it('is drawn at the newest event for a round that was never locked', async () => {
    const open = { 'year.ndjson': draftFile.split('\n').slice(0, 16).join('\n') };
    const drawn = (await json(
      'table driftredovisning --ledger file:year.ndjson --period 2025-01 --round 2025-P2 --format json',
      open,
    )) as PresentedTable;
    expect(drawn.cut).toMatchObject({ position: 16 });
    expect(drawn.findings.map(({ code }) => code)).toContain('round-not-locked');
  });

  it('has exact and shown amounts, and blanks', async () => {
    const { rows, unit } = await table('');
    expect(unit).toBe('tkr');
    expect(rows[0]?.cells).toMatchObject({ outcome_period: { exact: '90500.50', shown: '91' }, outcome_prior: null, forecast: null });
  });

  it('is about one unit', async () => {
    const options = '--ledger fixture:norrtalje --period 2025-07 --round 2025-P3 --format json';
    const unit = (await json(`table driftredovisning ${options} --unit 513`)) as PresentedTable;
    expect(unit.rows.find(({ id }) => id === 'net')?.cells['forecast']?.shown).toBe('-158 175');
  });

  it.each(['2025-01', 'as-was'])('is drawn in the organisation %s', async (organisation) => {
    expect((await table(`--organisation ${organisation}`)).rows).toEqual((await table('')).rows);
  });

  it('takes the specification from a file', async () => {
    const columns = [{ id: 'budget', label: 'Budget {year}', metric: 'budget', span: 'year' }];
    const rows = [{ id: 'all', label: 'Allt', level: 0, where: {} }];
    const spec = JSON.stringify({ id: 'min', title: 'Åter', columns, rows });
    const drawn = (await json('table specs/min --ledger file:year.ndjson --period 2025-01 --format json', {
      ...files,
      'specs/min': spec,
    })) as PresentedTable;
    expect(drawn).toMatchObject({ id: 'min', title: 'Åter', columns: [{ id: 'budget', label: 'Budget 2025' }] });
    expect(drawn.rows).toEqual([{ id: 'all', label: 'Allt', level: 0, cells: { budget: { exact: '-1200000.00', shown: '-1 200' } } }]);
  });

  it('shows the forecast of the round before, where a specification asks for it', async () => {
    const columns = [{ id: 'before', label: '{previous-round}', metric: 'forecast', span: 'year', round: 'previous' }];
    const spec = JSON.stringify({ id: 'min', title: 'T', columns, rows: [{ id: 'all', label: 'Allt', level: 0, where: {} }] });
    const drawn = (await json('table min.json --ledger file:year.ndjson --period 2025-01 --round 2025-P2 --format json', {
      ...files,
      'min.json': spec,
    })) as PresentedTable;
    expect(drawn).toMatchObject({ columns: [{ label: '2025-P1' }], rows: [{ cells: { before: { exact: '-2500000.00' } } }] });
    const first = await driftbok('table min.json --ledger file:year.ndjson --period 2025-01 --round 2025-P1', {
      ...files,
      'min.json': spec,
    });
    expect(first).toMatchObject({ code: 2, out: '' });
    expect(first.err).toContain('(missing-round)');
  });

  it.each(['text', 'csv', 'md'])('is printed as %s', async (format) => {
    const { code, out, err } = await driftbok(
      `table driftredovisning --ledger file:year.ndjson --period 2025-01 --format ${format}`,
      files,
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Summa Driftbudget');
    expect(out.endsWith('\n')).toBe(true);
  });
});

describe('table refuses', () => {
  const at = '--ledger file:year.ndjson --period 2025-01';
  const rounds = '2025-P1 | 2025-P2';
  it.each([
    [
      `driftredovisnin ${at}`,
      `<spec>: expected ${names}, or the path of a .json file, got driftredovisnin. Did you mean driftredovisning?`,
    ],
    ['driftredovisning --ledger file:year.ndjson --period 2025', '--period: expected a month, YYYY-MM, got 2025'],
    ['driftredovisning --ledger file:year.ndjson --period 2025-13', '--period: expected a month, YYYY-MM, got 2025-13'],
    [`driftredovisning ${at} --round 2025-P3`, `--round: expected ${rounds}, got 2025-P3. Did you mean 2025-P1?`],
    [`driftredovisning ${at} --organisation nu`, '--organisation: expected a month, YYYY-MM, or as-was, got nu'],
    [`driftredovisning ${at} --known-at 2025-P2@3`, 'cut: expected a lock from 1 to 2, got 2025-P2@3 (unknown-lock)'],
    [`driftredovisning ${at} --known-at 22`, 'cut: expected a position up to 21, got 22 (after-head)'],
    [
      `driftredovisning ${at} --known-at 2024-01-01`,
      'cut: expected an instant from 2025-01-01T00:00:00.000Z, got 2024-01-01T22:59:59.999Z (before-ledger)',
    ],
    [`driftredovisning ${at} --unit 99`, 'row income: expected a code of ansvar known at the cut, got 99 (unknown-code)'],
    [`none.json ${at}`, 'none.json: cannot be read: there is no such file'],
    [`broken/a.json ${at}`, 'broken/a.json: cannot be read: the disk fails (EIO)'],
    [`text.json ${at}`, 'text.json: cannot be read: Unexpected token'],
    [`latin.json ${at}`, 'latin.json: cannot be read: The encoded data was not valid'],
    [`wrong.json ${at}`, 'wrong.json: columns.0.metric: expected budget | budget-original | outcome | forecast | plan, got "costs"'],
    [`token.json ${at}`, 'title: expected '],
    [`unit.json ${at} --unit 51`, 'values.unit: expected no parameters, got unit (unknown-parameter)'],
  ])('"%s"', async (line, message) => {
    const spec = (over: object): string =>
      JSON.stringify({
        id: 't',
        title: 'T',
        columns: [{ id: 'b', label: 'B', metric: 'budget', span: 'year' }],
        rows: [{ id: 'r', label: 'R', level: 0, where: {} }],
        ...over,
      });
    const ran = await driftbok(`table ${line}`, {
      ...files,
      'broken/a.json': '',
      'text.json': 'nej',
      'latin.json': new Uint8Array([0x22, 0xe5, 0x22]),
      'wrong.json': spec({ columns: [{ id: 'b', label: 'B', metric: 'costs', span: 'year' }] }),
      'token.json': spec({ title: '{okänd}' }),
      'unit.json': spec({}),
    });
    expect(ran.err).toContain(message);
    expect(ran).toMatchObject({ code: 2, out: '' });
  });

  it('a round of another year', async () => {
    const ran = await driftbok('table driftredovisning --ledger fixture:norrtalje --period 2024-07 --round 2025-P3');
    expect(ran.err).toContain('--round: expected 2024-D1 | 2024-P3 | 2024-D2, got 2025-P3. Did you mean 2024-P3?');
    expect(ran).toMatchObject({ code: 2, out: '' });
  });

  it('a round where there is none', async () => {
    const ran = await driftbok('table driftredovisning --ledger file:a --period 2025-01 --round 2025-P1', {
      a: draftFile.split('\n').slice(0, 9).join('\n'),
    });
    expect(ran.err).toContain('--round: expected no round, since the ledger has none of 2025, got 2025-P1');
  });
});
