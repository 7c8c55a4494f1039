import type { Amount } from '@driftbok/core';
import { divideRounded } from '@driftbok/core';
import type { NumberFormat, Prose, ShownExplanation, ShownPart } from '@driftbok/rules';
import { formatNumber } from '@driftbok/rules';

/** What a waterfall is drawn of. */
export interface Waterfall {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** Öre: where the bars start from; 0 for a deviation against the budget. */
  readonly before: Amount;
  /** Öre: how far it is from there to where they end. */
  readonly total: Amount;
  readonly shown: ShownExplanation;
  /** Öre in a step. */
  readonly step: number;
  readonly format: NumberFormat;
  /** What is not explained, what a stated reason holds beyond its parts, and what rounding leaves are called. */
  readonly prose: Pick<Prose, 'rest' | 'otherwise' | 'rounding'>;
}

interface Bar {
  readonly label: string;
  readonly amount: string;
  readonly from: number;
  readonly to: number;
}

const barWidth = 40;

/**
 * A waterfall for the terminal: a line a part, its amount, and a bar from where the parts before it led to where it leads. Nested parts
 * stand beneath theirs without a bar, since they are in it. Both ends and the move between them are rounded from what they are exactly, as
 * the words beneath tell them; where these miss each other, the last line but one says by how much.
 */
export function drawWaterfall({ title, from, to, before, total, shown, step, format, prose }: Waterfall): string {
  const money = (steps: number, sign = true): string =>
    `${sign && steps > 0 ? '+' : ''}${formatNumber((steps === 0 ? 0 : steps * step) as Amount, format)}`;
  const { rest, otherwise, rounding } = prose;
  const rounded = (ore: bigint): number => Number(divideRounded(ore, BigInt(step)));
  const start = rounded(BigInt(before));
  const end = rounded(BigInt(before) + BigInt(total));
  const missing = end - start - shown.total;
  let level = start;
  const move = (steps: number): { readonly from: number; readonly to: number } => {
    level += steps;
    return { from: level - steps, to: level };
  };
  const inside = (label: string, steps: number, depth: number): Bar => ({
    label: `${'  '.repeat(depth)}${label}`,
    amount: money(steps),
    from: 0,
    to: 0,
  });
  const nested = ({ part, parts, unexplained }: ShownPart, depth: number): readonly Bar[] => [
    ...parts.flatMap((each): readonly Bar[] => [inside(each.part.label, each.steps, depth), ...nested(each, depth + 1)]),
    // A part without a driver is no reason but a part of the whole that reasons are stated for: what they leave over nobody has explained.
    ...(unexplained === 0 ? [] : [inside(part.driver === undefined ? rest : otherwise, unexplained, depth)]),
  ];
  const bars: readonly Bar[] = [
    { label: from, amount: money(start, false), from: 0, to: start },
    ...shown.parts.flatMap((each): readonly Bar[] => [
      { label: each.part.label, amount: money(each.steps), ...move(each.steps) },
      ...nested(each, 1),
    ]),
    ...(shown.unexplained === 0 ? [] : [{ label: rest, amount: money(shown.unexplained), ...move(shown.unexplained) }]),
    ...(missing === 0 ? [] : [{ label: rounding, amount: money(missing), ...move(missing) }]),
    { label: to, amount: money(end, false), from: 0, to: end },
  ];
  const low = Math.min(0, ...bars.flatMap((bar) => [bar.from, bar.to]));
  const high = Math.max(0, ...bars.flatMap((bar) => [bar.from, bar.to]));
  const at = (steps: number): number => (high === low ? 0 : Math.round(((steps - low) / (high - low)) * barWidth));
  const labels = Math.max(...bars.map(({ label }) => Array.from(label).length));
  const amounts = Math.max(...bars.map(({ amount }) => amount.length));
  const lines = bars.map((bar) => {
    const [left, right] = [at(Math.min(bar.from, bar.to)), at(Math.max(bar.from, bar.to))];
    const drawn = bar.from === bar.to ? '' : `${' '.repeat(left)}${(bar.to < bar.from ? '░' : '█').repeat(Math.max(1, right - left))}`;
    return `${pad(bar.label, labels)}  ${bar.amount.padStart(amounts)}  ${drawn}`.trimEnd();
  });
  return `${title} (${format.unit})\n\n${lines.join('\n')}\n`;
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - Array.from(text).length));
