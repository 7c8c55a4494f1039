// Frees what earlier runs left behind, where Node was started with --expose-gc.
const collect = (globalThis as { readonly gc?: () => void }).gc;

/** Whether garbage is collected between the runs. */
export const collects: boolean = collect !== undefined;

/**
 * Milliseconds of processor time of one run, with those of the garbage collector's own threads: what else runs on the machine does not count.
 * What the run gives is held until the clock has stopped, so that no work can be left out.
 */
function timed(run: () => unknown): number {
  collect?.();
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  if (result === undefined) throw new Error('a run without a result');
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Work held against a floor: medians in milliseconds, and the median, least and greatest ratio of neighbouring runs. */
export interface Comparison {
  readonly work: number;
  readonly floor: number;
  readonly ratio: number;
  readonly least: number;
  readonly greatest: number;
}

const warmUps = 2;

/** Runs floor and work by turns. Each ratio is of two neighbouring runs, so that whatever slows the machine weighs on both. */
export function compare(work: () => unknown, floor: () => unknown, runs: number): Comparison {
  const pairs = Array.from({ length: warmUps + runs }, () => ({ floor: timed(floor), work: timed(work) })).slice(warmUps);
  const ratios = pairs.map((pair) => pair.work / pair.floor);
  return {
    work: median(pairs.map((pair) => pair.work)),
    floor: median(pairs.map((pair) => pair.floor)),
    ratio: median(ratios),
    least: Math.min(...ratios),
    greatest: Math.max(...ratios),
  };
}
