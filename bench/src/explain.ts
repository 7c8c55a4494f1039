// What an explanation costs, as ratios to one scan of the same journal: a table of one cell, drawn in the same run.
// `node --expose-gc dist/explain.js` after `npm start`; `DRIFTBOK_BENCH_RUNS` sets how many runs.
import type { Book, ChangeOptions, Draft, Json, Line, NamedCut, Subject, TableSpec } from '@driftbok/core';
import { drawTable, explainChange, linesOf, orThrow, propose, standardCatalogue } from '@driftbok/core';
import { ledgerOf, nodeHash } from './ledgers.js';
import type { Comparison } from './measure.js';
import { compare } from './measure.js';

const runs = Number(process.env['DRIFTBOK_BENCH_RUNS'] ?? 7);
const linesAPosting = 1000;
const sizes = [250_000, 500_000, 1_000_000] as const;

const cutOf = (position: number): NamedCut => ({ given: String(position), position });

function show(what: string, { elapsed, processor }: Comparison, lines: number): void {
  const times = ({ ratio, least, greatest }: Comparison['elapsed']): string =>
    `${ratio.toFixed(1)} × (${least.toFixed(1)}–${greatest.toFixed(1)})`.padEnd(24);
  const perLine = `${((processor.work * 1e6) / lines).toFixed(0)} ns a line`;
  console.log(`${what.padEnd(58)}${times(elapsed)}${times(processor)}${processor.work.toFixed(0).padStart(6)} ms  ${perLine.padStart(13)}`);
}

/** A number's table of one cell: the least that any answer about it costs. */
const cell = ({ metric, span }: Subject): TableSpec => ({
  id: 'cell',
  title: 'cell',
  columns: [{ id: 'c', label: 'c', metric: metric as 'outcome', span: span as { readonly year: string } }],
  rows: [{ id: 'r', label: 'r', level: 0, where: {} }],
});

/** Explains all that moved a number after a position, against one scan. */
function held(what: string, book: Book, subject: Subject, from: number, more: Partial<ChangeOptions> & Pick<ChangeOptions, 'by'>): void {
  const spec = cell(subject);
  const options = { from: cutOf(from), to: cutOf(book.position), ...more };
  const work = (): unknown => orThrow(explainChange(book, subject, options));
  show(
    what,
    compare(work, () => orThrow(drawTable(book, spec)), runs),
    book.lines,
  );
}

let serial = 0;
function draft(type: string, data: unknown, correlation: string): Draft {
  const id = `01990000-0000-7000-8000-${(++serial).toString(16).padStart(12, '0')}`;
  const stream = standardCatalogue.get(type)?.stream(data) ?? '';
  const actor = { role: 'controller', id: 'bench' };
  return { id, stream, type, schemaVersion: 1, recordedAt: '2027-01-01T00:00:00.000Z', actor, correlation, data: data as Json };
}
const after = (book: Book, drafts: readonly Draft[]): Book => orThrow(propose(book, drafts, nodeHash)).book;

/** As many of the codings that outcome is booked on, and that take lines still. */
function codingsOf({ history: { journal }, state }: Book, count: number): readonly Line['codes'][] {
  const isOpen = ([dimension, code]: readonly [string, string]): boolean =>
    state.dimensions.get(dimension)?.codes.get(code)?.closed === undefined;
  const all = Array.from({ length: journal.codings.size }, (_, at) => journal.codings.codes(at));
  return all.filter((codes) => Object.entries(codes).every(isOpen)).slice(0, count);
}
const linesFor = (codings: readonly Line['codes'][], month: string, kronor: number) =>
  linesOf(codings.map((codes) => ({ codes, month, amount: `-${kronor}.00` })));
const groups = Array.from({ length: 10 }, (_, at) => `g${at}`);

/** Ten groups that each say what the same codings will come to. */
function revised(book: Book, count: number): Book {
  const codings = codingsOf(book, count);
  const round = draft('ForecastRoundOpened', { round: `bench-${count}`, year: '2027', label: 'Bench' }, 'frame');
  const revision = (group: string, at: number): Draft =>
    draft('ForecastRevised', { round: `bench-${count}`, year: '2027', lines: linesFor(codings, '2027-05', at + 1) }, group);
  return after(book, [round, ...groups.map(revision), draft('ForecastRoundLocked', { round: `bench-${count}` }, 'frame')]);
}

/** Ten groups that adjust and phase the budget of the same codings: these are replayed coalition by coalition. */
function adjusted(book: Book, count: number): Book {
  const codings = codingsOf(book, count);
  const add = (group: string): Draft =>
    draft('BudgetAdjusted', { year: '2027', kind: 'technical', lines: linesFor(codings, '2027', 12) }, group);
  const phase = draft('BudgetPhased', { year: '2027', lines: linesFor(codings, '2027-03', 60) }, groups[4] ?? '');
  return after(book, [...groups.slice(0, 5).map(add), phase, ...groups.slice(5).map(add)]);
}

console.log(`against one scan; medians of ${runs} runs by turns, least and greatest: elapsed, processor`);
const outcome: Subject = { metric: 'outcome', span: { year: '2025' }, where: {} };
for (const lines of sizes) {
  const { book } = ledgerOf(lines / linesAPosting, linesAPosting);
  held(`by event, ${book.lines} lines`, book, outcome, 0, { by: 'event' });
  if (lines !== sizes.at(-1)) continue;

  const unit = { dimension: 'ansvar', beneath: [...(book.state.dimensions.get('ansvar')?.codes.keys() ?? [])][0] ?? '' };
  held('by reason, all of them', book, { ...outcome, metric: 'forecast' }, 0, { by: 'reason' });
  held('by unit, all of them', book, outcome, 0, { by: 'unit', unit });
  held('by group, plain sums of all of them', book, outcome, 0, { by: 'group' });
  const forecast: Subject = { metric: 'forecast', span: { year: '2027' }, where: {} };
  for (const count of [100, 900]) {
    held(`ten groups that meet on ${count} codings' forecasts`, revised(book, count), forecast, book.position, { by: 'group' });
  }
  held("ten groups that meet on 10 codings' budgets", adjusted(book, 10), { ...forecast, metric: 'budget' }, book.position, {
    by: 'group',
  });

  const opened = after(
    book,
    Array.from({ length: 10_000 }, (_, at) =>
      draft('CodeOpened', { dimension: 'ansvar', code: `bench ${at}`, label: 'Bench', from: '2028-01' }, 'frame'),
    ),
  );
  held('by event, 10 000 codes opened between the cuts', opened, outcome, book.position, { by: 'event' });
  const leaves = [...new Set(codingsOf(book, 500).flatMap(({ ansvar }) => ansvar ?? []))].slice(0, 40);
  const moves = Array.from({ length: 400 }, (_, at) =>
    draft(
      'CodeMoved',
      { dimension: 'ansvar', code: leaves[at % leaves.length], from: '2025-03', ...(at % 80 < 40 ? { parent: 'bench 1' } : {}) },
      'frame',
    ),
  );
  held(
    'by event, 400 units moved between the cuts',
    after(opened, moves),
    { ...outcome, where: { ansvar: ['bench 1'] } },
    opened.position,
    { by: 'event' },
  );
}
