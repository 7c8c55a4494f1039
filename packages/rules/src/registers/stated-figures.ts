import type { Book, Either, FigureStated, Quantity } from '@driftbok/core';
import { amountFromOre, Decimal, isLeft, left, right } from '@driftbok/core';
import { operationsIn } from '../present/operations.js';
import { countFindings } from './assignments/count-findings.js';
import type { Entry, Field } from './field.js';
import { amountField, textField, wordField } from './field.js';
import type { Register, RegisterContent, RegisterError } from './register.js';
import type { StatedAndHeld } from './stated/held.js';
import { holdAgainst } from './stated/held.js';
import { findingsOf } from './stated/tell.js';

/**
 * The figures that texts state in the report's year, each held against the ledger at its own precision: amounts at the lock of the round
 * that they name, counts, shares and what is made of other figures. One that differs is a warning with its arithmetic; it may be the
 * text's fault as well as the table's. One that the ledger knows nothing of stands without a number of its own. Asked for `of: rounds`, only
 * those of forecast rounds and of how assignments stand, what a report's text is made of; for `of: plan`, only the others.
 */
export const statedFigures: Register = {
  fields: ['claim', 'unit', 'stated', 'computed', 'difference', 'verdict'],
  asks: ['of'],
  read: (book, { period, where, preset, words }): Either<RegisterError, RegisterContent> => {
    const year = period.slice(0, 4);
    const operations = operationsIn(book, preset);
    const all = [...book.state.claims.values()].filter((claim) => yearOf(claim) === year);
    const { of: text = 'all' } = where;
    if (text !== 'all' && text !== 'rounds' && text !== 'plan')
      return left({ _tag: 'RegisterError', reason: 'where', where: 'of', expected: 'all | rounds | plan', got: text });
    const claims = text === 'all' ? all : all.filter((claim) => isOfRound(book, claim) === (text === 'rounds'));
    const held = claims.map((claim) => holdAgainst(book, claim, operations));
    const counts = [
      ...new Map(claims.flatMap(({ assignments: of }) => (of === undefined ? [] : [[`${of.year} ${of.asOf}`, of]]))).values(),
    ];
    return right({
      entries: held.map(entryOf),
      findings: [
        // A count of assignments is told as the tables of assignments tell it, with their names.
        ...held.filter(({ claim }) => claim.assignments === undefined).flatMap(findingsOf),
        ...counts.flatMap(({ year: of, asOf }) => countFindings(book, { year: of, asOf }, words)),
      ],
    });
  },
};

/** The year of the text: its own, or that of what it is about. */
const yearOf = ({ year, subject, assignments }: FigureStated): string | undefined => year ?? subject?.year ?? assignments?.year;

/** Whether a figure is about a round, or about assignments; one that is made of others, if any of them is. */
const isOfRound = (book: Book, claim: FigureStated): boolean =>
  namesRound(claim) || quantitiesOf(claim).some((each) => 'claim' in each && hasRound(book, each.claim));

const hasRound = ({ state }: Book, id: string): boolean => {
  const claim = state.claims.get(id);
  return claim !== undefined && namesRound(claim);
};

const namesRound = (claim: FigureStated): boolean =>
  claim.subject?.round !== undefined ||
  claim.assignments !== undefined ||
  quantitiesOf(claim).some((each) => 'reason' in each || ('amount' in each && each.amount.round !== undefined));

const quantitiesOf = ({ reckoned = [] }: FigureStated): readonly Quantity[] =>
  reckoned.flatMap(({ plus, minus = [], per = [] }) => [...plus, ...minus, ...per]);

function entryOf({ claim, ways, verdict }: StatedAndHeld): Entry {
  const shown = ways.find((way) => way.verdict === verdict);
  const stated = new Decimal(claim.figure);
  const bound = claim.sense === undefined ? undefined : bounds[claim.sense];
  return {
    id: claim.claim,
    label: claim.label,
    level: 0,
    fields: {
      claim: textField(claim.claim),
      unit: wordField(claim.unit),
      stated: boundedBy(bound, numberField(claim, stated)),
      computed: shown === undefined ? null : numberField(claim, shown.computed),
      // From a bound there is no distance.
      difference: shown === undefined || bound !== undefined ? null : numberField(claim, shown.computed.minus(stated)),
      verdict: wordField(verdict),
    },
  };
}

const bounds = { below: '< ', above: '> ' } as const;
const boundedBy = (prefix: string | undefined, field: Field | null): Field | null =>
  prefix === undefined || field?.kind !== 'ratio' ? field : { ...field, prefix };

/** An amount is kronor; anything else a number with the decimals that it was stated with, and one more where it was computed. */
function numberField({ unit, precision, figure }: FigureStated, value: Decimal): Field | null {
  if (unit === 'kr') {
    const amount = amountFromOre(value.times(100).toDecimalPlaces(0).toNumber());
    return isLeft(amount) ? null : amountField(amount.right);
  }
  const places = Math.max(new Decimal(precision).decimalPlaces(), new Decimal(figure).decimalPlaces());
  const decimals = value.eq(value.toDecimalPlaces(places)) ? places : places + 1;
  return { kind: 'ratio', value: value.toDecimalPlaces(decimals).toString(), decimals, ...(unit === 'percent' ? { suffix: ' %' } : {}) };
}
