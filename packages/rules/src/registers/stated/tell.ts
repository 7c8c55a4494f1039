import type { FigureStated } from '@driftbok/core';
import { Decimal } from '@driftbok/core';
import { grouped } from '../../numbers/grouped.js';
import type { PresentedFinding } from '../../present/presented.js';
import type { Held, StatedAndHeld } from './held.js';
import { inThousands } from './held.js';

const units = { percent: ' %', count: '', days: ' dagar' } as const;

/** A figure in its own unit, with the decimals that it needs and at most so many; an amount as its table shows it, in tkr where that tells it all. */
function shown(claim: FigureStated, value: Decimal, decimals: number): string {
  const { unit } = claim;
  if (unit !== 'kr') return `${grouped(value, decimals)}${units[unit]}`;
  if (!inThousands(claim)) return `${grouped(value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP))} kr`;
  const thousands = value.div(1000);
  const places = thousands.isZero() || thousands.abs().gte(1) ? 0 : 2;
  return `${grouped(thousands.toDecimalPlaces(places, Decimal.ROUND_HALF_UP))} tkr`;
}

/** What a reader should know of a stated figure: each way in which it does not come out, with its arithmetic. */
export function findingsOf({ claim, ways }: StatedAndHeld): readonly PresentedFinding[] {
  return ways.filter(({ verdict }) => verdict !== 'agrees').map((way) => findingOf(claim, way));
}

function findingOf(claim: FigureStated, way: Held): PresentedFinding {
  const { unit, label, figure, sense } = claim;
  const difference = way.computed.minus(figure);
  const decimals = unit === 'kr' ? 2 : new Decimal(claim.precision).decimalPlaces() + 1;
  const stated = shown(claim, new Decimal(figure), 10);
  const bound = sense === undefined ? '' : sense === 'below' ? 'mindre än ' : 'mer än ';
  const arithmetic = way.arithmetic === '' ? '' : ` = ${way.arithmetic}`;
  const off = sense === undefined ? ` (${shown(claim, difference, decimals)} ifrån)` : '';
  const base =
    way.wrongBase === undefined ? '' : ` Delat med det senare året i stället blir det ${shown(claim, way.wrongBase.abs(), decimals)}.`;
  const small = way.verdict === 'rounding' ? ' Skillnaden ryms i avrundningen.' : '';
  return {
    code: way.verdict === 'rounding' ? 'stated-rounding' : 'stated-figure',
    severity: way.verdict === 'rounding' ? 'note' : 'warning',
    where: [`claim:${claim.claim}`],
    by: unit === 'kr' ? difference.toFixed(2) : difference.toDecimalPlaces(decimals).toString(),
    message: `${label}: texten säger ${bound}${stated}, uppgifterna ger ${shown(claim, way.computed, decimals)}${arithmetic}${off}.${small}${base}`,
  };
}
