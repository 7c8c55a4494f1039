import { describe, expect, it } from 'vitest';
import type { Book, Draft, Line, Reason, StandardEvents } from '@driftbok/core';
import { isRight, propose } from '@driftbok/core';
import { charted, plus, rejected } from '../support/books.js';
import { draft, line, lines, lock, revise, round } from '../support/drafts.js';

type StepType =
  'ForecastRoundSubmitted' | 'ForecastRoundReturned' | 'ForecastRoundApproved' | 'ForecastRoundLocked' | 'ForecastRoundReopened';
const step = (type: StepType, of = 'P1'): Draft => draft(type, { round: of });
const ut = (when: string, amount: string, reason?: string): Line => line('51', 'ut', when, amount, reason);
const scopedRound = (id: string, year: string, code?: string, dimension = 'ansvar'): Draft =>
  draft('ForecastRoundOpened', { round: id, year, label: id, ...(code === undefined ? {} : { scope: { dimension, code } }) });
const takes = (book: Book, ...drafts: readonly Draft[]): boolean => isRight(propose(book, drafts));
const open = charted(round('P1', '2025'));

describe('the life of a round', () => {
  const ways: Readonly<
    Record<string, { readonly by: readonly Draft[]; readonly takes: readonly StepType[]; readonly revisable: boolean }>
  > = {
    open: { by: [], takes: ['ForecastRoundSubmitted', 'ForecastRoundLocked'], revisable: true },
    submitted: {
      by: [step('ForecastRoundSubmitted')],
      takes: ['ForecastRoundReturned', 'ForecastRoundApproved', 'ForecastRoundLocked'],
      revisable: false,
    },
    approved: {
      by: [step('ForecastRoundSubmitted'), step('ForecastRoundApproved')],
      takes: ['ForecastRoundReturned', 'ForecastRoundLocked'],
      revisable: false,
    },
    locked: { by: [step('ForecastRoundLocked')], takes: ['ForecastRoundReopened'], revisable: false },
  };
  const all: readonly StepType[] = [
    'ForecastRoundSubmitted',
    'ForecastRoundReturned',
    'ForecastRoundApproved',
    'ForecastRoundLocked',
    'ForecastRoundReopened',
  ];

  describe.each(Object.entries(ways))('%s', (status, { by, takes: allowed, revisable }) => {
    const book = plus(open, ...by);

    it.each(all)('and %s', (type) => {
      if (allowed.includes(type)) expect(takes(book, step(type))).toBe(true);
      else expect(rejected(book, step(type))).toMatchObject({ reason: 'round-status', field: 'data.round', got: `P1 is ${status}` });
    });

    it('and a revision', () => {
      const revision = revise('P1', '2025', ut('2025', '1.00'));
      if (revisable) expect(takes(book, revision)).toBe(true);
      else
        expect(rejected(book, revision)).toMatchObject({
          reason: 'round-status',
          expected: 'a round that is open',
          got: `P1 is ${status}`,
        });
    });

    it('and reasons, which may come at any time', () => {
      expect(takes(book, draft('ReasonsStated', { round: 'P1', metric: 'forecast', reasons: [reasonOf('r1')] }))).toBe(true);
    });
  });

  it('says what it expected', () => {
    expect(rejected(open, step('ForecastRoundReturned'))).toEqual({
      reason: 'round-status',
      field: 'data.round',
      expected: 'a round that is submitted or approved',
      got: 'P1 is open',
    });
  });

  it.each(all)('%s is of a round there is', (type) => {
    for (const id of ['P9', 'constructor'])
      expect(rejected(open, step(type, id))).toEqual({
        reason: 'round-unknown',
        field: 'data.round',
        expected: 'a round that was opened',
        got: id,
      });
  });

  it('goes round: returned and reopened rounds are open', () => {
    const again = plus(
      open,
      step('ForecastRoundSubmitted'),
      step('ForecastRoundReturned'),
      revise('P1', '2025', ut('2025', '1.00')),
      lock('P1'),
      step('ForecastRoundReopened'),
    );
    expect(again.state.rounds.get('P1')?.status).toBe('open');
    expect(takes(again, revise('P1', '2025', ut('2025', '2.00')), lock('P1'))).toBe(true);
  });
});

const reasonOf = (id: string, more: Partial<Reason> = {}): Reason => ({
  id,
  label: id,
  amount: '1.00',
  precision: '1.00',
  driver: 'volume',
  evidence: 'none',
  ...more,
});

