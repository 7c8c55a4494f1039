// Options that several commands share: the same word means the same everywhere.

import type { Option } from './command.js';

/** Where the ledger is when nobody says it. */
const otherwise = { setting: 'DRIFTBOK_LEDGER', value: 'sqlite:driftbok.db' } as const;
const whenLeftOut = `default: what ${otherwise.setting} says, or ${otherwise.value}`;

export const ledger: Option = {
  value: 'sqlite:<file>[?ledger=<name>] | postgres://…[?ledger=<name>] | file:<events.ndjson> | fixture:<name>',
  about: `the ledger: in a SQLite file or a PostgreSQL database (its name may be left out where there is one only), a file of events (ledger lines, or drafts, which are decided and sealed in memory), or one that comes with driftbok; ${whenLeftOut}`,
  otherwise,
};

/** A ledger that can be written to. */
export const target: Option = {
  value: 'sqlite:<file>[?ledger=<name>] | postgres://…[?ledger=<name>] | file:<events.ndjson>',
  about: `the ledger: in a SQLite file, which is made where there is none, in a PostgreSQL database that migrate has made ready, or a file of ledger lines; the first ledger of a store is called main where it is not named; ${whenLeftOut}`,
  otherwise,
};

export const publishedHead = {
  value: '<position>:<hash>',
  about: 'a head that was published: the ledger must reach it, and hold that very event there',
} as const;

export const period = { value: '<YYYY-MM>', about: 'the last month of the report', required: true } as const;

export const round = { value: '<round>', about: "the report's round; where left out, the year's newest one known at the cut" } as const;

export const knownAt = {
  value: '<cut>',
  about:
    "what is known: a position, a day, an instant, or a round (2025-P3, 2025-P3@1, 2025-P3@open); default: --round's last lock, or the newest",
} as const;

export const organisation = {
  value: '<YYYY-MM> | as-was',
  about: "the organisation of this month, or each line's own; default: the period's",
} as const;

export const unit = { value: '<code>', about: "the unit (ansvar) that the table is about; default: the specification's own" } as const;

export const actions = {
  value: 'recorded | gross | net',
  about: 'the forecast as recorded, less what it counts in of actions, or with all that is expected of them; default: recorded',
  choices: ['recorded', 'gross', 'net'],
} as const;

export const format = {
  value: 'text | json | csv | md',
  about: 'the form of the output; default: text',
  choices: ['text', 'json', 'csv', 'md'],
} as const;

export const language = { value: 'sv | en', about: 'the language of the words; default: sv', choices: ['sv', 'en'] } as const;

/** Without the forms that only make sense for a table. */
export const textOrJson = { value: 'text | json', about: 'the form of the output; default: text', choices: ['text', 'json'] } as const;
