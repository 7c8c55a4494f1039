import * as highs from 'highs';

/** The columns' values and the rows' duals of a linear programme that has a best answer. */
export interface Solved {
  readonly status: 'optimal';
  readonly objective: number;
  readonly value: (name: string) => number;
  readonly dual: (row: number) => number;
}

/** What came of a programme: `stopped` where the time was out, or the solver failed. */
export type SolveResult = Solved | { readonly status: 'infeasible' | 'stopped' };

/** Solves a programme in CPLEX's LP text, within a number of seconds; `more` are options of HiGHS. */
export type Solve = (programme: string, seconds: number, more?: Readonly<Record<string, unknown>>) => SolveResult;

interface Highs {
  solve(
    problem: string,
    options: Readonly<Record<string, unknown>>,
  ): {
    readonly Status: string;
    readonly ObjectiveValue: number;
    readonly Columns: Readonly<Record<string, { readonly Primal?: number }>>;
    readonly Rows: readonly { readonly Dual?: number }[];
  };
}

let loading: Promise<Highs> | undefined;

/**
 * Loads the solver, a WebAssembly module, once. Its package describes the ES module's default export with the types of a CommonJS one,
 * so TypeScript takes it for the whole module: it is put right here.
 */
export async function loadSolver(): Promise<Solve> {
  loading ??= (highs as unknown as { readonly default: () => Promise<Highs> }).default();
  const solver = await loading;
  return (programme, seconds, more) => {
    try {
      // The default gap stops within 0.01 % of the best, which is not the best.
      const options = { time_limit: Math.max(seconds, 0.01), mip_rel_gap: 0, mip_abs_gap: 0, output_flag: false, ...more };
      const { Status, ObjectiveValue, Columns, Rows } = solver.solve(programme, options);
      if (Status === 'Infeasible') return { status: 'infeasible' };
      if (Status !== 'Optimal') return { status: 'stopped' };
      return {
        status: 'optimal',
        objective: ObjectiveValue,
        value: (name) => Columns[name]?.Primal ?? 0,
        dual: (row) => Rows[row]?.Dual ?? 0,
      };
    } catch {
      // A solver that fails has shown nothing, and what is not shown is no finding.
      return { status: 'stopped' };
    }
  };
}
