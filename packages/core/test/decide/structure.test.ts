import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book, Draft, StandardEvents } from '@driftbok/core';
import { emptyBook, isRight, orThrow, propose, replay } from '@driftbok/core';
import { slotOf } from '../../src/base/slot.js';
import { parentIn, pathUp } from '../../src/evolve/tree.js';
import { accepted, bookOf, chart, charted, plus, rejected } from '../support/books.js';
import { ansvar, code, dimension, draft, line, opened, outcome } from '../support/drafts.js';
import { leftOf } from '../support/either.js';
import { placed } from '../support/placed.js';

const moved = (id: string, from: string, parent?: string): Draft =>
  draft('CodeMoved', { dimension: 'ansvar', code: id, from, ...(parent === undefined ? {} : { parent }) });
const closed = (id: string, from: string): Draft => draft('CodeClosed', { dimension: 'ansvar', code: id, from });
const renamed = (id: string, from: string, label: string): Draft => draft('CodeRenamed', { dimension: 'ansvar', code: id, label, from });
const succeeded = (data: Partial<StandardEvents['CodeSucceeded']>): Draft =>
  draft('CodeSucceeded', {
    dimension: 'ansvar',
    kind: 'replacement',
    predecessors: ['51'],
    successors: [{ code: '52' }],
    from: '2025-07',
    ...data,
  });
const book = charted();
const codeOf = (of: Book, id: string) => of.state.dimensions.get('ansvar')?.codes.get(id);

describe('a code', () => {
  it('is opened in a declared dimension, beneath a code there is', () => {
    expect(rejected(book, code('projekt', '1'))).toMatchObject({ reason: 'dimension-unknown', field: 'data.dimension' });
    expect(rejected(book, ansvar('53', '99'))).toMatchObject({
      reason: 'code-unknown',
      field: 'data.parent',
      expected: 'a code of ansvar',
      got: '99',
    });
    expect(rejected(book, ansvar('53', 'ut'))).toMatchObject({ reason: 'code-unknown' });
    expect(rejected(book, ansvar('53', '53'))).toMatchObject({
      reason: 'circular',
      field: 'data.parent',
      expected: 'another code',
      got: '53',
    });
    expect(codeOf(plus(book, ansvar('53', '5', { residual: true, from: '2025-02' })), '53')).toMatchObject({
      code: '53',
      residual: true,
      opened: slotOf('2025-02'),
      closed: undefined,
      labels: [{ from: slotOf('2025-02'), value: 'label 53' }],
      parents: [{ from: slotOf('2025-02'), value: '5' }],
    });
  });

  it.each(['__proto__', 'constructor', 'toString', 'a:b', '*', ' '])('may be named %j', (name) => {
    const own = charted(ansvar(name), outcome(line(name, 'ut', '2025-01', '1.00')));
    expect(own.lines).toBe(1);
    expect(rejected(own, ansvar(name))).toMatchObject({ reason: 'code-exists', got: name });
  });

  it.each(['__proto__', 'constructor', 'toString'])('that is not there is not found by the name of a prototype: %s', (name) => {
    expect(rejected(book, outcome(line(name, 'ut', '2025-01', '1.00')))).toMatchObject({ reason: 'code-unknown', got: name });
    expect(rejected(book, closed(name, '2025-01'))).toMatchObject({ reason: 'code-unknown', got: name });
  });

  it('is renamed, closed or moved only while it is open', () => {
    const shut = plus(book, closed('51', '2025-03'));
    for (const again of [closed('51', '2025-04'), renamed('51', '2025-02', 'x'), moved('51', '2025-02', '6')]) {
      expect(rejected(shut, again)).toMatchObject({
        reason: 'code-closed',
        field: 'data.code',
        expected: 'a code that is open',
        got: '51',
      });
    }
    for (const unknown of [closed('99', '2025-04'), renamed('99', '2025-02', 'x'), moved('99', '2025-02', '6')]) {
      expect(rejected(book, unknown)).toMatchObject({ reason: 'code-unknown', field: 'data.code', got: '99' });
    }
  });

  it('takes lines from its opening to its closing', () => {
    const own = charted(ansvar('53', '5', { from: '2025-03' }), closed('53', '2025-09'));
    const on = (month: string): Draft => outcome(line('53', 'ut', month, '1.00'));
    for (const month of ['2025-03', '2025-08']) expect(isRight(propose(own, [on(month)]))).toBe(true);
    for (const month of ['2025-02', '2025-09', '2024-12', '2026-01']) {
      expect(rejected(own, on(month))).toMatchObject({
        reason: 'code-closed',
        expected: `a code open in ${month}; 53 is open from 2025-03 to before 2025-09`,
      });
    }
  });

  it('takes lines for a whole year of which it is open in any month', () => {
    const own = charted(ansvar('53', undefined, { from: '2025-12' }), closed('53', '2027-01'));
    const on = (year: string): Draft => ({ ...outcome(line('53', 'ut', year, '1.00')), stream: 'outcome/2025-01' });
    for (const year of ['2025', '2026']) expect(isRight(propose(own, [on(year)]))).toBe(true);
    for (const year of ['2024', '2027']) expect(rejected(own, on(year))).toMatchObject({ reason: 'code-closed' });
  });

  it('takes no lines in months in which codes lie beneath it', () => {
    const own = charted(ansvar('61', '6', { from: '2025-04' }), closed('61', '2025-10'));
    const on = (month: string): Draft => outcome(line('6', 'ut', month, '1.00'));
    for (const month of ['2025-03', '2025-10']) expect(isRight(propose(own, [on(month)]))).toBe(true);
    for (const month of ['2025-04', '2025-09']) expect(rejected(own, on(month))).toMatchObject({ reason: 'code-has-children' });
  });

  it('takes lines for a whole year by its December', () => {
    const own = charted(ansvar('61', '6', { from: '2025-04' }), closed('61', '2026-10'));
    const on = (year: string): Draft => ({ ...outcome(line('6', 'ut', year, '1.00')), stream: 'outcome/2025-01' });
    expect(rejected(own, on('2025'))).toMatchObject({ reason: 'code-has-children' });
    expect(isRight(propose(own, [on('2026')]))).toBe(true);
  });
});

