import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book, Draft, Organisation, Successor } from '@driftbok/core';
import { drawTable, formatAmount, isRight, orThrow, replay, spread } from '@driftbok/core';
import type { Amount } from '@driftbok/core';
import { chart, charted, plus } from '../support/books.js';
import { ansvar, draft, line, outcome } from '../support/drafts.js';
import { leftOf } from '../support/either.js';
import { placed } from '../support/placed.js';
import { column, columnOf, drawn, each, row, spec } from '../support/specs.js';

const on = (unit: string, amount: string, month: string): Draft => outcome(line(unit, 'ut', month, amount));
const moved = (id: string, from: string, parent: string): Draft => draft('CodeMoved', { dimension: 'ansvar', code: id, from, parent });
const replaced = (from: string, predecessors: readonly string[], ...successors: readonly Successor[]): Draft =>
  draft('CodeSucceeded', {
    dimension: 'ansvar',
    kind: predecessors.length > 1 ? 'merge' : successors.length > 1 ? 'split' : 'replacement',
    predecessors,
    successors,
    from,
  });
const units = ['5', '51', '52', '6'].map((id) => row(id, id));
const drawnIn = (book: Book, organisation?: Organisation, span = '2025', rows = units) =>
  Object.fromEntries(
    columnOf(drawn(book, spec([column('outcome', span)], rows), organisation === undefined ? {} : { organisation }), 'outcome'),
  );

describe('a unit that was moved', () => {
  const book = charted(on('51', '1.00', '2025-01'), on('51', '20.00', '2025-07'), moved('51', '2025-07', '6'));

  it('is shown in the organisation of one month, all its lines alike', () => {
    expect(drawnIn(book, '2025-06')).toEqual({ 5: 2_100, 51: 2_100, 52: null, 6: null });
    expect(drawnIn(book, '2025-07')).toEqual({ 5: null, 51: 2_100, 52: null, 6: 2_100 });
  });

  it('is shown in the last month of the periods asked for, else in December', () => {
    expect(drawnIn(book, undefined, '2025-01..2025-06')).toMatchObject({ 5: 100 });
    expect(drawnIn(book, undefined, '2025-01..2025-07')).toMatchObject({ 6: 2_100 });
    expect(drawnIn(book)).toMatchObject({ 6: 2_100 });
    expect(drawnIn(book, undefined, '2024')).toMatchObject({ 6: null });
    const both = spec([column('outcome', '2025'), column('outcome', '2025-01..2025-06', { id: 'half' })], units);
    expect(columnOf(drawn(book, both), 'outcome')).toContainEqual(['5', 2_100]);
  });

  it('is shown as it was: each line in its own month', () => {
    expect(drawnIn(book, 'as-was')).toEqual({ 5: 100, 51: 2_100, 52: null, 6: 2_000 });
  });

  it('has its whole years in their December', () => {
    const whole = plus(book, { ...outcome(line('51', 'ut', '2025', '300.00')), stream: 'outcome/2025-12' });
    expect(drawnIn(whole, 'as-was')).toMatchObject({ 5: 100, 6: 32_000 });
  });
});

describe('units that were merged', () => {
  const book = charted(
    on('51', '1.00', '2025-01'),
    on('52', '20.00', '2025-01'),
    replaced('2025-07', ['51', '52'], { code: '6' }),
    on('6', '300.00', '2025-07'),
  );

  it('are shown as what they became, from then on', () => {
    expect(drawnIn(book, '2025-07')).toEqual({ 5: null, 51: null, 52: null, 6: 32_100 });
    expect(drawnIn(book)).toMatchObject({ 6: 32_100 });
    expect(drawnIn(book, '2026-01')).toMatchObject({ 6: 32_100 });
  });

  it('are shown as they were before, and as-was', () => {
    expect(drawnIn(book, '2025-06')).toEqual({ 5: 2_100, 51: 100, 52: 2_000, 6: 30_000 });
    expect(drawnIn(book, 'as-was')).toEqual({ 5: 2_100, 51: 100, 52: 2_000, 6: 30_000 });
  });

  it('keep their own codes in a trace', () => {
    const table = spec([column('outcome', '2025')], [row('6', '6')]);
    expect(drawn(book, table).rows[0]?.cells).toEqual({ outcome: 32_100 });
  });
});

