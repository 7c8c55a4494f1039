import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lines } from '@driftbok/core';
import { slotOf } from '../../src/base/slot.js';
import { Journal, maxTurnover } from '../../src/journal/journal.js';
import type { Layer } from '../../src/journal/layer.js';
import { layer, layerCount } from '../../src/journal/layer.js';
import { rowsByCoding } from '../../src/journal/rows.js';

interface Step {
  readonly layer: Layer;
  readonly code: string;
  readonly slot: number;
  readonly ore: number;
  readonly round: number;
  readonly reason: string | null;
}
const allLayers = Object.values(layer);
const slots = [slotOf('2025'), slotOf('2025-01'), slotOf('2025-12'), slotOf('2026')];
const codes = ['a', 'b', 'c', 'd'];

const coding = (journal: Journal, code: string): number => {
  const lines: Lines = { columns: ['ansvar', 'month', 'amount'], rows: [[code, '2025', '0.00']] };
  return journal.codings.reader(lines).coding(lines.rows[0] as readonly (string | null)[]);
};
const append = (journal: Journal, position: number, step: Step): void =>
  journal.append(position, step.layer, coding(journal, step.code), step.slot, step.ore, step.round, journal.reasonId(step.reason));

/** Everything that can be asked of a journal. */
function said(journal: Journal): unknown {
  const { length } = journal;
  const ids = Array.from({ length: journal.codings.size }, (_, id) => id);
  return {
    length,
    overflows: journal.overflows,
    columns: Object.entries(journal.columns).map(([name, values]) => [name, [...(values as Uint32Array).subarray(0, length)]]),
    codings: ids.map((id) => journal.codings.codes(id)),
    standing: allLayers.map((each) => ids.map((id) => slots.map((slot) => journal.standing.at(each, id, slot)))),
    inYear: allLayers.map((each) => [2025, 2026].map((year) => [...journal.standing.codings(each, year)])),
    reasons: [0, 1, 2, 3, 4].map((id) => journal.reasonText(id)),
  };
}

const step: fc.Arbitrary<Step> = fc.record({
  layer: fc.constantFrom(...allLayers),
  code: fc.constantFrom(...codes),
  slot: fc.constantFrom(...slots),
  ore: fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, maxTurnover)),
  round: fc.nat({ max: 100_000 }),
  reason: fc.constantFrom(null, 'r1', 'r2'),
});
const steps = fc.array(step, { maxLength: 12 });

describe('the journal', () => {
  it('holds its lines in order, however many', () => {
    const journal = new Journal();
    for (let at = 0; at < 3000; at++)
      journal.append(1 + Math.floor(at / 7), layer.outcome, at % 5, slots[0] as number, at - 1500, at, at % 3);
    const { position, coding: codings, ore, round, reason, slot, layer: layers } = journal.columns;
    expect(journal.length).toBe(3000);
    for (const at of [0, 1, 1023, 1024, 1025, 2047, 2048, 2999]) {
      expect([position[at], codings[at], ore[at], round[at], reason[at], slot[at], layers[at]]).toEqual([
        1 + Math.floor(at / 7),
        at % 5,
        at - 1500,
        at,
        at % 3,
        slots[0],
        layer.outcome,
      ]);
    }
  });

  it('keeps the ordinal of a hundred-thousandth round', () => {
    const journal = new Journal();
    journal.append(1, layer.forecast, 0, slots[0] as number, 1, 100_000);
    expect(journal.columns.round[0]).toBe(100_000);
  });

  it('knows the lines of an event, and how many come before', () => {
    const positions = fc.array(fc.nat({ max: 3 }), { maxLength: 20 });
    fc.assert(
      fc.property(positions, (counts) => {
        const journal = new Journal();
        counts.forEach((count, index) => {
          for (let line = 0; line < count; line++) journal.append(index + 1, layer.outcome, 0, 0, 1);
        });
        let before = 0;
        counts.forEach((count, index) => {
          expect(journal.linesOf(index + 1)).toEqual([before, before + count]);
          before += count;
          expect(journal.lengthAt(index + 1)).toBe(before);
        });
        expect([journal.lengthAt(0), journal.lengthAt(counts.length + 5)]).toEqual([0, before]);
      }),
    );
  });

  it('numbers reasons from 1, and has 0 for none', () => {
    const journal = new Journal();
    expect([null, 'a', 'b', 'a', '', '__proto__'].map((text) => journal.reasonId(text))).toEqual([0, 1, 2, 1, 0, 3]);
    expect([0, 1, 2, 3, 4].map((id) => journal.reasonText(id))).toEqual(['', 'a', 'b', '__proto__', '']);
  });

  it('has a layer for each of its numbers', () => {
    expect([...allLayers].sort()).toEqual(Array.from({ length: layerCount }, (_, at) => at));
  });
});

