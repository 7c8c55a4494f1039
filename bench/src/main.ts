// What a ledger costs, as ratios to what no implementation can go below, in one process. `DRIFTBOK_BENCH_EVENTS`, `…_LINES` (a posting)
// and `…_RUNS` set the size.
import type { Hash, Recorded } from '@driftbok/core';
import { chainChecker, drawTable, lineOfEvent, orThrow, recordedOfJson, replay, sha256Hex } from '@driftbok/core';
import { ledgerOf, nodeHash } from './ledgers.js';
import type { Comparison, Ratio } from './measure.js';
import { collects, compare } from './measure.js';

const setting = (name: string, otherwise: number): number => Number(process.env[`DRIFTBOK_BENCH_${name}`] ?? otherwise);
const events = setting('EVENTS', 100_000);
const linesAPosting = setting('LINES', 4);
const runs = setting('RUNS', 9);
const scannedLines = 1_000_000;
const linesAnImport = 1000;

const ms = (time: number): string => `${time.toFixed(0)} ms`;
const times = ({ ratio, least, greatest }: Ratio): string => `${ratio.toFixed(2)} × (${least.toFixed(2)}–${greatest.toFixed(2)})`;

function show(what: string, { elapsed, processor }: Comparison): void {
  console.log([what.padEnd(44), times(elapsed).padEnd(20), times(processor).padEnd(20), ms(processor.work).padStart(8)].join('  '));
}

/** Lines as text, parsed and no more, with the results kept: the floor. */
const parsing = (lines: readonly string[]) => (): unknown => lines.map((line) => JSON.parse(line) as unknown);

function fromLines(): void {
  const { events: recorded, spec } = ledgerOf(events, linesAPosting);
  const lines = recorded.map(lineOfEvent);
  const megabytes = (lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0) / 1e6).toFixed(1);
  console.log(`${lines.length} events, ${linesAPosting} lines a posting, ${megabytes} MB`);

  const parse = parsing(lines);
  function* read(): Generator<Recorded> {
    for (const line of lines) yield orThrow(recordedOfJson(JSON.parse(line)));
  }
  const toTable = (): unknown => orThrow(drawTable(orThrow(replay(read())), spec));
  show('lines to a drawn table, all validated', compare(toTable, parse, runs));

  const chain = (hash: Hash) => (): unknown => {
    const check = chainChecker(hash);
    return recorded.map((event) => orThrow(check(event)).position);
  };
  show("the chain, by Node's SHA-256", compare(chain(nodeHash), parse, runs));
  show('the chain, by the default SHA-256', compare(chain(sha256Hex), parse, runs));
}

function scan(): void {
  const { events: recorded, book, spec } = ledgerOf(Math.ceil(scannedLines / linesAnImport), linesAnImport);
  console.log(`${recorded.length} events, ${linesAnImport} lines a posting, ${book.lines} lines in the journal`);
  const draw = (): unknown => orThrow(drawTable(book, spec));
  show('a table, one scan of the journal', compare(draw, parsing(recorded.map(lineOfEvent)), runs));
}

console.log(`medians of ${runs} runs by turns, least and greatest${collects ? '' : '; without --expose-gc'}`);
console.log(['against JSON.parse of the same lines'.padEnd(44), 'elapsed'.padEnd(20), 'processor'.padEnd(20), 'processor'].join('  '));
fromLines();
scan();