describe('opening a round', () => {
  it('is of a scope there is', () => {
    expect(rejected(charted(), scopedRound('P1', '2025', '5', 'projekt'))).toEqual({
      reason: 'dimension-unknown',
      field: 'data.scope.dimension',
      expected: 'a declared dimension',
      got: 'projekt',
    });
    expect(rejected(charted(), scopedRound('P1', '2025', '99'))).toEqual({
      reason: 'code-unknown',
      field: 'data.scope.code',
      expected: 'a code of ansvar',
      got: '99',
    });
  });

  it.each<[string, readonly [string?, string?], readonly [string?, string?], boolean]>([
    ['two without scope', [], [], true],
    ['one without scope', ['51'], [], true],
    ['the other without scope', [], ['51'], true],
    ['the same scope', ['5'], ['5'], true],
    ['one beneath the other', ['5'], ['51'], true],
    ['the other beneath the one', ['51'], ['5'], true],
    ['apart', ['51'], ['52'], false],
    ['apart, at another level', ['6'], ['51'], false],
    ['of two dimensions', ['51'], ['ut', 'konto'], true],
  ])('meets another open one: %s', (_, [code, dimension], [other, otherDimension], meets) => {
    const book = charted(scopedRound('P1', '2025', code, dimension));
    const second = scopedRound('P2', '2025', other, otherDimension);
    if (meets) expect(rejected(book, second)).toMatchObject({ reason: 'round-open', expected: 'no other round of 2025 open; P1 is open' });
    else expect(takes(book, second)).toBe(true);
  });

  it('meets others by the tree of its December', () => {
    const moved = draft('CodeMoved', { dimension: 'ansvar', code: '6', parent: '51', from: '2025-12' });
    expect(rejected(charted(moved, scopedRound('P1', '2025', '51')), scopedRound('P2', '2025', '6'))).toMatchObject({
      reason: 'round-open',
    });
    expect(takes(charted(moved, scopedRound('P1', '2024', '51')), scopedRound('P2', '2024', '6'))).toBe(true);
  });

  it('does not meet one that is locked or of another year', () => {
    expect(takes(open, lock('P1'), round('P2', '2025'))).toBe(true);
    expect(takes(open, round('P2', '2026'))).toBe(true);
    expect(rejected(plus(open, step('ForecastRoundSubmitted')), round('P2', '2025'))).toMatchObject({
      expected: 'no other round of 2025 open; P1 is submitted',
    });
    expect(rejected(plus(open, step('ForecastRoundSubmitted'), step('ForecastRoundApproved')), round('P2', '2025'))).toMatchObject({
      reason: 'round-open',
    });
  });
});

describe('reopening a round', () => {
  it('is for the newest of its year and scope', () => {
    const book = plus(open, lock('P1'), round('Q1', '2026'), lock('Q1'), round('P2', '2025'), lock('P2'));
    expect(rejected(book, step('ForecastRoundReopened', 'P1'))).toMatchObject({
      reason: 'round-superseded',
      expected: 'the newest round of 2025; P2 came after',
    });
    expect(takes(book, step('ForecastRoundReopened', 'P2'))).toBe(true);
    expect(takes(book, step('ForecastRoundReopened', 'Q1'))).toBe(true);
  });

  it('does not mind a later one of another scope', () => {
    const book = charted(scopedRound('P1', '2025', '51'), lock('P1'), scopedRound('P2', '2025', '52'), lock('P2'));
    expect(takes(book, step('ForecastRoundReopened', 'P1'))).toBe(true);
    expect(rejected(plus(book, scopedRound('P3', '2025', '5')), step('ForecastRoundReopened', 'P1'))).toMatchObject({
      reason: 'round-superseded',
      expected: 'the newest round of 2025; P3 came after',
    });
  });
});

