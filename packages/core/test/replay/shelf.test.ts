import { describe, expect, it } from 'vitest';
import type { Book, Draft, EventType, Recorded } from '@driftbok/core';
import {
  bookAt,
  emptyBook,
  eventAt,
  eventsOf,
  eventsOfTypes,
  findEvent,
  isLeft,
  lineOfEvent,
  orThrow,
  propose,
  refined,
  replay,
  standardCatalogue,
} from '@driftbok/core';
import { chart, charted, plus } from '../support/books.js';
import { draft, line, outcome, revise, round } from '../support/drafts.js';

type Rows = readonly (readonly (string | null)[])[];

const posting = (columns: readonly string[], rows: Rows, more: object = {}, actor: Partial<Draft['actor']> = {}): Draft => {
  const posted = draft('OutcomePosted', { lines: { columns, rows }, ...more });
  return { ...posted, stream: 'outcome/2025-01', actor: { ...posted.actor, ...actor } };
};

const postings: readonly Draft[] = [
  posting(
    ['ansvar', 'konto', 'month', 'amount'],
    [
      ['51', 'ut', '2025-01', '-10.05'],
      ['51', 'ut', '2025', '0.00'],
      [null, 'in', '2025-12', '90071992547.99'],
    ],
  ),
  // The same codings by another header, in another order, with what is known of a label.
  posting(['amount', 'konto', 'month', 'ansvar'], [['-0.05', 'ut', '2025-01', '51']], { label: 'Sen bokning' }, { role: 'archivist' }),
  posting(['konto', 'month', 'amount'], [['in', '2025-01', '1.00']], {}, { role: 'archivist', id: 'c2' }),
  // Reasons are not journalled with outcome.
  posting(['ansvar', 'konto', 'month', 'amount', 'reason'], [['51', 'ut', '2025-01', '-1.00', 'sommar']]),
];

/** The events that recording gave, which hold what the caller gave. */
const recorded = (...drafts: readonly Draft[]): { readonly book: Book; readonly events: readonly Recorded[] } =>
  orThrow(propose(emptyBook(), [...chart(), ...drafts]));

describe('events of a book', () => {
  it('come back as they were recorded, to the byte, postings and all', () => {
    const { book, events } = recorded(...postings, round('P1', '2025'), revise('P1', '2025', line('51', 'ut', '2025', '-5.00')));
    const lines = events.map(lineOfEvent);
    expect(eventsOf(book)).toEqual(events);
    expect(eventsOf(book).map(lineOfEvent)).toEqual(lines);
    expect(eventsOf(orThrow(replay(events))).map(lineOfEvent)).toEqual(lines);
    // One by one, forth and back, and by id.
    expect(events.map(({ position }) => eventAt(book, position))).toEqual(events);
    expect(events.map(({ id }) => findEvent(book, id)).reverse()).toEqual([...events].reverse());
  });

  it('do not weigh a second time what the journal holds', () => {
    const { book, events } = recorded(...postings);
    const rowsOf = (event: Recorded | undefined): Rows => (event?.data as { lines?: { rows: Rows } } | undefined)?.lines?.rows ?? [];
    const kept = events.map(({ position }) => rowsOf(book.history.outline(position)).length);
    expect(kept.slice(-postings.length)).toEqual([0, 0, 0, 1]);
    expect(rowsOf(book.history.outline(events.length + 1))).toEqual([]);
  });

  it('stay as they were when a later batch is refused, or the same history goes on otherwise', () => {
    const [first, ...others] = postings;
    const { book, events } = recorded(first as Draft);
    const at = book.position;
    expect(eventAt(book, at)).toEqual(events.at(-1));
    const wrong = outcome(line('99', 'ut', '2025-01', '-1.00'));
    expect(isLeft(propose(book, [outcome(line('52', 'ut', '2025-01', '-7.00')), wrong]))).toBe(true);
    expect(eventAt(book, at)).toEqual(events.at(-1));
    const one = orThrow(propose(book, [outcome(line('52', 'ut', '2025-02', '-3.00'))]));
    expect(eventAt(one.book, at + 1)).toEqual(one.events[0]);
    one.withdraw();
    const other = orThrow(propose(book, others.slice(0, 1)));
    expect(eventAt(other.book, at + 1)).toEqual(other.events[0]);
    // A book that has gone on is copied for another future.
    const branch = orThrow(propose(book, others.slice(1)));
    expect(eventsOf(branch.book)).toEqual([...events, ...branch.events]);
    expect(eventsOf(other.book)).toEqual([...events, ...other.events]);
  });

  it.each(['constructor', 'valueof'])('keep an unknown code of a dimension that is called %s', (name) => {
    const drafts = [
      draft('DimensionDeclared', { dimension: name, label: name }),
      posting([name, 'month', 'amount'], [[null, '2025-01', '1.00']]),
    ];
    const { book, events } = recorded(...drafts);
    expect(eventsOf(book)).toEqual(events);
    expect(eventsOf(orThrow(replay(eventsOf(book))))).toEqual(events);
  });

  it("of an embedder's own kind of posting keep what their lines hold beside rows", () => {
    const own = new Map(standardCatalogue);
    own.set('OutcomePosted', {
      ...(standardCatalogue.get('OutcomePosted') as EventType),
      codec: refined<unknown>('an own posting', (u) => typeof u === 'object'),
    });
    const lines = { columns: ['ansvar', 'month', 'amount'], currency: 'SEK', rows: [['51', '2025-01', '1.00']] };
    const posted: Draft = { ...posting([], []), data: { lines } };
    const { book, events } = orThrow(propose(emptyBook(own), [...chart(), posted]));
    expect(eventsOf(book)).toEqual(events);
    expect(eventAt(book, book.position)?.data).toEqual({ lines });
  });

  it('are found by type, in order, without those that are not asked for', () => {
    const { book, events } = recorded(...postings, round('P1', '2025'));
    expect(eventsOfTypes(book, 'OutcomePosted', 'ForecastRoundOpened')).toEqual(events.slice(chart().length));
    expect(eventsOfTypes(bookAt(book, chart().length), 'OutcomePosted')).toEqual([]);
    expect(eventsOfTypes(book)).toEqual([]);
  });

  it("are found whole by a reversal of one, and by an embedder's own reading", () => {
    const book = plus(charted(), ...postings.slice(0, 2));
    const id = postings[0]?.id ?? '';
    const reversed = plus(book, draft('OutcomeReversed', { posting: id, month: '2025-01' }));
    expect(findEvent(reversed, id)?.data).toEqual(postings[0]?.data);
  });
});
