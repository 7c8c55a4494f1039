import type { AmountQuantity, Book, DrivenQuantity, Quantity, Reason, ReasonQuantity, Selection } from '@driftbok/core';
import { Decimal, drawTable, drivers, eventsOfTypes, goalTree, isLeft, numberAt } from '@driftbok/core';

/** A number with how far off it may be, where it is itself a rounded one. */
export interface Known {
  readonly value: Decimal;
  readonly slack: Decimal;
  /** Kronor, rather than a count or a share. */
  readonly money: boolean;
}

const exactly = (value: Decimal | string | number, money = false): Known => ({ value: new Decimal(value), slack: new Decimal(0), money });

/** What a quantity is in a book: kronor, or a count. Undefined where the book does not hold it. */
export function quantityIn(book: Book, quantity: Quantity, operations: Selection): Known | undefined {
  if ('amount' in quantity) return amountIn(book, quantity.amount, operations);
  if ('volume' in quantity) {
    const { item, ...of } = quantity.volume;
    return known(drivers(book, of).find((row) => row.item === item && row.month === undefined)?.volume);
  }
  if ('driven' in quantity) return drivenIn(book, quantity.driven);
  if ('reason' in quantity) return known(reasonIn(book, quantity.reason)?.amount, true);
  if ('measured' in quantity) {
    const { indicator, role, year } = quantity.measured;
    const measures = book.state.indicators.get(indicator)?.measures ?? [];
    const found = measures.find((each) => each.role === role && 'year' in each.window && each.window.year === year);
    return known(found?.value);
  }
  if ('target' in quantity) {
    const { indicator, year } = quantity.target;
    const target = book.state.indicators.get(indicator)?.targets.get(year);
    return target === undefined ? undefined : known('reach' in target ? target.reach : 'change' in target ? target.change : undefined);
  }
  if ('goals' in quantity) {
    const { kind, year, beneath } = quantity.goals;
    return exactly(goalTree(book, year).filter((goal) => goal.kind === kind && (beneath === undefined || goal.parent === beneath)).length);
  }
  if ('number' in quantity) return exactly(quantity.number);
  const claim = book.state.claims.get(quantity.claim);
  return claim === undefined
    ? undefined
    : { value: new Decimal(claim.figure), slack: new Decimal(claim.precision).div(2), money: claim.unit === 'kr' };
}

const known = (text: string | undefined, money = false): Known | undefined => (text === undefined ? undefined : exactly(text, money));

const selectionOf = (about: AmountQuantity['about'] = {}): Selection =>
  Object.fromEntries(Object.entries(about).map(([dimension, code]) => [dimension, [code]]));

function amountIn(book: Book, amount: AmountQuantity, operations: Selection): Known | undefined {
  const { metric, year, period, round, about } = amount;
  const where = { ...operations, ...selectionOf(about) };
  const position = book.state.rounds.get(round ?? '')?.locks.at(-1) ?? book.position;
  if (metric === 'plan') return drawn(book, 'plan', { year }, where);
  // An outcome up to a month that is not booked yet is not the outcome up to that month.
  const told = metric === 'outcome' || metric === 'outcome-deviation';
  if (told && period !== undefined && drawn(book, 'outcome', { from: period, to: period }, where) === undefined) return undefined;
  const number = numberAt(book, { metric, span: period === undefined ? { year } : { period }, where }, position);
  return isLeft(number) || number.right === null ? undefined : exactly(new Decimal(number.right).div(100), true);
}

type Drawn = Parameters<typeof drawTable>[1]['columns'][number];
function drawn(book: Book, metric: 'plan' | 'outcome', span: { year: string } | { from: string; to: string }, where: Selection) {
  const column: Drawn = { id: 'it', label: 'it', metric, span };
  const table = drawTable(book, { id: 'one', title: 'one', columns: [column], rows: [{ id: 'it', label: 'it', level: 0, where }] });
  const cell = isLeft(table) ? undefined : table.right.rows[0]?.cells['it'];
  return cell === undefined || cell === null ? undefined : exactly(new Decimal(cell).div(100), true);
}

/** A price is printed in whole kronor: each may be off by half of one. */
const halfKrona = new Decimal('0.5');

function drivenIn(book: Book, { items, volumes, prices }: DrivenQuantity): Known | undefined {
  const [amounts, costs] = [drivers(book, volumes), drivers(book, prices)];
  let sum = exactly(0, true);
  for (const item of items) {
    const volume = amounts.find((row) => row.item === item)?.volume;
    const price = costs.find((row) => row.item === item)?.price;
    if (volume === undefined || price === undefined) return undefined;
    sum = {
      money: true,
      value: sum.value.plus(new Decimal(volume).times(price)),
      slack: sum.slack.plus(new Decimal(volume).abs().times(halfKrona)),
    };
  }
  return sum;
}

interface WithReasons {
  readonly round: string;
  readonly metric?: string;
  readonly reasons?: readonly Reason[];
}

function reasonIn(book: Book, { id, round, metric }: ReasonQuantity): Reason | undefined {
  const type = metric === undefined ? 'ForecastRevised' : 'ReasonsStated';
  const all = eventsOfTypes(book, type)
    .map(({ data }) => data as unknown as WithReasons)
    .filter((data) => data.round === round && data.metric === metric);
  return all
    .flatMap(({ reasons = [] }) => reasons.flatMap(withParts))
    .filter((reason) => reason.id === id)
    .at(-1);
}

const withParts = (reason: Reason): readonly Reason[] => [reason, ...(reason.parts ?? []).flatMap(withParts)];
