import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Recorded } from '@driftbok/core';
import { advance, bookAt, emptyBook, eventAt, eventsOf, findEvent, isRight, orThrow, replay } from '@driftbok/core';
import { accepted, bookOf, chart, plus, snapshot } from '../support/books.js';
import { at, budget, draft, line, lock, outcome, revise, round } from '../support/drafts.js';
import { leftOf } from '../support/either.js';
import { withInvoices } from '../support/own-events.js';
import { placed } from '../support/placed.js';

const ut = (when: string, amount: string) => line('51', 'ut', when, amount);
const drafts: readonly Draft[] = [
  ...chart(),
  budget('2025', ut('2025', '12.00')),
  outcome(ut('2025-01', '-1.00'), line('52', 'in', '2025-02', '2.00')),
  round('P1', '2025'),
  revise('P1', '2025', ut('2025', '-5.00')),
  lock('P1'),
  draft('CodeRenamed', { dimension: 'ansvar', code: '51', label: 'ny', from: '2025-01' }),
];
const whole = bookOf(drafts);
const events = eventsOf(whole);

describe('replaying', () => {
  it('gives the book that recording gave', () => {
    expect(snapshot(orThrow(replay(events)))).toEqual(snapshot(whole));
    expect(snapshot(orThrow(replay([])))).toEqual(snapshot(emptyBook()));
    expect(snapshot(orThrow(replay(new Set(events))))).toEqual(snapshot(whole));
  });

  it('refuses a gap, by what was to stand there', () => {
    const gap = (list: readonly Recorded[]) => leftOf(replay(list));
    expect(gap(events.slice(1))).toEqual({ _tag: 'ReplayError', reason: 'gap', position: 1, id: events[1]?.id, got: 2 });
    expect(gap([...events.slice(0, 3), ...events.slice(4)])).toMatchObject({ reason: 'gap', position: 4, got: 5 });
    expect(gap([...events.slice(0, 3), ...events.slice(2)])).toMatchObject({ reason: 'gap', position: 4, got: 3 });
  });

  it('refuses what cannot be read', () => {
    const broken = (change: Partial<Recorded>) =>
      leftOf(replay(events.map((event, index) => (index === 4 ? { ...event, ...change } : event))));
    expect(broken({ type: 'Nonsense' })).toMatchObject({
      _tag: 'ReplayError',
      reason: 'decode',
      position: 5,
      id: events[4]?.id,
      error: { reason: 'unknown-type' },
    });
    expect(broken({ schemaVersion: 2 })).toMatchObject({ reason: 'decode', error: { reason: 'newer-version' } });
    expect(broken({ data: null })).toMatchObject({ reason: 'decode', error: { reason: 'form' } });
  });

  it('refuses nothing for a rule of the domain, and changes what it can', () => {
    const lawless: readonly Draft[] = [
      draft('CodeOpened', { dimension: 'nej', code: '1', label: '1' }),
      draft('CodeRenamed', { dimension: 'ansvar', code: '99', label: '1', from: '2025-01' }),
      draft('CodeMoved', { dimension: 'ansvar', code: '99', from: '2025-01' }),
      draft('CodeClosed', { dimension: 'nej', code: '99', from: '2025-01' }),
      draft('CodeSucceeded', {
        dimension: 'ansvar',
        kind: 'replacement',
        predecessors: ['99'],
        successors: [{ code: '98' }],
        from: '2025-01',
      }),
      outcome(line('99', 'nej', '2025-01', '5.00'), line('5', 'ut', '2025-01', '1.00')),
      draft('OutcomeReversed', { posting: '01900000-0000-7000-8000-00000000ffff', month: '2025-01' }),
      lock('P9'),
      revise('P9', '2031', ut('2025', '1.00')),
      draft('BudgetPhased', { year: '2025', lines: { columns: ['month', 'amount'], rows: [['2025-01', '9.00']] } }),
      draft('LedgerOpened', { name: 'igen', municipality: 'Exempel', timeZone: 'UTC' }),
      draft('ForecastRoundOpened', { round: 'P1', year: '2026', label: 'igen' }),
    ];
    const book = orThrow(replay(placed([...drafts, ...lawless])));
    expect(book.position).toBe(drafts.length + lawless.length);
    expect(book.state.opened?.name).toBe('igen');
    expect(book.state.rounds.get('P1')).toMatchObject({ year: '2026', ordinal: 2 });
    expect(book.state.dimensions.has('nej')).toBe(false);
    expect(snapshot(bookAt(book, drafts.length))).toMatchObject({ lines: whole.lines, position: whole.position });
  });
});

