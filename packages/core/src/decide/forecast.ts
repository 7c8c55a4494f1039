import type { Either } from '../base/either.js';
import { isLeft, right } from '../base/either.js';
import { firstRepeated } from '../base/first-repeated.js';
import { yearSlot } from '../base/slot.js';
import type { ForecastRevised, ForecastRoundOpened, ReasonsStated, RoundStep, Scope } from '../events/forecast.js';
import type { Reason } from '../events/reason.js';
import { codeIn } from '../events/reason.js';
import { plain } from '../evolve/plain.js';
import type { LedgerState, Round, RoundStatus } from '../evolve/state.js';
import { pathUp } from '../evolve/tree.js';
import { eachRow } from '../journal/rows.js';
import type { Proposed, View } from './context.js';
import { checkLines, inYear } from './lines.js';
import type { Rejection, Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

/** A year's organisation as rounds see it: its December's. */
const decemberOf = (year: string): number => yearSlot(year) + 12;

/** Whether all of a scope's codings lie in another, or all of the other's in it; scopes of two dimensions may always meet. */
function meet(state: LedgerState, year: string, a: Scope | undefined, b: Scope | undefined): boolean {
  if (a === undefined || b === undefined || a.dimension !== b.dimension) return true;
  const dimension = state.dimensions.get(a.dimension);
  if (dimension === undefined) return true;
  const month = decemberOf(year);
  return pathUp(dimension, a.code, month).includes(b.code) || pathUp(dimension, b.code, month).includes(a.code);
}

export function roundOpened({ state }: View, { data }: Proposed<ForecastRoundOpened>): Verdict {
  if (state.rounds.has(data.round)) return reject('round-exists', 'data.round', 'a round not opened before', data.round);
  const scope = checkScope(state, data.scope);
  if (isLeft(scope)) return scope;
  const open = [...state.rounds.values()].find(
    ({ year, status, scope: other }) => year === data.year && status !== 'locked' && meet(state, year, data.scope, other),
  );
  return open === undefined
    ? accepted
    : reject('round-open', 'data.round', `no other round of ${data.year} open; ${open.id} is ${open.status}`, data.round);
}

function checkScope(state: LedgerState, scope: Scope | undefined): Verdict {
  if (scope === undefined) return accepted;
  const dimension = state.dimensions.get(scope.dimension);
  if (dimension === undefined) return reject('dimension-unknown', 'data.scope.dimension', 'a declared dimension', scope.dimension);
  return dimension.codes.has(scope.code) ? accepted : reject('code-unknown', 'data.scope.code', `a code of ${scope.dimension}`, scope.code);
}

export function forecastRevised(view: View, { data }: Proposed<ForecastRevised>): Verdict {
  const { state, journal } = view;
  const round = roundIn(state, data.round, ['open']);
  if (isLeft(round)) return round;
  if (round.right.year !== data.year) return reject('year', 'data.year', `${round.right.year}, the year of ${data.round}`, data.year);
  const scope = checkScope(state, data.scope);
  if (isLeft(scope)) return scope;
  const checked = checkLines(view, data.lines, inYear(data.year));
  if (isLeft(checked)) return checked;
  const reasons = checkReasons(view, data);
  if (isLeft(reasons)) return reasons;
  const limits = [round.right.scope, data.scope].flatMap((limit) =>
    limit === undefined ? [] : [{ ...limit, tree: plain(state.dimensions.get(limit.dimension)) }],
  );
  let outside: Verdict = accepted;
  let at = -1;
  eachRow(journal, data.lines, (coding) => {
    at++;
    if (isLeft(outside)) return;
    for (const { dimension, code: limit, tree } of limits) {
      const code = codeIn(journal.codings.codes(coding), dimension);
      const inside = code !== undefined && tree !== undefined && pathUp(tree, code, decemberOf(data.year)).includes(limit);
      if (!inside) outside = reject('scope', `data.lines.rows.${at}.${dimension}`, `a code at or beneath ${limit}`, code ?? 'none');
    }
  });
  return outside;
}

/** Each reason that a row names is stated, no id twice, and rows of one coding and month name one. */
function checkReasons({ journal }: View, data: ForecastRevised): Verdict {
  const ids = idsOf(data.reasons ?? []);
  const stated = new Set(ids);
  const twice = firstRepeated(ids);
  if (twice !== undefined) return reject('reason-ambiguous', 'data.reasons', 'each reason id once', twice);
  const named = new Map<string, string | null>();
  let verdict: Verdict = accepted;
  let at = -1;
  eachRow(journal, data.lines, (coding, slot, _ore, reason) => {
    at++;
    if (isLeft(verdict)) return;
    const field = `data.lines.rows.${at}.reason`;
    if (reason !== null && !stated.has(reason)) verdict = reject('reason-unknown', field, 'the id of a reason stated here', reason);
    const key = `${coding} ${slot}`;
    const before = named.get(key);
    if (before !== undefined && before !== reason) {
      verdict = reject(
        'reason-ambiguous',
        field,
        `${before ?? 'none'}, as in the other row of the same coding and month`,
        reason ?? 'none',
      );
    }
    named.set(key, reason);
  });
  return verdict;
}

const idsOf = (reasons: readonly Reason[]): readonly string[] => reasons.flatMap(({ id, parts }) => [id, ...idsOf(parts ?? [])]);

export function reasonsStated({ state }: View, { data }: Proposed<ReasonsStated>): Verdict {
  const round = roundIn(state, data.round, ['open', 'submitted', 'approved', 'locked']);
  if (isLeft(round)) return round;
  const twice = firstRepeated(idsOf(data.reasons));
  return twice === undefined ? accepted : reject('reason-ambiguous', 'data.reasons', 'each reason id once', twice);
}

function roundIn(state: LedgerState, id: string, allowed: readonly RoundStatus[]): Either<Rejection, Round> {
  const round = state.rounds.get(id);
  if (round === undefined) return reject('round-unknown', 'data.round', 'a round that was opened', id);
  return allowed.includes(round.status)
    ? right(round)
    : reject('round-status', 'data.round', `a round that is ${allowed.join(' or ')}`, `${id} is ${round.status}`);
}

/** A step that only needs the round to be at some place in its life. */
export const stepFrom =
  (...allowed: readonly RoundStatus[]) =>
  ({ state }: View, { data }: Proposed<RoundStep>): Verdict => {
    const round = roundIn(state, data.round, allowed);
    return isLeft(round) ? round : accepted;
  };

/** A locked round opens again only while it is the newest of its year and scope: a later round has built on it. */
export function roundReopened({ state }: View, { data }: Proposed<RoundStep>): Verdict {
  const found = roundIn(state, data.round, ['locked']);
  if (isLeft(found)) return found;
  const round = found.right;
  const later = [...state.rounds.values()].find(
    ({ year, ordinal, scope }) => year === round.year && ordinal > round.ordinal && meet(state, year, round.scope, scope),
  );
  return later === undefined
    ? accepted
    : reject('round-superseded', 'data.round', `the newest round of ${round.year}; ${later.id} came after`, round.id);
}
