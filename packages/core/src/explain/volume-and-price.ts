import type { Amount } from '../base/amount.js';
import { amountFromOre } from '../base/amount.js';
import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import { divideRounded } from '../base/decimal.js';
import type { DriverRow, DriversOf } from '../registers/drivers.js';
import { drivers } from '../registers/drivers.js';
import type { Book } from '../replay/book.js';
import type { CutError } from '../replay/cut.js';
import { drawTable } from '../table/draw.js';
import type { MetricColumn, Selection } from '../table/spec.js';
import type { TableError } from '../table/table.js';
import { bennetOfAll } from './bennet.js';
import type { Rational } from './rational.js';
import { largestRemainder, minus, noughtRational, plus, rational, rationalOfText, times } from './rational.js';

export interface VolumeAndPriceOptions {
  readonly from: DriversOf;
  readonly to: DriversOf;
  /** Where in the trees the money lies that the items are held against; all lines where left out. */
  readonly where?: Selection;
}

/** What one item's change of cost comes from. Öre in natural signs: a cost that grows is negative. */
export interface DrivenItem {
  readonly item: string;
  readonly label: string;
  readonly volume: Amount;
  readonly price: Amount;
  /** The change of volume alone, at the prices that it starts from. It is no part of the split, and rounded by itself. */
  readonly volumeAtFromPrices: Amount;
}

/** A change of money, split. `volume + price + uncovered` is `money.to − money.from`, to the öre. */
export interface VolumePriceSplit {
  readonly items: readonly DrivenItem[];
  readonly volume: Amount;
  readonly price: Amount;
  /** What volume × price comes to, as cost. */
  readonly driven: { readonly from: Amount; readonly to: Amount };
  /** What the lines say; null where there is none. */
  readonly money: { readonly from: Amount | null; readonly to: Amount | null };
  /** What volume × price does not cover of the money's change; null where either is not known. */
  readonly uncovered: Amount | null;
  /** Items with a volume and no price, or the other way round, at either end: they are no part of the split. */
  readonly incomplete: readonly string[];
}

export type VolumeAndPriceError = TableError | CutError;

interface Pair {
  readonly item: string;
  readonly label: string;
  readonly quantityBefore: Rational;
  readonly quantityAfter: Rational;
  readonly priceBefore: Rational;
  readonly priceAfter: Rational;
}

/**
 * How much of a change from one year's volumes and prices to another's comes from each, item by item (Bennet), beside the money it is
 * part of. An item that is not there at one end has volume 0 there, at the other end's price: all of it is volume.
 *
 * Left: `TableError` (`where` names what the ledger does not have, or the figures pass the largest amount), `CutError`.
 *
 * @example
 * ```ts
 * import { emptyBook, formatAmount, orThrow, propose, volumeAndPrice } from '@driftbok/core';
 * import { fixtureLedgers } from '@driftbok/fixtures';
 * const [published] = fixtureLedgers.values();
 * const { book } = orThrow(propose(emptyBook(), published?.() ?? []));
 * const years = { from: { year: '2024', kind: 'budget' }, to: { year: '2025', kind: 'budget' } } as const;
 * formatAmount(orThrow(volumeAndPrice(book, years)).driven.to) // => '-152797104.00'
 * ```
 */
