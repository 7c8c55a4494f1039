import { describe, expect, it } from 'vitest';
import { driftbok, json } from './support/fake-io.js';

const asked = '--ledger fixture:norrtalje --metric forecast-deviation --year 2025 --from 2025-D1 --to 2025-P3';
const texts = async (rest: string): Promise<string> => (await driftbok(`explain ${asked} ${rest}`)).out;

describe('explain names its parts', () => {
  it('by driver, in the language asked for', async () => {
    const swedish = await texts('--by driver');
    expect(swedish).toMatch(/^statsbidrag +\+1 800/m);
    expect(swedish).toContain(
      'förklaras av ombedömning (5 400 tkr) och statsbidrag (1 800 tkr). Åt andra hållet verkar bemanning (2 200 tkr)',
    );
    expect(await texts('--by driver --language en')).toContain('is explained by reassessment (5 400 tkr) and government grant (1 800 tkr)');
  });

  it('by event, decision and unit', async () => {
    expect(await texts('--by event')).toContain('reviderad prognos (5 000 tkr)');
    expect(await texts('--by decision')).toContain('händelser utan beslut (5 000 tkr)');
    expect(await texts('--by decision --language en')).toContain('events without a decision (5 000 tkr)');
    expect(await texts('--by unit')).toMatch(/^ {2}513 Placeringskostnader +\+2 200/m);
  });

  it('and tells events of one name apart', async () => {
    const { out } = await driftbok(
      'explain --ledger fixture:norrtalje --metric outcome-deviation --period 2025-07 --from 2025-D1 --to 2025-P3 --by event',
    );
    const names = [...out.matchAll(/^bokfört utfall i händelse \d+/gm)].map(([name]) => name);
    expect(new Set(names).size).toBe(2);
  });

  it('in rows as well, in the language asked for', async () => {
    expect(await texts('--by driver --format csv --language en')).toMatch(/government grant[^]*not explained[^]*total/);
    expect(await texts('--by driver --format md')).toMatch(/statsbidrag[^]*ej förklarat[^]*summa/);
  });

  it('but keeps ids in JSON', async () => {
    const { parts } = (await json(`explain ${asked} --by driver --format json`)) as {
      readonly parts: readonly { readonly label: string }[];
    };
    expect(parts.map(({ label }) => label)).toEqual(['reassessment', 'funding', 'staffing']);
  });
});

describe('the headings of lists', () => {
  const headings = async (line: string): Promise<string> => (await driftbok(line)).out.split('\n')[0]?.replace(/ {2,}/g, '; ') ?? '';

  it('are Swedish, or English where asked for', async () => {
    const history = 'history --ledger fixture:norrtalje --year 2024';
    expect(await headings(history)).toBe('omgång; benämning; låsning; låst; budget tkr; prognos tkr; avvikelse tkr; %; förändring tkr');
    expect(await headings(`${history} --language en`)).toBe(
      'round; label; lock; locked; budget tkr; forecast tkr; deviation tkr; %; change tkr',
    );
    const diff = 'diff driftredovisning --ledger fixture:norrtalje --period 2025-07 --from 2025-D1 --to 2025-P3';
    expect(await headings(diff)).toBe('cell; rad; kolumn; före; efter; förändring');
    expect(await headings(`${diff} --language en`)).toBe('cell; row; column; before; after; change');
  });
});
