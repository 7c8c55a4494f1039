import type { RenderableTable } from '@driftbok/exchange';
import { tableAsText } from '@driftbok/exchange';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/render/display.js';
import { report } from '../support/table.js';
import { arbitraryTable } from '../support/tables.js';

const lines = (...each: readonly string[]): string => each.map((line) => `${line}\n`).join('');

const findings = ['· Avrundning: Netto.', '! Budgeten saknar månader.', '✗ Raderna summerar inte.'];

/** The lines from the headings on to the last row. */
const gridOf = (text: string): readonly string[] => {
  const all = text.split('\n');
  const start = all.indexOf('') + 1;
  const end = all.findIndex((line, at) => at > start && /^[·!✗] /.test(line));
  return all.slice(start, end < 0 ? -1 : end - 1);
};
const isRule = (line: string): boolean => /^-[- ]*$/.test(line);

describe('tableAsText', () => {
  it('sets figures to the right, labels by level, and tells the findings beneath', () => {
    expect(tableAsText(report)).toBe(
      lines(
        'Driftredovisning, barn- och skolnämnden (tkr)',
        '2025-P3, position 57, 2025-09-02T10:00:00.000Z, hash 0a1b2c3d4e5f',
        'position 12, 2024-08-29T10:00:00.000Z, hash 0a1b2c3d4e5f (Utfall jan-jul 2024)',
        '',
        '                 Budget helår 2025  Utfall jan-jul 2024   Andel  Not',
        '---------------  -----------------  -------------------  ------  ----',
        'Intäkter                   216 509               98 001  45,3 %  =1+1',
        '  varav å;"ä"|ö                 -1',
        'Netto                            0                    0',
        '',
        ...findings,
      ),
    );
  });

  it('breaks headings over as few lines as make it fit', () => {
    expect(gridOf(tableAsText(report, { width: 64 })).slice(0, 2)).toEqual([
      '                     Budget  Utfall jan-',
      '                 helår 2025     jul 2024   Andel  Not',
    ]);
    expect(gridOf(tableAsText(report, { width: 45 })).slice(0, 4)).toEqual([
      '                         Utfall',
      '                 Budget    jan-',
      '                  helår     jul',
      '                   2025    2024   Andel  Not',
    ]);
  });

  it('then breaks labels between words, the rest of one a step in, but no word and no figure', () => {
    const column = { id: 'c', label: 'Avvikelse', kind: 'amount' as const };
    const rows = [
      { id: 'a', label: 'Kommunstyrelsens förvaltning', level: 1, cells: { c: { exact: '-1.00', shown: '-216 509' } } },
      { id: 'b', label: 'Netto', level: 0, cells: { c: { exact: '1.00', shown: '7' } } },
    ];
    expect(gridOf(tableAsText({ ...report, columns: [column], rows, findings: [] }, { width: 10 }))).toEqual([
      '                      Avvikelse',
      '--------------------  ---------',
      '  Kommunstyrelsens     -216 509',
      '    förvaltning',
      'Netto                         7',
    ]);
  });

  it('cuts a word only where it is longer than words are', () => {
    const rows = [{ id: 'a', label: `${'x'.repeat(60)} kort`, level: 0, cells: {} }];
    expect(gridOf(tableAsText({ ...report, columns: [], rows, findings: [] }, { width: 10 }))).toEqual([
      '',
      '-'.repeat(26),
      'x'.repeat(26),
      `  ${'x'.repeat(24)}`,
      `  ${'x'.repeat(10)} kort`,
    ]);
  });

  it('narrows the columns of text evenly, and breaks words that stand among figures, at the right', () => {
    const text = 'ett två tre fyra fem';
    const columns = [
      { id: 'a', label: 'A', kind: 'text' as const },
      { id: 'b', label: 'B', kind: 'ratio' as const },
    ];
    const shown = { exact: text, shown: text };
    const rows = [
      { id: 'r', label: text, level: 0, cells: { a: shown, b: shown } },
      { id: 's', label: 'x', level: 0, cells: { a: null, b: { exact: '80..100', shown: '80 – 100' } } },
    ];
    expect(gridOf(tableAsText({ ...report, columns, rows, findings: [] }, { width: 34 }))).toEqual([
      '            A                    B',
      '----------  ----------  ----------',
      'ett två     ett två        ett två',
      '  tre fyra    tre fyra    tre fyra',
      '  fem         fem              fem',
      'x                         80 – 100',
    ]);
  });

  it('heads its rows where the table says by what', () => {
    const headed = tableAsText({ ...report, rowHeading: 'Beskrivning' });
    expect(headed).toMatch(/^Beskrivning +Budget helår 2025/m);
  });

  it('says that a table has no rows, instead of drawing its headings', () => {
    const empty: RenderableTable = { ...report, columns: [], rows: [], findings: [] };
    expect(tableAsText(empty)).toBe(lines(...tableAsText(report).split('\n').slice(0, 2), '', 'Inga rader'));
    expect(tableAsText({ ...report, rows: [] })).not.toContain('Budget helår');
  });

  it('lets no text command the terminal or turn the figures round', () => {
    const hostile = 'Röd\u001b[31m\r\nrad\u202e216';
    const table = { ...report, title: hostile, rows: report.rows.map((row) => ({ ...row, label: hostile })) };
    expect(tableAsText(table)).not.toMatch(/(?!\n)\p{Control}|\u202e/u);
    expect(tableAsText(table)).toContain('Röd\ufffd[31m rad\ufffd216');
  });

  it('keeps every figure at the right edge of its column, in every width', () => {
    fc.assert(
      fc.property(arbitraryTable, fc.integer({ min: 1, max: 150 }), (table, width) => {
        fc.pre(table.rows.length > 0);
        const grid = gridOf(tableAsText({ ...table, findings: [] }, { width }));
        const [rule = '', ...body] = grid.slice(grid.findIndex(isRule));
        const columns = [...rule.matchAll(/-+/g)].map(({ index, 0: dashes }) => ({ start: index, end: index + dashes.length }));
        const numeric = table.columns.flatMap(({ kind, id }, at) =>
          kind === 'text' ? [] : columns.slice(at + 1, at + 2).map((place) => ({ id, ...place })),
        );
        expect(columns).toHaveLength(table.columns.length + 1);
        // A row's figures stand on its first line, each in its column and up to its edge; nothing else stands there.
        for (const { id, start, end } of numeric) {
          const found = body.map((line) => byPlace(line, start, end).trim()).filter((text) => text !== '');
          expect(found).toEqual(table.rows.flatMap(({ cells }) => cells[id]?.shown ?? []));
          for (const line of body) if (byPlace(line, start, end).trim() !== '') expect(byPlace(line, start, end)).toMatch(/\S$/);
        }
      }),
    );
  });

  it('fits where it can, and leaves no blank at an end', () => {
    fc.assert(
      fc.property(arbitraryTable, (table) => {
        for (const line of tableAsText(table).split('\n')) {
          expect(displayWidth(line)).toBeLessThanOrEqual(120 + 3 * 16);
          expect(line).toBe(line.trimEnd());
        }
      }),
    );
  });
});

/** What a terminal shows between two places of a line. */
function byPlace(line: string, start: number, end: number): string {
  let at = 0;
  let out = '';
  for (const char of line) {
    if (at >= start && at < end) out += char;
    at += displayWidth(char);
  }
  return out;
}
