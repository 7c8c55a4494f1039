/** Frees what earlier runs left behind, where Node was started with --expose-gc. */
export const collect: (() => void) | undefined = (globalThis as { readonly gc?: () => void }).gc;

/** Whether garbage is collected between the runs. */
export const collects: boolean = collect !== undefined;

/** Milliseconds of one run: by the clock on the wall, and of processor time with that of the garbage collector's own threads. */
interface Time {
  readonly elapsed: number;
  readonly processor: number;
}

/** Times one run. What it gives is held until the clocks have stopped, so that no work can be left out. */
function timed(run: () => unknown): Time {
  collect?.();
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = run();
  const elapsed = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  if (result === undefined) throw new Error('a run without a result');
  return { elapsed, processor: (user + system) / 1000 };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Work held against a floor by one clock: the work's median, and the median, least and greatest ratio of neighbouring runs. */
export interface Ratio {
  readonly work: number;
  readonly ratio: number;
  readonly least: number;
  readonly greatest: number;
}

/** The same runs by both clocks. */
export type Comparison = Readonly<Record<keyof Time, Ratio>>;

const warmUps = 2;

/** Runs floor and work by turns. Each ratio is of two neighbouring runs, so that whatever slows the machine weighs on both. */
export function compare(work: () => unknown, floor: () => unknown, runs: number): Comparison {
  const pairs = Array.from({ length: warmUps + runs }, () => ({ floor: timed(floor), work: timed(work) })).slice(warmUps);
  const by = (clock: keyof Time): Ratio => {
    const ratios = pairs.map((pair) => pair.work[clock] / pair.floor[clock]);
    return {
      work: median(pairs.map((pair) => pair.work[clock])),
      ratio: median(ratios),
      least: Math.min(...ratios),
      greatest: Math.max(...ratios),
    };
  };
  return { elapsed: by('elapsed'), processor: by('processor') };
}
