import type { Amount, Codes, Explanation, Part } from '@driftbok/core';
import type { NumberFormat } from '../numbers/format.js';
import { formatNumber, stepOf } from '../numbers/format.js';
import { fill } from '../words/fill.js';
import type { Prose } from './prose.js';
import type { ShownPart } from './shown-parts.js';
import { shownParts } from './shown-parts.js';

/** What an explanation's words are about. */
export interface ProseAbout {
  /** The number, as a sentence begins with it: "Prognosen för 2025". */
  readonly what: string;
  /** What it is held against, in the middle of a sentence: "delår april". */
  readonly from: string;
  /** The number at both cuts, in öre, where the sentence is to tell them. */
  readonly before?: Amount;
  readonly after?: Amount;
  /** Whether codes are of income or of cost, for "intäkter ökat"; undefined where that is not known. */
  readonly kindOf?: (codes: Codes) => 'income' | 'cost' | undefined;
  /** The öre that words round to, where coarser than the format's last digit: 10 000 000 for hundreds of tkr. */
  readonly roundedTo?: number;
}

/** An explanation told. */
export interface ToldExplanation {
  readonly sentences: readonly string[];
  readonly paragraph: string;
}

/**
 * Tells an explanation in sentences: how much it moved and which way, where it was and is, what pulled that way and what the other way
 * (the largest first, nested parts with their own words), what the budget and the organisation did, and what nobody has explained. The
 * amounts told add up.
 */
export function explanationInWords(explanation: Explanation, about: ProseAbout, prose: Prose, format: NumberFormat): ToldExplanation {
  const step = about.roundedTo ?? stepOf(format);
  const shown = shownParts(explanation, step);
  const money = (steps: number): string => `${formatNumber((steps === 0 ? 0 : steps * step) as Amount, format)} ${format.unit}`;
  const size = (steps: number): string => money(Math.abs(steps));
  const say = (template: string, values: Readonly<Record<string, string>>): string => fill(template, values).text;
  const atOneCut = explanation.from.given === 'budget';

  const causes = shown.parts.filter(({ part, steps }) => steps !== 0 && !isFrame(part));
  const sign = Math.sign(shown.total);
  const along = causes.filter(({ steps }) => Math.sign(steps) === (sign === 0 ? 1 : sign));
  const against = causes.filter(({ steps }) => Math.sign(steps) === (sign === 0 ? -1 : -sign));
  const sentences = [headline(), ...level(), ...listed(along, alongTemplate()), ...listed(against, prose.against), ...frames(), ...rest()];
  return { sentences, paragraph: sentences.join(' ') };

  function headline(): string {
    const values = { what: about.what, from: about.from, amount: size(shown.total) };
    if (atOneCut) return say(sign > 0 ? prose.showsSurplus : sign < 0 ? prose.showsDeficit : prose.showsBalance, values);
    return say(sign > 0 ? prose.improved : sign < 0 ? prose.worsened : prose.unchanged, values);
  }

  function level(): readonly string[] {
    if (about.before === undefined || about.after === undefined || atOneCut) return [];
    const named = (amount: Amount): string => {
      const text = formatNumber(Math.abs(amount) as Amount, format);
      return say(amount > 0 ? prose.surplus : amount < 0 ? prose.deficit : prose.balance, { amount: `${text} ${format.unit}` });
    };
    return [say(prose.level, { before: named(about.before), after: named(about.after) })];
  }

  function alongTemplate(): string {
    if (atOneCut) return sign >= 0 ? prose.surplusBy : prose.deficitBy;
    return sign >= 0 ? prose.improvedBy : prose.worsenedBy;
  }

  function listed(parts: readonly ShownPart[], template: string): readonly string[] {
    if (parts.length === 0) return [];
    const inOrder = [...parts].sort((a, b) => Math.abs(b.steps) - Math.abs(a.steps));
    return [say(template, { list: join(inOrder.map(cause), prose.and) })];
  }

  function cause({ part, steps, parts }: ShownPart): string {
    const told = parts.filter((each) => each.steps !== 0);
    const values = { label: part.label, amount: size(steps) };
    if (told.length === 0) return say(prose.cause, values);
    return say(prose.causeWithParts, { ...values, parts: join(told.map(nested), prose.while) });
  }

  function nested({ part, steps }: ShownPart): string {
    const kind = part.coding === undefined ? undefined : about.kindOf?.(part.coding);
    const values = { label: part.label, amount: size(steps) };
    if (kind === 'income') return say(steps > 0 ? prose.incomeRose : prose.incomeFell, values);
    // Natural signs: a cost that rises makes the result worse.
    if (kind === 'cost') return say(steps < 0 ? prose.costRose : prose.costFell, values);
    return say(steps > 0 ? prose.partBetter : prose.partWorse, values);
  }

  function frames(): readonly string[] {
    return shown.parts.flatMap(({ part, steps }) => {
      if (steps === 0 || !isFrame(part)) return [];
      return [say(part.id === 'budget' ? prose.budgetMoved : prose.organisationMoved, { amount: money(steps) })];
    });
  }

  function rest(): readonly string[] {
    return shown.unexplained === 0 ? [] : [say(prose.unexplained, { amount: money(shown.unexplained) })];
  }
}

/** Whether a part is the budget's or the organisation's, and not a group of events or a code that is called so. */
const isFrame = ({ id, driver }: Part): boolean => id === driver && (id === 'budget' || id === 'reorganisation');

/** "a, b och c". */
function join(items: readonly string[], last: string): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')}${last}${items.at(-1) ?? ''}`;
}
