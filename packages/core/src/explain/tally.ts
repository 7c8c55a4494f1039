import type { Amount } from '../base/amount.js';
import type { Driver, EventId, Evidence } from '../events/fields.js';
import type { Codes } from '../events/reason.js';
import type { Part, Stated } from './explanation.js';

/** What a part is called and what kind it is; found by its path when the sums are done. */
export interface PartName {
  /** Where it is not the last of its path. */
  readonly id?: string;
  readonly label: string;
  readonly driver?: Driver | undefined;
  readonly evidence?: Evidence | undefined;
  readonly stated?: Stated | undefined;
  readonly coding?: Codes | undefined;
  /** Where it stands among its siblings; in order of first use where equal. */
  readonly order?: number | string;
}

interface Node {
  /** Öre that fell here and on no part of it. */
  own: number;
  readonly positions: Set<number>;
  readonly children: Map<string, Node>;
}

const node = (): Node => ({ own: 0, positions: new Set(), children: new Map() });

/** The key of a part that the trees or the budget make. No reason, code or event has such an id, so that none is taken for it. */
export const keyOf = (name: string): string => `\n${name}`;

/** Sums moves into a tree of parts by path. Öre add up exactly at each level: a part is its parts and what fell on itself alone. */
export class Tally {
  readonly #root = node();
  // Most lines fall where the one before them fell.
  #last: { readonly path: readonly string[]; readonly position: number; readonly node: Node } | undefined;

  /** Adds öre at a path; the empty path is what nothing explains. */
  add(path: readonly string[], position: number, ore: number): void {
    if (this.#last?.path === path && this.#last.position === position) {
      this.#last.node.own += ore;
      return;
    }
    let at = this.#root;
    for (const id of path) {
      let child = at.children.get(id);
      if (child === undefined) at.children.set(id, (child = node()));
      child.positions.add(position);
      at = child;
    }
    at.own += ore;
    this.#last = { path, position, node: at };
  }

  get total(): number {
    return sum(this.#root);
  }

  /** What fell on the empty path. */
  get unexplained(): number {
    return this.#root.own;
  }

  /** The parts, named and in order. */
  parts(name: (path: readonly string[]) => PartName, idOf: (position: number) => EventId): readonly Part[] {
    const build = (at: Node, path: readonly string[]): readonly Part[] =>
      [...at.children]
        .map(([id, child]) => ({ id, child, named: name([...path, id]) }))
        .sort(({ named: a }, { named: b }) => compare(a.order, b.order))
        .map(({ id, child, named }): Part => {
          const parts = build(child, [...path, id]);
          return {
            id: named.id ?? id,
            label: named.label,
            amount: tidy(sum(child)),
            driver: named.driver,
            evidence: named.evidence,
            events: [...child.positions].sort((a, b) => a - b).map(idOf),
            parts,
            unexplained: parts.length === 0 ? (0 as Amount) : tidy(child.own),
            ...(named.stated === undefined ? {} : { stated: named.stated }),
            ...(named.coding === undefined ? {} : { coding: named.coding }),
          };
        });
    return build(this.#root, []);
  }
}

const sum = (at: Node): number => [...at.children.values()].reduce((so, child) => so + sum(child), at.own);

/** Öre as an amount, without a -0. */
export const tidy = (ore: number): Amount => (ore === 0 ? 0 : ore) as Amount;

function compare(a: number | string | undefined, b: number | string | undefined): number {
  if (a === b || a === undefined || b === undefined) return 0;
  return a < b ? -1 : 1;
}