describe('what stands', () => {
  it('is the sum of lines by layer, coding and slot; blank is not 0; outcome is not kept', () => {
    fc.assert(
      fc.property(
        fc.array(
          step.map((each) => ({ ...each, ore: each.ore % 1000 })),
          { maxLength: 30 },
        ),
        (given) => {
          const journal = new Journal();
          given.forEach((each, index) => append(journal, index + 1, each));
          for (const each of allLayers) {
            for (const code of codes) {
              for (const slot of slots) {
                const lines = given.filter(
                  (line) => each !== layer.outcome && line.layer === each && line.code === code && line.slot === slot,
                );
                const sum = lines.length === 0 ? undefined : lines.reduce((so, { ore }) => so + ore, 0);
                expect(journal.standing.at(each, coding(journal, code), slot)).toBe(sum);
              }
            }
          }
        },
      ),
    );
  });

  it('gives a year as thirteen slots, the whole year first', () => {
    const journal = new Journal();
    journal.append(1, layer.plan, 0, slotOf('2025'), 5);
    journal.append(1, layer.plan, 0, slotOf('2025-12'), 0);
    const year = journal.standing.year(layer.plan, 0, 2025);
    expect([year.length, year[0], year[1], year[12]]).toEqual([13, 5, undefined, 0]);
    expect(journal.standing.year(layer.plan, 0, 2024).every((ore) => ore === undefined)).toBe(true);
  });

  it('keeps the last slot of a year and the first of the next apart, also for the next coding', () => {
    const journal = new Journal();
    journal.append(1, layer.plan, 0, slotOf('9999-12'), 1);
    journal.append(1, layer.budgetAdopted, 1, slotOf('0000'), 2);
    expect([journal.standing.at(layer.plan, 0, slotOf('9999-12')), journal.standing.at(layer.budgetAdopted, 1, 0)]).toEqual([1, 2]);
    expect(journal.standing.at(layer.plan, 0, slotOf('9999'))).toBeUndefined();
  });
});

describe('taking back', () => {
  it('is never having appended', () => {
    fc.assert(
      fc.property(steps, steps, steps, (kept, taken, more) => {
        const [journal, other] = [new Journal(), new Journal()];
        kept.forEach((each, index) => {
          append(journal, index + 1, each);
          append(other, index + 1, each);
        });
        const mark = journal.mark();
        taken.forEach((each, index) => append(journal, kept.length + index + 1, each));
        journal.rollback(mark);
        expect(said(journal)).toEqual(said(other));
        more.forEach((each, index) => {
          append(journal, kept.length + index + 1, each);
          append(other, kept.length + index + 1, each);
        });
        expect(said(journal)).toEqual(said(other));
      }),
      { numRuns: 500 },
    );
  });

  it('is exact where what is taken back was beyond exactness', () => {
    const journal = new Journal();
    const max = Number.MAX_SAFE_INTEGER;
    journal.append(1, layer.forecast, 0, 0, 3);
    const mark = journal.mark();
    for (const ore of [max, max, 5]) journal.append(2, layer.forecast, 0, 0, ore);
    expect(journal.overflows).toBe(true);
    journal.rollback(mark);
    expect(journal.standing.at(layer.forecast, 0, 0)).toBe(3);
    expect(journal.overflows).toBe(false);
  });
});

describe('too much for exact sums', () => {
  it('is told from the sum of all amounts by absolute value', () => {
    const journal = new Journal();
    journal.append(1, layer.outcome, 0, 0, maxTurnover - 1);
    journal.append(1, layer.outcome, 0, 0, -1);
    expect(journal.overflows).toBe(false);
    journal.append(1, layer.outcome, 0, 0, 1);
    expect(journal.overflows).toBe(true);
  });

  it('is told from rows of one coding that pass it on the way to a small sum', () => {
    const journal = new Journal();
    const max = '90071992547409.91';
    const rows = [max, max, '0.03', `-${max}`, `-${max}`].map((amount) => ['a', '2025', amount]);
    rowsByCoding(journal, { columns: ['ansvar', 'month', 'amount'], rows });
    expect(journal.overflows).toBe(true);
    const mark = new Journal().mark();
    journal.rollback(mark);
    expect(journal.overflows).toBe(false);
  });

  it('is told of the first lines alone', () => {
    const journal = new Journal();
    for (const ore of [5, maxTurnover, 7]) journal.append(1, layer.outcome, 0, 0, ore);
    expect([0, 1, 2, 3].map((length) => journal.overflowsWithin(length))).toEqual([false, false, true, true]);
    const other = new Journal();
    other.append(1, layer.forecast, 0, 0, 5);
    const mark = other.mark();
    other.overflow();
    other.append(2, layer.forecast, 0, 0, 6);
    other.overflow();
    expect([0, 1, 2].map((length) => other.overflowsWithin(length))).toEqual([false, false, true]);
    other.rollback(mark);
    other.append(2, layer.forecast, 0, 0, 6);
    expect(other.overflowsWithin(2)).toBe(false);
  });

  it('is not told from rows whose partial sums are exact', () => {
    const journal = new Journal();
    const rows = [
      ['a', '2025', '90071992547409.91'],
      ['a', '2025', '-90071992547409.91'],
      ['a', '2025', '0.03'],
    ];
    const gathered = rowsByCoding(journal, { columns: ['ansvar', 'month', 'amount'], rows });
    expect(gathered.get(0)?.bySlot.get(slotOf('2025'))).toEqual({ ore: 3, reason: null });
    expect(journal.overflows).toBe(false);
  });
});
