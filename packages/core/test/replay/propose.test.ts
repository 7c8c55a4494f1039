import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Json, Recorded } from '@driftbok/core';
import { chainChecker, draftOf, emptyBook, eventsOf, headOfBook, isRight, orThrow, propose, replay, sha256Hex } from '@driftbok/core';
import { accepted, bookOf, chart, charted, plus, refused, rejected, snapshot } from '../support/books.js';
import { nested } from '../support/deep.js';
import { anyDraft, budget, code, dimension, draft, line, lock, opened, outcome, revise, round } from '../support/drafts.js';
import { leftOf } from '../support/either.js';
import { entries } from '../support/journal.js';
import { posting, withInvoices } from '../support/own-events.js';

const ut = (when: string, amount: string) => line('51', 'ut', when, amount);
const rich: readonly Draft[] = [
  ...chart(),
  budget('2025', ut('2025', '12.00')),
  outcome(ut('2025-01', '-1.00')),
  round('P1', '2025'),
  revise('P1', '2025', ut('2025', '-5.00')),
  lock('P1'),
];

describe('a proposal', () => {
  it('gives events that make a chain from the head on, and a book that ends with them', () => {
    const first = accepted(emptyBook(), ...rich.slice(0, 9));
    const second = accepted(first.book, ...rich.slice(9));
    const check = chainChecker(sha256Hex);
    expect([...first.events, ...second.events].every((event) => isRight(check(event)))).toBe(true);
    expect(second.events.map(draftOf)).toEqual(rich.slice(9));
    expect(second.book.position).toBe(rich.length);
    expect(headOfBook(second.book)?.hash).toBe(second.events.at(-1)?.hash);
    expect(headOfBook(emptyBook())).toBeUndefined();
  });

  it('of nothing is the book as it was', () => {
    const book = charted();
    const { events, book: same } = accepted(book);
    expect([events, same.position, snapshot(same)]).toEqual([[], book.position, snapshot(book)]);
  });

  it('hashes with the function given', () => {
    const node = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
    expect(orThrow(propose(emptyBook(), rich, node)).events).toEqual(accepted(emptyBook(), ...rich).events);
    expect(orThrow(propose(emptyBook(), rich, () => 'x')).events.every(({ hash }) => hash === 'x')).toBe(true);
  });

  it('is the same in one batch, in many, and by replaying its events', { timeout: 30_000 }, () => {
    const whole = snapshot(bookOf(rich));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: rich.length }), { maxLength: 4 }), (cuts) => {
        const ends = [...new Set([...cuts, rich.length])].sort((a, b) => a - b);
        let book = emptyBook();
        let from = 0;
        for (const end of ends) {
          book = plus(book, ...rich.slice(from, end));
          from = end;
        }
        expect(snapshot(book)).toEqual(whole);
        expect(snapshot(orThrow(replay(eventsOf(book))))).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a refused batch', () => {
  const book = bookOf(rich);

  it('says which draft, and why', () => {
    const bad = outcome(line('99', 'ut', '2025-01', '1.00'));
    expect(refused(book, outcome(ut('2025-02', '1.00')), bad)).toMatchObject({
      _tag: 'ProposalError',
      index: 1,
      id: bad.id,
      type: 'OutcomePosted',
    });
  });

  it('tells a form from a rule', () => {
    expect(refused(book, anyDraft('Nonsense', 'x', {})).error).toMatchObject({ _tag: 'DecodeError', reason: 'unknown-type' });
    expect(refused(book, { ...lock('P1'), schemaVersion: 2 }).error).toMatchObject({ _tag: 'DecodeError', reason: 'newer-version' });
    expect(refused(book, { ...lock('P1'), schemaVersion: 0 }).error).toMatchObject({ _tag: 'DecodeError', reason: 'form' });
    expect(refused(book, anyDraft('PeriodClosed', 'outcome/2025-01', { month: 'x' })).error).toMatchObject({
      _tag: 'DecodeError',
      reason: 'form',
    });
  });

  it('names the first of several that are wrong', () => {
    const [first, second] = [anyDraft('Nonsense', 'x', {}), lock('P9')];
    expect(refused(book, first, second)).toMatchObject({ index: 0 });
    expect(refused(book, second, first)).toMatchObject({ index: 0, error: { reason: 'round-unknown' } });
  });

  it('leaves nothing behind: a book goes on as if it had never been proposed', { timeout: 30_000 }, () => {
    const fine: readonly Draft[] = [
      code('ansvar', '53', { parent: '5' }),
      dimension('projekt'),
      budget('2025', line('52', 'in', '2025', '7.00')),
      outcome(line('53', 'in', '2025-03', '1.00')),
      draft('ForecastRoundReopened', { round: 'P1' }),
      revise('P1', '2025', line('53', 'ut', '2025', '3.00', undefined)),
      budget('2025', ut('2025-03', '45035996273704.95')),
      draft('PeriodClosed', { month: '2025-03' }),
    ];
    const more = [
      outcome(line('52', 'ut', '2025-04', '2.00')),
      outcome(line('52', 'in', '2025-04', '2.00')),
      budget('2025', line('6', 'ut', '2025', '1.00')),
    ];
    const expected = snapshot(plus(bookOf(rich), ...more));
    fc.assert(
      fc.property(fc.shuffledSubarray([...fine]), (batch) => {
        const own = bookOf(rich);
        expect(isRight(propose(own, [...batch, lock('P9')]))).toBe(false);
        expect(snapshot(plus(own, ...more))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves ids and versions free', () => {
    const good = outcome(ut('2025-02', '1.00'));
    refused(book, good, lock('P9'));
    expect(accepted(book, good).events[0]?.version).toBe(1);
    const own = bookOf(rich);
    accepted(own, good).withdraw();
    expect(accepted(own, good).events[0]).toMatchObject({ version: 1, position: rich.length + 1 });
  });

  it.each([50, 100_000])('may hold JSON nested %d deep', (levels) => {
    const deep = { month: '2025-01', note: nested(levels) } as unknown as Json;
    expect(leftOf(propose(book, [anyDraft('PeriodClosed', 'outcome/2025-01', deep)])).error).toMatchObject({ reason: 'form' });
  });

  it('may hold what is no JSON at all', () => {
    const cycle: Record<string, unknown> = { month: '2025-01' };
    cycle['self'] = cycle;
    for (const data of [cycle, undefined, { month: 10n }, { month: () => 1 }, Symbol('x')]) {
      expect(leftOf(propose(book, [anyDraft('PeriodClosed', 'outcome/2025-01', data as unknown as Json)])).error).toMatchObject({
        reason: 'form',
      });
    }
  });
});

describe('ids and times', () => {
  const book = charted();

  it('are checked over the batch, before anything is decided', () => {
    const one = draft('PeriodClosed', { month: '2025-01' });
    expect(rejected(book, one, { ...draft('PeriodClosed', { month: '2025-02' }), id: one.id })).toMatchObject({
      reason: 'id-exists',
      got: one.id,
    });
    const later = draft('PeriodClosed', { month: '2025-01' }, { recordedAt: '2025-03-01T00:00:00.000Z' });
    expect(rejected(book, later, draft('PeriodClosed', { month: '2025-02' }, { recordedAt: '2025-02-28T00:00:00.000Z' }))).toEqual({
      reason: 'time-falls',
      field: 'recordedAt',
      expected: 'at or after 2025-03-01T00:00:00.000Z',
      got: '2025-02-28T00:00:00.000Z',
    });
    expect(
      isRight(
        propose(book, [
          later,
          { ...later, id: draft('PeriodClosed', { month: '2025-02' }).id, data: { month: '2025-02' }, stream: 'outcome/2025-02' },
        ]),
      ),
    ).toBe(true);
  });

  it('are free for what an older book does not hold', () => {
    const one = draft('PeriodClosed', { month: '2025-01' }, { recordedAt: '2025-06-01T00:00:00.000Z' });
    plus(book, one);
    expect(isRight(propose(book, [one]))).toBe(true);
    expect(isRight(propose(book, [draft('PeriodClosed', { month: '2025-01' })]))).toBe(true);
  });
});

describe('a proposal that is withdrawn', () => {
  it('leaves the book as it was, and it is still the newest', () => {
    const book = bookOf(rich);
    const before = snapshot(book);
    accepted(book, outcome(ut('2025-05', '9.00')), code('konto', 'x')).withdraw();
    expect(snapshot(book)).toEqual(before);
    const next = accepted(book, outcome(ut('2025-05', '1.00')));
    expect(next.book.history).toBe(book.history);
    expect(next.book.position).toBe(book.position + 1);
  });

  it('is withdrawn once: again does not take what came after', () => {
    const book = bookOf(rich);
    const first = accepted(book, outcome(ut('2025-05', '9.00')));
    first.withdraw();
    const second = accepted(book, outcome(ut('2025-06', '1.00')));
    const held = snapshot(second.book);
    first.withdraw();
    expect(snapshot(second.book)).toEqual(held);
  });

  it('of an empty book leaves an empty book', () => {
    const book = emptyBook();
    accepted(book, ...rich).withdraw();
    expect(snapshot(book)).toEqual(snapshot(emptyBook()));
    expect(plus(book, opened()).position).toBe(1);
  });
});

describe('code of the host that throws', () => {
  it('is thrown on, and leaves the book as it was', () => {
    const book = bookOf(rich);
    const before = snapshot(book);
    let calls = 0;
    const hash = (): string => {
      if (++calls === 2) throw new Error('no more hashes');
      return 'x';
    };
    expect(() => propose(book, [outcome(ut('2025-05', '9.00')), outcome(ut('2025-06', '9.00'))], hash)).toThrow('no more hashes');
    expect(snapshot(book)).toEqual(before);
    expect(plus(book, outcome(ut('2025-05', '1.00'))).history).toBe(book.history);
  });
});

describe('an event of the embedder’s own', () => {
  const booked = (amount = '-7.50', month = '2025-02'): Draft => anyDraft('InvoiceBooked', 'invoice/F1', { number: 'F1', month, amount });
  const opens = [...chart()];

  it('posts its lines', () => {
    const book = plus(bookOf(opens, withInvoices()), booked());
    expect(entries(book)).toEqual([
      { layer: 'outcome', coding: '51/ut', month: '2025-02', ore: -750, position: book.position, round: 0, reason: '' },
    ]);
    expect(snapshot(orThrow(replay(eventsOf(book), withInvoices())))).toEqual(snapshot(book));
  });

  it('is not known to a catalogue without it', () => {
    expect(refused(bookOf(opens), booked()).error).toMatchObject({ reason: 'unknown-type' });
    expect(leftOf(replay(eventsOf(plus(bookOf(opens, withInvoices()), booked()))))).toMatchObject({
      reason: 'decode',
      error: { reason: 'unknown-type' },
    });
  });

  it('keeps to its stream and to the rules of lines', () => {
    const book = plus(bookOf(opens, withInvoices()), draft('PeriodClosed', { month: '2025-02' }));
    expect(rejected(book, { ...booked(), stream: 'ledger' })).toMatchObject({
      reason: 'wrong-stream',
      expected: 'invoice/F1',
      got: 'ledger',
    });
    expect(rejected(book, booked())).toMatchObject({ reason: 'period-closed', field: 'data.lines.rows.0.month' });
    expect(rejected(bookOf(opens, posting('outcome', ['99', 'ut', '2025-01', '1.00'])), booked())).toMatchObject({
      reason: 'code-unknown',
    });
    expect(rejected(emptyBook(withInvoices()), booked())).toMatchObject({ reason: 'ledger-not-opened' });
  });

  it('says its stream’s form where no stream can be told', () => {
    const nameless = withInvoices({ stream: () => undefined, fits: () => false });
    expect(rejected(bookOf(opens, nameless), booked())).toMatchObject({ reason: 'wrong-stream', expected: 'invoice/<number>' });
  });

  it('may post budget, and plans year by year', () => {
    const budgeted = plus(bookOf(opens, posting('budget', ['51', 'ut', '2025', '12.00'])), booked());
    expect(entries(budgeted).map(({ layer, ore }) => [layer, ore])).toEqual(Array(12).fill(['budgetAdoptedLinear', 100]));
    const planned = plus(
      bookOf(opens, posting('plan', ['51', 'ut', '2026', '1.00'], ['52', 'ut', '2027-01', '2.00'], ['51', 'ut', '2026', '0.50'])),
      booked(),
    );
    expect(entries(planned).map(({ layer, coding, month, ore }) => [layer, coding, month, ore])).toEqual([
      ['plan', '51/ut', '2026', 150],
      ['plan', '52/ut', '2027-01', 200],
    ]);
  });

  it('that posts lines of no form is refused, live and in a replay', () => {
    for (const row of [
      ['51', 'ut', 'juli', '1.00'],
      ['51', 'ut', '2025-01', '1,00'],
      ['51', 'ut', '2025-01'],
      [51, 'ut', '2025-01', '1.00'],
    ]) {
      const broken = posting('outcome', row as readonly string[]);
      expect(refused(bookOf(opens, broken), booked()).error).toMatchObject({ _tag: 'DecodeError', reason: 'form', type: 'InvoiceBooked' });
      const events: readonly Recorded[] = eventsOf(plus(bookOf(opens, withInvoices()), booked()));
      expect(leftOf(replay(events, broken))).toMatchObject({
        reason: 'decode',
        error: { reason: 'form', issues: [{ path: expect.stringMatching(/^posts\.0\.lines\.rows\.0/) as string }] },
      });
    }
  });
});

it('a caller’s list of columns, changed and used again, is read anew', () => {
  const columns = ['ansvar', 'month', 'amount'];
  const posted = (cells: readonly string[]): Draft => anyDraft('OutcomePosted', 'outcome/2025-01', { lines: { columns, rows: [cells] } });
  const book = plus(charted(), posted(['51', '2025-01', '1.00']));
  columns[0] = 'konto';
  const after = plus(book, posted(['ut', '2025-01', '2.00']));
  expect(entries(after).map(({ coding, ore }) => [coding, ore])).toEqual([
    ['51/-', 100],
    ['-/ut', 200],
  ]);
});
