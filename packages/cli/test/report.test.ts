import { report202407, report202507 } from '@driftbok/fixtures';
import type { PresentedTable, ReportDocument } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { driftbok, json } from './support/fake-io.js';

const july = {
  '2024': 'report --ledger fixture:norrtalje --period 2024-07 --round 2024-P3',
  '2025': 'report --ledger fixture:norrtalje --period 2025-07 --round 2025-P3',
} as const;
const documentOf = async (line: string): Promise<ReportDocument> => (await json(`${line} --format json`)) as ReportDocument;
const paragraphs = ({ blocks }: ReportDocument): string =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n');
const tablesOf = ({ blocks }: ReportDocument): readonly PresentedTable[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));

const end = ['Driftredovisning per verksamhet', 'Förslag på åtgärder för en ekonomi i balans', 'Texternas belopp'];
const assignments = ['Nämndens uppdrag och initiativ', 'Nämndens uppdrag', 'Nämndens initiativ'];
const [economy, counted] = ['Nämndens ekonomiska utfall och prognos', 'Status och prognos för nämndens uppdrag och initiativ'];
const [ofYear, ofPeriod] = ['Helårsprognos mot budget', 'Periodens utfall mot budget'];
/** As each report has them: they are not in the same order. */
const chapters = {
  '2024': ['Sammanfattning', economy, counted, ...assignments, 'Ekonomi', 'Driftredovisning', ofYear, ofPeriod, ...end],
  '2025': ['Sammanfattning', counted, economy, ...assignments, 'Ekonomi', 'Driftredovisning', ofPeriod, ofYear, ...end],
};
/** The paragraphs and the tables of a chapter. */
const under = ({ blocks }: ReportDocument, heading: string): readonly string[] => {
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading) + 1;
  const to = blocks.findIndex((block, at) => at >= from && block.kind === 'heading');
  return blocks.slice(from, to < 0 ? undefined : to).map((block) => (block.kind === 'table' ? `table ${block.table.id}` : block.text));
};

describe.each([
  ['2024', report202407, 'Månadsrapport per juli 2024: Socialnämnden'],
  ['2025', report202507, 'Månadsrapport per juli 2025: Socialnämnden'],
] as const)('the monthly report of July %s', (year, printed, title) => {
  it("has its chapters in the report's order, at the cut of its round", async () => {
    const report = await documentOf(july[year]);
    expect(report.title).toBe(title);
    expect(report.cut.round).toBe(`${year}-P3`);
    expect(report.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual(chapters[year]);
  });

  it('tells each finding once', async () => {
    const told = tablesOf(await documentOf(july[year])).flatMap(({ findings }) =>
      findings.map(({ code, message }) => `${code} ${message}`),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
  });

  it('has the published tables, cell by cell', async () => {
    const tables = tablesOf(await documentOf(july[year]));
    for (const { id, rows } of printed) {
      const drawn = tables.find((table) => table.id === id);
      const shown = drawn?.rows.map((row) =>
        Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, cell?.shown ?? null])),
      );
      expect(shown).toEqual(rows.map(({ cells }) => cells));
    }
  });
});

