import { describe, expect, it, vi } from 'vitest';
import { driftbok } from './support/fake-io.js';
import { draftFile } from './support/history.js';

vi.setConfig({ testTimeout: 60_000 });

const report = (net: string): string =>
  JSON.stringify({
    tables: [
      {
        id: 't',
        title: 'Driftbudget',
        unit: 'tkr',
        decimals: 0,
        columns: [{ id: 'b', label: 'Budget' }],
        rows: [
          { id: 'in', label: 'Intäkter', cells: { b: '46 185' } },
          { id: 'out', label: 'Kostnader', cells: { b: '-419 150' } },
          { id: 'net', label: 'Netto', sum: ['in', 'out'], cells: { b: net } },
        ],
      },
    ],
  });

describe('audit', () => {
  it('ends with 0 where a ledger could have produced the tables, and tells what rounding does', async () => {
    const exact = await driftbok('audit a.json --format json', { 'a.json': report('-372 965') });
    expect(exact).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(exact.out)).toEqual({ findings: [], checked: { sums: 1, differences: 0, percentages: 0, ties: 0 } });
    const { code, out } = await driftbok('audit a.json --format json', { 'a.json': report('-372 964') });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      findings: [{ code: 'rounding', severity: 'note', where: ['t/net/b'], alternatives: [], by: '1000.00' }],
    });
  });

  it('ends with 1 at an error, with the cells to blame', async () => {
    const { code, out } = await driftbok('audit a.json --format json', { 'a.json': report('-342 965') });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ findings: [{ code: 'error', severity: 'error', where: ['t/net/b'], by: '30000000.00' }] });
    const swedish = await driftbok('audit a.json', { 'a.json': report('-342 965') });
    expect(swedish.out).toContain('error: t/net/b är tryckt -342 965; -372 965 hade stämt: en siffra är en annan (error)');
    expect(swedish.out).toContain('ingen bok kan ha gett detta');
    const text = await driftbok('audit a.json --language en', { 'a.json': report('-342 965') });
    expect(text.out).toContain('error: t/net/b is printed -342 965; -372 965 would hold: one digit is another (error)');
    expect(text.out).toContain('no ledger could have produced this');
  });

  it('reads a pasted table', async () => {
    const text =
      'tkr  Budget  Utfall  Avvikelse\nEkonomiskt bistånd -55 933 -55 009 924\nKostnader i övrigt -10 −20 -10\nSumma -55 943 -55 029 913\n';
    const { code, out, err } = await driftbok('audit a.txt --format json', { 'a.txt': text });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ findings: [{ code: 'rounding' }, { code: 'rounding' }] });
  });

  it('reads a pasted table as its layout has it: a frame, whose budgeted result need not be 0', async () => {
    const text = (result: string): string => `Resultat nämnd
            Budget  Utfall  Föreg. prognos  Prognos  Förändring  Avvikelse
Intäkter 46 185 - - 60 308 - +14 123
Kostnader −419 150 - - −437 968 - −18 818
Nettokostnad −372 965 - - −377 660 - −4 695
Kommunbidrag 370 965 - - 370 965 - 0
Resultat ${result} - - −6 695 - −4 695
`;
    const audited = async (result: string) => driftbok('audit a.txt --layout ram --format json', { 'a.txt': text(result) });
    const held = await audited('−2 000');
    expect(held.code).toBe(0);
    expect(JSON.parse(held.out)).toMatchObject({ findings: [], checked: { sums: 8, differences: 5 } });
    const { code, out } = await audited('0');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ findings: [{ code: 'error', where: ['a/result/budget'], by: '2000000.00' }] });
  });

  it('warns where nothing was checked, and does not say that a ledger could have produced it', async () => {
    const files = { 'a.tsv': 'tkr\tBudget\tPlan\nSkola\t1\t2\nVård\t3\t4\n' };
    const { code, out } = await driftbok('audit a.tsv --language en', files);
    expect(code).toBe(0);
    expect(out).toBe(
      'warning: nothing was checked: no sums, differences or percentages are known (unchecked)\nchecked: 0 sums, 0 differences, 0 percentages, 0 ties\n',
    );
    const swedish = await driftbok('audit a.tsv', files);
    expect(swedish.out).toContain('warning: ingenting kontrollerades');
  });

  it('tells the signs that it took, and finds nothing in costs that are printed above 0', async () => {
    const text = 'tkr\tBudget\tPrognos\tAvvikelse\nIntäkter\t100\t110\t10\nKostnader\t200\t210\t-10\nNetto\t-100\t-100\t0\n';
    const { code, out } = await driftbok('audit a.tsv --language en', { 'a.tsv': text });
    expect(code).toBe(0);
    expect(out).toContain('note: a/r3 (Netto) is read as Intäkter − Kostnader, which holds most often (convention)');
    expect(out).toContain('some ledger could have produced this');
    expect((await driftbok('audit a.tsv', { 'a.tsv': text.replace('-10', '-90') })).code).toBe(1);
  });

  it.each(['a.txt', 'a.tsv'])('refuses %s with other columns than the layout has', async (file) => {
    const text =
      ' Budget  Utfall  Avvikelse\nIntäkter 27 608 43 221 15 613\nKostnader -244 117 -254 171 -10 054\nSumma -216 509 -210 951 5 559\n';
    const tabs = 'x\tBudget\tUtfall\tAvvikelse\nIntäkter\t1\t2\t1\nKostnader\t1\t2\t1\n';
    const { code, err } = await driftbok(`audit ${file} --layout manad`, { 'a.txt': text, 'a.tsv': tabs });
    expect(code).toBe(2);
    expect(err).toMatch(/väntade 7 kolumner: Budget period, .*, fick 3 kolumner/);
  });

  it.each(['--layout x', '--months 0', '--months 2,5'])('takes no %s', async (option) => {
    expect(await driftbok(`audit a.json ${option}`, { 'a.json': report('-372 965') })).toMatchObject({ code: 2, out: '' });
  });

  it.each([
    [
      'a cell that is no figure',
      { 'a.json': report('-37 29 65') },
      'a.json: t/net/b: väntade grupper om tre siffror, eller inga, fick -37 29 65\n',
    ],
    ['no JSON', { 'a.json': '{' }, 'a.json: väntade JSON, fick '],
    ['no file', {}, 'a.json: cannot be read: there is no such file\n'],
    ['no table', { 'a.json': 'x\ny' }, 'a.json: rad 1: väntade '],
  ])('ends with 2 at %s', async (_, files, err) => {
    const ran = await driftbok('audit a.json', files);
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' });
    expect(ran.err.startsWith(err)).toBe(true);
  });

  it('says what is wrong with its input in English where that is asked for', async () => {
    const ran = await driftbok('audit a.json --language en', { 'a.json': report('-37 29 65') });
    expect(ran.err).toBe('a.json: t/net/b: expected groups of three digits, or none, got -37 29 65\n');
  });

  it('writes a ledger that prints the tables, on demand, which an import takes', async () => {
    const { code, files, err } = await driftbok('audit a.json --witness w.ndjson', { 'a.json': report('-372 964') });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const drafts = String(files.get('w.ndjson'));
    const { files: after, code: imported } = await driftbok('import w.ndjson --ledger file:l.ndjson', { 'w.ndjson': drafts });
    expect(imported).toBe(0);
    const spec = JSON.stringify({
      id: 't',
      title: 'T',
      columns: [{ id: 'b', label: 'Budget', metric: 'outcome', span: { year: '2000' } }],
      rows: [
        { id: 'in', label: 'Intäkter', level: 0, where: { row1: ['in'], column1: ['b'] } },
        { id: 'out', label: 'Kostnader', level: 0, where: { row1: ['out'], column1: ['b'] } },
        { id: 'net', label: 'Netto', level: 0, where: { row1: ['in', 'out'], column1: ['b'] } },
      ],
    });
    const table = await driftbok('table spec.json --ledger file:l.ndjson --period 2000-12 --format json', {
      'l.ndjson': String(after.get('l.ndjson')),
      'spec.json': spec,
    });
    const { rows } = JSON.parse(table.out) as { rows: { cells: { b: { shown: string } } }[] };
    expect(rows.map(({ cells }) => cells.b.shown)).toEqual(['46 185', '-419 150', '-372 964']);
  });

  it('writes no ledger where there is none', async () => {
    const { code, files } = await driftbok('audit a.json --witness w.ndjson', { 'a.json': report('-342 965') });
    expect({ code, written: files.has('w.ndjson') }).toEqual({ code: 1, written: false });
  });

  it('takes no time limit that is none', async () => {
    expect(await driftbok('audit a.json --seconds 0', { 'a.json': report('1') })).toMatchObject({ code: 2 });
  });
});

