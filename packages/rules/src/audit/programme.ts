import type { Component } from './components.js';
import type { Model } from './model.js';
import type { Solved } from './solver.js';

/**
 * A component as a linear programme in CPLEX's LP text. Each variable is its distance from the print, in units of `scale` grains, so
 * that the solver meets numbers of some hundreds, far from where its tolerance could lose an öre of a tkr.
 */
export interface Programme {
  readonly text: string;
  /** What each row was divided by, in the component's order: a dual divided by it is a weight of the identity. */
  readonly norms: readonly number[];
  /** How far an answer moves a variable from the print, in grains. */
  readonly moveOf: (variable: number, solved: Solved) => number;
}

/** What is asked: how far the identities have to be bent, or for the values nearest the print. */
export type Goal = 'bend' | 'nearest';

export function programmeOf(
  model: Model,
  component: Component,
  free: (variable: number) => boolean,
  goal: Goal,
  integers = false,
): Programme {
  const used = [...new Set(component.flatMap((identity) => (model.identities[identity]?.terms ?? []).map(([variable]) => variable)))];
  const steps = used.map((index) => spanOf(model, index)).filter((span) => span > 0 && Number.isFinite(span));
  const scale = integers ? 1 : Math.max(1, Math.min(...steps, 1e6) / 1000);
  const norms: number[] = [];
  // What is left of a share is counted in its identity's own coefficients: a term that is a billionth of the others is lost on a solver.
  const units = new Map<number, number>();
  const rows = component.map((identity, at) => {
    const terms = model.identities[identity]?.terms ?? [];
    const norm = Math.max(...terms.map(([, coefficient]) => Math.abs(coefficient)), 1);
    norms.push(norm);
    if (!integers && model.identities[identity]?.kind === 'ratio')
      for (const [index, c] of terms) if (isRest(model, index)) units.set(index, norm / Math.abs(c));
    const known = terms.reduce((sum, [index, c]) => sum + BigInt(c) * BigInt(model.variables[index]?.printed ?? 0), 0n);
    const right = Number(-known) / norm / scale;
    const left = terms.map(([index, c]) => ` ${signed((c * (units.get(index) ?? 1)) / norm)} x${index}`).join('');
    return ` r${at}:${left}${goal === 'bend' ? ` + p${at} - n${at}` : ''} = ${plain(right)}`;
  });
  const bounds = used.map((index) => {
    const { low, high, printed } = model.variables[index] ?? { low: 0, high: 0, printed: 0 };
    if (free(index) || (low === -Infinity && high === Infinity)) return ` x${index} free`;
    const unit = scale * (units.get(index) ?? 1);
    const [down, up] = [(low - printed) / unit, (high - printed) / unit];
    return ` ${down === -Infinity ? '-inf' : plain(down)} <= x${index} <= ${up === Infinity ? '+inf' : plain(up)}`;
  });
  const moveOf: Programme['moveOf'] = (variable, solved) => solved.value(`x${variable}`) * scale * (units.get(variable) ?? 1);
  if (goal === 'bend') {
    const objective = component.map((_, at) => `p${at} + n${at}`).join(' + ');
    return { text: textOf(objective, rows, bounds, []), norms, moveOf };
  }
  const near = used.flatMap((index) => [` d${index}a: d${index} - x${index} >= 0`, ` d${index}b: d${index} + x${index} >= 0`]);
  const objective = used.map((index) => `d${index}`).join(' + ');
  return { text: textOf(objective, [...rows, ...near], bounds, integers ? used.map((index) => `x${index}`) : []), norms, moveOf };
}

function textOf(objective: string, rows: readonly string[], bounds: readonly string[], integers: readonly string[]): string {
  const general = integers.length === 0 ? [] : ['General', ...integers.map((name) => ` ${name}`)];
  return ['Minimize', ` obj: ${objective}`, 'Subject To', ...rows, 'Bounds', ...bounds, ...general, 'End', ''].join('\n');
}

/** What is left on one side of a share: no figure of its own, and in no other identity. */
const isRest = ({ variables }: Model, index: number): boolean => variables[index]?.high === Infinity && variables[index]?.low !== -Infinity;

const spanOf = (model: Model, index: number): number => {
  const { low, high } = model.variables[index] ?? { low: 0, high: 0 };
  return high - low;
};

const plain = (value: number): string => (Object.is(value, -0) ? '0' : String(value));

const signed = (value: number): string => (value < 0 ? `- ${plain(-value)}` : `+ ${plain(value)}`);
