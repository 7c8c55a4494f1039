import type { Book } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import { fixtureLedgers } from '@driftbok/fixtures';
import type { Command } from '../command.js';
import { command } from '../command.js';
import type { Attempt } from '../failure.js';
import { forecastMove } from '../forecast-move.js';
import type { Io } from '../io.js';
import { presentReport } from '../print-report.js';
import { printTable } from '../print.js';
import { planReport } from '../report.js';
import { findSpec } from '../spec-source.js';
import { importIntoOpen } from '../store-import.js';
import { loadOpen, withLedger } from '../store-source.js';

const fixture = 'norrtalje';
const path = 'driftbok-demo.db';
const request = { period: '2025-07', round: '2025-P3' } as const;
const previous = '2025-D1';
const perKind = 'driftredovisning';
const perUnit = 'driftredovisning-per-verksamhet';
const cell = { row: 'net', column: 'deviation_year' } as const;

export const demoCommand: Command = command({
  name: 'demo',
  summary: 'the report of July 2025 of a ledger that comes with driftbok',
  about: [
    "Both tables of Norrtälje's socialnämnd, drawn from its events, and how its forecast moved.",
    `Its ledger is kept in ${path}, a SQLite file in the folder where you are; it is made the first time, and can be deleted.`,
  ],
  positionals: [],
  options: {},
  examples: [{ about: 'What npm start runs', line: 'driftbok demo' }],
  run: async (_, io) => {
    const parts = await demo(io);
    if (isLeft(parts)) return parts;
    await io.out(`${parts.right.join('\n')}\n`);
    return right(0);
  },
});

async function demo(io: Io): Promise<Attempt<readonly string[]>> {
  const ledger = await demoLedger(io);
  if (isLeft(ledger)) return ledger;
  const { book, shown } = ledger.right;
  const tables: string[] = [];
  for (const name of [perKind, perUnit]) {
    const source = await findSpec(io, name);
    if (isLeft(source)) return source;
    const report = planReport(book, source.right, request);
    if (isLeft(report)) return report;
    const table = presentReport(report.right, 'standing');
    if (isLeft(table)) return table;
    // What is only good to know would hide the tables; `table` tells it.
    tables.push(printTable({ ...table.right, findings: table.right.findings.filter(({ severity }) => severity !== 'note') }));
  }
  const moved = await moveIn(io, book);
  if (isLeft(moved)) return moved;
  const next = `--metric forecast-deviation --year 2025 --from ${previous} --to ${request.round}`;
  return right([...tables, ...moved.right, `Varför: ${io.program} explain --ledger ${shown} ${next}`]);
}

/** The fixture as a ledger in a file of its own: taken in where it is not there yet, then read back as any other. */
async function demoLedger(io: Io): Promise<Attempt<{ readonly book: Book; readonly shown: string }>> {
  const drafts = fixtureLedgers.get(fixture)?.() ?? [];
  // Named by its content: a newer Driftbok with other events begins a ledger of its own beside the older one.
  const ledger = `${fixture}-${io.hash(JSON.stringify(drafts)).slice(0, 8)}`;
  const given = { file: `fixture:${fixture}`, events: { form: 'draft', events: drafts } } as const;
  return withLedger(io, { kind: 'store', place: { kind: 'sqlite', path }, ledger }, 'create', async (open) => {
    const imported = await importIntoOpen(io, open, given, () => {});
    if (isLeft(imported)) return imported;
    const loaded = await loadOpen(io, open);
    return isLeft(loaded) ? loaded : right({ book: loaded.right.book, shown: open.shown });
  });
}

async function moveIn(io: Io, book: Book): Promise<Attempt<readonly string[]>> {
  const source = await findSpec(io, perKind);
  if (isLeft(source)) return source;
  const round = book.state.rounds.get(request.round);
  const move = round === undefined ? right(undefined) : forecastMove(book, source.right, round, cell);
  if (isLeft(move)) return move;
  return right(move.right === undefined ? [] : [move.right]);
}