export function volumeAndPrice(book: Book, { from, to, where = {} }: VolumeAndPriceOptions): Either<VolumeAndPriceError, VolumePriceSplit> {
  const { pairs, incomplete } = paired(drivers(book, from), drivers(book, to));
  const money = moneyOf(book, from, to, where);
  if (isLeft(money)) return money;
  const driven = {
    from: ore(pairs.reduce((sum, { quantityBefore: q, priceBefore: p }) => plus(sum, times(q, p)), noughtRational)),
    to: ore(pairs.reduce((sum, { quantityAfter: q, priceAfter: p }) => plus(sum, times(q, p)), noughtRational)),
  };
  // Rounded together, so that the parts in öre add up to their sum in öre.
  const parts = largestRemainder(bennetOfAll(pairs).items.flatMap(({ volume, price }) => [inOre(volume), inOre(price)]));
  const items = pairs.map(({ item, label, quantityBefore, quantityAfter, priceBefore }, at) => ({
    item,
    label,
    volume: cost(parts[2 * at] ?? 0n),
    price: cost(parts[2 * at + 1] ?? 0n),
    volumeAtFromPrices: ore(times(minus(quantityAfter, quantityBefore), priceBefore)),
  }));
  const volume = items.reduce((sum, each) => sum + each.volume, 0);
  const price = items.reduce((sum, each) => sum + each.price, 0);
  const change = money.right.from === null || money.right.to === null ? null : money.right.to - money.right.from;
  const sizes = [volume, price, driven.from, driven.to, change === null ? 0 : change - volume - price];
  const wrong = sizes.map(amountFromOre).find(isLeft);
  if (wrong !== undefined)
    return left({ _tag: 'TableError', reason: 'overflow', where: 'drivers', expected: wrong.left.expected, got: wrong.left.got });
  return right({
    items,
    volume: volume as Amount,
    price: price as Amount,
    driven,
    money: money.right,
    uncovered: change === null ? null : ((change - volume - price) as Amount),
    incomplete,
  });
}

const keyOf = ({ item, month }: DriverRow): string => `${item}/${month?.slice(5) ?? ''}`;
const isWhole = ({ volume, price }: DriverRow): boolean => volume !== undefined && price !== undefined;

/** The items of both ends, a month against the same month. */
function paired(
  before: readonly DriverRow[],
  after: readonly DriverRow[],
): { readonly pairs: readonly Pair[]; readonly incomplete: readonly string[] } {
  const [was, is] = [before, after].map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  const keys = [...new Set([...before, ...after].map(keyOf))];
  const incomplete = keys.filter((key) => [was?.get(key), is?.get(key)].some((row) => row !== undefined && !isWhole(row)));
  const pairs = keys
    .filter((key) => !incomplete.includes(key))
    .map((key): Pair => {
      const [one, other] = [was?.get(key), is?.get(key)];
      return {
        item: (one ?? other)?.item ?? key,
        label: (other ?? one)?.label ?? key,
        quantityBefore: number(one?.volume ?? '0'),
        quantityAfter: number(other?.volume ?? '0'),
        priceBefore: number(one?.price ?? other?.price ?? '0'),
        priceAfter: number(other?.price ?? one?.price ?? '0'),
      };
    });
  return { pairs, incomplete };
}

function moneyOf(
  book: Book,
  from: DriversOf,
  to: DriversOf,
  where: Selection,
): Either<VolumeAndPriceError, { readonly from: Amount | null; readonly to: Amount | null }> {
  const column = (id: 'from' | 'to', { year, kind, round }: DriversOf): MetricColumn => ({
    id,
    label: id,
    metric: kind,
    span: { year },
    ...(round === undefined ? {} : { round }),
  });
  const table = drawTable(book, {
    id: 'money',
    title: 'money',
    columns: [column('from', from), column('to', to)],
    rows: [{ id: 'money', label: 'money', level: 0, where }],
  });
  if (isLeft(table)) return table;
  const cells = table.right.rows[0]?.cells ?? {};
  return right({ from: cells['from'] ?? null, to: cells['to'] ?? null });
}

const number = (text: string): Rational => rationalOfText(text) ?? noughtRational;
const inOre = (kronor: Rational): Rational => times(kronor, rational(100n));

/** A cost in öre, rounded once; a cost is negative, and nought has no sign. */
const ore = (kronor: Rational): Amount => cost(divideRounded(inOre(kronor).over, inOre(kronor).under));
const cost = (size: bigint): Amount => (size === 0n ? 0 : -Number(size)) as Amount;
