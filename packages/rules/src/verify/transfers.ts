import type { Book, BudgetAdjusted } from '@driftbok/core';
import { amountFromOre, eventsOfTypes, formatAmount, isRight, lineObjects, parseAmount } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';

/** A transfer of budget moves it and nothing else: it nets to 0. */
export function transferFindings(book: Book): Pass {
  const transfers = eventsOfTypes(book, 'BudgetAdjusted').filter(({ data }) => (data as unknown as BudgetAdjusted).kind === 'transfer');
  const faults = transfers.flatMap(({ position, data }): readonly Fault[] => {
    const net = lineObjects((data as unknown as BudgetAdjusted).lines).reduce((sum, { amount }) => {
      const ore = parseAmount(amount);
      return sum + (isRight(ore) ? ore.right : 0);
    }, 0);
    const by = amountFromOre(Math.abs(net));
    if (net === 0) return [];
    const size = isRight(by) ? formatAmount(by.right) : '';
    return [
      {
        code: 'transfers',
        where: [`position:${position}`],
        by: size,
        said: { sentence: 'transfer', words: { position, by: size } },
      },
    ];
  });
  return { checked: transfers.length, faults };
}
