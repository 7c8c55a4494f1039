import type { Guess, Neighbours } from './cause.js';
import { guessOf } from './cause.js';
import type { Conflict, Range } from './conflict.js';
import { impliedBy, reachOf } from './conflict.js';
import type { Model, Owner } from './model.js';

/** Cells to blame together, with a guess at each; undefined where no single value of it is implied. */
export interface Ranked {
  readonly owners: readonly string[];
  readonly guesses: readonly (Guess | undefined)[];
  readonly score: number;
}

/** Sets of cells, the likeliest first: those that one slip of the hand explains. Equals keep the order of the document. */
export function rank(model: Model, conflicts: readonly Conflict[], sets: readonly (readonly string[])[]): readonly Ranked[] {
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
      const guesses = owners.map((id) => {
        const owner = model.owners.get(id);
        const own = conflicts.filter(({ owners: blamed }) => blamed.has(id) && !owners.some((other) => other !== id && blamed.has(other)));
        return owner === undefined
          ? undefined
          : guessOf(owner, shareRange(model, owner) ?? rangeOf(model, own, owner.variable), neighboursOf(owner));
      });
      const row = oneTotalRow(model, conflicts, owners) ? 0.5 : 0;
      // A claim is looser than a table, and a total is made after its parts.
      const bonus = owners.reduce((sum, id) => sum + (id.startsWith('claims/') ? 0.05 : totals.has(id) ? 0.02 : 0), 0);
      return { owners, guesses, score: guesses.reduce((product, guess) => product * (guess?.score ?? 0.05), 1) + bonus + row };
    })
    .sort((a, b) => b.score - a.score || place(a) - place(b));
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
