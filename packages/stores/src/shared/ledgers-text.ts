/**
 * The SQL of the names of ledgers, in both databases' dialects: by the events too, one look into their index a ledger, since where its head is gone a
 * ledger is not.
 */
export const ledgersText = (heads: string, events: string): string =>
  `WITH RECURSIVE held (ledger) AS (
     SELECT min(ledger) FROM ${events}
     UNION ALL
     SELECT (SELECT min(e.ledger) FROM ${events} e WHERE e.ledger > held.ledger) FROM held WHERE held.ledger IS NOT NULL
   )
   SELECT ledger FROM ${heads} UNION SELECT ledger FROM held WHERE ledger IS NOT NULL`;
