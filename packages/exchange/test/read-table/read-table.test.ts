import { isLeft, orThrow } from '@driftbok/core';
import { readTable } from '@driftbok/exchange';
import { describe, expect, it } from 'vitest';

const columns = [
  { id: 'b', label: 'Budget' },
  { id: 'o', label: 'Utfall' },
  { id: 'd', label: 'Avvikelse', equals: 'o - b' },
];
const bare = columns.map(({ id, label }) => ({ id, label }));

const forms: readonly (readonly [string, string])[] = [
  ['tab-separated', 'tkr\tBudget\tUtfall\tAvvikelse\nIntäkter\t1 041\t1 050\t9\nKostnader\t−10\t– 20\t-10\nSumma\t1 031\t1 030\t-1\n'],
  [
    'Markdown',
    '| tkr | Budget | Utfall | Avvikelse |\n|---|--:|--:|--:|\n| Intäkter | 1 041 | 1 050 | 9 |\n| Kostnader | −10 | – 20 | -10 |\n| **Summa** | 1 031 | 1 030 | -1 |\n',
  ],
  ['CSV', '"tkr";"Budget";"Utfall";"Avvikelse"\r\nIntäkter;1 041;1 050;9\r\nKostnader;−10;– 20;-10\r\nSumma;1 031;1 030;-1\r\n'],
  ['text', 'tkr  Budget  Utfall  Avvikelse\nIntäkter 1 041 1 050 9\nKostnader −10 – 20 -10\nSumma 1 031 1 030 -1\n'],
];

describe('a pasted table', () => {
  it.each(forms)('is read from %s, with the sums and differences that its labels say', (_, text) => {
    const { table, notes } = orThrow(readTable(text, { id: 't' }));
    expect(notes).toEqual([]);
    expect(table.unit).toBe('tkr');
    expect(table.columns.map(({ label }) => label)).toEqual(['Budget', 'Utfall', 'Avvikelse']);
    expect(table.columns[2]?.equals).toBe('c2 - c1');
    expect(table.rows.map(({ label }) => label)).toEqual(['Intäkter', 'Kostnader', 'Summa']);
    expect(table.rows[2]?.sum).toEqual(['r1', 'r2']);
    expect(Object.values(table.rows[0]?.cells ?? {})).toEqual(['1 041', '1 050', '9']);
  });

  it('splits a run of figures so that the columns hold', () => {
    const { table, notes } = orThrow(readTable('Ekonomiskt bistånd -55 933 -55 009 924', { id: 't', columns }));
    expect(table.rows).toEqual([{ id: 'r1', label: 'Ekonomiskt bistånd', cells: { b: '-55 933', o: '-55 009', d: '924' } }]);
    expect(notes).toEqual([]);
  });

  it('says so where more than one split holds, or none', () => {
    const two = orThrow(readTable('Övrigt 1 234 567 890', { id: 't', columns: bare }));
    expect(two.notes[0]?.message).toContain('can be split in');
    const none = orThrow(readTable('Övrigt 1 234 567 890', { id: 't', columns }));
    expect(none.notes[0]?.message).toContain('makes the columns hold');
  });

  it('keeps blanks, dashes and asterisks apart, and decimals as printed', () => {
    const { table } = orThrow(readTable('mnkr\tA\tB\tC\nx\t\t-\t*\ny\t1,5\t+8\t10\n', { id: 't' }));
    expect(table.rows[0]?.cells).toEqual({ c1: null, c2: '-', c3: '*' });
    expect([table.unit, table.decimals]).toEqual(['mnkr', 1]);
  });

  it.each([
    ['nothing', '', 1],
    ['a header alone', 'x\tA', 1],
    ['a cell that is no figure', 'x\tA\ny\tabc', 2],
    ['a row without figures', 'x  A\ny', 2],
  ])('is refused: %s', (_, text, line) => {
    const read = readTable(text, { id: 't' });
    expect(isLeft(read) && read.left.line).toBe(line);
  });
});