describe('verify', () => {
  it('speaks Swedish, and English where it is asked to', async () => {
    expect((await driftbok('verify --ledger file:a', { a: draftFile })).out).toContain('transfers: 0 prövade, inget fel\n');
    expect((await driftbok('verify --ledger file:a --language en', { a: draftFile })).out).toContain(
      'transfers: 0 looked at, nothing wrong\n',
    );
  });

  it('holds what the texts of two ledgers state under one name against each other', async () => {
    const north = 'verify --ledger fixture:norrtalje --against';
    const told = 'warning: Uppräkning av riksnormen 2024: 8,6 i den ena texten, 8,7 i den andra (8,7 − 8,6 = 0,1). (figures-apart)\n';
    const found = await driftbok(`${north} fixture:sodertalje`);
    expect([found.code, found.out.startsWith(told)]).toEqual([1, true]);
    expect(found.out).toContain('transfers: 0 prövade, inget fel\n');
    expect(JSON.parse((await driftbok(`${north} fixture:sodertalje --format json`)).out)).toMatchObject({
      findings: [{ code: 'figures-apart', severity: 'warning', where: ['claim:riksnorm-2024'], by: '0.1' }],
    });
    expect((await driftbok(`${north} fixture:norrtalje`)).code).toBe(0);
    expect((await driftbok(`${north} fixture:sodertalje --language en`)).out).toContain('8.6 in the one text, 8.7 in the other');
  });

  it('refuses another ledger that is none, or beside --chain', async () => {
    const ran = await driftbok('verify --ledger file:a --against fixture:nowhere', { a: draftFile });
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('--against')]);
    const chained = await driftbok('verify --ledger file:a --chain --against file:a', { a: draftFile });
    expect([chained.code, chained.err]).toEqual([2, expect.stringContaining('no --chain beside it')]);
  });

  it.each(['fixture:norrtalje', 'file:a'])('finds nothing wrong with %s, and tells what it looked at', async (ledger) => {
    const { code, out } = await driftbok(`verify --ledger ${ledger} --format json`, { a: draftFile });
    expect(code).toBe(0);
    const { verified, findings } = JSON.parse(out) as { verified: { code: string; checked: number }[]; findings: unknown[] };
    expect(findings).toEqual([]);
    const lives = ['actions', 'comments', 'decisions', 'assignments', 'goals', 'drivers'];
    expect(verified.map((each) => each.code)).toEqual([
      'positions',
      'chain',
      'texts',
      'transfers',
      'rounds',
      'periods',
      'trees',
      ...lives,
      'totals',
      'kinds',
    ]);
    expect(verified.find((each) => each.code === 'totals')?.checked).toBeGreaterThan(0);
  });
});
