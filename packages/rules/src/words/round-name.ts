import type { Book } from '@driftbok/core';

/** A round as people call it, with its year: "Delår april 2024". Its id where the book does not have it. */
export function roundName({ state }: Book, id: string): string {
  const round = state.rounds.get(id);
  if (round === undefined) return id;
  return round.label.includes(round.year) ? round.label : `${round.label} ${round.year}`;
}
