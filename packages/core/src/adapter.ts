// What an adapter of the EventStore port is built from, for packages that keep events in a database of their own.
export type { Plan, Standing } from './store/adapter.js';
export { checkBatch, checkExpected, checkLedger, checkQuery, checkRedactRequest, planAppend, planRedact } from './store/adapter.js';
