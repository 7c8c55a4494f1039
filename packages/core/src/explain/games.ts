import type { CodingId } from '../journal/codings.js';
import type { Bearing, Field } from './bearing.js';

/** Codings on which the same groups bear: what they moved there is theirs together. */
export interface Game {
  readonly field: Field;
  readonly players: readonly string[];
  readonly codings: ReadonlySet<CodingId>;
  /** In order of position. */
  readonly bearings: readonly Bearing[];
}

export const tieOf = (field: Field, coding: CodingId): string => `${field} ${coding}`;

interface Tie {
  readonly field: Field;
  readonly coding: CodingId;
  readonly groups: Set<string>;
  readonly bearings: Bearing[];
}

/**
 * The games that events play: codings on which several groups bear, by who they are. No coding bears on another.
 *
 * @param isSum whether a coding's number is a plain sum, where all that bears on it only adds to its year
 */
export function gamesOf(
  bearings: readonly Bearing[],
  groupOf: (position: number) => string,
  isSum: (coding: CodingId) => boolean,
): readonly Game[] {
  const ties = new Map<string, Tie>();
  for (const bearing of bearings) {
    const { field, codings, position } = bearing;
    for (const coding of codings) {
      const key = tieOf(field, coding);
      let tie = ties.get(key);
      if (tie === undefined) ties.set(key, (tie = { field, coding, groups: new Set(), bearings: [] }));
      tie.groups.add(groupOf(position));
      tie.bearings.push(bearing);
    }
  }
  const games = new Map<string, { readonly ties: Tie[]; readonly players: readonly string[] }>();
  for (const tie of ties.values()) {
    if (tie.groups.size < 2 || (tie.bearings.every(({ adds }) => adds) && isSum(tie.coding))) continue;
    const players = [...tie.groups].sort();
    const key = JSON.stringify([tie.field, players]);
    const game = games.get(key);
    if (game === undefined) games.set(key, { ties: [tie], players });
    else game.ties.push(tie);
  }
  return [...games.values()].map(({ ties: own, players }) => ({
    field: own[0]?.field ?? 'budget',
    players,
    codings: new Set(own.map(({ coding }) => coding)),
    bearings: [...new Set(own.flatMap((tie) => tie.bearings))].sort((a, b) => a.position - b.position),
  }));
}