describe('a unit that was split', () => {
  const split = (...shares: readonly (string | undefined)[]): Draft =>
    replaced(
      '2025-07',
      ['51'],
      ...shares.map((share, index) => ({ code: ['52', '6', '7'][index] ?? '', ...(share === undefined ? {} : { share }) })),
    );
  const before = charted(ansvar('7'), on('51', '0.05', '2025-01'), on('51', '0.06', '2025-02'), on('51', '-10.00', '2025-03'));

  it('is parted by its shares, line by line, to the öre', () => {
    const book = plus(before, split('0.5', '0.5'));
    expect(drawnIn(book, '2025-07')).toEqual({ 5: -494, 51: null, 52: -494, 6: -495 });
    expect(drawnIn(book, '2025-06')).toEqual({ 5: -989, 51: -989, 52: null, 6: null });
    expect(drawnIn(book, 'as-was')).toEqual({ 5: -989, 51: -989, 52: null, 6: null });
  });

  it('adds up, whatever its shares and its lines', () => {
    const share = fc.integer({ min: 0, max: 1000 });
    const ore = fc.array(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(share, share, ore, (a, b, amounts) => {
        const weights = [Math.min(a, b), Math.abs(a - b), 1000 - Math.max(a, b)];
        const book = charted(
          ansvar('7'),
          ...amounts.map((each) => on('51', formatAmount(each as Amount), '2025-01')),
          split(...weights.map((each) => (each === 1000 ? '1' : `0.${String(each).padStart(3, '0')}`))),
        );
        const expected = [0, 1, 2].map((index) => amounts.reduce((sum, each) => sum + (spread(each, weights)[index] ?? 0), 0));
        const shown = drawnIn(
          book,
          '2025-12',
          '2025',
          ['52', '6', '7'].map((id) => row(id, id)),
        );
        expect([shown['52'], shown['6'], shown['7']]).toEqual(expected);
        expect(expected.reduce((x, y) => x + y, 0)).toBe(amounts.reduce((x, y) => x + y, 0));
      }),
      { numRuns: 50 },
    );
  });

  it('without shares stays where it was, with a word on it', () => {
    const book = plus(before, split(undefined, undefined));
    const table = drawn(book, spec([column('outcome', '2025')], units));
    expect(columnOf(table, 'outcome')).toEqual([
      ['5', -989],
      ['51', -989],
      ['52', null],
      ['6', null],
    ]);
    expect(table.findings).toEqual([
      { code: 'split-without-shares', severity: 'note', where: ['row:51'], by: '', params: { dimension: 'ansvar', code: '51' } },
    ]);
    expect(drawn(book, spec([column('outcome', '2025')], units), { organisation: '2025-06' }).findings).toEqual([]);
  });

  it('is named whole in that word, whatever its code', () => {
    const odd = charted(ansvar('a:b c'), on('a:b c', '1.00', '2025-01'), replaced('2025-07', ['a:b c'], { code: '51' }, { code: '52' }));
    expect(drawn(odd, spec([column('outcome', '2025')], units)).findings).toEqual([
      { code: 'split-without-shares', severity: 'note', where: ['row:a:b c'], by: '', params: { dimension: 'ansvar', code: 'a:b c' } },
    ]);
  });
});

describe('a column of a time before a reorganisation', () => {
  const book = charted(on('51', '1.00', '2024-01'), on('51', '20.00', '2025-01'), replaced('2025-01', ['51'], { code: '6' }));
  const two = spec([column('outcome', '2024', { id: 'prior' }), column('outcome', '2025')], units);
  const restated = (of: ReturnType<typeof spec>, organisation?: Organisation) =>
    drawn(book, of, organisation === undefined ? {} : { organisation }).findings;

  it('says that its amounts are shown elsewhere than they were', () => {
    expect(restated(two)).toEqual([
      { code: 'restated', severity: 'note', where: ['column:prior'], by: '', params: { organisation: '2025-12' } },
    ]);
  });

  it('says nothing where they are not: as it was, before it, of later years, or by another dimension', () => {
    expect(restated(two, 'as-was')).toEqual([]);
    expect(restated(two, '2024-12')).toEqual([]);
    expect(restated(spec([column('outcome', '2025')], units))).toEqual([]);
    expect(
      restated(
        spec([column('outcome', '2024'), column('budget', '2025')], [{ id: 'all', label: 'all', level: 0, where: { konto: ['ut'] } }]),
      ),
    ).toEqual([]);
    expect(restated(spec([column('outcome', '2024', { id: 'prior', hidden: true }), column('outcome', '2025')], units))).toEqual([]);
  });

  it('says so of rows that are made per code too', () => {
    expect(restated(spec([column('outcome', '2024'), column('budget', '2025')], [each('5')])).map(({ code }) => code)).toEqual([
      'restated',
    ]);
  });
});

