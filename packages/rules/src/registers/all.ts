import { goalsRegister } from './goals.js';
import { indicatorsRegister } from './indicators.js';
import type { Register } from './register.js';
import { seriesRegister } from './series.js';

/** The registers, by name. */
export const registers: ReadonlyMap<string, Register> = new Map<string, Register>([
  ['goals', goalsRegister],
  ['indicators', indicatorsRegister],
  ['indicator-series', seriesRegister],
]);
