import { driversRegister } from './drivers.js';
import { monthsRegister } from './months.js';
import { organisationChangeRegister } from './organisation-change.js';
import type { Register } from './register.js';
import { volumeAndMoneyRegister } from './volume-and-money.js';
import { volumePriceRegister } from './volume-price.js';

/** The registers, by name. */
export const registers: ReadonlyMap<string, Register> = new Map<string, Register>([
  ['drivers', driversRegister],
  ['volume-price', volumePriceRegister],
  ['volume-and-money', volumeAndMoneyRegister],
  ['months', monthsRegister],
  ['organisation-change', organisationChangeRegister],
]);
