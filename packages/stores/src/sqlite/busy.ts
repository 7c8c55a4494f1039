import { isBusy } from './faults.js';

/** How long SQLite itself waits for a lock, in milliseconds. It holds the whole process meanwhile, so it is short. */
export const shortWait = 20;

/** Tries again while another process has the file, letting other work of this process go on between. Throws the last busy error. */
export async function patiently<A>(milliseconds: number, work: () => A): Promise<A> {
  const deadline = Date.now() + milliseconds;
  for (let attempt = 1; ; attempt++) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() >= deadline) throw error;
    }
    // Spread at random: processes that were turned away together must not come back together.
    const pause = Math.random() * Math.min(50, 2 * attempt);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
