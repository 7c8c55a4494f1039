import { orThrow } from '@driftbok/core';
import type { TableRead } from '@driftbok/exchange';
import { readTable } from '@driftbok/exchange';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const columns = [
  { id: 'b', label: 'Budget' },
  { id: 'o', label: 'Utfall' },
  { id: 'd', label: 'Avvikelse', equals: 'o - b' },
  { id: 'p', label: 'Utfall förra året' },
  { id: 'y', label: 'Budget helår' },
  { id: 'f', label: 'Prognos' },
  { id: 'e', label: 'Avvikelse', equals: 'f - y' },
];
const short = columns.slice(0, 3);

const read = (text: string, of = columns): TableRead => orThrow(readTable(text, { id: 't', columns: of }));
const cellsOf = ({ table }: TableRead, row = 0): readonly (string | null)[] =>
  table.columns.map(({ id }) => table.rows[row]?.cells[id] ?? null);

const group = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ');

describe('a wrong digit in pasted text', () => {
  it('is not read away by a blank: a figure in each column comes first', () => {
    const found = read('Avd -32 485 -30 898 1 587 -30 464 -55 933 -55 009 942');
    expect(cellsOf(found)).toEqual(['-32 485', '-30 898', '1 587', '-30 464', '-55 933', '-55 009', '942']);
  });

  it('is not read away by a figure in the label', () => {
    const found = read('Övrigt 300 1 200 1 300 -900', short);
    expect(found.table.rows[0]?.label).toBe('Övrigt 300');
    const wrong = read('Övrigt -27 608 -43 221 15 613', short);
    expect([wrong.notes, cellsOf(wrong)]).toEqual([[], ['-27 608', '-43 221', '15 613']]);
  });

  it('leaves the blank where a wide gap has it', () => {
    const found = read('Nämnd -1 041 -943 97  -1 784 -1 691 -93');
    expect(cellsOf(found)).toEqual(['-1 041', '-943', '97', null, '-1 784', '-1 691', '-93']);
    expect(found.notes).toEqual([]);
  });

  it('says so where a figure is missing and nothing tells which', () => {
    const found = read('x 27 608 43 221', short);
    expect(cellsOf(found)).toEqual(['27 608', '43 221', null]);
    expect(found.notes[0]?.ways).toContainEqual([null, '27 608', '43 221']);
    expect(found.notes[0]?.ways).toContainEqual(['27', '608', '43 221']);
  });

  it('is read as it is printed, or told with what else it may be', () => {
    const amount = fc.integer({ min: -9_999_999, max: 9_999_999 });
    const row = fc.tuple(amount, amount, amount, amount, amount);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 5 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (rows, at, digit, more) => {
          const printed = rows.map(([b, o, p, y, f]) => [b, o, o - b, p, y, f, f - y].map(group));
          const which = at % rows.length;
          const column = Math.floor(at / rows.length) % columns.length;
          const cell = printed[which]?.[column] ?? '';
          const places = [...cell].flatMap((char, index) => (/\d/.test(char) ? [index] : []));
          const place = places[digit % places.length] ?? 0;
          const leads = place === places[0];
          const changed = leads ? ((Number(cell[place]) + more - 1) % 9) + 1 : (Number(cell[place]) + more) % 10;
          const wrong = printed.map((cells, index) =>
            index === which
              ? cells.map((text, of) => (of === column ? text.slice(0, place) + String(changed) + text.slice(place + 1) : text))
              : cells,
          );
          const found = read(wrong.map((cells, index) => `Enhet ${'abcde'[index] ?? ''} ${cells.join(' ')}`).join('\n'));
          for (const [index, cells] of wrong.entries()) {
            const note = found.notes.find(({ where }) => where === `t/r${index + 1}`);
            if (note === undefined) expect(cellsOf(found, index)).toEqual(cells);
            else expect(note.ways).toContainEqual(cells);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
