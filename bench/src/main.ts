// What a ledger costs, as ratios to what no implementation can go below, in one process. `DRIFTBOK_BENCH_EVENTS`, `…_LINES` (a posting)
// and `…_RUNS` set the size.
import type { Hash, Recorded } from '@driftbok/core';
import { chainChecker, drawTable, lineOfEvent, orThrow, recordedOfJson, replay, sha256Hex } from '@driftbok/core';
import { ledgerOf, nodeHash } from './ledgers.js';
import type { Comparison } from './measure.js';
import { collects, compare } from './measure.js';

const setting = (name: string, otherwise: number): number => Number(process.env[`DRIFTBOK_BENCH_${name}`] ?? otherwise);
const events = setting('EVENTS', 100_000);
const linesAPosting = setting('LINES', 4);
const runs = setting('RUNS', 9);
const scannedLines = 1_000_000;

const ms = (time: number): string => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

function show(what: string, against: string, { work, floor, ratio, least, greatest }: Comparison): void {
  const spread = `${least.toFixed(2)}–${greatest.toFixed(2)}`;
  console.log(`${what.padEnd(46)} ${ms(work).padStart(8)}  ${ratio.toFixed(2).padStart(6)} × ${against}, ${ms(floor)} (${spread})`);
}

function fromLines(): void {
  const { events: recorded, spec } = ledgerOf(events, linesAPosting);
  const lines = recorded.map(lineOfEvent);
  const megabytes = (lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0) / 1e6).toFixed(1);
  console.log(`${lines.length} events, ${linesAPosting} lines a posting, ${megabytes} MB`);

  const parse = (): unknown => lines.map((line) => JSON.parse(line) as unknown);
  function* read(): Generator<Recorded> {
    for (const line of lines) yield orThrow(recordedOfJson(JSON.parse(line)));
  }
  show(
    'lines to a drawn table, all validated',
    'JSON.parse',
    compare(() => orThrow(drawTable(orThrow(replay(read())), spec)), parse, runs),
  );

  const chain = (hash: Hash) => (): unknown => {
    const check = chainChecker(hash);
    return recorded.map((event) => orThrow(check(event)).position);
  };
  show("the chain, by Node's SHA-256", 'JSON.parse', compare(chain(nodeHash), parse, runs));
  show('the chain, by the default SHA-256', 'JSON.parse', compare(chain(sha256Hex), parse, runs));
}

function scan(): void {
  const { book, spec } = ledgerOf(Math.ceil(scannedLines / 1000), 1000);
  const { ore } = book.history.journal.columns;
  const once = (): unknown => {
    let sum = 0;
    for (let at = 0; at < book.lines; at++) sum += ore[at] as number;
    return sum;
  };
  show(
    `a table of ${book.lines} journal lines`,
    'one sum of them',
    compare(() => orThrow(drawTable(book, spec)), once, runs),
  );
}

console.log(`processor time, medians of ${runs} runs by turns${collects ? '' : '; without --expose-gc'}`);
fromLines();
scan();
