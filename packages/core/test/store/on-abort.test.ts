import { expect, it, vi } from 'vitest';
import { onAbort } from '../../src/store/on-abort.js';

it('who is done waiting twice takes nothing from who waits later', () => {
  const stop = new AbortController();
  const added = vi.spyOn(stop.signal, 'addEventListener');
  const told: string[] = [];
  const off = onAbort(stop.signal, () => told.push('first'));
  off();
  onAbort(stop.signal, () => told.push('second'));
  off();
  onAbort(stop.signal, () => told.push('third'));
  expect(added).toHaveBeenCalledTimes(2); // once for the first, once for all after it
  stop.abort();
  expect(told).toEqual(['second', 'third']);
});

it('one function that waits twice is told twice, and once when one is done', () => {
  const stop = new AbortController();
  let told = 0;
  const tell = (): void => void told++;
  const off = onAbort(stop.signal, tell);
  onAbort(stop.signal, tell);
  off();
  stop.abort();
  expect(told).toBe(1);
});