describe('the sentences of the reports', () => {
  it('say how the result stands, and how the forecast moved', async () => {
    const told = paragraphs(await documentOf(july['2025']));
    expect(told).toContain(
      'redovisar ett överskott om 5 600 tkr till och med juli 2025. För helåret prognostiseras ett underskott om 4 700 tkr.',
    );
    expect(told).toContain('Det är 5 000 tkr bättre än delår april.');
    const before = paragraphs(await documentOf(july['2024']));
    expect(before).toContain(
      'ett underskott om 9 000 tkr till och med juli 2024. För helåret prognostiseras ett underskott om 17 600 tkr.',
    );
    expect(before).toContain('Det är 8 000 tkr sämre än delår april.');
  });

  it('explain by the reasons stated, nested ones too, and leave nothing out', async () => {
    const told = paragraphs(await documentOf(july['2025']));
    expect(told).toContain('försörjningsstöd (3 200 tkr), insatser till barn och unga (1 900 tkr) och insatser till vuxna (300 tkr)');
    expect(told).toContain('där intäkter ökat motsvarande 1 800 tkr samtidigt som kostnader ökat motsvarande 2 200 tkr');
    expect(told).toContain('sökta statsbidrag (8 000 tkr), ersättningar från Migrationsverket (7 100 tkr)');
    expect(paragraphs(await documentOf(july['2024']))).toContain(
      'övriga statsbidrag (6 200 tkr), intäkter från Migrationsverket (6 000 tkr)',
    );
  });

  it('count assignments, tell caveats of their own period only, and hold the plan against the deficit', async () => {
    const [then, now] = [paragraphs(await documentOf(july['2024'])), paragraphs(await documentOf(july['2025']))];
    expect(then).toContain('Antal uppdrag 2024: 3. Slutförda: 1, påbörjade: 2, ej påbörjade: 0.');
    expect(now).toContain('Antal nämndinitiativ 2025: 8. Slutförda: 1, påbörjade: 6, ej påbörjade: 1. Enligt plan: 5, med avvikelse: 3.');
    expect(then).toContain('Förbehåll per 2024-07-31:');
    expect(now).not.toContain('Förbehåll');
    expect(then).toContain('Kända effekter av åtgärder är 4 760 tkr mot ett prognostiserat underskott om 17 607 tkr, och räcker inte.');
    expect(now).toContain('Åtgärder med effekt av okänd storlek: 2.');
  });

  it('introduce the economy by the result, why the forecast moved, and what the actions give', async () => {
    const [then, now] = [await documentOf(july['2024']), await documentOf(july['2025'])];
    expect(under(now, 'Ekonomi').map((text) => text.split(' ').slice(0, 3).join(' '))).toEqual([
      'Socialnämnden redovisar ett',
      'Prognosen för 2025',
      'Kända effekter av',
    ]);
    expect(under(then, 'Ekonomi')[1]).toContain('Förbehåll per 2024-07-31');
    expect(under(then, 'Ekonomi')[2]).toContain('Av effekterna ingår 0 tkr i prognosen.');
  });

  it('tell the period and the year each in its own chapter', async () => {
    const now = await documentOf(july['2025']);
    expect(under(now, ofPeriod)[0]).toBe('Socialnämnden redovisar ett överskott om 5 600 tkr till och med juli 2025.');
    expect(under(now, ofYear)[0]).toBe('För helåret prognostiseras ett underskott om 4 700 tkr. Det är 5 000 tkr bättre än delår april.');
  });

  it('have the lists of what was taken over and what is left, in the report that prints them', async () => {
    expect(under(await documentOf(july['2024']), 'Nämndens uppdrag och initiativ')).toEqual([
      'table uppdrag-status',
      'table uppdrag-overforda',
      'table uppdrag-kvarvarande',
      'table namndinitiativ-overforda',
      'table namndinitiativ-kvarvarande',
    ]);
    expect(under(await documentOf(july['2025']), 'Nämndens uppdrag och initiativ')).toEqual(['table uppdrag-status']);
  });

  it('count what was carried over, and when the rest is expected', async () => {
    const told = paragraphs(await documentOf(july['2024']));
    expect(told).toContain('Överförda från tidigare år: 1. Av de ej avslutade väntas klara 2024: 2, senare: 0, okänt när: 0.');
    expect(told).toContain('Överförda från tidigare år: 2. Av de ej avslutade väntas klara 2024: 4, senare: 0, okänt när: 2.');
  });

  it('say that a month has no outcome, where it has none', async () => {
    const missing = 'är inget utfall bokfört';
    expect(paragraphs(await documentOf(july['2025']))).not.toContain(missing);
    const december = await documentOf('report --ledger fixture:norrtalje --period 2025-12 --round 2025-P3');
    expect(paragraphs(december)).toContain(`För augusti–december 2025 ${missing}`);
    // What was booked later was not known then.
    expect(paragraphs(await documentOf('report --ledger fixture:norrtalje --period 2025-07 --round 2025-D1'))).toContain(missing);
  });

  it('tell no result of a period that is not booked to its end, but what a text states of it', async () => {
    const august = await documentOf('report --ledger fixture:norrtalje --period 2024-08 --round 2024-D2');
    const result = under(august, 'Nämndens ekonomiska utfall och prognos')[0];
    expect(result).toMatch(/^För augusti 2024 är inget utfall bokfört: något resultat till och med augusti finns inte\. /);
    expect(result).toContain('Enligt texten är det ett underskott om 10 800 tkr.');
    expect(paragraphs(august)).not.toContain('19 700');
    const september = await documentOf('report --ledger fixture:norrtalje --period 2024-09 --round 2024-D2');
    expect(paragraphs(september)).not.toContain('Enligt texten');
    const december = await documentOf('report --ledger fixture:norrtalje --period 2025-12 --round 2025-P3');
    expect(paragraphs(december)).not.toContain('till och med december 2025 är ett');
  });

  it('know only what was known at the cut', async () => {
    const early = paragraphs(await documentOf(`${july['2025']} --known-at 2025-D1`));
    expect(early).toContain('För helåret prognostiseras ett underskott om 9 700 tkr.');
    expect(early).not.toContain('bättre än');
  });
});

