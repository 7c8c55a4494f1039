import type { Guess, Neighbours } from './cause.js';
import { guessOf, lets } from './cause.js';
import type { Conflict, Range } from './conflict.js';
import { impliedBy, reachOf } from './conflict.js';
import type { Model, Owner } from './model.js';
import type { Clock } from './oracle.js';

/** Cells to blame together, with a guess at each; undefined where no single value of it is implied. */
export interface Ranked {
  readonly owners: readonly string[];
  readonly guesses: readonly (Guess | undefined)[];
  readonly score: number;
}

/**
 * Sets of cells, the likeliest first: those that one slip of the hand explains. Equals keep the order of the document, and so does what
 * the time was out for.
 *
 * @param refuted values that were tried, and do not hold
 */
export function rank(
  model: Model,
  conflicts: readonly Conflict[],
  sets: readonly (readonly string[])[],
  clock: Clock,
  refuted: (owners: readonly string[], owner: string, steps: number) => boolean = () => false,
): readonly Ranked[] {
  const order = new Map([...model.owners.keys()].map((id, at) => [id, at]));
  const place = ({ owners }: Ranked): number => Math.min(...owners.map((id) => order.get(id) ?? 0));
  const totals = new Set(conflicts.flatMap(({ identities }) => identities.map(([identity]) => model.identities[identity]?.about ?? '')));
  const known = new Map<string, Neighbours>();
  const neighboursOf = (owner: Owner): Neighbours => {
    const found = known.get(owner.id) ?? neighbours(model, owner, totals.has(owner.id));
    known.set(owner.id, found);
    return found;
  };
  return sets
    .map((unordered): Ranked => {
      const owners = [...unordered].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      if (clock() <= 0) return { owners, guesses: owners.map(() => undefined), score: 0 };
      const set = new Set(owners);
      const mine = conflicts.flatMap((conflict) => {
        const [id, ...others] = [...conflict.owners].filter((owner) => set.has(owner));
        return id === undefined || others.length > 0 ? [] : [{ id, conflict }];
      });
      const ranges = owners.map((id) => {
        const owner = model.owners.get(id);
        const own = mine.flatMap((each) => (each.id === id ? [each.conflict] : []));
        return owner === undefined ? undefined : (shareRange(model, owner) ?? rangeOf(model, own, owner.variable));
      });
      const swapped = swappedIn(model, owners, ranges, (id, steps) => refuted(owners, id, steps));
      if (swapped !== undefined) return { owners, guesses: swapped, score: swappedScore };
      const guesses = owners.map((id, at) => {
        const [owner, range] = [model.owners.get(id), ranges[at]];
        if (owner === undefined || range === undefined) return undefined;
        return guessOf(owner, range, neighboursOf(owner), (steps) => refuted(owners, id, steps));
      });
      const row = oneTotalRow(model, conflicts, owners) ? 0.5 : 0;
      // A claim is looser than a table, and a total is made after its parts.
      const bonus = owners.reduce((sum, id) => sum + (id.startsWith('claims/') ? 0.05 : totals.has(id) ? 0.02 : 0), 0);
      return { owners, guesses, score: guesses.reduce((product, guess) => product * (guess?.score ?? 0.05), 1) + bonus + row };
    })
    .sort((a, b) => b.score - a.score || place(a) - place(b));
}

/** Above what a slip in each of two cells comes to, below what one slip does. */
const swappedScore = 0.85;

/** Two cells of a row, each in the other's column: what each of them should have been. */
function swappedIn(
  model: Model,
  owners: readonly string[],
  ranges: readonly (Range | undefined)[],
  refuted: (owner: string, steps: number) => boolean,
): readonly Guess[] | undefined {
  const [a, b] = owners.map((id) => model.owners.get(id));
  if (owners.length !== 2 || a === undefined || b === undefined || a.table !== b.table || a.row !== b.row) return undefined;
  if (a.measure.family !== b.measure.family || a.figure.step !== b.figure.step || a.figure.printed === b.figure.printed) return undefined;
  const guesses = [a, b].flatMap((owner, at): readonly Guess[] => {
    const steps = Math.round((at === 0 ? b : a).figure.printed / owner.figure.step);
    const range = ranges[at];
    if (range === undefined || refuted(owner.id, steps) || !lets(range, owner, steps)) return [];
    return [{ cause: 'column', steps, score: swappedScore }];
  });
  return guesses.length === 2 ? guesses : undefined;
}

/** Whether two cells are guessed to stand in each other's place. */
export function areSwapped(model: Model, { owners, guesses }: Pick<Ranked, 'owners' | 'guesses'>): boolean {
  const [a, b] = owners.map((id) => model.owners.get(id));
  if (owners.length !== 2 || a?.table !== b?.table || a?.row !== b?.row || a === undefined || b === undefined) return false;
  return [a, b].every(({ figure }, at) => {
    const guess = guesses[at];
    return guess?.cause === 'column' && guess.steps * figure.step === (at === 0 ? b : a).figure.printed;
  });
}

/** Where a share lies, from the least and the most that its part and its base can be; undefined for what is no share. */
function shareRange(model: Model, { id }: Owner): Range | undefined {
  const share = model.shares.get(id);
  if (share === undefined) return undefined;
  const ends = (terms: readonly (readonly [number, number])[]): readonly number[] => {
    const { low, high } = reachOf(
      model,
      terms.map(([variable, sign]) => [variable, BigInt(sign)] as const),
      () => false,
    );
    return [Number(low), Number(high)];
  };
  const shares = ends(share.over).flatMap((over) => ends(share.below).map((below) => (share.whole * over) / below));
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  return Number.isFinite(least) && Number.isFinite(most) ? { low: BigInt(Math.floor(least)), high: BigInt(Math.ceil(most)) } : undefined;
}

/** Where all of the conflicts would be content with a variable. */
function rangeOf(model: Model, conflicts: readonly Conflict[], variable: number): Range {
  let low: bigint | undefined;
  let high: bigint | undefined;
  for (const conflict of conflicts) {
    const implied = impliedBy(model, conflict, variable);
    if (implied.low !== undefined && (low === undefined || implied.low > low)) low = implied.low;
    if (implied.high !== undefined && (high === undefined || implied.high < high)) high = implied.high;
  }
  return { low, high };
}

function neighbours(model: Model, owner: Owner, total: boolean): Neighbours {
  const inRow: number[] = [];
  const inColumn: number[] = [];
  for (const other of model.owners.values()) {
    if (other.table !== owner.table || other.id === owner.id || other.measure.family !== owner.measure.family) continue;
    const steps = Math.round(other.figure.printed / owner.figure.step);
    if (other.row === owner.row) inRow.push(steps);
    if (total && other.column === owner.column && other.row !== owner.row) inColumn.push(steps);
  }
  return { inRow, inColumn };
}

/** Whether cells are all totals of one row, in several columns: then a row that is missing or too many explains them together. */
export function oneTotalRow(model: Model, conflicts: readonly Conflict[], owners: readonly string[]): boolean {
  const [first, ...others] = owners.map((id) => model.owners.get(id));
  if (first === undefined || others.length === 0 || others.some((other) => other?.table !== first.table || other.row !== first.row))
    return false;
  const sums = new Set(
    conflicts.flatMap(({ identities }) =>
      identities.flatMap(([index]) => (model.identities[index]?.kind === 'sum' ? [model.identities[index].about] : [])),
    ),
  );
  return owners.every((id) => sums.has(id));
}
