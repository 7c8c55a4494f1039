import type { PresentedTable } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { driftbok, json } from './support/fake-io.js';

const report = '--ledger fixture:norrtalje --period 2024-07 --round 2024-P3';
const drawn = async (line: string): Promise<PresentedTable> => (await json(`table ${line} --format json`)) as PresentedTable;
const cell = ({ rows }: PresentedTable, row: string, column: string): string | undefined =>
  rows.find(({ id }) => id === row)?.cells[column]?.shown;

describe('table atgardsplan', () => {
  it('prints what is expected against what is realised', async () => {
    const { rows } = await drawn(`atgardsplan ${report}`);
    expect(rows.map(({ label, cells }) => [label, cells['expected']?.shown, cells['realised']?.shown])).toEqual([
      ['1. Minskade kostnader för inhyrda medarbetare', '560', '0'],
      ['2. Generellt sparbetning på avdelningarna', '4 200', '0'],
      ['Summa av effektiviseringar', '4 760', '0'],
    ]);
  });

  it('is as it stood on any day', async () => {
    expect((await drawn(`atgardsplan ${report} --known-at 2024-08-28`)).rows).toEqual([]);
    expect((await drawn(`atgardsplan ${report} --known-at 2024-09-30`)).rows.map(({ id }) => id)).toContain('extern-genomlysning');
  });
});

describe('table --actions', () => {
  it.each([
    ['recorded', '-17 607', '-360 487'],
    ['gross', '-17 607', '-360 487'],
    ['net', '-12 847', '-355 727'],
  ])('shows the forecast %s', async (view, deviation, forecast) => {
    const table = await drawn(`driftredovisning ${report} --actions ${view}`);
    expect([cell(table, 'net', 'deviation_year'), cell(table, 'net', 'forecast')]).toEqual([deviation, forecast]);
    expect(cell(table, 'net', 'outcome_period')).toBe('-208 411');
    expect(table.findings.some(({ code }) => code === 'assumed')).toBe(view === 'net');
  });

  it('says how many effects the net lacks', async () => {
    const { findings } = await drawn('driftredovisning --ledger fixture:norrtalje --period 2025-07 --round 2025-P3 --actions net');
    expect(findings.find(({ code }) => code === 'effect-unknown')?.message).toBe(
      'Prognos 3: 2 väntade effekter av åtgärder har inget känt belopp och är inte med.',
    );
  });

  it('reckons with what stood before the round was known', async () => {
    const early = await drawn(`driftredovisning ${report} --known-at 2024-08-01 --actions net`);
    expect(cell(early, 'net', 'deviation_year')).toBe('-9 600');
  });

  it('is one of three words', async () => {
    expect(await driftbok(`table driftredovisning ${report} --actions netto`)).toMatchObject({ code: 2, out: '' });
  });
});

describe('table beslut', () => {
  it('is in no unit, having no figures', async () => {
    for (const [format, title] of [
      ['text', 'Beslut 2024\n'],
      ['md', '**Beslut 2024**\n'],
    ]) {
      const { out } = await driftbok(`table beslut --ledger fixture:norrtalje --period 2024-12 --format ${format}`);
      expect(out.startsWith(title ?? '')).toBe(true);
    }
  });

  it('has those of the year', async () => {
    expect((await drawn('beslut --ledger fixture:norrtalje --period 2025-07')).rows).toEqual([]);
  });

  it('has the paragraphs of what was decided, and none for what is planned', async () => {
    const { rows } = await drawn('beslut --ledger fixture:norrtalje --period 2024-12');
    const steps = rows.filter(({ level }) => level === 0);
    expect(
      steps.map(({ cells }) => [cells['day']?.shown, cells['paragraph']?.shown, cells['stage']?.shown, cells['outcome']?.shown]),
    ).toEqual([
      ['2024-06-19', '§ 121', 'Beslutat', 'Bifall'],
      ['2024-08-29', '§ 149', 'Beslutat', undefined],
      ['2024-08-29', '§ 150', 'Beslutat', undefined],
      ['2024-09-24', undefined, 'Förslag', undefined],
      ['2024-09-26', undefined, 'Planerat', undefined],
      ['2024-10-03', undefined, 'Planerat', undefined],
    ]);
  });
});
