import { formatAmount, zero } from '../base/amount.js';
import type { Amount } from '../base/amount.js';
import { isLeft } from '../base/either.js';
import { SLOTS_A_YEAR } from '../base/slot.js';
import type { BudgetAdjusted, BudgetAdopted, BudgetPhased, PlanAdopted } from '../events/budget.js';
import { yearBudget } from '../journal/post-budget.js';
import { eachRow, rowsByCoding } from '../journal/rows.js';
import type { Proposed, View } from './context.js';
import { checkLines, inYear } from './lines.js';
import type { Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

export function budgetAdopted(view: View, { data }: Proposed<BudgetAdopted | PlanAdopted>): Verdict {
  return checkLines(view, data.lines, inYear(data.year));
}

export function budgetAdjusted(view: View, { data }: Proposed<BudgetAdjusted>): Verdict {
  const checked = checkLines(view, data.lines, inYear(data.year));
  if (isLeft(checked) || data.kind !== 'transfer') return checked;
  // Öre in BigInt: a transfer of huge amounts must not net to 0 by rounding.
  let net = 0n;
  eachRow(view.journal, data.lines, (_coding, _slot, ore) => {
    net += BigInt(ore);
  });
  return net === 0n ? accepted : reject('transfer', 'data.lines', 'a transfer that nets to 0.00', formatAmount(Number(net) as Amount));
}

export function budgetPhased(view: View, { data }: Proposed<BudgetPhased>): Verdict {
  const checked = checkLines(view, data.lines, inYear(data.year));
  if (isLeft(checked)) return checked;
  for (const [coding, { bySlot }] of rowsByCoding(view.journal, data.lines)) {
    const named = JSON.stringify(view.journal.codings.codes(coding));
    if ([...bySlot.keys()].some((slot) => slot % SLOTS_A_YEAR === 0)) {
      return reject('phasing', 'data.lines', 'months, not the whole year', `${data.year} for ${named}`);
    }
    const given = [...bySlot.values()].reduce((sum, { ore }) => sum + BigInt(ore), 0n);
    const budget = yearBudget(view.journal, coding, Number(data.year));
    if (given !== BigInt(budget)) {
      const expected = `months that sum to ${formatAmount(budget === 0 ? zero : (budget as Amount))} for ${named}`;
      return reject('phasing', 'data.lines', expected, formatAmount(Number(given) as Amount));
    }
  }
  return accepted;
}
