import type { Lines } from '../events/lines.js';
import { dimensionsOf, sameTexts } from '../events/lines.js';
import type { Codes } from '../events/reason.js';

/** The number of a coding in its ledger, from 0, in order of first use. */
export type CodingId = number;

// A level of a trie: the cells of a row lead to the coding without joining them into one key.
type Node = Map<string | null, Node | CodingId>;

/** Where a header's columns stand, and a reader from a row to its coding. */
export interface RowReader {
  readonly monthAt: number;
  readonly amountAt: number;
  /** -1 where there is no such column. */
  readonly reasonAt: number;
  readonly coding: (row: readonly (string | null)[]) => CodingId;
}

/**
 * The codings that lines use, each once whatever the order of the columns and whether an unknown code is null or its column is
 * left out.
 */
export class Codings {
  readonly #codes: Codes[] = [];
  readonly #ids = new Map<string, CodingId>();
  readonly #readers = new Map<string, RowReader>();
  #last: { readonly columns: readonly string[]; readonly reader: RowReader } | undefined;

  get size(): number {
    return this.#codes.length;
  }

  /** The codes of a coding, known ones only, by dimension in code-unit order. */
  codes(id: CodingId): Codes {
    return this.#codes[id] as Codes;
  }

  /** The reader for the header of some lines; made once a header. */
  reader(lines: Lines): RowReader {
    const { columns } = lines;
    // Most events have the header of the one before.
    if (this.#last !== undefined && sameTexts(this.#last.columns, columns)) return this.#last.reader;
    const key = columns.join('\u0000');
    const reader = this.#readers.get(key) ?? this.#makeReader(lines);
    this.#readers.set(key, reader);
    this.#last = { columns: [...columns], reader };
    return reader;
  }

  /** Forgets the codings from a number on, as if they had never been used. */
  truncate(size: number): void {
    if (size === this.#codes.length) return;
    for (const codes of this.#codes.splice(size)) this.#ids.delete(JSON.stringify(Object.entries(codes)));
    // The tries lead to what is forgotten; they grow anew.
    this.#readers.clear();
    this.#last = undefined;
  }

  #makeReader(lines: Lines): RowReader {
    const { columns } = lines;
    const dimensions = dimensionsOf(lines);
    const at = dimensions.map((dimension) => columns.indexOf(dimension));
    const last = at.length - 1;
    // Rows come in runs: the row above, and the node that each of its cells led to, spare most of the way.
    const path: Node[] = [new Map()];
    const above: (string | null)[] = [];
    let found: CodingId | undefined;
    const coding = (row: readonly (string | null)[]): CodingId => {
      let same = found !== undefined;
      for (let depth = 0; depth < last; depth++) {
        const cell = row[at[depth] as number] as string | null;
        if (same && cell === above[depth]) continue;
        same = false;
        above[depth] = cell;
        const node = path[depth] as Node;
        let next = node.get(cell) as Node | undefined;
        if (next === undefined) node.set(cell, (next = new Map()));
        path[depth + 1] = next;
      }
      const cell = last < 0 ? null : (row[at[last] as number] as string | null);
      if (same && cell === above[Math.max(last, 0)]) return found as CodingId;
      above[Math.max(last, 0)] = cell;
      const node = path[Math.max(last, 0)] as Node;
      found = node.get(cell) as CodingId | undefined;
      if (found !== undefined) return found;
      found = this.#intern(dimensions.map((dimension, index) => [dimension, row[at[index] as number] ?? null] as const));
      node.set(cell, found);
      return found;
    };
    return {
      monthAt: columns.indexOf('month'),
      amountAt: columns.indexOf('amount'),
      reasonAt: columns.indexOf('reason'),
      coding,
    };
  }

  #intern(cells: readonly (readonly [string, string | null])[]): CodingId {
    const known = cells.filter((cell): cell is readonly [string, string] => cell[1] !== null).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(known);
    const found = this.#ids.get(key);
    if (found !== undefined) return found;
    const id = this.#codes.length;
    this.#codes.push(Object.freeze(Object.fromEntries(known)));
    this.#ids.set(key, id);
    return id;
  }
}
