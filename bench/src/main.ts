// How fast a ledger is, as ratios to a floor that no implementation can go below: JSON.parse of the same lines, in the same process.
import { createHash } from 'node:crypto';
import * as crypto from 'node:crypto';
import type { Book, Hash, Recorded } from '@driftbok/core';
import { chainChecker, drawTable, emptyBook, lineOfEvent, orThrow, propose, recordedOfJson, replay, sha256Hex } from '@driftbok/core';
import { collects, compare, time } from './measure.js';
import { syntheticDrafts, syntheticTable } from './synthetic.js';

const events = Number(process.env['DRIFTBOK_BENCH_EVENTS'] ?? 100_000);
const rows = Number(process.env['DRIFTBOK_BENCH_ROWS'] ?? 4);
const runs = Number(process.env['DRIFTBOK_BENCH_RUNS'] ?? 9);
const scanned = 1_000_000;

const nodeHash: Hash = 'hash' in crypto ? (data) => crypto.hash('sha256', data) : (data) => createHash('sha256').update(data).digest('hex');

const ledger = (size: { readonly events: number; readonly rows: number }): { readonly events: readonly Recorded[]; readonly book: Book } =>
  orThrow(propose(emptyBook(), syntheticDrafts(size), nodeHash));

const lines = ledger({ events, rows }).events.map(lineOfEvent);
const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);

const parse = (): readonly unknown[] => lines.map((line) => JSON.parse(line) as unknown);

function* recorded(): Generator<Recorded> {
  for (const line of lines) yield orThrow(recordedOfJson(JSON.parse(line)));
}

const toTable = (): unknown => orThrow(drawTable(orThrow(replay(recorded())), syntheticTable));

const parsed = lines.map((line) => orThrow(recordedOfJson(JSON.parse(line))));

function chain(hash: Hash): number {
  const check = chainChecker(hash);
  for (const event of parsed) orThrow(check(event));
  return parsed.length;
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const say = (what: string, took: string, ratio = ''): void => console.log(`${what.padEnd(58)}${took.padStart(10)}  ${ratio}`);
const times = ({ ratio, least, greatest }: ReturnType<typeof compare>): string =>
  `${ratio.toFixed(2)} × (${least.toFixed(2)} to ${greatest.toFixed(2)})`;

console.log(
  `${events} events, ${rows} lines a posting, ${(bytes / 1e6).toFixed(1)} MB; median of ${runs} runs${collects ? '' : ', without --expose-gc'}`,
);
const table = compare(toTable, parse, runs);
say('JSON.parse of the lines: the floor', ms(table.floor), '1');
say('lines to a drawn table, every event validated', ms(table.work), times(table));
const fast = compare(() => chain(nodeHash), parse, runs);
say("the chain, with Node's SHA-256", ms(fast.work), times(fast));
const slow = compare(() => chain(sha256Hex), parse, runs);
say('the chain, with the default SHA-256', ms(slow.work), times(slow));

const { book } = ledger({ events: Math.ceil(scanned / 1000), rows: 1000 });
say(`one table of ${book.lines} journal lines`, ms(time(() => orThrow(drawTable(book, syntheticTable)), runs)));
