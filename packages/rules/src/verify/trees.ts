import type { Book } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';

/** Every parent is a code of its dimension, and no code lies beneath itself, at any time. */
export function treeFindings(book: Book): Pass {
  const faults: Fault[] = [];
  let checked = 0;
  for (const { id: dimension, codes } of book.state.dimensions.values()) {
    for (const { code, parents } of codes.values()) {
      checked++;
      const fault = (message: string): void => {
        faults.push({ code: 'trees', where: [`${dimension}:${code}`], by: '', message: `${dimension} ${code}: ${message}` });
      };
      for (const { from, value } of parents) {
        if (value === undefined) continue;
        if (!codes.has(value)) fault(`its parent ${value} is no code of the dimension`);
        const seen = new Set([code]);
        for (let at: string | undefined = value; at !== undefined;) {
          if (seen.has(at)) {
            fault(`lies beneath itself, by way of ${[...seen].join(', ')}`);
            break;
          }
          seen.add(at);
          at = codes
            .get(at)
            ?.parents.filter((since) => since.from <= from)
            .at(-1)?.value;
        }
      }
    }
  }
  return { checked, faults };
}
