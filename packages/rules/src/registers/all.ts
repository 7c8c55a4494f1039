import { actionPlanRegister } from './action-plan.js';
import { commentsRegister } from './comments.js';
import { decisionsRegister } from './decisions.js';
import type { Register } from './register.js';

/** The registers, by name. */
export const registers: ReadonlyMap<string, Register> = new Map<string, Register>([
  ['action-plan', actionPlanRegister],
  ['comments', commentsRegister],
  ['decisions', decisionsRegister],
]);
