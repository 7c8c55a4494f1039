import type { Book } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';
import type { Said } from './sentences.js';

/** A round's life: locked only from open, revised only while not locked, and its locks where its history has them. */
export function roundFindings(book: Book): Pass {
  const rounds = [...book.state.rounds.values()];
  const faults = rounds.flatMap(({ id, history, locks, status }): readonly Fault[] => {
    const found: Said[] = [];
    let locked = false;
    for (const { step, position } of history) {
      if (locked && step !== 'reopened') found.push({ sentence: 'round-locked', words: { id, step, position } });
      locked = step === 'locked' || (locked && step !== 'reopened');
    }
    const told = history.filter(({ step }) => step === 'locked').map(({ position }) => position);
    if (told.join() !== locks.join())
      found.push({ sentence: 'round-locks', words: { id, locks: locks.join(', '), told: told.join(', ') } });
    if (locked !== (status === 'locked')) found.push({ sentence: 'round-status', words: { id, status } });
    return found.map((said) => ({ code: 'rounds', where: [`round:${id}`], by: '', said }));
  });
  return { checked: rounds.length, faults };
}
