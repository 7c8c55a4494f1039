import { describe, expect, it } from 'vitest';
import { driftbok, json } from './support/fake-io.js';
import { ledgerFile } from './support/history.js';
import { monthlyFile } from './support/monthly.js';

const files = { 'monthly.ndjson': monthlyFile, 'yearly.ndjson': ledgerFile };
const split = '--split outcome-and-rest';
const asked = `explain --ledger file:monthly.ndjson --metric forecast --year 2025 --from 2025-P1 --to 2025-P2 ${split}`;

describe('explain --split outcome-and-rest', () => {
  it('tells what outcome showed, what was judged anew and timing, as data', async () => {
    expect(await json(`${asked} --format json`, files)).toEqual({
      metric: 'forecast',
      from: { given: '2025-P1', position: 7 },
      to: { given: '2025-P2', position: 10 },
      known: '2025-02',
      total: '-20000.00',
      outcomeSurprise: '-60000.00',
      reassessment: '40000.00',
      timing: '-40000.00',
      lastingSurprise: '-20000.00',
      reorganisation: '0.00',
    });
  });

  it('draws it, and tells it in words', async () => {
    const { out } = await driftbok(asked, files);
    expect(out.split('\n').map((row) => row.split(/ {2,}/).slice(0, 3).join(' | '))).toEqual([
      'Prognosen 2025 (tkr)',
      '',
      'Prognos 1 (2025-P1) | -200 | ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░',
      'utfall mot vad som var prognostiserat | -60 | ░░░░░░░░░',
      ' | förskjutning | -40',
      ' | bestående | -20',
      'ombedömning av återstående månader | +40 | ██████',
      'Prognos 2 (2025-P2) | -220 | ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░',
      '',
      expect.stringContaining('Prognosen 2025 har försämrats med 20 tkr jämfört med Prognos 1 (2025-P1).'),
      '',
    ]);
    expect(out).toContain(
      'utfall mot vad som var prognostiserat (60 tkr), där förskjutning belastar med 40 tkr samtidigt som bestående belastar med 20 tkr.',
    );
    expect(out).toContain('Åt andra hållet verkar ombedömning av återstående månader (40 tkr).');
    expect((await driftbok(`${asked} --language en`, files)).out).toContain('reassessment of the months to come (40 tkr)');
    expect((await driftbok(`${asked} --format csv`, files)).out).toContain('2;förskjutning;-40000,00');
  });

  it('takes the month that is known from the later round, or as it is given', async () => {
    const back = asked.replace('2025-P1', 'X').replace('2025-P2', '2025-P1').replace('X', '2025-P2');
    expect(await json(`${back} --format json`, files)).toMatchObject({ known: '2025-02', outcomeSurprise: '60000.00', timing: '40000.00' });
    expect(await json(`${asked} --known 2025-03 --format json`, files)).toMatchObject({ outcomeSurprise: '-20000.00', timing: '0.00' });
    const byPosition = asked.replace('--to 2025-P2', '--to 10 --known 2025-02');
    expect(await json(`${byPosition} --format json`, files)).toMatchObject({ known: '2025-02', total: '-20000.00' });
  });

  it('leaves timing out where nothing is taken back', async () => {
    const { out } = await driftbok(`${asked} --known 2025-03`, files);
    expect(out).toContain('utfall mot vad som var prognostiserat (20 tkr).');
    expect(out).not.toMatch(/förskjutning|ombedömning|omorganisation/);
  });

  it.each([
    ['--by', asked.replace(split, `${split} --by event`), 'not to be given with --split'],
    ['--metric', asked.replace('forecast ', 'outcome '), 'forecast, with --split'],
    ['--period', asked.replace('--year 2025', '--period 2025-02'), '--year, with --split, got 2025-02'],
    ['--from', asked.replace('--to 2025-P2', '--at 2025-P2'), '--from and --to, with --split'],
    ['--known', asked.replace('--to 2025-P2', '--to 10'), 'a month of 2025, YYYY-MM, since 10 is no round with a period, got nothing'],
    ['--known', `${asked} --known 2025`, 'a month of 2025, YYYY-MM, got 2025'],
    ['--known', asked.replace(split, '--known 2025-02'), '--split outcome-and-rest beside it'],
    ['span', `${asked} --known 2024-02`, 'a month of 2025, got 2024-02'],
    ['span', asked.replace('monthly', 'yearly'), 'forecasts given by month, got a forecast of 2025 as a whole'],
    ['cut', asked.replace('--to 2025-P2', '--to 2025-P9'), '2025-P9'],
    ['cut', asked.replace('--from 2025-P1', '--from 2025-P9'), '2025-P9'],
  ])('refuses %s: %s', async (where, line, message) => {
    const { code, out, err } = await driftbok(line, files);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${where}: expected`);
    expect(err).toContain(message);
  });
});
