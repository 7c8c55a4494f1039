import type { Database } from 'libsql';
import type { Recorded } from '@driftbok/core';
import type { StoredEvent } from '../shared/engine.js';

/** How many events a statement inserts, the most first: a call of the driver costs a third of an insert. */
const together = [100, 10, 1];

/** Of events of one stream and type, which follow each other: what they share is bound once, and so are the counts that go up with them. */
const insertOf = (count: number): string =>
  `INSERT INTO events (ledger, position, stream, version, type, id, recorded_at, hash, line) VALUES ${Array.from(
    { length: count },
    (_, n) => {
      const own = 6 + 4 * n;
      return `(?1, ?2 + ${n}, ?3, ?4 + ${n}, ?5, ?${own}, ?${own + 1}, ?${own + 2}, ?${own + 3})`;
    },
  ).join(', ')}`;

function valuesOf(ledger: string, events: readonly StoredEvent[]): (string | number)[] {
  const { position, stream, version, type } = (events[0] as StoredEvent).event;
  const values: (string | number)[] = [ledger, position, stream, version, type];
  for (const { event, line } of events) values.push(event.id, event.recordedAt, event.hash, line);
  return values;
}

/**
 * Inserts the events of a plan, whose positions have no gaps, nor have the versions of a stream. To bind a value costs the driver half a
 * microsecond, all of an event's eight as much as the rest of its insert: so as few are bound as can be.
 */
export function prepareInserts(database: Database): (ledger: string, events: readonly StoredEvent[]) => void {
  const inserts = together.map((count) => ({ count, insert: database.prepare(insertOf(count)) }));
  return (ledger, events) => {
    for (let at = 0, end = 0; at < events.length;) {
      const { event: first } = events[at] as StoredEvent;
      while (end < events.length && isAlike(first, events[end]?.event)) end++;
      for (const { count, insert } of inserts) {
        for (; end - at >= count; at += count) {
          insert.run(valuesOf(ledger, events.slice(at, at + count)));
        }
      }
    }
  };
}

const isAlike = (one: Recorded, other: Recorded | undefined): boolean => one.stream === other?.stream && one.type === other.type;
