import { tableAsCsv, tableAsJson, tableAsMarkdown } from '@driftbok/exchange';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../support/parse-csv.js';
import { report } from '../support/table.js';
import { arbitraryTable } from '../support/tables.js';

describe('tableAsMarkdown', () => {
  it('is a table of GitHub', () => {
    expect(tableAsMarkdown(report).split('\n')).toEqual([
      '**Driftredovisning, barn- och skolnämnden** (tkr)',
      '',
      '2025-P3, position 57, 2025-09-02T10:00:00.000Z, hash 0a1b2c3d4e5f  ',
      'position 12, 2024-08-29T10:00:00.000Z, hash 0a1b2c3d4e5f (Utfall jan-jul 2024)',
      '',
      '|  | Budget helår 2025 | Utfall jan-jul 2024 | Andel | Not |',
      '| --- | ---: | ---: | ---: | --- |',
      '| Intäkter | 216 509 | 98 001 | 45,3 % | =1+1 |',
      '| &emsp;varav å;"ä"\\|ö | -1 |  |  |  |',
      '| Netto | 0 | 0 |  |  |',
      '',
      '- · Avrundning: Netto.',
      '- ! Budgeten saknar månader.',
      '- ✗ Raderna summerar inte.',
      '',
    ]);
  });

  it('shows every text as it is', () => {
    const table = { ...report, title: '**<b>x</b>** [a](b) `c`', rows: [], columns: [], findings: [] };
    expect(tableAsMarkdown(table).split('\n')[0]).toBe('**\\*\\*&lt;b&gt;x&lt;/b&gt;\\*\\* \\[a\\](b) \\`c\\`** (tkr)');
  });

  it('heads its rows, and says where it has none', () => {
    expect(tableAsMarkdown({ ...report, rowHeading: 'Uppdrag' })).toContain('\n| Uppdrag | Budget helår 2025 |');
    expect(tableAsMarkdown({ ...report, rows: [] })).toMatch(/\n\nInga rader\n\n- ·/);
  });

  it('has as many cells on each line, whatever the texts', () => {
    fc.assert(
      fc.property(arbitraryTable, (table) => {
        fc.pre(table.rows.length > 0);
        const rows = tableAsMarkdown({ ...table, findings: [] })
          .split('\n')
          .slice(4, -1);
        expect(rows).toHaveLength(table.rows.length + 2);
        for (const row of rows) expect(row.replace(/\\./g, '').split('|')).toHaveLength(table.columns.length + 3);
      }),
    );
  });
});

describe('tableAsCsv', () => {
  it('heads its rows where the table says by what', () => {
    expect(tableAsCsv({ ...report, rowHeading: 'Uppdrag' })).toMatch(/^id;Uppdrag;level;Budget/);
  });

  it('has exact kronor with a decimal comma, for Swedish Excel', () => {
    expect(tableAsCsv(report).split('\r\n')).toEqual([
      'id;label;level;Budget helår 2025;Utfall jan-jul 2024;Andel;Not',
      "income;Intäkter;0;216509000,00;98000500,50;0,453;'=1+1",
      '0512;"varav å;""ä""|ö";1;-1000,00;;;',
      'net;Netto;0;0,00;-99,49;;',
      '',
    ]);
  });

  it('has the shown figures, a byte order mark or a decimal point where asked to', () => {
    expect(tableAsCsv(report, { values: 'shown' }).split('\r\n')[1]).toBe("income;Intäkter;0;216 509;98 001;45,3 %;'=1+1");
    expect(tableAsCsv(report, { bom: true }).startsWith('\ufeffid;')).toBe(true);
    expect(tableAsCsv(report, { decimal: '.' }).split('\r\n')[1]).toBe("income;Intäkter;0;216509000.00;98000500.50;0.453;'=1+1");
  });

  it.each(['=1+1', '+1', '@SUM(A1)', '-1+1', '- varav lön', '\t=1', '\r=1', '＝1', '-2 x'])(
    'gives no spreadsheet %j to compute',
    (label) => {
      const rows = [{ id: label, label, level: 0, cells: {} }];
      expect(parseCsv(tableAsCsv({ ...report, columns: [], rows }))[1]).toEqual([`'${label}`, `'${label}`, '0']);
    },
  );

  it.each(['-1', '-216 509', '-45,3 %', '-0.5', '-', '1+1', 'a=b', ''])('leaves %j as it is', (label) => {
    const rows = [{ id: 'x', label, level: 0, cells: {} }];
    expect(parseCsv(tableAsCsv({ ...report, columns: [], rows }))[1]).toEqual(['x', label, '0']);
  });

  it('reads back cell by cell', () => {
    fc.assert(
      fc.property(arbitraryTable, fc.constantFrom('exact' as const, 'shown' as const), (table, values) => {
        const guarded = (text: string): string =>
          /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^-(\d[\d ]*([.,]\d+)?( ?%)?)?$/.test(text) ? `'${text}` : text;
        const [header, ...rows] = parseCsv(tableAsCsv(table, { values, decimal: '.' }));
        expect(header).toEqual(['id', 'label', 'level', ...table.columns.map(({ label }) => guarded(label))]);
        expect(rows).toEqual(
          table.rows.map(({ id, label, level, cells }) => [
            guarded(id),
            guarded(label),
            String(level),
            ...table.columns.map((column) => cells[column.id]?.[values] ?? ''),
          ]),
        );
      }),
    );
  });
});

describe('tableAsJson', () => {
  it('has the keys of the contract in its order, and gives the table back', () => {
    const turned = Object.fromEntries(Object.entries(report).reverse()) as unknown as typeof report;
    const text = tableAsJson({
      ...turned,
      rows: report.rows.map((row) => ({ ...row, cells: Object.fromEntries(Object.entries(row.cells).reverse()) })),
    });
    expect(text).toBe(`${JSON.stringify(report, null, 2)}\n`);
    expect(JSON.parse(text)).toEqual(report);
  });

  it('gives any table back', () => {
    fc.assert(
      fc.property(arbitraryTable, (table) => {
        expect(JSON.parse(tableAsJson(table))).toEqual(table);
      }),
    );
  });

  it('has null for a cell that is not there, whatever the column is called', () => {
    const columns = [{ id: 'constructor', label: 'C', kind: 'amount' as const }];
    const table = { ...report, columns, rows: [{ id: 'r', label: 'R', level: 0, cells: {} }] };
    expect((JSON.parse(tableAsJson(table)) as typeof table).rows[0]?.cells).toEqual({ constructor: null });
    expect(tableAsCsv(table)).toBe('id;label;level;C\r\nr;R;0;\r\n');
  });
});
