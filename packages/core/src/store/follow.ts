import type { Either } from '../base/either.js';
import { isLeft } from '../base/either.js';
import type { Recorded } from '../record/envelope.js';
import { onAbort } from './on-abort.js';
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

/**
 * A subscription on top of a store's reads: reads to the end, waits until there may be more, reads on. It ends when its signal is aborted, and when
 * its consumer leaves: also one that is waiting for an event meanwhile, whom an async generator by itself would keep until one came. What was
 * asked wrongly is its only item.
 */
export function follow(
  following: Following,
  asked: Either<StoreError, SubscribeOptions>,
): AsyncIterableIterator<Either<StoreError, Recorded>> {
  const stop = stopOf(isLeft(asked) ? undefined : asked.right.signal);
  const items = followed(following, asked, stop);
  return {
    next: () => items.next(),
    return: () => {
      stop.leave();
      return items.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* followed(
  { read, watch }: Following,
  asked: Either<StoreError, SubscribeOptions>,
  stop: Stop,
): AsyncGenerator<Either<StoreError, Recorded>, undefined> {
  if (isLeft(asked)) {
    yield asked;
    return;
  }
  let next = asked.right.from ?? 1;
  while (!stop.asked()) {
    const { changed, cancel } = watch();
    // Stopped between two events, its reader may not ask again, and nothing is to be held for it.
    const off = stop.whenAborted(cancel);
    try {
      for await (const item of read({ from: next })) {
        if (stop.asked()) return;
        if (isLeft(item)) {
          cancel(); // its reader may not ask again after the last
          yield item;
          return;
        }
        yield item;
        next = item.right.position + 1;
      }
      await stop.or(changed);
    } finally {
      off();
      cancel();
    }
  }
}

interface Stop {
  readonly asked: () => boolean;
  /** The consumer is gone. */
  readonly leave: () => void;
  /** Tells once the signal is aborted, until what it gives is called. */
  readonly whenAborted: (told: () => void) => () => void;
  /** Waits for a change, or to be stopped, and then holds nothing more: a subscription waits without end, and once for each event. */
  readonly or: (changed: Promise<void>) => Promise<void>;
}

function stopOf(signal: StopSignal | undefined): Stop {
  let left = false;
  let wake = (): void => {};
  const asked = (): boolean => left || signal?.aborted === true;
  const whenAborted: Stop['whenAborted'] = (told) => (signal === undefined ? () => {} : onAbort(signal, told));
  return {
    asked,
    leave: () => {
      left = true;
      wake();
    },
    whenAborted,
    or: (changed) =>
      new Promise((resolve) => {
        const waken = (): void => {
          off();
          resolve();
        };
        const off = whenAborted(waken);
        wake = waken;
        if (asked()) waken(); // before there was anybody to tell
        void changed.then(waken);
      }),
  };
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
