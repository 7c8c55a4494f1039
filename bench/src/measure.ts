/** Frees what earlier runs left behind, where Node was started with --expose-gc. */
const collect = (globalThis as { readonly gc?: () => void }).gc;

export const collects: boolean = collect !== undefined;

/** Milliseconds of one run. What it gives is held until the clock has stopped, so that no work can be left out. */
function timed(run: () => unknown): number {
  collect?.();
  const start = performance.now();
  const result = run();
  const end = performance.now();
  if (result === undefined) throw new Error('a run without a result');
  return end - start;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Two runs held against each other: medians in milliseconds, and the median, least and greatest of the ratios of neighbouring runs. */
export interface Comparison {
  readonly work: number;
  readonly floor: number;
  readonly ratio: number;
  readonly least: number;
  readonly greatest: number;
}

/**
 * Runs work and floor by turns, after two of each that do not count. Each ratio is of two neighbouring runs, so that what else the
 * machine does weighs on both alike.
 */
export function compare(work: () => unknown, floor: () => unknown, runs: number): Comparison {
  for (let at = 0; at < 2; at++) {
    timed(floor);
    timed(work);
  }
  const pairs = Array.from({ length: runs }, () => ({ floor: timed(floor), work: timed(work) }));
  const ratios = pairs.map((pair) => pair.work / pair.floor);
  return {
    work: median(pairs.map((pair) => pair.work)),
    floor: median(pairs.map((pair) => pair.floor)),
    ratio: median(ratios),
    least: Math.min(...ratios),
    greatest: Math.max(...ratios),
  };
}

/** The median time of some runs, after two that do not count. */
export function time(work: () => unknown, runs: number): number {
  for (let at = 0; at < 2; at++) timed(work);
  return median(Array.from({ length: runs }, () => timed(work)));
}
