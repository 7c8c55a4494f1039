import type { Either } from '../base/either.js';
import { isLeft } from '../base/either.js';
import type { Recorded } from '../record/envelope.js';
import type { ReadQuery, StopSignal, StoreError, SubscribeOptions } from './port.js';

/** A look-out for what is appended after it began. */
export interface Watch {
  /** Resolves when something may have been appended, or the store closed. It may be wrong; it must not be late for ever. */
  readonly changed: Promise<void>;
  /** Lets go of what the look-out holds. */
  readonly cancel: () => void;
}

/** What a subscription stands on. */
export interface Following {
  /** A read from a position to the end as it stands; a closed store yields a left. */
  readonly read: (query: ReadQuery) => AsyncIterable<Either<StoreError, Recorded>>;
  /** Begins a look-out. Each round begins one before it reads, so that nothing falls between the two. */
  readonly watch: () => Watch;
}

/** A subscription on top of a store's reads: reads to the end, waits until there may be more, reads on. */
export async function* follow({ read, watch }: Following, options: SubscribeOptions): AsyncGenerator<Either<StoreError, Recorded>> {
  const { from = 1, signal } = options;
  const stop = stopOf(signal);
  let next = from;
  try {
    while (!stop.asked()) {
      const { changed, cancel } = watch();
      try {
        for await (const item of read({ from: next })) {
          if (stop.asked()) return;
          yield item;
          if (isLeft(item)) return;
          next = item.right.position + 1;
        }
        await Promise.race([changed, stop.stopped]);
      } finally {
        cancel();
      }
    }
  } finally {
    stop.cancel();
  }
}

function stopOf(signal: StopSignal | undefined): {
  readonly asked: () => boolean;
  readonly stopped: Promise<void>;
  readonly cancel: () => void;
} {
  let cancel = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    const listener = (): void => resolve();
    signal?.addEventListener('abort', listener);
    cancel = () => signal?.removeEventListener('abort', listener);
  });
  return { asked: () => signal?.aborted === true, stopped, cancel };
}

/** The look-outs of one process: those who wait, and a bell for whoever appends. */
export function bell(): { readonly ring: () => void; readonly watch: () => Watch } {
  const waiting = new Set<() => void>();
  return {
    ring: () => {
      for (const wake of waiting) wake();
      waiting.clear();
    },
    watch: () => {
      let wake = (): void => {};
      const changed = new Promise<void>((resolve) => {
        wake = resolve;
      });
      waiting.add(wake);
      return { changed, cancel: () => void waiting.delete(wake) };
    },
  };
}
