import type { Slot } from '../base/slot.js';
import type { Codes } from '../events/reason.js';
import type { LedgerState } from '../evolve/state.js';
import type { CodingId, Codings } from '../journal/codings.js';
import type { Placement } from '../table/placement.js';
import { part, Places } from '../table/placement.js';
import type { Organisation, Selection } from '../table/spec.js';

/** How lines of one coding and month fall in a selection. */
export interface Fall {
  /** Wholly, not at all, or else how they are parted: falls of one form take the same share of any amount. */
  readonly form: string;
  readonly placement: Placement;
  /** The month in whose organisation they are seen. */
  readonly month: Slot;
  /** Of the placement's ends, those in the selection. */
  readonly selected: ReadonlySet<Codes>;
}

const wholly = 'whole';
const notAtAll = 'none';

/** Where lines fall: the codes they lie on in an organisation, and whether a selection takes them. */
export class Falls {
  readonly #codings: Codings;
  readonly #organisation: Organisation;
  readonly #where: Selection;
  readonly #known = new Map<number, Fall>();
  #places: Places;

  constructor(codings: Codings, state: LedgerState, organisation: Organisation, where: Selection) {
    this.#codings = codings;
    this.#organisation = organisation;
    this.#where = where;
    this.#places = new Places(state, organisation);
  }

  /** Lines of one key fall alike: by coding, or by coding and month where each line is seen in its own. */
  key(coding: CodingId, slot: Slot): number {
    return this.#places.asWas ? coding * 200_000 + this.#places.month(slot) : coding;
  }

  at(coding: CodingId, slot: Slot): Fall {
    const key = this.key(coding, slot);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const month = this.#places.month(slot);
    const placement = this.#places.place(this.#codings.codes(coding), month);
    const selected = new Set<Codes>();
    for (const codes of endsOf(placement)) if (this.#places.selects(this.#where, codes, month)) selected.add(codes);
    const fall = { form: formOf(placement, selected), placement, month, selected };
    this.#known.set(key, fall);
    return fall;
  }

  /** Sees the trees as they are now. What is not among the keys given lies where it lay. */
  renew(state: LedgerState, keys: Iterable<number>): void {
    this.#places = new Places(state, this.#organisation);
    for (const key of keys) this.#known.delete(key);
  }
}

/** How much of an amount falls in the selection. */
export function shareOf(fall: Fall, ore: number): number {
  if (fall.form === wholly) return ore;
  let share = 0;
  if (fall.form !== notAtAll) eachPiece(fall, ore, (_codes, each) => (share += each));
  return share;
}

/** The parts of an amount that fall in the selection, each on its codes. */
export function eachPiece({ form, placement, selected }: Fall, ore: number, give: (codes: Codes, ore: number) => void): void {
  if (form === notAtAll) return;
  part(placement, ore, (codes, each) => {
    if (each !== 0 && selected.has(codes)) give(codes, each);
  });
}

/** Whether a fall takes all of an amount, or nothing. */
export const isEven = ({ form }: Fall): boolean => form === wholly || form === notAtAll;

/** Whether all lines of a coding fall wholly (true) or not at all (false), in all slots of a span alike; else undefined. */
export function fallsWholly(falls: Falls, from: Slot, to: Slot, coding: CodingId): boolean | undefined {
  const { form } = falls.at(coding, from);
  for (let slot = from; slot <= to; slot++) if (falls.at(coding, slot).form !== form) return undefined;
  return form === wholly ? true : form === notAtAll ? false : undefined;
}

function endsOf(placement: Placement): readonly Codes[] {
  return 'codes' in placement ? [placement.codes] : placement.parts.flatMap(endsOf);
}

function formOf(placement: Placement, selected: ReadonlySet<Codes>): string {
  const ends = endsOf(placement);
  if (ends.every((codes) => selected.has(codes))) return wholly;
  if (!ends.some((codes) => selected.has(codes))) return notAtAll;
  const told = (each: Placement): unknown => ('codes' in each ? selected.has(each.codes) : [each.weights, each.parts.map(told)]);
  return JSON.stringify(told(placement));
}
