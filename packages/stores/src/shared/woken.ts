import type { Watch } from '@driftbok/core/adapter';

/**
 * A look-out that something else wakes as well. What that holds is let go when the look-out is cancelled, and when it is woken: by the closing of
 * the store too, whether or not its reader asks again.
 *
 * @param begin begins the other thing, and gives what ends it
 */
export function alsoWokenBy({ changed, cancel }: Watch, begin: (wake: () => void) => () => void): Watch {
  let end = (): void => {};
  const woken = new Promise<void>((wake) => {
    end = begin(wake);
  });
  void changed.then(end);
  return {
    changed: Promise.race([changed, woken]),
    cancel: () => {
      end();
      cancel();
    },
  };
}

/** A look-out that wakes after a while in any case. */
export const wokenAfter = (watch: Watch, milliseconds: number): Watch =>
  alsoWokenBy(watch, (wake) => {
    const timer = setTimeout(wake, milliseconds);
    return () => clearTimeout(timer);
  });
