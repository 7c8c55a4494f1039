import type { Amount, Selection } from '@driftbok/core';
import { isLeft, left, right, volumeAndPrice } from '@driftbok/core';
import type { Entry } from './field.js';
import { amountField } from './field.js';
import { yearAfterPeriod } from './plan-years.js';
import type { Register } from './register.js';

const plus = (a: Amount | null, b: Amount | null): Amount | undefined => (a === null || b === null ? undefined : ((a + b) as Amount));
const minus = (a: Amount, b: Amount): Amount => (a - b) as Amount;

/**
 * What the change of budget from the year before comes from: volume and price an item, all of them together, what they do not cover, and
 * the money. Asked for codes by dimension (`ansvar`, `konto`, `verksamhet`), one each: where the money lies.
 */
export const volumePriceRegister: Register = {
  fields: ['before', 'after', 'volume_at_prices_before', 'volume', 'price', 'change'],
  asks: ['ansvar', 'konto', 'verksamhet'],
  read: (book, { period, where }) => {
    const selection: Selection = Object.fromEntries(Object.entries(where).map(([dimension, code]) => [dimension, [code]]));
    const [from, to] = [-1, 0].map((after) => ({ year: yearAfterPeriod(period, after), kind: 'budget' }) as const);
    if (from === undefined || to === undefined) return right({ entries: [], findings: [] });
    const split = volumeAndPrice(book, { from, to, where: selection });
    if (isLeft(split)) {
      const { reason, expected, got } = split.left;
      return left({ _tag: 'RegisterError', reason: reason === 'overflow' ? 'overflow' : 'where', where: 'where', expected, got });
    }
    const { items, volume, price, driven, money, uncovered, incomplete } = split.right;
    const entry = (id: string, label: string, level: number, fields: Entry['fields']): Entry => ({ id, label, level, fields });
    const lines = items.map((each) =>
      entry(each.item, each.label, 1, {
        volume_at_prices_before: amountField(each.volumeAtFromPrices),
        volume: amountField(each.volume),
        price: amountField(each.price),
        change: amountField(plus(each.volume, each.price)),
      }),
    );
    const laspeyres = items.reduce((sum, { volumeAtFromPrices }) => sum + volumeAtFromPrices, 0) as Amount;
    const known = money.from === null || money.to === null ? undefined : minus(money.to, money.from);
    return right({
      entries: [
        ...lines,
        entry('driven', 'driven', 0, {
          before: amountField(driven.from),
          after: amountField(driven.to),
          volume_at_prices_before: amountField(laspeyres),
          volume: amountField(volume),
          price: amountField(price),
          change: amountField(plus(volume, price)),
        }),
        entry('uncovered', 'uncovered', 0, {
          before: amountField(money.from === null ? undefined : minus(money.from, driven.from)),
          after: amountField(money.to === null ? undefined : minus(money.to, driven.to)),
          change: amountField(uncovered ?? undefined),
        }),
        entry('money', 'money', 0, {
          before: amountField(money.from ?? undefined),
          after: amountField(money.to ?? undefined),
          change: amountField(known),
        }),
      ],
      findings: incomplete.map((item) => ({
        code: 'driver-incomplete',
        severity: 'warning' as const,
        where: [`row:${item}`],
        by: '',
        message: `${item}: a volume without a price, or a price without a volume`,
      })),
    });
  },
};
