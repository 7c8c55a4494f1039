import type { Book } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';
import type { Said, VerifySentence } from './sentences.js';

/** Every parent is a code of its dimension, and no code lies beneath itself, at any time. */
export function treeFindings(book: Book): Pass {
  const faults: Fault[] = [];
  let checked = 0;
  for (const { id: dimension, codes } of book.state.dimensions.values()) {
    for (const { code, parents } of codes.values()) {
      checked++;
      const fault = (sentence: VerifySentence, words: Said['words']): void => {
        const said = { sentence, words: { dimension, code, ...words } };
        faults.push({ code: 'trees', where: [`${dimension}:${code}`], by: '', said });
      };
      for (const { from, value } of parents) {
        if (value === undefined) continue;
        if (!codes.has(value)) fault('no-parent', { parent: value });
        const seen = new Set([code]);
        for (let at: string | undefined = value; at !== undefined;) {
          if (seen.has(at)) {
            fault('tree-circle', { way: [...seen].join(', ') });
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
