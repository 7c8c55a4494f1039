/** Sums by row and column, and how many lines each is of: a cell with none is blank. */
export class Cells {
  readonly #columns: number;
  readonly #sums: Float64Array;
  readonly #counts: Uint32Array;

  constructor(rows: number, columns: number) {
    this.#columns = columns;
    this.#sums = new Float64Array(rows * columns);
    this.#counts = new Uint32Array(rows * columns);
  }

  add(row: number, column: number, ore: number, count = 1): void {
    const at = row * this.#columns + column;
    this.#sums[at] = (this.#sums[at] as number) + ore;
    this.#counts[at] = (this.#counts[at] as number) + count;
  }

  /** Whether no line fell on a column in any row. */
  isEmpty(column: number): boolean {
    for (let at = column; at < this.#counts.length; at += this.#columns) if (this.#counts[at] !== 0) return false;
    return true;
  }

  /** Öre, or undefined where no line fell. */
  at(row: number, column: number): number | undefined {
    const at = row * this.#columns + column;
    return this.#counts[at] === 0 ? undefined : this.#sums[at];
  }
}
