// What an adapter of the EventStore port is held against: plain data, for any test framework or none.
import { appendCases } from './store/contract/append.js';
import { closingCases } from './store/contract/closing.js';
import { duplicateCases } from './store/contract/duplicates.js';
import { expectationCases } from './store/contract/expectations.js';
import { callInputCases } from './store/contract/input-calls.js';
import { draftInputCases } from './store/contract/input-drafts.js';
import type { ContractCase } from './store/contract/kit.js';
import { ledgerCases } from './store/contract/ledgers.js';
import { limitCases } from './store/contract/limits.js';
import { readingCases } from './store/contract/reading.js';
import { redactionCases } from './store/contract/redaction.js';
import { appendedRedactionCases } from './store/contract/redaction-appended.js';
import { subscribingCases } from './store/contract/subscribing.js';
import { textCases } from './store/contract/texts.js';
import { timeCases } from './store/contract/time.js';

export type { ContractCase } from './store/contract/kit.js';
/** Drafts that follow from a small number each, for tests of adapters. */
export * as samples from './store/contract/drafts.js';
export { naiveStore } from './store/contract/naive-store.js';

/**
 * Every behaviour of the port, one case each. An adapter's own tests run them all on stores that are new and empty.
 *
 * @example
 * ```ts
 * import { memoryStore } from '@driftbok/core';
 * import { storeContract } from '@driftbok/core/contract';
 * const [first] = storeContract;
 * await first?.run(async () => memoryStore()) // => []
 * ```
 */
export const storeContract: readonly ContractCase[] = [
  ...appendCases,
  ...expectationCases,
  ...duplicateCases,
  ...timeCases,
  ...readingCases,
  ...subscribingCases,
  ...textCases,
  ...redactionCases,
  ...appendedRedactionCases,
  ...ledgerCases,
  ...draftInputCases,
  ...callInputCases,
  ...limitCases,
  ...closingCases,
];
