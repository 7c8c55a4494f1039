import type { StopSignal } from './port.js';

interface Waiting {
  readonly told: Set<() => void>;
  readonly listener: () => void;
}

const waitingFor = new WeakMap<StopSignal, Waiting>();

/**
 * Tells when a signal is aborted, until what this gives is called, which may be called again. A signal has one listener for all who wait
 * for it: hosts warn of many, and a server stops all its subscriptions by one.
 */
export function onAbort(signal: StopSignal, told: () => void): () => void {
  const waiting = waitingFor.get(signal) ?? listen(signal);
  // Each call by itself: one function may be given twice.
  const tell = (): void => told();
  waiting.told.add(tell);
  return () => {
    if (!waiting.told.delete(tell) || waiting.told.size > 0) return;
    signal.removeEventListener('abort', waiting.listener);
    waitingFor.delete(signal);
  };
}

function listen(signal: StopSignal): Waiting {
  const told = new Set<() => void>();
  const waiting: Waiting = {
    told,
    listener: () => {
      for (const tell of told) tell();
    },
  };
  waitingFor.set(signal, waiting);
  signal.addEventListener('abort', waiting.listener);
  return waiting;
}
