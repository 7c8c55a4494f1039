import { actionPlanRegister } from './action-plan.js';
import { commentsRegister } from './comments.js';
import { decisionsRegister } from './decisions.js';
import { driversRegister } from './drivers.js';
import { assignmentList } from './assignments/list.js';
import { planAgainstReport } from './assignments/plan.js';
import { assignmentStatus } from './assignments/status.js';
import type { Register } from './register.js';
import { volumePriceRegister } from './volume-price.js';

/** The registers, by name. */
export const registers: ReadonlyMap<string, Register> = new Map<string, Register>([
  ['action-plan', actionPlanRegister],
  ['comments', commentsRegister],
  ['decisions', decisionsRegister],
  ['drivers', driversRegister],
  ['volume-price', volumePriceRegister],
  ['assignments', assignmentList],
  ['assignment-status', assignmentStatus],
  ['assignment-plan', planAgainstReport],
]);
