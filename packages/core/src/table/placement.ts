import { spread } from '../base/decimal.js';
import { Decimal } from '../base/decimal.js';
import type { Slot } from '../base/slot.js';
import { slotOf } from '../base/slot.js';
import type { Code, DimensionId } from '../events/fields.js';
import type { Codes } from '../events/reason.js';
import { codeIn } from '../events/reason.js';
import type { Successor } from '../events/structure.js';
import type { CodeState, LedgerState } from '../evolve/state.js';
import { monthSlot, pathUp } from '../evolve/tree.js';
import type { Organisation, Selection } from './spec.js';

/** Where a line falls in an organisation: on one set of codes, or parted over several by shares. */
export type Placement = { readonly codes: Codes } | { readonly parts: readonly Placement[]; readonly weights: readonly number[] };

interface Step {
  readonly dimension: DimensionId;
  readonly from: string;
  readonly successors: readonly Successor[];
}

const none: ReadonlySet<string> = new Set();
const SHARE_UNITS = new Decimal(10).pow(12);

/**
 * Where lines are shown: in the organisation of one month, into which older codes are recast through their successors, or each in
 * the one of its own month.
 */
export class Places {
  readonly #state: LedgerState;
  readonly #fixed: Slot | undefined;
  readonly #paths = new Map<string, ReadonlySet<Code>>();
  /** Codes that were split without known shares, and so stay where they were. */
  readonly unsplit: Set<string> = new Set();

  constructor(state: LedgerState, organisation: Organisation) {
    this.#state = state;
    this.#fixed = organisation === 'as-was' ? undefined : slotOf(organisation);
  }

  /** Whether each line is shown in its own month's organisation. */
  get asWas(): boolean {
    return this.#fixed === undefined;
  }

  /** The month whose organisation a line of a slot is shown in. */
  month(slot: Slot): Slot {
    return this.#fixed ?? monthSlot(slot);
  }

  /** The codes that a coding's lines fall on in a month's organisation. A circle, which decide refuses, is cut where it closes. */
  place(codes: Codes, month: Slot, passed: ReadonlySet<string> = none): Placement {
    let path: Set<string> | undefined;
    let at = codes;
    for (;;) {
      const step = this.#step(at, month, path ?? passed);
      if (step === undefined) return { codes: at };
      const { dimension, successors } = step;
      path = (path ?? new Set(passed)).add(step.from);
      const [only, ...others] = successors.map(({ code }): Codes => ({ ...at, [dimension]: code }));
      if (only === undefined) return { codes: at };
      if (others.length > 0) {
        const weights = successors.map(({ share }) => new Decimal(share ?? 0).times(SHARE_UNITS).toNumber());
        return { parts: [only, ...others].map((each) => this.place(each, month, path)), weights };
      }
      at = only;
    }
  }

  /** The first of some codes that goes on in others, of those not passed yet. */
  #step(codes: Codes, month: Slot, passed: ReadonlySet<string>): Step | undefined {
    for (const [dimension, code] of Object.entries(codes)) {
      const successors = this.#successors(dimension, this.#state.dimensions.get(dimension)?.codes.get(code), month);
      const from = `${dimension} ${code}`;
      if (successors !== undefined && !passed.has(from)) return { dimension, from, successors };
    }
    return undefined;
  }

  #successors(
    dimension: DimensionId,
    state: CodeState | undefined,
    month: Slot,
  ): readonly Successor[] | undefined {
    const succeeded = state?.succeeded;
    if (state === undefined || succeeded === undefined || succeeded.from > month) return undefined;
    const { successors } = succeeded;
    if (successors.length > 1 && successors.some(({ share }) => share === undefined)) {
      this.unsplit.add(`${dimension}:${state.code}`);
      return undefined;
    }
    return successors;
  }

  /** Whether codes lie at or beneath a selection's, in every dimension it names. */
  selects(where: Selection, codes: Codes, month: Slot): boolean {
    return Object.entries(where).every(([dimension, wanted]) => {
      const code = codeIn(codes, dimension);
      if (code === undefined) return false;
      const path = this.path(dimension, code, month);
      return wanted.some((each) => path.has(each));
    });
  }

  /** A code and all above it in a month. */
  path(dimension: DimensionId, code: Code, month: Slot): ReadonlySet<Code> {
    const key = `${month} ${dimension} ${code}`;
    const known = this.#paths.get(key);
    if (known !== undefined) return known;
    const state = this.#state.dimensions.get(dimension);
    const path = new Set(state === undefined ? [code] : pathUp(state, code, month));
    this.#paths.set(key, path);
    return path;
  }
}

/** Parts an amount as a placement says; the parts add up to it to the öre. */
export function part(placement: Placement, ore: number, give: (codes: Codes, ore: number) => void): void {
  if ('codes' in placement) return give(placement.codes, ore);
  const shares = spread(ore, placement.weights);
  placement.parts.forEach((each, index) => part(each, shares[index] ?? 0, give));
}
