import { describe, expect, it } from 'vitest';
import { driftbok, json } from './support/fake-io.js';
import { draftFile } from './support/history.js';

interface JsonPart {
  readonly label: string;
  readonly amount: string;
  readonly driver: string | null;
  readonly evidence: string | null;
  readonly events: readonly string[];
  readonly parts: readonly JsonPart[];
  readonly unexplained: string;
}
interface JsonExplanation extends Pick<JsonPart, 'parts' | 'unexplained'> {
  readonly metric: string;
  readonly from: { readonly given: string; readonly position: number };
  readonly to: { readonly given: string; readonly position: number };
  readonly total: string;
}

const explain = async (rest: string): Promise<JsonExplanation> =>
  (await json(`explain --ledger fixture:norrtalje --format json ${rest}`)) as JsonExplanation;
const ore = (kronor: string): bigint => BigInt(kronor.replace('.', ''));
const sum = (parts: readonly JsonPart[]): bigint => parts.reduce((so, { amount }) => so + ore(amount), 0n);

const addsUp = ({ amount, parts, unexplained }: JsonPart): boolean =>
  (parts.length === 0 || sum(parts) + ore(unexplained) === ore(amount)) && parts.every(addsUp);

describe('explain', () => {
  it('gives the contract’s JSON: cuts, total, parts and what is unexplained', async () => {
    const explained = await explain('--metric forecast-deviation --year 2025 --from 2025-D1 --to 2025-P3');
    expect(Object.keys(explained)).toEqual(['metric', 'from', 'to', 'total', 'parts', 'unexplained']);
    expect(explained).toMatchObject({ from: { given: '2025-D1' }, to: { given: '2025-P3' }, total: '5000000.00', unexplained: '0.00' });
    expect(explained.parts.map(({ amount, driver, evidence }) => [amount, driver, evidence])).toEqual([
      ['3200000.00', 'reassessment', 'asserted'],
      ['1900000.00', 'reassessment', 'asserted'],
      ['300000.00', 'reassessment', 'asserted'],
      ['-400000.00', 'staffing', 'asserted'],
    ]);
  });

  it.each(['reason', 'driver', 'unit', 'event', 'actor', 'decision', 'group'])('adds up exactly by %s, at each level', async (by) => {
    for (const cuts of ['--year 2024 --from 2024-D1 --to 2024-P3', '--year 2024 --at 2024-P3', '--year 2025 --from 2025-P3 --to 2025-D1']) {
      const { total, parts, unexplained } = await explain(`--metric forecast-deviation --by ${by} ${cuts}`);
      expect(sum(parts) + ore(unexplained)).toBe(ore(total));
      expect(parts.every(addsUp)).toBe(true);
    }
  });

  it('explains a part of the trees', async () => {
    const income = await explain('--metric outcome-deviation --period 2025-07 --at 2025-P3 --where konto=intakter');
    expect(income).toMatchObject({ from: { given: 'budget' }, to: { given: '2025-P3' } });
    expect(income.parts.map(({ amount }) => amount)).toEqual(['8000000.00', '7100000.00', '700000.00', '-200000.00']);
    const unit = await explain('--metric forecast --year 2024 --from 2024-D1 --to 2024-P3 --unit 513');
    expect(unit.total).toBe('-3300000.00');
  });

  it('does not call a year on budget in which there was none yet', async () => {
    const { out } = await driftbok(
      'explain --ledger fixture:norrtalje --metric forecast-deviation --year 2025 --from 2024-P3 --to 2025-P3',
    );
    expect(out).toContain('har försämrats med 4 695 tkr jämfört med Prognos 3 (2024-P3).');
    expect(out).not.toContain('i nivå med budget');
  });

  it('warns where the outcome of its last months is not booked', async () => {
    const year = '--metric outcome-deviation --year 2025 --at 2025-P3';
    const { out } = await driftbok(`explain --ledger fixture:norrtalje ${year}`);
    expect(out).toContain('! Avvikelsen mot budget 2025: för 2025-08 till 2025-12 är inget utfall bokfört');
    expect(await explain(year)).toMatchObject({ findings: [{ code: 'outcome-incomplete', severity: 'warning' }] });
    expect(await explain('--metric outcome-deviation --period 2025-07 --at 2025-P3')).not.toHaveProperty('findings');
    expect(await explain('--metric forecast-deviation --year 2025 --at 2025-P3')).not.toHaveProperty('findings');
    const english = await driftbok(`explain --ledger fixture:norrtalje ${year} --language en`);
    expect(english.out).toContain('no outcome is booked from 2025-08 to 2025-12');
  });

  it('draws a waterfall and tells it in words', async () => {
    const { out } = await driftbok(
      'explain --ledger fixture:norrtalje --metric forecast-deviation --year 2025 --from 2025-D1 --to 2025-P3 --rounded-to 100000',
    );
    expect(out).toMatch(/försörjningsstöd +\+3 200 {2}█/);
    expect(out).toMatch(/förvaltningens nettokostnader +-400 {2} *░/);
    expect(out).toContain('har förbättrats med 5 000 tkr jämfört med Delår april (2025-D1).');
    expect(out).toContain('där intäkter ökat motsvarande 1 800 tkr samtidigt som kostnader ökat motsvarande 2 200 tkr.');
  });

  it('tells it in English too', async () => {
    const { out } = await driftbok(
      'explain --ledger fixture:norrtalje --metric forecast-deviation --year 2024 --from 2024-D1 --to 2024-P3 --language en',
    );
    expect(out).toContain('has worsened by 8 007 tkr since Delår april (2024-D1).');
    expect(out).toContain('Not explained: -7 tkr.');
  });

  it.each([
    ['csv', '-3300000,00'],
    ['md', '-3300000.00'],
  ])('gives rows as %s, the rest and the sum last', async (format, amount) => {
    const { out } = await driftbok(
      `explain --ledger fixture:norrtalje --metric forecast-deviation --year 2024 --from 2024-D1 --to 2024-P3 --format ${format}`,
    );
    expect(out).toContain(amount);
    expect(out).toContain('ej förklarat');
  });

  it.each([
    ['--metric forecast --year 2025 --from 2025-D1', '--from: expected --from and --to, or --at'],
    ['--metric forecast --year 2025 --from 2025-D1 --to 2025-P3 --at 2025-P3', '--from: expected --from and --to, or --at'],
    ['--metric forecast --from 2025-D1 --to 2025-P3', '--year: expected --year <YYYY> or --period <YYYY-MM>, one of them'],
    ['--metric forecast --year 25 --from 2025-D1 --to 2025-P3', '--year: expected a year, YYYY, got 25'],
    ['--metric forecast --period 2025 --from 2025-D1 --to 2025-P3', '--period: expected a month, YYYY-MM, got 2025'],
    ['--metric forecast --year 2025 --at 2025-P3', 'expected outcome-deviation or forecast-deviation, got forecast'],
    ['--metric forecast --year 2025 --from 2025-X --to 2025-P3', 'cut: expected a position, day, instant or round'],
    [
      '--metric forecast --year 2025 --from 2025-D1 --to 2025-P3 --where konto',
      '--where: expected dimension=code, such as konto=intakter, got konto',
    ],
    ['--metric forecast --year 2025 --from 2025-D1 --to 2025-P3 --where kont=x', 'expected a declared dimension, got kont'],
    ['--metric forecast --year 2025 --from 2025-D1 --to 2025-P3 --unit 99', 'expected a code of ansvar, got 99'],
    ['--metric forecast --year 2025 --from 2025-D1 --to 2025-P3 --rounded-to 0,5', '--rounded-to: expected whole kronor from 1'],
  ])('refuses %s', async (rest, message) => {
    const { code, out, err } = await driftbok(`explain --ledger fixture:norrtalje ${rest}`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('history', () => {
  it('shows the forecasts of a year, lock by lock', async () => {
    const points = (await json('history --ledger fixture:norrtalje --year 2024 --format json')) as readonly Readonly<
      Record<string, unknown>
    >[];
    expect(points.map(({ round, deviation, percent }) => [round, String(deviation).slice(0, -6), percent])).toEqual([
      ['2024-D1', '-9600', '-2.8'],
      ['2024-P3', '-17607', '-5.1'],
      ['2024-D2', '-14700', '-4.3'],
    ]);
    const { out } = await driftbok('history --ledger fixture:norrtalje --year 2024');
    expect(out).toMatch(/2024-P3.*-17 607.*-5,1.*-8 007/);
  });

  it.each([
    ['', '! Inga rader är kända för den tid och de koder som efterfrågas. (no-lines)\n'],
    ['--language en', '! No lines are known for the time and the codes asked for. (no-lines)\n'],
  ])('says that a year is blank %s', async (language, err) => {
    const ran = await driftbok(`history --ledger fixture:norrtalje --year 2031 --format json ${language}`);
    expect(ran).toMatchObject({ code: 0, out: '[]\n', err });
  });

  it('says that no forecast is locked where there are lines all the same', async () => {
    const { err } = await driftbok('history --ledger file:a --year 2025', { a: draftFile.split('\n').slice(0, 13).join('\n') + '\n' });
    expect(err).toBe('! Ingen prognos för året är låst ännu. (no-locks)\n');
    expect((await driftbok('history --ledger file:a --year 2025', { a: draftFile })).err).toBe('');
  });

  it('refuses a year that is none', async () => {
    const { code, err } = await driftbok('history --ledger fixture:norrtalje --year 24');
    expect(code).toBe(2);
    expect(err).toContain('--year: expected a year, YYYY, got 24');
  });
});

describe('diff', () => {
  const cells = 'diff driftredovisning --ledger fixture:norrtalje --period 2025-07';

  it('shows the cells that differ, and by how much', async () => {
    const changed = (await json(`${cells} --from 2025-D1 --to 2025-P3 --format json`)) as readonly Readonly<Record<string, string>>[];
    expect(changed.find(({ cell }) => cell === 'net/deviation_year')?.['change']).toBe('5000000.00');
    expect(changed.some(({ cell }) => cell?.endsWith('/budget_year'))).toBe(false);
  });

  it('shows nothing where nothing differs', async () => {
    expect(await json(`${cells} --from 2025-P3 --to 2025-P3 --format json`)).toEqual([]);
  });

  it('refuses a cut that history does not hold', async () => {
    const { code, err } = await driftbok(`${cells} --from 2025-D1 --to 9999`);
    expect(code).toBe(2);
    expect(err).toContain('after-head');
  });
});
