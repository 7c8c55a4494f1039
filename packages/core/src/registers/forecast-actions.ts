import type { Amount, AmountError } from '../base/amount.js';
import { negateAmount, oreOf, zero } from '../base/amount.js';
import { spread } from '../base/decimal.js';
import type { Either } from '../base/either.js';
import { isLeft, right } from '../base/either.js';
import type { Year } from '../base/time.js';
import type { RoundId } from '../events/fields.js';
import type { Codes } from '../events/reason.js';
import type { ActionState } from '../evolve/action-state.js';
import type { Book } from '../replay/book.js';
import type { CutError } from '../replay/cut.js';
import { newestCut } from '../replay/cut.js';
import { drawTable } from '../table/draw.js';
import type { AssumedLine } from '../table/plan.js';
import type { Selection, TableSpec } from '../table/spec.js';
import type { TableError } from '../table/table.js';
import { actionPlan } from './action-plan.js';

/**
 * How a forecast counts actions: as recorded; gross, which is without any; or net, which is with all that is expected of the actions that
 * live or are carried out. One that waits or was given up counts for nothing in the net.
 */
export type ActionView = 'recorded' | 'gross' | 'net';

/** Which forecast: a year's, and the round that may count actions in. */
export interface ForecastAbout {
  readonly year: Year;
  readonly round?: RoundId;
}

/**
 * What has to be counted in beside a forecast as recorded to see it gross or net of actions, as lines for `drawTable`. An amount that is
 * not known makes no line: {@link planAgainstDeficit} tells how many there are.
 *
 * @example
 * ```ts
 * import { actionLines, emptyBook } from '@driftbok/core';
 * actionLines(emptyBook(), { year: '2024', round: '2024-P3' }, 'net') // => []
 * ```
 */
export function actionLines(book: Book, { year, round }: ForecastAbout, view: ActionView): readonly AssumedLine[] {
  if (view === 'recorded') return [];
  return [...book.state.actions.values()].flatMap((action) => {
    const included = round === undefined ? undefined : action.included.get(round);
    const out = included === undefined || included === '0.00' ? [] : partsOf(action, year, negateAmount(oreOf(included) as Amount));
    return view === 'gross' ? out : [...out, ...expectedOf(action, year)];
  });
}

const line = (codes: Codes | undefined, year: Year, amount: Amount): AssumedLine => ({
  metric: 'forecast',
  codes: codes ?? {},
  year,
  amount,
});

function expectedOf({ stage, suspended, effects, about }: ActionState, year: Year): readonly AssumedLine[] {
  if (suspended || stage === 'cancelled') return [];
  return (effects.get(year) ?? []).flatMap((effect) =>
    effect.amount === undefined ? [] : [line(effect.about ?? about, year, oreOf(effect.amount) as Amount)],
  );
}

/** What a round counts in is one amount: it lies where the expected effects do, in their proportion, else where the action is. */
function partsOf({ effects, about }: ActionState, year: Year, amount: Amount): readonly AssumedLine[] {
  const known = (effects.get(year) ?? []).filter((effect) => effect.amount !== undefined && oreOf(effect.amount) > 0);
  if (known.length === 0) return [line(about, year, amount)];
  const parts = spread(
    amount,
    known.map((effect) => oreOf(effect.amount ?? '')),
  );
  return known.map((effect, at) => line(effect.about ?? about, year, (parts[at] ?? 0) as Amount));
}

/** A year's forecast deviation held against what the plan is known to give. Öre. */
export interface PlanAgainstDeficit {
  /** Forecast less budget, as the forecast was recorded. */
  readonly recorded: Amount;
  /** The same less what the round counts in of actions. */
  readonly gross: Amount;
  /** The gross with all that is expected. */
  readonly net: Amount;
  /** How many expected effects are not known: the net lacks them. */
  readonly unknown: number;
  /** Whether the known effects make the deficit good. */
  readonly enough: boolean;
}

/**
 * Whether a plan is enough for the deficit that a round forecasts, by the effects that are known.
 *
 * @param where the part of the board that it is about; all lines where left out
 *
 * Left: `CutError` (the ledger is empty), `TableError` (the round or a code is not known), or `AmountError`, reason `overflow`.
 */
export function planAgainstDeficit(
  book: Book,
  about: ForecastAbout,
  where: Selection = {},
): Either<CutError | TableError | AmountError, PlanAgainstDeficit> {
  const { year, round } = about;
  const plan = actionPlan(book, about);
  if (isLeft(plan)) return plan;
  const cut = newestCut(book);
  if (isLeft(cut)) return cut;
  const spec: TableSpec = {
    id: 'plan-against-deficit',
    title: 'plan',
    columns: [
      { id: 'budget', label: 'budget', metric: 'budget', span: { year } },
      { id: 'forecast', label: 'forecast', metric: 'forecast', span: { year }, ...(round === undefined ? {} : { round }) },
      { id: 'deviation', label: 'deviation', minuend: 'forecast', subtrahend: 'budget' },
    ],
    rows: [{ id: 'all', label: 'all', level: 0, where }],
  };
  const deviation = (view: ActionView): Either<CutError | TableError, Amount> => {
    const table = drawTable(book, spec, { cut: cut.right, assumed: actionLines(book, about, view) });
    return isLeft(table) ? table : right(table.right.rows[0]?.cells['deviation'] ?? zero);
  };
  const [recorded, gross, net] = [deviation('recorded'), deviation('gross'), deviation('net')];
  if (isLeft(recorded)) return recorded;
  if (isLeft(gross)) return gross;
  if (isLeft(net)) return net;
  const { unknown } = plan.right.totals.expected;
  return right({ recorded: recorded.right, gross: gross.right, net: net.right, unknown, enough: net.right >= 0 });
}
