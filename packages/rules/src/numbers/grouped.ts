import type { Decimal } from '@driftbok/core';
import { formatDecimal } from './decimal-format.js';
import { contractFormat, tkr } from './format.js';

/** A number inside a sentence, grouped as tables show theirs: "-342 880". With the decimals it has, or at most so many. */
export const grouped = (value: Decimal, decimals?: number): string =>
  formatDecimal(value, { ...contractFormat(tkr), decimals: Math.min(value.decimalPlaces(), decimals ?? 20), percent: '' });