describe('units that go on and on', () => {
  it('are followed to the end, through other splits', () => {
    const book = charted(
      ansvar('7'),
      on('51', '8.00', '2025-01'),
      replaced('2025-03', ['51'], { code: '52' }),
      replaced('2025-05', ['52'], { code: '6', share: '0.75' }, { code: '7', share: '0.25' }),
    );
    const shown = (organisation: Organisation) =>
      drawnIn(
        book,
        organisation,
        '2025',
        ['51', '52', '6', '7'].map((id) => row(id, id)),
      );
    expect(shown('2025-02')).toEqual({ 51: 800, 52: null, 6: null, 7: null });
    expect(shown('2025-03')).toEqual({ 51: null, 52: 800, 6: null, 7: null });
    expect(shown('2025-05')).toEqual({ 51: null, 52: null, 6: 600, 7: 200 });
  });

  it('are followed by two dimensions at once', () => {
    const book = charted(
      on('51', '1.00', '2025-01'),
      replaced('2025-03', ['51'], { code: '6' }),
      draft('CodeSucceeded', {
        dimension: 'konto',
        kind: 'replacement',
        predecessors: ['ut'],
        successors: [{ code: 'in' }],
        from: '2025-04',
      }),
    );
    const rows = [{ id: 'both', label: 'both', level: 0, where: { ansvar: ['6'], konto: ['in'] } }];
    expect(drawnIn(book, '2025-04', '2025', rows)).toEqual({ both: 100 });
    expect(drawnIn(book, '2025-03', '2025', rows)).toEqual({ both: null });
  });

  it('in a circle, which only a lawless history has, are followed once round', () => {
    const lawless = [
      ...chart(),
      on('51', '1.00', '2025-01'),
      replaced('2025-02', ['51'], { code: '52' }),
      replaced('2025-03', ['52'], { code: '51' }),
    ];
    const book = orThrow(replay(placed(lawless)));
    const table = drawTable(book, spec([column('outcome', '2025')], [row('5', '5')]));
    expect(isRight(table) && table.right.rows[0]?.cells).toEqual({ outcome: 100 });
  });

  it('over ten thousand successions are followed without running out of stack', () => {
    const monthAt = (step: number): string => `${1000 + Math.floor(step / 12)}-${String((step % 12) + 1).padStart(2, '0')}`;
    const codes = Array.from({ length: 10_000 }, (_, index) => ansvar(`c${index}`));
    const steps = Array.from({ length: 9_999 }, (_, index) => replaced(monthAt(index), [`c${index}`], { code: `c${index + 1}` }));
    const book = orThrow(replay(placed([...chart(), ...codes, ...steps, on('c0', '1.00', '2025-01')])));
    expect(drawnIn(book, '2025-01', '2025', [row('last', 'c9999')])).toEqual({ last: 100 });
  }, 20_000);
});

it('an organisation is a month, or as-was', () => {
  for (const organisation of ['2025', 'now', '2025-13', '']) {
    expect(leftOf(drawTable(charted(), spec([column('outcome', '2025')], units), { organisation }))).toEqual({
      _tag: 'TableError',
      reason: 'span',
      where: 'organisation',
      expected: 'a month, YYYY-MM, or as-was',
      got: organisation,
    });
  }
});

it('rows per code follow the organisation', () => {
  const book = charted(on('51', '1.00', '2025-01'), moved('51', '2025-07', '6'));
  const rows = (organisation: Organisation) =>
    drawn(book, spec([column('outcome', '2025')], [each('6')]), { organisation }).rows.map(({ id }) => id);
  expect([rows('2025-06'), rows('2025-07')]).toEqual([[], ['51']]);
});