describe('a revision', () => {
  const revised = (data: Partial<StandardEvents['ForecastRevised']>): Draft =>
    draft('ForecastRevised', { round: 'P1', year: '2025', lines: lines(ut('2025', '1.00')), ...data });

  it('is of the year of its round', () => {
    expect(rejected(open, revised({ year: '2026', lines: lines(ut('2026', '1.00')) }))).toEqual({
      reason: 'year',
      field: 'data.year',
      expected: '2025, the year of P1',
      got: '2026',
    });
    expect(rejected(open, revised({ lines: lines(ut('2026-01', '1.00')) }))).toMatchObject({
      reason: 'year',
      field: 'data.lines.rows.0.month',
    });
  });

  it('has lines that may be booked', () => {
    expect(rejected(open, revised({ lines: lines(line('5', 'ut', '2025', '1.00')) }))).toMatchObject({ reason: 'code-has-children' });
    expect(rejected(open, revised({ scope: { dimension: 'ansvar', code: '99' } }))).toMatchObject({
      reason: 'code-unknown',
      field: 'data.scope.code',
    });
    expect(rejected(open, revised({ scope: { dimension: 'projekt', code: '1' } }))).toMatchObject({
      reason: 'dimension-unknown',
      field: 'data.scope.dimension',
    });
  });

  it('stays within its scope and within its round’s', () => {
    const own = charted(scopedRound('P1', '2025', '5'));
    expect(takes(own, revised({}))).toBe(true);
    expect(rejected(own, revised({ lines: lines(line('6', 'ut', '2025', '1.00')) }))).toEqual({
      reason: 'scope',
      field: 'data.lines.rows.0.ansvar',
      expected: 'a code at or beneath 5',
      got: '6',
    });
    expect(rejected(own, revised({ lines: lines(line(null, 'ut', '2025', '1.00')) }))).toMatchObject({ reason: 'scope', got: 'none' });
    expect(
      rejected(
        own,
        revised({ scope: { dimension: 'ansvar', code: '51' }, lines: lines(ut('2025', '1.00'), line('52', 'ut', '2025', '1.00')) }),
      ),
    ).toMatchObject({
      reason: 'scope',
      field: 'data.lines.rows.1.ansvar',
      expected: 'a code at or beneath 51',
      got: '52',
    });
  });

  it('in a scope of a dimension named constructor says that a coding has none of its codes', () => {
    const own = plus(
      open,
      draft('DimensionDeclared', { dimension: 'constructor', label: 'c' }),
      draft('CodeOpened', { dimension: 'constructor', code: 'a', label: 'a' }),
    );
    expect(rejected(own, revised({ scope: { dimension: 'constructor', code: 'a' } }))).toEqual({
      reason: 'scope',
      field: 'data.lines.rows.0.constructor',
      expected: 'a code at or beneath a',
      got: 'none',
    });
  });

  it('names reasons that it states, parts among them, each id once', () => {
    const reasons = [reasonOf('r1', { parts: [reasonOf('r1.a')] }), reasonOf('r2')];
    expect(
      takes(open, revised({ reasons, lines: lines(ut('2025-01', '1.00', 'r1.a'), ut('2025-02', '1.00', 'r2'), ut('2025-03', '1.00')) })),
    ).toBe(true);
    expect(rejected(open, revised({ lines: lines(ut('2025', '1.00', 'r1')) }))).toMatchObject({
      reason: 'reason-unknown',
      field: 'data.lines.rows.0.reason',
      got: 'r1',
    });
    for (const id of ['constructor', 'toString'])
      expect(rejected(open, revised({ lines: lines(ut('2025', '1.00', id)) }))).toMatchObject({ reason: 'reason-unknown', got: id });
  });

  it('names one reason for the rows of one coding and month', () => {
    const reasons = [reasonOf('r1'), reasonOf('r2')];
    expect(
      takes(
        open,
        revised({ reasons, lines: lines(ut('2025', '1.00', 'r1'), ut('2025', '1.00', 'r1'), line('52', 'ut', '2025', '1.00', 'r2')) }),
      ),
    ).toBe(true);
    expect(rejected(open, revised({ reasons, lines: lines(ut('2025', '1.00', 'r1'), ut('2025', '1.00', 'r2')) }))).toEqual({
      reason: 'reason-ambiguous',
      field: 'data.lines.rows.1.reason',
      expected: 'r1, as in the other row of the same coding and month',
      got: 'r2',
    });
    expect(rejected(open, revised({ reasons, lines: lines(ut('2025', '1.00'), ut('2025', '1.00', 'r2')) }))).toMatchObject({
      reason: 'reason-ambiguous',
      expected: 'none, as in the other row of the same coding and month',
    });
    expect(rejected(open, revised({ reasons, lines: lines(ut('2025', '1.00', 'r1'), ut('2025', '1.00')) }))).toMatchObject({
      reason: 'reason-ambiguous',
      got: 'none',
    });
  });

  it('with thirty thousand reasons, and as many rows that name one, is decided in no time', () => {
    const reasons = Array.from({ length: 500 }, (_, at) =>
      reasonOf(`r${at}`, { parts: Array.from({ length: 100 }, (__, part) => reasonOf(`r${at}.${part}`)) }),
    );
    const rows = Array.from({ length: 30_000 }, () => ut('2025', '1.00', 'r299.99'));
    expect(takes(open, revised({ reasons, lines: lines(...rows) }))).toBe(true);
  }, 30_000);
});

describe('reasons stated apart', () => {
  const stated = (reasons: readonly Reason[], of = 'P1'): Draft => draft('ReasonsStated', { round: of, metric: 'forecast', reasons });

  it('are of a round there is, each id once', () => {
    expect(rejected(open, stated([reasonOf('r1')], 'P9'))).toMatchObject({ reason: 'round-unknown' });
    expect(rejected(open, stated([reasonOf('r1'), reasonOf('r2', { parts: [reasonOf('r1')] })]))).toEqual({
      reason: 'reason-ambiguous',
      field: 'data.reasons',
      expected: 'each reason id once',
      got: 'r1',
    });
  });

  it('may be stated again', () => {
    expect(takes(open, stated([reasonOf('r1')]), stated([reasonOf('r1')]))).toBe(true);
  });
});