describe('what the texts state of the figures', () => {
  it('is held against the ledger, each at its own precision', async () => {
    const table = (await json('table texternas-uppgifter --ledger fixture:norrtalje --period 2025-07 --format json')) as PresentedTable;
    const told = new Map(
      table.rows.map(({ id, cells }) => [id, [cells['stated']?.shown, cells['computed']?.shown, cells['verdict']?.exact]]),
    );
    expect(told.get('2025-P3-period')).toEqual(['5 600', '5 559', 'agrees']);
    expect(told.get('2025-P3-summary-year')).toEqual(['-4 500', '-4 695', 'differs']);
    expect(told.get('2025-P3-year')).toEqual(['-4 700', '-4 695', 'agrees']);
    expect(told.get('2025-P3-cost-period')).toEqual(['-10 000', '-10 054', 'rounding']);
    expect(table.findings.map(({ where, by }) => [where.join(), by])).toContainEqual(['claim:2025-P3-summary-year', '-194666.00']);
    const own = (await json('table rapporttextens-uppgifter --ledger fixture:norrtalje --period 2025-07 --format json')) as PresentedTable;
    const ids = own.rows.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['2025-P3-period', '2025-P3-ar-personal-och-konsulter', '2025-P3-uppdrag']));
    expect(ids.filter((id) => id.startsWith('VP-'))).toEqual([]);
    const before = (await json('table texternas-uppgifter --ledger fixture:norrtalje --period 2024-07 --format json')) as PresentedTable;
    const wrong = before.rows.filter(({ cells }) => cells['verdict']?.exact === 'differs').map(({ id }) => id);
    expect(wrong).toContain('2024-P3-summary-period');
    expect(wrong).not.toContain('2024-P3-year');
  });
});

describe('the forms of a report', () => {
  it('are Markdown and text with the same figures', async () => {
    const [md, text] = [await driftbok(`${july['2025']} --format md`), await driftbok(july['2025'])];
    expect(md.out).toContain('# Månadsrapport per juli 2025: Socialnämnden\n');
    expect(md.out).toContain('\n### Helårsprognos mot budget\n');
    expect(md.out).toContain('| Summa Driftbudget | -216 509 | -210 951 | 5 559 | -208 411 | -372 965 | -377 660 | -4 695 |');
    expect(text.out).toContain('\nEkonomi\n=======\n');
    expect(text.out.split('\n').filter((line) => line.length > 160)).toEqual([]);
  });
});

describe('the plan of Södertälje', () => {
  const line = 'report --ledger fixture:sodertalje --period 2025-12';

  it('is printed without a round, its tables in its own order', async () => {
    const plan = await documentOf(line);
    expect(plan.title).toBe('Socialnämndens verksamhetsplan 2025');
    expect(tablesOf(plan).map(({ id }) => id)).toEqual([
      'malkarta',
      'indikatorer',
      'fokusomraden',
      'internbudget',
      'internbudget-forandring',
      'ramforandring',
      'tabell-1',
      'tabell-2',
      'tabell-3',
      'tabell-4',
      'tabell-5',
      'nyinvesteringar',
      'maluppfyllelse',
      'indikatorbedomning',
      'texternas-uppgifter',
    ]);
  });

  it('tells what its texts contradict, notes too', async () => {
    const { out } = await driftbok(line);
    expect(out).toContain('· Personalomsättning (%) (Kontoret): målet 13 för 2025 är sämre än ingående värde 12,5.');
    expect(out).toContain('· NKI Serveringstillstånd (%): 80 har två omdömen');
    expect(out).toContain('! Placeringar missbruk, nettokostnad mot året innan: texten säger -72 %, uppgifterna ger -42,0 %');
    // A monthly report tells no more than warnings.
    expect((await driftbok(july['2025'])).out).not.toContain('\n· ');
  });

  it('shows each year in the organisation that it had, as the print does', async () => {
    const budget = tablesOf(await documentOf(line)).find(({ id }) => id === 'internbudget');
    expect(budget?.rows.map(({ cells }) => cells['change']?.shown)).toEqual(['+8', '-54', '+71', '10', '-24', '0', '0', '0', '+11']);
  });

  it('heads no table by a unit that it has not', async () => {
    const { out } = await driftbok(`${line} --format md`);
    expect(out).toContain('\nMålkarta 2025\n');
    expect(out).not.toMatch(/\((-|)\)\n/);
  });

  it.each([
    ['--template manadsrapport', 'a report of Södertälje, whose ledger this is: verksamhetsplan, got manadsrapport, a report of Norrtälje'],
    ['--template rapport', '--template: expected'],
  ])('is refused: %s', async (options, expected) => {
    const { code, err } = await driftbok(`${line} ${options}`);
    expect(code).toBe(2);
    expect(err).toContain(expected);
  });
});

