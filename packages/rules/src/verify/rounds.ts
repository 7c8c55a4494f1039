import type { Book } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';

/** A round's life: locked only from open, revised only while not locked, and its locks where its history has them. */
export function roundFindings(book: Book): Pass {
  const rounds = [...book.state.rounds.values()];
  const faults = rounds.flatMap(({ id, history, locks, status }): readonly Fault[] => {
    const found: string[] = [];
    let locked = false;
    for (const { step, position } of history) {
      if (locked && step !== 'reopened') found.push(`${step} at position ${position}, while locked`);
      locked = step === 'locked' || (locked && step !== 'reopened');
    }
    const told = history.filter(({ step }) => step === 'locked').map(({ position }) => position);
    if (told.join() !== locks.join()) found.push(`locks at ${locks.join(', ')}, its history has them at ${told.join(', ')}`);
    if (locked !== (status === 'locked')) found.push(`its status is ${status}, its history says otherwise`);
    return found.map((message) => ({ code: 'rounds', where: [`round:${id}`], by: '', message: `${id}: ${message}` }));
  });
  return { checked: rounds.length, faults };
}