describe('a move', () => {
  it('needs a parent there is, or none', () => {
    expect(rejected(book, moved('51', '2025-02', '99'))).toMatchObject({ reason: 'code-unknown', field: 'data.parent' });
    expect(rejected(book, draft('CodeMoved', { dimension: 'projekt', code: '51', from: '2025-02' }))).toMatchObject({
      reason: 'dimension-unknown',
    });
    expect(codeOf(plus(book, moved('51', '2025-02')), '51')?.parents.at(-1)).toEqual({ from: slotOf('2025-02'), value: undefined });
  });

  it('closes no circle at once', () => {
    for (const parent of ['5', '51']) expect(rejected(book, moved('5', '2025-02', parent))).toMatchObject({ reason: 'circular' });
    expect(isRight(propose(book, [moved('51', '2025-02', '52')]))).toBe(true);
  });

  it('closes no circle in a later month in which something else moves', () => {
    const own = charted(moved('6', '2025-06', '51'));
    expect(rejected(own, moved('5', '2025-02', '6'))).toMatchObject({ reason: 'circular' });
    expect(isRight(propose(plus(own, moved('6', '2025-08')), [moved('5', '2025-08', '6')]))).toBe(true);
  });

  it('may close a circle after a later move of its own has opened it again', () => {
    const own = charted(moved('5', '2025-06'), moved('6', '2025-06', '51'));
    expect(isRight(propose(own, [moved('5', '2025-02', '6')]))).toBe(true);
  });

  it('closes no circle in the months before it, where it is the first that is known', () => {
    const own = charted(ansvar('7', undefined, { from: '2025-06' }), ansvar('71', '7'), moved('71', '2025-02'));
    expect(rejected(own, moved('7', '2025-03', '71'))).toMatchObject({ reason: 'circular', field: 'data.parent' });
  });

  it('never closes one, whatever the moves and the months', { timeout: 30_000 }, () => {
    const codes = ['a', 'b', 'c', 'd'];
    const months = ['2025-01', '2025-03', '2025-05', '2025-07'];
    const openings = fc.tuple(...codes.map((id) => fc.tuple(fc.constant(id), fc.constantFrom(undefined, ...months))));
    const moves = fc.array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...months), fc.constantFrom(undefined, ...codes)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(openings, moves, (made, steps) => {
        let own = bookOf([
          opened(),
          dimension('ansvar'),
          ...made.map(([id, from]) => ansvar(id, undefined, from === undefined ? {} : { from })),
        ]);
        for (const [id, from, parent] of steps) {
          const proposal = propose(own, [moved(id, from, parent)]);
          if (isRight(proposal)) own = proposal.right.book;
        }
        const of = own.state.dimensions.get('ansvar');
        if (of === undefined) throw new Error('no dimension');
        for (const month of ['2024-12', ...months, '2026-01'].map(slotOf)) {
          for (const id of codes) {
            const top = of.codes.get(pathUp(of, id, month).at(-1) ?? '');
            expect(top === undefined ? 'none' : parentIn(top, month)).toBeUndefined();
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a succession', () => {
  it.each<[string, Partial<StandardEvents['CodeSucceeded']>, string, string]>([
    ['a merge of one', { kind: 'merge' }, 'several into one', '1 into 1'],
    [
      'a merge into several',
      { kind: 'merge', predecessors: ['51', '52'], successors: [{ code: '6' }, { code: '5' }] },
      'several into one',
      '2 into 2',
    ],
    ['a split into one', { kind: 'split' }, 'one into several', '1 into 1'],
    [
      'a split of several',
      { kind: 'split', predecessors: ['51', '52'], successors: [{ code: '6' }, { code: '5' }] },
      'one into several',
      '2 into 2',
    ],
    ['a replacement of several', { predecessors: ['51', '52'], successors: [{ code: '6' }] }, 'one into one', '2 into 1'],
    ['a replacement by several', { successors: [{ code: '52' }, { code: '6' }] }, 'one into one', '1 into 2'],
  ])('is not %s', (_, data, expected, got) => {
    expect(rejected(book, succeeded(data))).toEqual({ reason: 'succession', field: 'data.kind', expected, got });
  });

  it('names each code once', () => {
    expect(rejected(book, succeeded({ successors: [{ code: '51' }] }))).toEqual({
      reason: 'succession',
      field: 'data',
      expected: 'each code once',
      got: '51',
    });
    expect(rejected(book, succeeded({ kind: 'merge', predecessors: ['51', '51'] }))).toMatchObject({ reason: 'succession', got: '51' });
    expect(rejected(book, succeeded({ kind: 'split', successors: [{ code: '52' }, { code: '52' }] }))).toMatchObject({
      reason: 'succession',
      got: '52',
    });
  });

  it('is between codes there are, from an open one to one that is open then', () => {
    expect(rejected(book, succeeded({ dimension: 'projekt' }))).toMatchObject({ reason: 'dimension-unknown' });
    expect(rejected(book, succeeded({ predecessors: ['99'] }))).toMatchObject({ reason: 'code-unknown', field: 'data.code', got: '99' });
    expect(rejected(book, succeeded({ successors: [{ code: '99' }] }))).toMatchObject({
      reason: 'code-unknown',
      field: 'data.successors',
      got: '99',
    });
    expect(rejected(charted(closed('51', '2025-03')), succeeded({}))).toMatchObject({
      reason: 'code-closed',
      field: 'data.code',
      got: '51',
    });
    expect(rejected(charted(closed('52', '2025-07')), succeeded({}))).toEqual({
      reason: 'code-closed',
      field: 'data.successors',
      expected: 'a code open in 2025-07',
      got: '52',
    });
    expect(isRight(propose(charted(closed('52', '2025-08')), [succeeded({})]))).toBe(true);
  });

  it('closes what it succeeds, from its month on', () => {
    const own = plus(book, succeeded({}));
    expect(codeOf(own, '51')).toMatchObject({
      closed: slotOf('2025-07'),
      succeeded: { from: slotOf('2025-07'), successors: [{ code: '52' }] },
    });
    expect(isRight(propose(own, [outcome(line('51', 'ut', '2025-06', '1.00'))]))).toBe(true);
    expect(rejected(own, outcome(line('51', 'ut', '2025-07', '1.00')))).toMatchObject({ reason: 'code-closed' });
    expect(rejected(own, succeeded({ successors: [{ code: '6' }] }))).toMatchObject({ reason: 'code-closed', got: '51' });
  });

  it('leads back to none that it came from, near or far', () => {
    const own = plus(book, succeeded({}), succeeded({ predecessors: ['52'], successors: [{ code: '6' }] }));
    expect(rejected(own, succeeded({ predecessors: ['6'], successors: [{ code: '51' }], from: '2025-01' }))).toEqual({
      reason: 'circular',
      field: 'data.successors',
      expected: 'a code that none of the predecessors came from',
      got: '51',
    });
  });

  it.each<[string, readonly (string | undefined)[], string | undefined]>([
    ['none', [undefined, undefined], undefined],
    ['all, summing to 1', ['0.6', '0.4'], undefined],
    ['thirds to twelve decimals', ['0.333333333333', '0.666666666667'], undefined],
    ['0 and 1', ['0', '1.000'], undefined],
    ['too little', ['0.333333333333', '0.666666666666'], '0.999999999999'],
    ['too much', ['0.6', '0.5'], '1.1'],
    ['some', ['0.6', undefined], '1 shares'],
  ])('has shares: %s', (_, shares, got) => {
    const successors = shares.map((share, index) => ({ code: ['52', '6'][index] ?? '', ...(share === undefined ? {} : { share }) }));
    const made = succeeded({ kind: 'split', successors });
    if (got === undefined) expect(isRight(propose(book, [made]))).toBe(true);
    else expect(rejected(book, made)).toMatchObject({ reason: 'shares', field: 'data.successors', got });
  });

  // Each step of a history comes a month after the one before it, from the year 2000 on.
  const monthAt = (step: number): string => `${2000 + Math.floor(step / 12)}-${String((step % 12) + 1).padStart(2, '0')}`;

  it('is decided in no time, however often codes were split and merged before', () => {
    const rounds = Array.from({ length: 40 }, (_, index) => index);
    const codes = rounds.flatMap((at) => [ansvar(`t${at}`), ansvar(`l${at}`), ansvar(`r${at}`)]);
    const steps = rounds.flatMap((at) => [
      succeeded({ kind: 'split', predecessors: [`t${at}`], successors: [{ code: `l${at}` }, { code: `r${at}` }], from: monthAt(2 * at) }),
      succeeded({
        kind: 'merge',
        predecessors: [`l${at}`, `r${at}`],
        successors: [{ code: at < 39 ? `t${at + 1}` : '6' }],
        from: monthAt(2 * at + 1),
      }),
    ]);
    const own = bookOf([...chart(), ...codes, ...steps]);
    expect(isRight(propose(own, [succeeded({ successors: [{ code: 't0' }], from: '1999-01' })]))).toBe(true);
    expect(rejected(own, succeeded({ predecessors: ['6'], successors: [{ code: 't0' }], from: '1999-01' }))).toMatchObject({
      reason: 'circular',
    });
  });

  it('is decided without running out of stack along a chain of ten thousand', () => {
    const count = 10_000;
    const codes = Array.from({ length: count }, (_, at) => ansvar(`c${at}`));
    const steps = Array.from({ length: count - 1 }, (_, at) =>
      succeeded({ predecessors: [`c${at}`], successors: [{ code: `c${at + 1}` }], from: monthAt(at) }),
    );
    const own = orThrow(replay(placed([...chart(), ...codes, ...steps])));
    const back = propose(own, [succeeded({ predecessors: [`c${count - 1}`], successors: [{ code: 'c0' }], from: '1999-01' })]);
    expect(leftOf(back).error).toMatchObject({ reason: 'circular' });
  }, 30_000);
});

describe('a dimension', () => {
  it('is declared once, and none is there before', () => {
    expect(rejected(charted(dimension('projekt')), dimension('projekt'))).toMatchObject({ reason: 'dimension-declared' });
    expect(emptyBook().state.dimensions.size).toBe(0);
  });

  it('may be named constructor, and is not there for codings without it', () => {
    const own = charted(dimension('constructor'), code('constructor', 'a'), {
      ...outcome(),
      data: { lines: { columns: ['constructor', 'month', 'amount'], rows: [['a', '2025-01', '1.00']] } },
      stream: 'outcome/2025-01',
    });
    expect(accepted(own, outcome(line('51', 'ut', '2025-01', '1.00'))).book.lines).toBe(2);
  });
});

describe('a label', () => {
  it('holds from its month on, the newest word on a month winning', () => {
    const own = charted(renamed('51', '2025-06', 'juni'), renamed('51', '2025-03', 'mars'), renamed('51', '2025-06', 'juni igen'));
    expect(codeOf(own, '51')?.labels).toEqual([
      { from: 0, value: 'label 51' },
      { from: slotOf('2025-03'), value: 'mars' },
      { from: slotOf('2025-06'), value: 'juni igen' },
    ]);
  });
});
