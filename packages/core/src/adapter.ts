// What an adapter of the EventStore port is built from, for packages that keep events in a database of their own.
export type { Following, Plan, Standing, Watch } from './store/adapter.js';
export {
  bell,
  checkBatch,
  checkExpected,
  checkLedger,
  checkQuery,
  checkRedactRequest,
  checkSubscribe,
  follow,
  planAppend,
  planRedact,
} from './store/adapter.js';
