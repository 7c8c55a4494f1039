import { assignmentList } from './assignments/list.js';
import { planAgainstReport } from './assignments/plan.js';
import { assignmentStatus } from './assignments/status.js';
import type { Register } from './register.js';

/** The registers, by name. */
export const registers: ReadonlyMap<string, Register> = new Map<string, Register>([
  ['assignments', assignmentList],
  ['assignment-status', assignmentStatus],
  ['assignment-plan', planAgainstReport],
]);