describe('the plan of Norrtälje', () => {
  const line = 'report --ledger fixture:norrtalje --period 2025-12 --template verksamhetsplan --known-at 2025-03-31';

  it('is printed without a round, its tables in its own order', async () => {
    const plan = await documentOf(line);
    expect(plan.title).toBe('Socialnämndens verksamhetsplan 2025–2027');
    expect(tablesOf(plan).map(({ id }) => id)).toEqual([
      'maltrad',
      'mal-indikatorer',
      'uppdrag-plan',
      'namndinitiativ-plan',
      'sjukfranvaro',
      'personalomsattning',
      'driftbudget',
      'driftbudget-forandring',
      'driftbudget-forandring-procent',
      'driftbudget-per-verksamhet',
      'ekonomiska-forandringar',
      'investeringar',
      'volymer',
      'a-priser',
      'volym-pris',
      'bilaga-indikatorer',
      'plantextens-uppgifter',
    ]);
  });

  it('names the two uppdrag and six nämndinitiativ of the plan, and by what an uppdrag counts as done', async () => {
    const tables = tablesOf(await documentOf(line));
    const listed = (id: string) => (tables.find((table) => table.id === id)?.rows ?? []).filter(({ cells }) => cells['due'] != null);
    expect([listed('uppdrag-plan').length, listed('namndinitiativ-plan').length]).toEqual([2, 6]);
    const criteria = listed('uppdrag-plan').map(({ cells }) => cells['completion']?.shown.slice(0, 43));
    expect(criteria).toEqual(['Socialnämnden ska anta en handlingsplan för', undefined]);
  });

  it('states the figures of its own texts, not those of the reports', async () => {
    const ids =
      tablesOf(await documentOf(line))
        .at(-1)
        ?.rows.map(({ id }) => id) ?? [];
    expect(ids.filter((id) => id.startsWith('VP-')).length).toBeGreaterThan(20);
    expect(ids.filter((id) => id.startsWith('2025-P3'))).toEqual([]);
  });

  it('shows what each assignment waits for, and whether that is done', async () => {
    const table = (await json('table uppdrag-villkor --ledger fixture:norrtalje --period 2025-07 --format json')) as PresentedTable;
    expect(table.rows.map(({ cells }) => [cells['status']?.shown, cells['completion-met']?.shown])).toEqual([
      ['Påbörjad', 'Nej'],
      ['Påbörjad', undefined],
    ]);
  });
});

describe('what is no report', () => {
  it.each([
    ['--period juli --round 2025-P3', '--period: expected a month, YYYY-MM, got juli'],
    ['--period 2025-07 --round 2025-P9', '--round: expected'],
    ['--period 2024-07 --round 2025-P3', '--round: expected'],
    ['--period 2025-07', '--round: expected 2025-D1 | 2025-P3, got nothing'],
    ['--period 2023-07', '--round: expected a round, of which the ledger has none of 2023, got nothing'],
    ['--period juli', '--period: expected a month, YYYY-MM, got juli'],
  ])('is refused: %s', async (options, expected) => {
    const { code, out, err } = await driftbok(`report --ledger fixture:norrtalje ${options}`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(expected);
  });
});
