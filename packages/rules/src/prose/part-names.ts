import type { EventId, Explanation, GroupBy, Part } from '@driftbok/core';
import { fill } from '../words/fill.js';
import type { Prose } from './prose.js';

/**
 * An explanation with its parts called what people call them: drivers, types of event, codes with their labels. Labels that events carry
 * themselves stay; ids stay everywhere, so that what is told can be found again.
 *
 * @param by what the explanation was asked to be by
 * @param positionOf where an event stands in the ledger, to tell apart events that are called the same; their labels stay alike without
 *
 * @example
 * ```ts
 * import { orThrow, parseAmount } from '@driftbok/core';
 * import { namedParts, swedishProse } from '@driftbok/rules';
 * const amount = orThrow(parseAmount('1800000.00'));
 * const nought = orThrow(parseAmount('0.00'));
 * const common = { evidence: undefined, events: [], parts: [], unexplained: nought };
 * const funding = { ...common, id: 'funding', label: 'funding', driver: 'funding' as const, amount };
 * const cut = { given: '2025-P3', position: 9 };
 * const split = { forecast: amount, budget: nought, outcome: nought, organisation: nought };
 * const explanation = { metric: 'forecast' as const, from: cut, to: cut, total: amount, parts: [funding], unexplained: nought, split };
 * namedParts(explanation, 'driver', swedishProse).parts[0]?.label // => 'statsbidrag'
 * ```
 */
export function namedParts(
  explanation: Explanation,
  by: GroupBy,
  prose: Prose,
  positionOf: (event: EventId) => number | undefined = () => undefined,
): Explanation {
  return { ...explanation, parts: all(explanation.parts) };

  function all(parts: readonly Part[]): readonly Part[] {
    const labels = parts.map(labelOf);
    return parts.map((part, index) => {
      const label = labels[index] ?? part.label;
      const alone = labels.indexOf(label) === labels.lastIndexOf(label);
      return { ...part, label: alone || by !== 'event' ? label : numbered(label, part.id), parts: all(part.parts) };
    });
  }

  function labelOf({ id, label, driver }: Part): string {
    // A part for a driver, or that of the budget or the trees. A reason whose id is a driver's has a label of its own.
    if (driver !== undefined && id === driver && label === driver) return prose.drivers[driver];
    if (by === 'unit') return id === label ? label : fill(prose.unit, { code: id, label }).text;
    if (by === 'decision') return id === 'none' && label === 'none' ? prose.noDecision : label;
    // Beneath the budget's part, whose driver it shares, parts are types of event; a reason may be called what it likes.
    const isType = by === 'event' || (driver === 'budget' && id === label);
    return isType && Object.hasOwn(prose.events, label) ? (prose.events[label] ?? label) : label;
  }

  function numbered(label: string, id: EventId): string {
    const position = positionOf(id);
    return position === undefined ? label : fill(prose.numbered, { label, position: String(position) }).text;
  }
}
