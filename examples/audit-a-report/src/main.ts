import { orThrow } from '@driftbok/core';
import { verksamhetsplan as report } from '@driftbok/fixtures/audit';
import { audit } from '@driftbok/rules/audit';

// The report as printed: tables, what ties them, and figures of the text. Yours may be a JSON file, read by auditDocumentOfJson.
const { feasible, findings } = orThrow(await audit(report, { seconds: 20 }));

// What cannot be true, and the smallest sets of cells that would explain it.
for (const { severity, code, where, alternatives, by, message } of findings) {
  if (severity === 'note') continue;
  console.log(`${code}, ${by}: ${where.join(' and ')}${alternatives.length > 0 ? `, or ${alternatives.length} other ways` : ''}`);
  console.log(`  ${message}`);
}

// What is only rounding.
console.log(`${findings.filter(({ code }) => code === 'rounding').length} totals differ from their parts by rounding alone.`);
console.log(feasible === true ? 'Some ledger could have produced this.' : 'No ledger could have produced this.');
