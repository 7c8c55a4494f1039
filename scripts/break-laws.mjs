// Breaks the code on purpose, once for each law, and sees that its test fails: `node scripts/break-laws.mjs [part of a law's name]`.
// A test that passes over broken code proves nothing. Slow, so no part of `npm test`; it changes sources and puts them back.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const core = 'packages/core/src';
const laws = 'packages/fixtures/test/laws';

/** What a law says, where the code is broken (the first place where the text stands), and the test that has to fail. */
const breaks = [
  ['parent = sum of children', `${core}/evolve/tree.ts`, 'return path;', 'return path.slice(0, 2);', `${laws}/sums.test.ts`],
  ['kinds sum to the net', `${core}/table/rows.ts`, 'exactly === undefined ||', 'exactly !== undefined ||', `${laws}/sums.test.ts`],
  [
    'fold = rebuild = any batches',
    `${core}/replay/book.ts`,
    'const first = base.position === 0;',
    'const first = true;',
    `${laws}/fold.test.ts`,
  ],
  ['immer = private state', `${core}/replay/propose.ts`, ': immer.finishDraft(state)', ': base.state', `${laws}/fold.test.ts`],
  [
    'order does not matter',
    `${core}/journal/rows.ts`,
    'before.ore += ore;',
    'before.ore = ore;',
    `${laws}/order.test.ts ${laws}/naive.test.ts`,
  ],
  ['a cut = a ledger of those events', `${core}/journal/journal.ts`, '<= limit) low', '< limit) low', `${laws}/cut.test.ts`],
  ['line form, byte for byte', `${core}/record/line.ts`, "  'cause',\n", '', `${laws}/line-form.test.ts`],
  ['upcast commutes with fold', `${core}/events/upcast.ts`, 'chain.slice(version - 1)', 'chain.slice(version)', `${laws}/upcast.test.ts`],
  ['parse(format(x)) = x', 'packages/rules/src/numbers/format.ts', '2 * rest >= step', '2 * rest > step', 'packages/rules/test/numbers'],
  ['a trace adds up', `${core}/table/trace.ts`, 'position[at]', 'position[at + 1]', `${laws}/trace.test.ts`],
  [
    'a transfer nets to 0',
    `${core}/decide/budget.ts`,
    'return net === 0n ?',
    'return net <= 0n ?',
    `${laws}/refusal.test.ts packages/core/test/decide`,
  ],
  [
    'sums beyond what is exact are refused',
    `${core}/journal/journal.ts`,
    'this.#turnover > maxTurnover',
    'false',
    'packages/core/test/journal packages/core/test/decide packages/core/test/table',
  ],
  [
    'a third decimal is refused',
    `${core}/base/amount.ts`,
    'const end = text.length - 3;',
    'const end = text.indexOf(".");',
    'packages/core/test/base/amount.test.ts',
  ],
  [
    'an unknown code is refused',
    `${core}/decide/lines.ts`,
    'if (isLeft(verdict) || seen.has(key)) return;',
    'return;',
    `${laws}/refusal.test.ts`,
  ],
  [
    'a closed month takes nothing',
    `${core}/decide/outcome.ts`,
    'checkLines(view, data.lines, notClosed(view.state))',
    'checkLines(view, data.lines)',
    'packages/core/test/decide',
  ],
  [
    'a locked round takes nothing',
    `${core}/decide/forecast.ts`,
    'return allowed.includes(round.status)',
    'return true',
    'packages/core/test/decide',
  ],
  ['an id is taken once', `${core}/replay/propose.ts`, 'if (ids.has(id) ||', 'if (false &&', `${laws}/refusal.test.ts`],
  ['a refused batch leaves nothing', `${core}/replay/propose.ts`, 'history.journal.rollback(mark);', '', `${laws}/refusal.test.ts`],
  [
    'a wrong version is refused',
    `${core}/store/expectations.ts`,
    'return actual === expectation;',
    'return actual >= expectation;',
    'packages/core/test/store',
  ],
  [
    'events come back to the byte',
    `${core}/replay/shelf.ts`,
    "if (columns.includes('reason')) return event;",
    '',
    `packages/core/test/replay/shelf.test.ts`,
  ],
];

const wanted = process.argv[2] ?? '';
if (execFileSync('git', ['status', '--porcelain', '--', 'packages'], { cwd: root }).length > 0) {
  console.error('there are changes under packages/: commit them first, since sources are changed and put back');
  process.exit(2);
}

let alive = 0;
const chosen = breaks.filter(([law]) => law.includes(wanted));
for (const [law, file, from, to, tests] of chosen) {
  const path = join(root, file);
  const source = readFileSync(path, 'utf8');
  if (!source.includes(from)) {
    console.log(`not found  ${law}: ${file} no longer holds ${JSON.stringify(from)}`);
    alive++;
    continue;
  }
  try {
    writeFileSync(
      path,
      source.replace(from, () => to),
    );
    const run = spawnSync('npx', ['vitest', 'run', ...tests.split(' ')], { cwd: root, encoding: 'utf8' });
    if (run.status === 0) alive++;
    console.log(`${run.status === 0 ? 'SURVIVED ' : 'caught   '}  ${law}`);
  } finally {
    writeFileSync(path, source);
  }
}
console.log(`${chosen.length - alive} caught, ${alive} not`);
process.exit(alive === 0 ? 0 : 1);
