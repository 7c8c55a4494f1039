import { actionPlanRegister } from './action-plan.js';
import { assignmentList } from './assignments/list.js';
import { planAgainstReport } from './assignments/plan.js';
import { assignmentStatus } from './assignments/status.js';
import { commentsRegister } from './comments.js';
import { decisionsRegister } from './decisions.js';
import { driversRegister } from './drivers.js';
import { goalsRegister } from './goals.js';
import { indicatorsRegister } from './indicators.js';
import { seriesRegister } from './series.js';
import { monthsRegister } from './months.js';
import { organisationChangeRegister } from './organisation-change.js';
import { volumeAndMoneyRegister } from './volume-and-money.js';
import { volumePriceRegister } from './volume-price.js';
import { statedFigures } from './stated-figures.js';
import type { Register } from './register.js';

/** The registers, by name. */
export const registers: ReadonlyMap<string, Register> = new Map<string, Register>([
  ['action-plan', actionPlanRegister],
  ['stated-figures', statedFigures],
  ['comments', commentsRegister],
  ['decisions', decisionsRegister],
  ['drivers', driversRegister],
  ['volume-price', volumePriceRegister],
  ['assignments', assignmentList],
  ['assignment-status', assignmentStatus],
  ['assignment-plan', planAgainstReport],
  ['goals', goalsRegister],
  ['indicators', indicatorsRegister],
  ['indicator-series', seriesRegister],
  ['volume-and-money', volumeAndMoneyRegister],
  ['months', monthsRegister],
  ['organisation-change', organisationChangeRegister],
]);
