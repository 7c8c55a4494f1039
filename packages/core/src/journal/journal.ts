import type { Slot } from '../base/slot.js';
import { Codings } from './codings.js';
import type { CodingId } from './codings.js';
import type { Layer } from './layer.js';
import { layer } from './layer.js';
import { Standing } from './standing.js';

/**
 * The most that all lines of a ledger may sum to by absolute value, in öre. Half the safe range: any difference of two sums of lines
 * is then exact, in any order, without a check a line.
 */
export const maxTurnover: number = Math.floor(Number.MAX_SAFE_INTEGER / 2);

/** Where a journal stood, to go back to. */
export interface Mark {
  readonly length: number;
  readonly turnover: number;
  readonly inexactFrom: number;
  readonly codings: number;
  readonly reasons: number;
}

/** The columns of the journal, each at least `length` long. To be read only up to a known length. */
export interface JournalColumns {
  /** The position of the event that the line belongs to. */
  readonly position: Uint32Array;
  readonly coding: Uint32Array;
  readonly slot: Int32Array;
  readonly layer: Uint8Array;
  /** Whole öre. */
  readonly ore: Float64Array;
  /** For forecasts: the ordinal of the round, from 1; else 0. */
  readonly round: Uint32Array;
  /** The number of the reason that the line names, from 1; 0 for none. */
  readonly reason: Uint32Array;
}

/**
 * The amounts of a ledger: one entry a line, in order of position, append-only. Parallel typed arrays, since a table is one scan
 * through them. Shared by all values of one history; each reads only up to its own length.
 */
export class Journal {
  readonly codings: Codings = new Codings();
  readonly standing: Standing = new Standing();
  readonly #reasons: string[] = [''];
  readonly #reasonIds = new Map<string, number>([['', 0]]);
  #columns: JournalColumns = allocate(1024);
  #length = 0;
  #turnover = 0;
  // The first line that came of a sum that was not exact.
  #inexactFrom = Number.POSITIVE_INFINITY;

  get length(): number {
    return this.#length;
  }

  get columns(): JournalColumns {
    return this.#columns;
  }

  /** Whether sums of lines could pass what is exact. */
  get overflows(): boolean {
    return this.#turnover > maxTurnover;
  }

  /** Whether sums of the first lines could, as an older value reads them. */
  overflowsWithin(length: number): boolean {
    if (!this.overflows) return false;
    let turnover = length > this.#inexactFrom ? Number.POSITIVE_INFINITY : 0;
    for (let at = 0; at < length; at++) turnover += Math.abs(this.#columns.ore[at] as number);
    return turnover > maxTurnover;
  }

  reasonText(id: number): string {
    return this.#reasons[id] ?? '';
  }

  reasonId(text: string | null): number {
    if (text === null) return 0;
    const known = this.#reasonIds.get(text);
    if (known !== undefined) return known;
    this.#reasonIds.set(text, this.#reasons.length);
    return this.#reasons.push(text) - 1;
  }

  append(position: number, lineLayer: Layer, coding: CodingId, slot: Slot, ore: number, round = 0, reason = 0): void {
    const at = this.#length;
    if (at === this.#columns.ore.length) this.#columns = grown(this.#columns);
    const columns = this.#columns;
    columns.position[at] = position;
    columns.coding[at] = coding;
    columns.slot[at] = slot;
    columns.layer[at] = lineLayer;
    columns.ore[at] = ore;
    columns.round[at] = round;
    columns.reason[at] = reason;
    this.#length = at + 1;
    this.#turnover += ore < 0 ? -ore : ore;
    if (lineLayer !== layer.outcome) this.standing.add(lineLayer, coding, slot, ore, 1);
  }

  /** Says that some sum on the way to a line was not exact. */
  overflow(): void {
    this.#turnover = Number.POSITIVE_INFINITY;
    this.#inexactFrom = Math.min(this.#inexactFrom, this.#length);
  }

  mark(): Mark {
    return {
      length: this.#length,
      turnover: this.#turnover,
      inexactFrom: this.#inexactFrom,
      codings: this.codings.size,
      reasons: this.#reasons.length,
    };
  }

  /** Takes back the lines after a mark, as if they had never been. */
  rollback(mark: Mark): void {
    const inexact = this.overflows;
    if (!inexact) for (let at = this.#length - 1; at >= mark.length; at--) this.#stand(at, -1);
    this.#length = mark.length;
    this.#turnover = mark.turnover;
    this.#inexactFrom = mark.inexactFrom;
    this.codings.truncate(mark.codings);
    for (const text of this.#reasons.splice(mark.reasons)) this.#reasonIds.delete(text);
    if (!inexact) return;
    // What went beyond exact sums cannot be subtracted again.
    this.standing.clear();
    for (let at = 0; at < mark.length; at++) this.#stand(at, 1);
  }

  /** Adds a line to what stands, or takes it back. */
  #stand(at: number, count: 1 | -1): void {
    const { coding, slot, layer: layers, ore } = this.#columns;
    const lineLayer = layers[at] as Layer;
    if (lineLayer !== layer.outcome)
      this.standing.add(lineLayer, coding[at] as number, slot[at] as number, count * (ore[at] as number), count);
  }

  /** How many lines belong to events up to and with a position. */
  lengthAt(position: number): number {
    return firstAfter(this.#columns.position, this.#length, position);
  }

  /** The lines of one event: from (inclusive) and to (exclusive). */
  linesOf(position: number): readonly [from: number, to: number] {
    return [this.lengthAt(position - 1), this.lengthAt(position)];
  }
}

/** The index of the first of `length` sorted values that is greater than `limit`. */
function firstAfter(sorted: Uint32Array, length: number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function allocate(capacity: number): JournalColumns {
  return {
    position: new Uint32Array(capacity),
    coding: new Uint32Array(capacity),
    slot: new Int32Array(capacity),
    layer: new Uint8Array(capacity),
    ore: new Float64Array(capacity),
    round: new Uint32Array(capacity),
    reason: new Uint32Array(capacity),
  };
}

function grown(from: JournalColumns): JournalColumns {
  const to = allocate(from.ore.length * 2);
  to.position.set(from.position);
  to.coding.set(from.coding);
  to.slot.set(from.slot);
  to.layer.set(from.layer);
  to.ore.set(from.ore);
  to.round.set(from.round);
  to.reason.set(from.reason);
  return to;
}
