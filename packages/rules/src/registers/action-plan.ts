import type { ActionPlan, ActionPlanRow, Amount, KnownSum } from '@driftbok/core';
import { actionPlan, Decimal, formatAmount, isLeft, left, right } from '@driftbok/core';
import { grouped } from '../numbers/grouped.js';
import type { PresentedFinding } from '../present/presented.js';
import type { Entry, Field } from './field.js';
import { amountField, textField, wordField } from './field.js';
import type { Register } from './register.js';

const fields = ['status', 'expected', 'realised', 'included', 'full-year', 'decision', 'evidence'] as const;

/** What is expected: an amount, or the word `unknown` where none of it is known. What is partly known is told by a finding. */
const expectedField = (sum: KnownSum | null): Field | null =>
  sum === null || (sum.known === null && sum.unknown === 0) ? null : sum.known === null ? wordField('unknown') : amountField(sum.known);

const amount = (value: Parameters<typeof amountField>[0] | null): Field | null => amountField(value ?? undefined);

/** The latest step that rests on a decision: its body, day and paragraph. */
function decisionOf({ steps }: ActionPlanRow): string | undefined {
  const decision = steps.filter((step) => step.decision !== undefined).at(-1)?.decision;
  return decision === undefined
    ? undefined
    : [decision.body, decision.date, decision.paragraph].filter((part) => part !== undefined).join(' ');
}

const entryOf = (row: ActionPlanRow): Entry => ({
  id: row.id,
  label: row.label,
  level: 0,
  fields: {
    status: wordField(row.status),
    expected: expectedField(row.expected),
    realised: amount(row.realised),
    included: amount(row.included),
    'full-year': amount(row.fullYearEffect),
    decision: textField(decisionOf(row)),
    // The newest: the parts of an effect may rest on different things, and each is in the register itself.
    evidence: wordField(row.evidence.at(-1)?.evidence),
  },
});

const total = ({ totals }: ActionPlan): Entry => ({
  id: 'total',
  label: 'total',
  level: 0,
  fields: {
    expected: expectedField(totals.expected),
    realised: amount(totals.realised),
    included: amount(totals.included),
    'full-year': amount(totals.fullYearEffect),
  },
});

function findingsOf({ rows, totals }: ActionPlan, words: Readonly<Record<string, string>>): readonly PresentedFinding[] {
  const say = (code: string, where: readonly string[], message: string): PresentedFinding => ({
    code,
    severity: 'note',
    where,
    by: '',
    message,
  });
  const labels = (which: readonly ActionPlanRow[]): string => which.map(({ label }) => label).join('; ');
  const unknown = rows.filter(({ counts, expected }) => counts && (expected?.unknown ?? 0) > 0);
  const out = rows.filter(({ counts, expected }) => !counts && expected !== null);
  const cells = (which: readonly ActionPlanRow[]): readonly string[] => which.map(({ id }) => `${id}/expected`);
  return [
    ...(unknown.length === 0
      ? []
      : [
          say(
            'effect-unknown',
            cells(unknown),
            `${words['effect-unknown'] ?? 'effect-unknown'} ${totals.expected.unknown}: ${labels(unknown)}`,
          ),
        ]),
    ...leftOut(rows, words),
    ...(out.length === 0
      ? []
      : [say('effect-not-counted', cells(out), `${words['effect-not-counted'] ?? 'effect-not-counted'} ${labels(out)}`)]),
  ];
}

/** What is expected of actions and the round's forecast does not count in, where the ledger tells how much it does. */
function leftOut(rows: readonly ActionPlanRow[], words: Readonly<Record<string, string>>): readonly PresentedFinding[] {
  const told = rows.flatMap(({ id, label, counts, expected, included }) => {
    const [whole, part] = [expected?.known ?? null, included];
    return counts && whole !== null && part !== null && whole !== part ? [{ id, label, whole, part }] : [];
  });
  if (told.length === 0) return [];
  const all = (of: (row: (typeof told)[number]) => Amount): Decimal => Decimal.sum(...told.map((row) => formatAmount(of(row))));
  const [whole, part] = [all((row) => row.whole), all((row) => row.part)];
  const by = whole.minus(part);
  const sum = `${grouped(whole, 0)} − ${grouped(part, 0)} = ${grouped(by, 0)} kr`;
  const code = 'effect-not-in-forecast';
  return [
    {
      code,
      severity: 'note',
      where: told.map(({ id }) => `${id}/expected`),
      by: by.toFixed(2),
      message: `${words[code] ?? code} ${sum}: ${told.map(({ label }) => label).join('; ')}`,
    },
  ];
}

/** The measures to hold the budget: expected of each in the period's year, realised, and counted in by the round. */
export const actionPlanRegister: Register = {
  fields,
  asks: ['plan'],
  read: (book, { period, round, where, words }) => {
    const plan = actionPlan(book, {
      year: period.slice(0, 4),
      ...(where['plan'] === undefined ? {} : { plan: where['plan'] }),
      ...(round === undefined ? {} : { round }),
    });
    if (isLeft(plan)) {
      const { expected, got } = plan.left;
      return left({ _tag: 'RegisterError', reason: 'overflow', where: 'total', expected, got });
    }
    const { rows } = plan.right;
    return right({
      entries: rows.length === 0 ? [] : [...rows.map(entryOf), total(plan.right)],
      findings: findingsOf(plan.right, words),
    });
  },
};