describe('advancing', () => {
  it('in any pieces is replaying in one', { timeout: 30_000 }, () => {
    const expected = snapshot(whole);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: events.length }), { maxLength: 5 }), (cuts) => {
        let book = emptyBook();
        for (const end of [...cuts, events.length].sort((a, b) => a - b)) book = orThrow(advance(book, events.slice(book.position, end)));
        expect(snapshot(book)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves the book that was given as it was', () => {
    const half = orThrow(replay(events.slice(0, 9)));
    const before = snapshot(half);
    const next = orThrow(advance(half, events.slice(9)));
    expect(snapshot(half)).toEqual(before);
    expect(next.history).toBe(half.history);
  });

  it('of an older book makes a history of its own', () => {
    const half = orThrow(replay(events.slice(0, 9)));
    const [one, other] = [orThrow(advance(half, events.slice(9))), orThrow(advance(half, events.slice(9, 11)))];
    expect(other.history).not.toBe(one.history);
    expect(snapshot(one)).toEqual(snapshot(whole));
    expect(snapshot(other)).toEqual(snapshot(orThrow(replay(events.slice(0, 11)))));
  });

  it('that fails changes nothing', () => {
    const half = orThrow(replay(events.slice(0, 9)));
    const before = snapshot(half);
    const broken = { ...(events[11] as Recorded), type: 'Nonsense' };
    expect(leftOf(advance(half, [...events.slice(9, 11), broken]))).toMatchObject({ reason: 'decode', position: 12 });
    expect(leftOf(advance(half, events.slice(10)))).toMatchObject({ reason: 'gap', position: 10, got: 11 });
    expect(snapshot(half)).toEqual(before);
    expect(snapshot(orThrow(advance(half, events.slice(9))))).toEqual(snapshot(whole));
  });

  it('knows the embedder’s own events by the catalogue of its book', () => {
    const own = plus(bookOf(chart(), withInvoices()), {
      ...draft('PeriodClosed', { month: '2025-01' }),
      type: 'InvoiceBooked',
      stream: 'invoice/F1',
      data: { number: 'F1', month: '2025-01', amount: '1.00' },
    });
    const list = eventsOf(own);
    expect(isRight(advance(orThrow(replay(list.slice(0, 3), withInvoices())), list.slice(3)))).toBe(true);
    expect(isRight(advance(orThrow(replay(list.slice(0, 3))), list.slice(3)))).toBe(false);
  });
});

describe('an older book', () => {
  const old = bookOf(drafts.slice(0, 11));
  const before = snapshot(old);
  const newer = plus(old, ...drafts.slice(11));

  it('stays as it was when more is recorded', () => {
    expect(snapshot(old)).toEqual(before);
    expect(newer.position).toBe(drafts.length);
    expect(eventAt(old, 12)).toBeUndefined();
    expect(findEvent(old, drafts[11]?.id ?? '')).toBeUndefined();
    expect(findEvent(newer, drafts[11]?.id ?? '')?.position).toBe(12);
  });

  it('gave a list of its events that does not grow', () => {
    const own = bookOf(drafts.slice(0, 11));
    const list = eventsOf(own);
    accepted(own, ...drafts.slice(11));
    expect(list).toHaveLength(11);
    expect(eventsOf(own)).toHaveLength(11);
  });

  it('can be recorded on in another way', () => {
    const other = plus(old, round('Q1', '2026'));
    expect([...other.state.rounds.keys()]).toEqual(['Q1']);
    expect([...newer.state.rounds.keys()]).toEqual(['P1']);
    expect(other.history).not.toBe(newer.history);
  });
});

describe('a book at a position', () => {
  it('is what replaying that far gives', () => {
    fc.assert(
      fc.property(fc.nat({ max: events.length }), (position) => {
        expect(snapshot(bookAt(whole, position))).toEqual(snapshot(orThrow(replay(events.slice(0, position)))));
      }),
    );
  });

  it('keeps the state it has folded', () => {
    expect(bookAt(whole, 7).state).toBe(bookAt(whole, 7).state);
    expect(bookAt(bookAt(whole, 9), 7).state).toBe(bookAt(whole, 7).state);
  });

  it('at its own position or after is itself; before the first it is empty', () => {
    expect(bookAt(whole, events.length)).toBe(whole);
    expect(bookAt(whole, events.length + 5)).toBe(whole);
    for (const position of [0, -1, -5]) {
      expect(bookAt(whole, position)).toMatchObject({ position: 0, lines: 0 });
      expect(bookAt(whole, position).state).toEqual(emptyBook().state);
    }
    expect(bookAt(whole, 7.5).position).toBe(7);
  });

  it('does not remember a state of what was withdrawn', () => {
    const own = bookOf(chart());
    const proposal = accepted(
      own,
      draft('CodeRenamed', { dimension: 'ansvar', code: '51', label: 'fel', from: '2025-01' }),
      ...at('2025-02-01T00:00:00.000Z', draft('PeriodClosed', { month: '2025-01' })),
    );
    const label = (of: typeof own): string | undefined => of.state.dimensions.get('ansvar')?.codes.get('51')?.labels.at(-1)?.value;
    expect(label(bookAt(proposal.book, own.position + 1))).toBe('fel');
    proposal.withdraw();
    const next = plus(
      own,
      draft('CodeRenamed', { dimension: 'ansvar', code: '51', label: 'rätt', from: '2025-01' }),
      draft('PeriodClosed', { month: '2025-01' }),
    );
    expect(label(bookAt(next, own.position + 1))).toBe('rätt');
  });

  it('can be recorded on', () => {
    const again = plus(bookAt(whole, 11), ...drafts.slice(11));
    expect(snapshot(again)).toEqual(snapshot(whole));
  });
});

describe('events of a book', () => {
  it('are found by position from 1, and by id', () => {
    expect(eventAt(whole, 1)?.type).toBe('LedgerOpened');
    expect([0, -1, 1.5, Number.NaN, events.length + 1].map((position) => eventAt(whole, position))).toEqual(Array(5).fill(undefined));
    expect(findEvent(whole, events[3]?.id ?? '')).toBe(events[3]);
    for (const id of ['', '__proto__', 'constructor']) expect(findEvent(whole, id)).toBeUndefined();
  });
});
