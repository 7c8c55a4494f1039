import type { Book, FigureStated, Reckoning, Selection } from '@driftbok/core';
import { assignmentsCounted, Decimal } from '@driftbok/core';
import { grouped } from '../../numbers/grouped.js';
import type { Known } from './quantity.js';
import { quantityIn } from './quantity.js';

/** How a stated figure stands against what the ledger gives. `rounding`: the ledger's was cut off, or made of rounded parts. */
export type Verdict = 'agrees' | 'rounding' | 'differs' | 'not-held';

/** One way to come at a figure, with what came out, in the figure's own unit. */
export interface Held {
  readonly computed: Decimal;
  readonly verdict: Exclude<Verdict, 'not-held'>;
  /** `-7 697 / -18 327 tkr`; empty where the number is the ledger's own. */
  readonly arithmetic: string;
  /** What the same parts give when they are divided by the later one instead: said only where that is the figure stated. */
  readonly wrongBase?: Decimal;
}

/** A stated figure with each way that the ledger has to come at it: none where it holds nothing of it. */
export interface StatedAndHeld {
  readonly claim: FigureStated;
  readonly ways: readonly Held[];
  readonly verdict: Verdict;
}

const order: readonly Verdict[] = ['agrees', 'rounding', 'differs'];

/** Holds a stated figure against all that gives it. The verdict is that of the way that fits worst. */
export function holdAgainst(book: Book, claim: FigureStated, operations: Selection): StatedAndHeld {
  const { subject, assignments, reckoned = [] } = claim;
  const counted = assignments === undefined ? undefined : assignmentsCounted(book, assignments).length;
  const all: readonly Reckoning[] = [
    ...(subject === undefined ? [] : [{ plus: [{ amount: subject }] }]),
    ...(counted === undefined ? [] : [{ plus: [{ number: String(counted) }] }]),
    ...reckoned,
  ];
  const ways = all.flatMap((reckoning) => held(book, claim, reckoning, operations) ?? []);
  const worst = ways.reduce<Verdict>(
    (before, { verdict }) => (order.indexOf(verdict) > order.indexOf(before) ? verdict : before),
    'agrees',
  );
  return { claim, ways, verdict: ways.length === 0 ? 'not-held' : worst };
}

function held(book: Book, claim: FigureStated, { plus, minus = [], per }: Reckoning, operations: Selection): Held | undefined {
  const read = (quantities: Reckoning['plus']): readonly Known[] | undefined => {
    const found = quantities.map((quantity) => quantityIn(book, quantity, operations));
    return found.every((each) => each !== undefined) ? found : undefined;
  };
  const [added, taken, over] = [read(plus), read(minus), per === undefined ? [] : read(per)];
  if (added === undefined || taken === undefined || over === undefined) return undefined;
  const difference = { value: sum(added).minus(sum(taken)), slack: slackOf([...added, ...taken]) };
  const base = per === undefined ? undefined : { value: sum(over), slack: slackOf(over) };
  if (base?.value.isZero() === true) return undefined;
  const scale = claim.unit === 'percent' && base !== undefined ? 100 : 1;
  const computed = difference.value.div(base?.value ?? 1).times(scale);
  const slack = slackOver(difference, base).times(scale);
  const verdict = verdictOf(claim, computed, slack);
  // A change over the later amount instead of the earlier one.
  const later = per !== undefined && minus.length > 0 ? sum(added) : undefined;
  const other = later === undefined || later.isZero() ? undefined : difference.value.div(later).times(scale);
  const mixed = verdict === 'differs' && claim.sense === undefined && other !== undefined && prints(claim, other.abs());
  return {
    computed,
    verdict,
    arithmetic: plus.length + minus.length + (per?.length ?? 0) === 1 ? '' : arithmeticOf(claim, added, taken, over),
    ...(mixed ? { wrongBase: other } : {}),
  };
}

const sum = (all: readonly Known[]): Decimal => all.reduce((before, { value }) => before.plus(value), new Decimal(0));
const slackOf = (all: readonly Known[]): Decimal => all.reduce((before, { slack }) => before.plus(slack), new Decimal(0));

type Rough = Pick<Known, 'value' | 'slack'>;

/** How far off a quotient may be, to the first order. */
function slackOver(part: Rough, base: Rough | undefined): Decimal {
  if (base === undefined) return part.slack;
  const size = base.value.abs();
  return part.slack.div(size).plus(part.value.abs().times(base.slack).div(size.times(size)));
}

/** Whether a number, rounded half away from zero, is the figure without its sign. */
const prints = ({ figure, precision }: FigureStated, size: Decimal): boolean =>
  size.div(precision).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(precision).eq(new Decimal(figure).abs());

function verdictOf(claim: FigureStated, computed: Decimal, slack: Decimal): Held['verdict'] {
  const { figure, precision, sense } = claim;
  if (sense !== undefined) return (sense === 'below' ? computed.lt(figure) : computed.gt(figure)) ? 'agrees' : 'differs';
  const step = new Decimal(precision);
  const steps = computed.div(step);
  const is = (whole: Decimal): boolean => whole.times(step).eq(figure);
  if (is(steps.toDecimalPlaces(0, Decimal.ROUND_HALF_UP))) return 'agrees';
  const apart = computed.minus(figure).abs();
  return is(steps.trunc()) || apart.lte(step.div(2).plus(slack)) ? 'rounding' : 'differs';
}

/** Whether amounts about a figure are told in thousands of kronor, as its table shows them: not where it is stated more finely. */
export const inThousands = ({ unit, precision }: FigureStated): boolean => unit !== 'kr' || new Decimal(precision).gte(1000);

function arithmeticOf(claim: FigureStated, added: readonly Known[], taken: readonly Known[], over: readonly Known[]): string {
  const all = [...added, ...taken.map((each) => ({ ...each, value: each.value.neg() }))];
  const terms = all.length > 1 && all[0]?.value.isZero() === true ? all.slice(1) : all;
  const unit = inThousands(claim) ? ('tkr' as const) : ('kr' as const);
  const told = (value: Decimal, money: boolean): string =>
    money
      ? grouped(unit === 'tkr' ? value.div(1000).toDecimalPlaces(0, Decimal.ROUND_HALF_UP) : value, 2)
      : grouped(value.toDecimalPlaces(2), 2);
  const [first, ...rest] = terms;
  const line = [
    ...(first === undefined ? [] : [told(first.value, first.money)]),
    ...rest.map(({ value, money }) => `${value.isNegative() ? '−' : '+'} ${told(value.abs(), money)}`),
  ].join(' ');
  if (over.length === 0) return line;
  const inMoney = over.every(({ money }) => money);
  // A share says no unit of its own, as an amount does before its terms.
  const said = claim.unit !== 'kr' && inMoney ? ` ${unit}` : '';
  return `${terms.length > 1 ? `(${line})` : line} / ${told(sum(over), inMoney)}${said}`;
}
