import type { NumberFormat } from '@driftbok/rules';

/** Half away from zero by looking at digits, one at a time: `digits` without its last `dropped`, one more where those begin with 5 or more. */
function roundDigits(digits: string, dropped: number): string {
  if (dropped === 0) return digits;
  const padded = digits.padStart(dropped + 1, '0');
  const kept = padded.slice(0, -dropped);
  return '56789'.includes(padded.charAt(padded.length - dropped)) ? String(BigInt(kept) + 1n) : kept;
}

const zerosIn = { kr: 2, tkr: 5, mnkr: 8 } as const;

/** The oracle of `formatNumber`: strings only. */
export function naiveFormat(ore: number, format: NumberFormat): string {
  const rounded = roundDigits(String(Math.abs(ore)), zerosIn[format.unit] - format.decimals);
  const padded = rounded.padStart(format.decimals + 1, '0');
  const cut = padded.length - format.decimals;
  let whole = '';
  for (let at = 0; at < cut; at++) {
    if (at > 0 && (cut - at) % 3 === 0) whole += format.thousands;
    whole += padded.charAt(at);
  }
  const shown = format.decimals === 0 ? whole : whole + format.decimal + padded.slice(cut);
  if (!/[1-9]/.test(shown)) return shown;
  if (ore < 0) return format.minus + shown;
  return format.plus ? `+${shown}` : shown;
}

/** The öre that `naiveFormat` shows, with BigInt so that nothing is rounded twice. */
export function naiveRound(ore: number, format: Pick<NumberFormat, 'unit' | 'decimals'>): bigint {
  const dropped = zerosIn[format.unit] - format.decimals;
  const size = BigInt(roundDigits(String(Math.abs(ore)), dropped) + '0'.repeat(dropped));
  return ore < 0 ? -size : size;
}
