import type { Amount, Book, Either, FigureStated, Selection } from '@driftbok/core';
import { amountFromOre, Decimal, formatAmount, isLeft, numberAt, right, subtractAmounts } from '@driftbok/core';
import { operationsIn } from '../present/operations.js';
import type { PresentedFinding } from '../present/presented.js';
import type { Entry } from './field.js';
import { amountField, textField, wordField } from './field.js';
import type { Register, RegisterContent, RegisterError } from './register.js';

/** A figure that a text states, beside what the ledger says. Öre. */
interface Held {
  readonly claim: FigureStated;
  readonly stated: Amount;
  readonly computed: Amount;
  readonly difference: Amount;
  readonly agrees: boolean;
}

/**
 * The amounts that texts state of the report's year, each held against the ledger at the lock of the round that it names, at its own
 * precision. A figure that differs is a warning with its arithmetic; it may be the text's fault as well as the table's.
 */
export const statedFigures: Register = {
  fields: ['claim', 'stated', 'computed', 'difference', 'verdict'],
  asks: [],
  read: (book, { period, preset }): Either<RegisterError, RegisterContent> => {
    const year = period.slice(0, 4);
    const operations = operationsIn(book, preset);
    const held = [...book.state.claims.values()].flatMap((claim) =>
      claim.unit === 'kr' && claim.subject?.year === year ? (holdAgainst(book, claim, operations) ?? []) : [],
    );
    return right({ entries: held.map(entryOf), findings: held.filter(({ agrees }) => !agrees).map(findingOf) });
  },
};

/** Undefined where the ledger has nothing to hold a figure against, or it is beyond what an amount can be. */
function holdAgainst(book: Book, claim: FigureStated, operations: Selection): Held | undefined {
  const { subject } = claim;
  if (subject === undefined) return undefined;
  const about = Object.fromEntries(Object.entries(subject.about ?? {}).map(([dimension, code]) => [dimension, [code]]));
  const span = subject.period === undefined ? { year: subject.year } : { period: subject.period };
  const position = book.state.rounds.get(subject.round ?? '')?.locks.at(-1) ?? book.position;
  const computed = numberAt(book, { metric: subject.metric, span, where: { ...operations, ...about } }, position);
  if (isLeft(computed) || computed.right === null) return undefined;
  const stated = amountFromOre(new Decimal(claim.figure).times(100).toNumber());
  const difference = isLeft(stated) ? stated : subtractAmounts(computed.right, stated.right);
  if (isLeft(stated) || isLeft(difference)) return undefined;
  const step = new Decimal(claim.precision).times(100);
  const rounded = new Decimal(computed.right).div(step).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(step);
  return { claim, stated: stated.right, computed: computed.right, difference: difference.right, agrees: rounded.eq(stated.right) };
}

const entryOf = ({ claim, stated, computed, difference, agrees }: Held): Entry => ({
  id: claim.claim,
  label: claim.label,
  level: 0,
  fields: {
    claim: textField(claim.claim),
    stated: amountField(stated),
    computed: amountField(computed),
    difference: amountField(difference),
    verdict: wordField(agrees ? 'agrees' : 'differs'),
  },
});

const findingOf = ({ claim, stated, computed, difference }: Held): PresentedFinding => ({
  code: 'stated-figure',
  severity: 'warning',
  where: [`claim:${claim.claim}`],
  by: formatAmount(difference),
  message: `${claim.label}: texten säger ${formatAmount(stated)} kr, uppgifterna ger ${formatAmount(computed)} kr (${formatAmount(difference)} kr ifrån).`,
});
