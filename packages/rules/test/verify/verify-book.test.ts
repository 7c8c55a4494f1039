import type { Book, Json, Recorded } from '@driftbok/core';
import { bookAt, emptyBook, eventsOf, orThrow, propose, replay } from '@driftbok/core';
import { verifyBook } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';

let serial = 0;
const draft = (type: string, stream: string, data: Json) => ({
  id: `01900000-0000-7000-8000-${(++serial).toString(16).padStart(12, '0')}`,
  stream,
  type,
  schemaVersion: 1,
  recordedAt: '2025-01-02T08:00:00.000Z',
  actor: { role: 'test', id: 'test' },
  data,
});
const lines = (amounts: readonly string[]): Json => ({
  columns: ['ansvar', 'month', 'amount'],
  rows: amounts.map((amount, at) => [`5${at + 1}`, '2025', amount]),
});

const events: readonly Recorded[] = orThrow(
  propose(emptyBook(), [
    draft('LedgerOpened', 'ledger', { name: 'Test', municipality: 'Test', timeZone: 'Europe/Stockholm' }),
    draft('DimensionDeclared', 'structure', { dimension: 'ansvar', label: 'Ansvar' }),
    draft('CodeOpened', 'structure', { dimension: 'ansvar', code: '5', label: 'Nämnd' }),
    draft('CodeOpened', 'structure', { dimension: 'ansvar', code: '51', label: 'Ett', parent: '5' }),
    draft('CodeOpened', 'structure', { dimension: 'ansvar', code: '52', label: 'Två', parent: '5' }),
    draft('BudgetAdopted', 'budget/2025', { year: '2025', lines: lines(['-100.00', '-200.00']) }),
    draft('BudgetAdjusted', 'budget/2025', { year: '2025', kind: 'transfer', lines: lines(['10.00', '-10.00']) }),
  ]),
).events;

/** History as it would be read had an event been written otherwise: its chain no longer holds, its fold goes on. */
const tampered = (at: number, change: (event: Recorded) => Recorded): readonly Recorded[] =>
  events.map((event, index) => (index === at ? change(event) : event));
const codes = (book: Book, given?: readonly Recorded[]): readonly string[] => [
  ...new Set(verifyBook(book, given).findings.map(({ code }) => code)),
];

describe('verifyBook', () => {
  it('finds nothing wrong with a ledger that was decided, at any cut', () => {
    const book = orThrow(replay(events));
    for (let position = 0; position <= events.length; position++) expect(codes(bookAt(book, position))).toEqual([]);
    expect(verifyBook(book).verified.find(({ code }) => code === 'transfers')).toEqual({ code: 'transfers', checked: 1 });
  });

  it('finds a broken chain, and the first place only', () => {
    const book = orThrow(replay(events));
    expect(
      codes(
        book,
        tampered(2, (event) => ({ ...event, hash: '0'.repeat(64) })),
      ),
    ).toEqual(['chain']);
  });

  it('finds a gap in positions and in versions', () => {
    const found = verifyBook(
      orThrow(replay(events)),
      events.filter((_, at) => at !== 3),
    ).findings.filter(({ code }) => code === 'positions');
    expect(found[0]?.where).toEqual(['position:5']);
  });

  it('finds a transfer that does not net to 0, with its size', () => {
    const book = orThrow(
      replay(tampered(6, (event) => ({ ...event, data: { year: '2025', kind: 'transfer', lines: lines(['10.00', '-7.50']) } }))),
    );
    expect(verifyBook(book).findings).toContainEqual(
      expect.objectContaining({ code: 'transfers', severity: 'error', where: ['position:7'], by: '2.50' }),
    );
    expect(eventsOf(book)).toHaveLength(7);
  });

  it('finds a code whose parent is none', () => {
    const book = orThrow(
      replay(tampered(4, (event) => ({ ...event, data: { dimension: 'ansvar', code: '52', label: 'Två', parent: '9' } }))),
    );
    expect(codes(book)).toContain('trees');
  });

  it('finds volumes and prices that decide would not take', () => {
    const stated = draft('VolumeStated', 'driver/2025', {
      year: '2025',
      kind: 'budget',
      volumes: [{ item: 'hvb', label: 'HVB', unit: 'dygn', volume: '10' }],
    });
    const taken = orThrow(propose(orThrow(replay(events)), [stated])).events;
    const as = (volume: object): readonly string[] => {
      const change = (event: Recorded): Recorded =>
        ({
          ...event,
          data: { year: '2025', kind: 'budget', volumes: [{ item: 'hvb', label: 'HVB', unit: 'dygn', volume: '10', ...volume }] },
        }) as Recorded;
      const book = orThrow(
        replay([...events, ...taken, ...taken.map(change).map((event) => ({ ...event, position: event.position + 1 }))]),
      );
      return verifyBook(book)
        .findings.filter(({ code }) => code === 'drivers')
        .map(({ message }) => message);
    };
    expect(as({ volume: '11' })).toEqual([]);
    expect(as({ volume: '-1' })).toEqual(['hvb, budget 2025: -1 is below 0']);
    expect(as({ month: '2025-01', unit: 'timme' })).toEqual(['hvb, budget 2025: is counted in timme, and in dygn']);
    expect(as({ about: { ansvar: '99' } })).toEqual(['hvb, budget 2025: is about ansvar 99, which the ledger does not have']);
  });
});
