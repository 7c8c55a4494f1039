// How the code is broken on purpose, once for each law: for `scripts/break-laws.mjs`.
const core = 'packages/core/src';
const laws = 'packages/fixtures/test/laws';

/**
 * What a law says, where the code is broken (the first place where the text stands), and the test that has to fail.
 * @type {readonly (readonly [law: string, file: string, from: string, to: string, tests: string])[]}
 */
export const breaks = [
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
