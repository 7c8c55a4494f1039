// What an adapter of the port is built from: check what comes in, plan on the ledger as it stands, write what the plan says, all
// in one step. See memory-store.ts for the whole of it.
export type { Following, Watch } from './follow.js';
export { bell, follow } from './follow.js';
export type { Plan, Standing } from './plan.js';
export { planAppend, planRedact } from './plan.js';
export { checkBatch, checkExpected, checkLedger, checkQuery, checkRedactRequest, checkSubscribe } from './validate.js';
