import type { Book } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import type { Command } from '../command.js';
import { command } from '../command.js';
import type { Attempt } from '../failure.js';
import { forecastMove } from '../forecast-move.js';
import type { Io } from '../io.js';
import { openLedgerSource } from '../ledger-source.js';
import { presentReport } from '../print-report.js';
import { printTable } from '../print.js';
import { planReport } from '../report.js';
import { findSpec } from '../spec-source.js';

const ledgerName = 'fixture:norrtalje';
const request = { period: '2025-07', round: '2025-P3' } as const;
const previous = '2025-D1';
const perKind = 'driftredovisning';
const perUnit = 'driftredovisning-per-verksamhet';
const cell = { row: 'net', column: 'deviation_year' } as const;

export const demoCommand: Command = command({
  name: 'demo',
  summary: 'the report of July 2025 of a ledger that comes with driftbok',
  about: ["Both tables of Norrtälje's socialnämnd, drawn from its events, and how its forecast moved."],
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
  const ledger = await openLedgerSource(io, ledgerName);
  if (isLeft(ledger)) return ledger;
  const { book } = ledger.right;
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
  return right([...tables, ...moved.right, `Varför: ${io.program} explain --ledger ${ledgerName} ${next}`]);
}

async function moveIn(io: Io, book: Book): Promise<Attempt<readonly string[]>> {
  const source = await findSpec(io, perKind);
  if (isLeft(source)) return source;
  const round = book.state.rounds.get(request.round);
  const move = round === undefined ? right(undefined) : forecastMove(book, source.right, round, cell);
  if (isLeft(move)) return move;
  return right(move.right === undefined ? [] : [move.right]);
}
