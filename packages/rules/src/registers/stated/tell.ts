import type { FigureStated } from '@driftbok/core';
import { Decimal } from '@driftbok/core';
import { formatDecimal } from '../../numbers/decimal-format.js';
import { contractFormat, tkr } from '../../numbers/format.js';
import type { PresentedFinding } from '../../present/presented.js';
import type { Held, StatedAndHeld } from './held.js';

const units = { kr: ' kr', percent: ' %', count: '', days: ' dagar' } as const;

/** A figure in its own unit, with the decimals that it needs and at most so many. */
function shown(unit: FigureStated['unit'], value: Decimal, decimals: number): string {
  const places = Math.min(value.decimalPlaces(), decimals);
  return `${formatDecimal(value, { ...contractFormat(tkr), decimals: places, percent: '' })}${units[unit]}`;
}

/** What a reader should know of a stated figure: each way in which it does not come out, with its arithmetic. */
export function findingsOf({ claim, ways }: StatedAndHeld): readonly PresentedFinding[] {
  return ways.filter(({ verdict }) => verdict !== 'agrees').map((way) => findingOf(claim, way));
}

function findingOf(claim: FigureStated, way: Held): PresentedFinding {
  const { unit, label, figure, sense } = claim;
  const difference = way.computed.minus(figure);
  const decimals = unit === 'kr' ? 2 : new Decimal(claim.precision).decimalPlaces() + 1;
  const stated = shown(unit, new Decimal(figure), 10);
  const bound = sense === undefined ? '' : sense === 'below' ? 'mindre än ' : 'mer än ';
  const arithmetic = way.arithmetic === '' ? '' : ` = ${way.arithmetic}`;
  const off = sense === undefined ? ` (${shown(unit, difference, decimals)} ifrån)` : '';
  const base =
    way.wrongBase === undefined ? '' : ` Delat med det senare året i stället blir det ${shown(unit, way.wrongBase.abs(), decimals)}.`;
  const small = way.verdict === 'rounding' ? ' Skillnaden ryms i avrundningen.' : '';
  return {
    code: way.verdict === 'rounding' ? 'stated-rounding' : 'stated-figure',
    severity: way.verdict === 'rounding' ? 'note' : 'warning',
    where: [`claim:${claim.claim}`],
    by: unit === 'kr' ? difference.toFixed(2) : difference.toDecimalPlaces(decimals).toString(),
    message: `${label}: texten säger ${bound}${stated}, uppgifterna ger ${shown(unit, way.computed, decimals)}${arithmetic}${off}.${small}${base}`,
  };
}
