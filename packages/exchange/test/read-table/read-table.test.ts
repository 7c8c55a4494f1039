import { isLeft, orThrow } from '@driftbok/core';
import { readNoteIn, readTable } from '@driftbok/exchange';
import fc from 'fast-check';
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
    expect(two.notes[0]).toMatchObject({ where: 't/r1', label: 'Övrigt', reason: 'several' });
    expect(two.notes[0]?.ways).toContainEqual(['1 234', '567', '890']);
    const none = orThrow(readTable('Övrigt 1 234 567 890', { id: 't', columns })).notes.map((note) => readNoteIn(note, 'sv'));
    expect(none).toEqual([
      't/r1 (Övrigt): inget av 15 sätt att dela upp siffrorna gör att kolumnerna stämmer; läst som 1 234 | 567 890 | ',
    ]);
  });

  it('reads back what was printed with any minus and any space, or says that it can be read in more ways', () => {
    const spaces = fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009', '\u2007');
    const minuses = fc.constantFrom('-', '−', '–', '\u2011', '\u2012');
    const amount = fc.integer({ min: -9_999_999, max: 9_999_999 });
    const group = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
    fc.assert(
      fc.property(amount, amount, spaces, minuses, (budget, outcome, space, minus) => {
        const printed = [budget, outcome, outcome - budget].map(group);
        const text = `Övrigt ${printed.join(' ')}`.replaceAll(' ', space).replaceAll('-', minus);
        const { table, notes } = orThrow(readTable(text, { id: 't', columns }));
        const [note] = notes;
        if (note === undefined)
          expect(table.rows).toEqual([{ id: 'r1', label: 'Övrigt', cells: { b: printed[0], o: printed[1], d: printed[2] } }]);
        else expect(note.ways).toContainEqual(printed);
      }),
    );
  });

  it('says so where a row has more figures than there are columns', () => {
    const { table, notes } = orThrow(readTable('tkr  Budget  Utfall\nx 1 2\ny 1 2 3', { id: 't' }));
    expect(table.rows[1]?.label).toBe('y 1');
    expect(notes.map(({ where, reason }) => [where, reason])).toEqual([['t/r2', 'none']]);
  });

  it('leaves out the column that is blank, where the others say which', () => {
    const all = [
      ...columns,
      { id: 'p', label: 'Utfall' },
      { id: 'y', label: 'Budget' },
      { id: 'f', label: 'Prognos' },
      { id: 'e', label: 'Avvikelse', equals: 'f - y' },
    ];
    for (const gap of ['  ', ' ']) {
      const { table, notes } = orThrow(readTable(`Nämnd -1 041 -943 98${gap}-1 784 -1 691 93`, { id: 't', columns: all }));
      expect(Object.values(table.rows[0]?.cells ?? {})).toEqual(['-1 041', '-943', '98', null, '-1 784', '-1 691', '93']);
      // Where no gap says so, "-1 | 691 | 93" is one wrong digit from another reading, which is told.
      expect(notes.map(({ reason, ways }) => [reason, ways[1]])).toEqual(
        gap === '  ' ? [] : [['several', ['-1 041', '-943', '98', '-1 784', '-1', '691', '93']]],
      );
    }
  });

  it('takes a title above the table for none of it, and a row of percentages for no part of a sum', () => {
    const text =
      'Driftbudget, tkr\n\tBudget 2024\tBudget 2025\nIntäkter\t10\t20\nFörändring i %\t\t8,8 %\nKostnader\t-5\t-5\nNetto\t5\t15\n';
    const { table } = orThrow(readTable(text, { id: 't' }));
    expect(table.rows.map(({ label, sum }) => [label, sum])).toEqual([
      ['Intäkter', undefined],
      ['Förändring i %', undefined],
      ['Kostnader', undefined],
      ['Netto', ['r1', 'r3']],
    ]);
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
    ['a row without figures', 'x  A\ny', 1],
    ['a row of words for figures', 'tkr  Budget  Utfall\nx 1 2\ny ett -x-', 3],
  ])('is refused: %s', (_, text, line) => {
    const read = readTable(text, { id: 't' });
    expect(isLeft(read) && read.left.line).toBe(line);
  });

  it('names the row and the column of a cell that is no figure', () => {
    const read = readTable('tkr\tBudget\tUtfall\nHyra\t1\t2x\n', { id: 't' });
    expect(isLeft(read) && read.left).toMatchObject({ line: 2, expected: 'a figure in column 2 (Utfall) of row "Hyra"', got: '2x' });
  });
});
