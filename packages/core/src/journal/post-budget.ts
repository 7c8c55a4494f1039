import { spread } from '../base/decimal.js';
import { SLOTS_A_YEAR } from '../base/slot.js';
import type { Lines } from '../events/lines.js';
import type { CodingId } from './codings.js';
import type { Journal } from './journal.js';
import type { Layer } from './layer.js';
import { layer } from './layer.js';
import { eachRow, rowsByCoding } from './rows.js';

type BudgetPart = 'adopted' | 'adjusted';

const explicitLayer: Readonly<Record<BudgetPart, Layer>> = { adopted: layer.budgetAdopted, adjusted: layer.budgetAdjusted };
const linearLayer: Readonly<Record<BudgetPart, Layer>> = { adopted: layer.budgetAdoptedLinear, adjusted: layer.budgetAdjustedLinear };
const parts: readonly BudgetPart[] = ['adopted', 'adjusted'];

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** What a coding's year holds in a layer, January to December, and whether anything does. */
function monthsOf(journal: Journal, of: Layer, coding: CodingId, year: number): { readonly ore: readonly number[]; readonly any: boolean } {
  const slots = journal.standing.year(of, coding, year).slice(1);
  return { ore: slots.map((ore) => ore ?? 0), any: slots.some((ore) => ore !== undefined) };
}

/** The months that a coding's budget was given in so many words, adopted and adjusted together. */
function explicitMonths(journal: Journal, coding: CodingId, year: number): { readonly ore: readonly number[]; readonly any: boolean } {
  const [adopted, adjusted] = parts.map((part) => monthsOf(journal, explicitLayer[part], coding, year));
  return {
    ore: months.map((_, index) => (adopted?.ore[index] ?? 0) + (adjusted?.ore[index] ?? 0)),
    any: adopted?.any === true || adjusted?.any === true,
  };
}

/**
 * Journals budget lines. A line with a month goes there; one for the whole year is spread over the months as its coding's phasing
 * is, else in twelfths, in the linear layer.
 */
export function postBudget(journal: Journal, position: number, part: BudgetPart, lines: Lines): void {
  // A phasing is what stood before this event, so that the order of its rows does not matter.
  const phasing = new Map<CodingId, readonly number[] | undefined>();
  const phasingOf = (coding: CodingId, year: number): readonly number[] | undefined => {
    if (!phasing.has(coding)) {
      const { ore, any } = explicitMonths(journal, coding, year);
      phasing.set(coding, any && ore.some((each) => each !== 0) ? ore : undefined);
    }
    return phasing.get(coding);
  };
  const whole: { readonly coding: CodingId; readonly year: number; readonly ore: number }[] = [];
  const given: { readonly coding: CodingId; readonly slot: number; readonly ore: number }[] = [];
  eachRow(journal, lines, (coding, slot, ore) => {
    const year = Math.floor(slot / SLOTS_A_YEAR);
    if (slot % SLOTS_A_YEAR === 0) {
      phasingOf(coding, year);
      whole.push({ coding, year, ore });
    } else given.push({ coding, slot, ore });
  });
  for (const { coding, slot, ore } of given) journal.append(position, explicitLayer[part], coding, slot, ore);
  for (const { coding, year, ore } of whole) {
    const weights = phasingOf(coding, year);
    const target = weights === undefined ? linearLayer[part] : explicitLayer[part];
    const shares = spread(ore, weights ?? months.map(() => 1));
    shares.forEach((share, index) => journal.append(position, target, coding, year * SLOTS_A_YEAR + index + 1, share));
  }
}

/**
 * Journals a phasing: the linear lines of each coding named are taken back and its months become those given. The adopted part of
 * the year's budget follows the same months as the whole, so that the original budget of a period has a meaning too.
 */
export function postPhasing(journal: Journal, position: number, year: number, lines: Lines): void {
  for (const [coding, { bySlot }] of rowsByCoding(journal, lines)) {
    const wanted = months.map((month) => bySlot.get(year * SLOTS_A_YEAR + month)?.ore ?? 0);
    const before = parts.map((part) => {
      const explicit = monthsOf(journal, explicitLayer[part], coding, year).ore;
      const linear = monthsOf(journal, linearLayer[part], coding, year);
      const total = months.reduce((sum, _, index) => sum + (explicit[index] ?? 0) + (linear.ore[index] ?? 0), 0);
      return { part, explicit, linear, total };
    });
    const adoptedTotal = before[0]?.total ?? 0;
    const yearTotal = adoptedTotal + (before[1]?.total ?? 0);
    const adopted =
      yearTotal === adoptedTotal
        ? wanted
        : yearTotal === 0
          ? spread(
              adoptedTotal,
              months.map(() => 1),
            )
          : spread(adoptedTotal, wanted);
    for (const { part, explicit, linear } of before) {
      months.forEach((month, index) => {
        const slot = year * SLOTS_A_YEAR + month;
        const taken = linear.ore[index] ?? 0;
        if (taken !== 0) journal.append(position, linearLayer[part], coding, slot, -taken);
        const target = part === 'adopted' ? (adopted[index] ?? 0) : (wanted[index] ?? 0) - (adopted[index] ?? 0);
        const change = target - (explicit[index] ?? 0);
        if (change !== 0) journal.append(position, explicitLayer[part], coding, slot, change);
      });
    }
  }
}

/** The budget of a coding's year so far, in öre: all its months, however they came about. */
export function yearBudget(journal: Journal, coding: CodingId, year: number): number {
  const layers: readonly Layer[] = [...parts.map((part) => explicitLayer[part]), ...parts.map((part) => linearLayer[part])];
  return layers.reduce<number>((sum, each) => sum + monthsOf(journal, each, coding, year).ore.reduce((a, b) => a + b, 0), 0);
}
