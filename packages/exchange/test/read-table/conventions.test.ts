import { orThrow } from '@driftbok/core';
import type { TableRead } from '@driftbok/exchange';
import { readConventionIn, readTable } from '@driftbok/exchange';
import { auditColumns, layouts } from '@driftbok/rules/audit';
import { describe, expect, it } from 'vitest';

const read = (...lines: readonly string[]): TableRead => orThrow(readTable(lines.join('\n'), { id: 't' }));
const sums = ({ table }: TableRead): unknown => table.rows.flatMap(({ id, sum }) => (sum === undefined ? [] : [[id, sum.join(' ')]]));

describe('the signs of a pasted table', () => {
  it('are those that hold in most rows: a deviation of budget less outcome', () => {
    const found = read('x\tBudget\tUtfall\tAvvikelse', 'A\t100\t90\t10', 'B\t200\t210\t-10', 'Summa\t300\t300\t0');
    expect(found.table.columns[2]?.equals).toBe('c1 - c2');
    expect(found.conventions.map((each) => readConventionIn(each, 'sv'))).toEqual([
      't/c3 (Avvikelse) är läst som Budget − Utfall, vilket stämmer oftast',
    ]);
    const spaced = read('x  Budget  Utfall  Avvikelse', 'A 1 100 1 090 10', 'B 200 210 -10', 'Summa 1 300 1 300 0');
    expect(spaced.table.columns[2]?.equals).toBe('c1 - c2');
  });

  it('are outcome less budget where the rows do not say', () => {
    const found = read('x\tBudget\tUtfall\tAvvikelse', 'A\t100\t100\t0', 'B\t5\t5\t0');
    expect([found.table.columns[2]?.equals, found.conventions]).toEqual(['c2 - c1', []]);
  });

  it('take costs that are printed above 0 away, and turn their deviations', () => {
    const found = read('x\tBudget\tPrognos\tAvvikelse', 'Intäkter\t100\t110\t10', 'Kostnader\t200\t210\t-10', 'Netto\t-100\t-100\t0');
    expect(found.table.columns[2]?.equals).toBeUndefined();
    expect(found.ties).toContainEqual({ cell: 't/r2/c3', equals: 't/r2/c1 - t/r2/c2' });
    expect(found.ties).toContainEqual({ cell: 't/r3/c1', equals: 't/r1/c1 - t/r2/c1' });
    expect(found.ties).toContainEqual({ cell: 't/r3/c3', equals: 't/r1/c3 + t/r2/c3' });
  });

  it('take a deviation from the nearest budget and forecast where most rows show it', () => {
    const found = read('x\tBudget\tUtfall\tFörbrukat %\tPrognos\tAvvikelse', 'A\t100\t50\t50 %\t90\t10', 'B\t200\t50\t25 %\t210\t-10');
    expect(found.table.columns[4]?.equals).toBe('c1 - c4');
  });
});

describe('the totals of a pasted table', () => {
  it('are of the rows above, or of the totals and what stands loose', () => {
    const loose = read('x\tA\tB', 'A\t100\t90', 'B\t200\t210', 'Summa A och B\t300\t300', 'C\t5\t5', 'D\t5\t6', 'Summa totalt\t310\t311');
    expect(sums(loose)).toEqual([
      ['r3', 'r1 r2'],
      ['r6', 'r3 r4 r5'],
    ]);
    const totals = read(
      'x\tA\tB',
      'A\t100\t90',
      'B\t200\t210',
      'Summa AB\t300\t300',
      'C\t5\t5',
      'D\t5\t6',
      'Summa CD\t10\t11',
      'Totalt\t999\t311',
    );
    expect(sums(totals)).toEqual([
      ['r3', 'r1 r2'],
      ['r6', 'r4 r5'],
      ['r7', 'r3 r6'],
    ]);
  });

  it('are of a total and what follows it, where that holds', () => {
    expect(sums(read('x\tA', 'Intäkter\t10', 'Kostnader\t-30', 'Netto\t-20', 'Kommunbidrag\t25', 'Resultat\t5'))).toEqual([
      ['r3', 'r1 r2'],
      ['r5', 'r3 r4'],
    ]);
  });

  it.each(['Total', 'Totalt', 'Resultat', 'Netto', 'Summa', 'Delsumma', 'Årets resultat', 'Nämnden totalt'])(
    'are known by "%s"',
    (label) => {
      expect(sums(read('x\tA', 'A\t100', 'B\t200', `${label}\t301`))).toEqual([['r3', 'r1 r2']]);
    },
  );

  it('take in rows with a percentage, and not a row of percentages', () => {
    const found = read(
      'x\tBudget\tUtfall\tAvvikelse\tAvvikelse %',
      'Personal\t100\t90\t-10\t-10,0 %',
      'Projekt\t0\t7\t7\t',
      'Andel\t10 %\t9 %\t\t',
      'Summa\t100\t97\t-3\t-3,0 %',
    );
    expect(sums(found)).toEqual([['r4', 'r1 r2']]);
    expect(found.table).toMatchObject({ decimals: 0, columns: [{}, {}, {}, { unit: 'percent', decimals: 1 }] });
  });
});

describe('percentages in a run of figures', () => {
  it('stand in the columns of percentages', () => {
    const layout = layouts.find(({ id }) => id === 'riktpunkt');
    const text = [
      'Budget helår  Utfall  Förbrukat %  Mot riktpunkt, %-enheter  Prognos  Avvikelse',
      'Stab - -5 217 362   -593 250 593 250',
      'Personal -8 077 670 -4 100 000 50,8 % -7,6 % -8 440 529 362 859',
      'Summa -8 077 670 -9 317 362 115,3 % +57,0 % -9 033 779 956 109',
    ].join('\n');
    const columns = layout === undefined ? [] : auditColumns(layout, 7);
    const { table, notes } = orThrow(readTable(text, { id: 't', columns, unit: 'kr', decimals: 0 }));
    expect(notes).toEqual([]);
    expect(table.rows.map(({ cells }) => columns.map(({ id }) => cells[id]))).toEqual([
      ['-', '-5 217 362', null, null, '-593 250', '593 250'],
      ['-8 077 670', '-4 100 000', '50,8 %', '-7,6 %', '-8 440 529', '362 859'],
      ['-8 077 670', '-9 317 362', '115,3 %', '+57,0 %', '-9 033 779', '956 109'],
    ]);
  });
});
