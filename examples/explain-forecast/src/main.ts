import type { Codes } from '@driftbok/core';
import { codePath, emptyBook, explainChange, findEvent, formatAmount, orThrow, propose, resolveCut } from '@driftbok/core';
import { norrtalje as events } from '@driftbok/fixtures';
import { explanationInWords, norrtalje as preset, swedishProse } from '@driftbok/rules';

// The ledger, from its events; what to explain: the deviation of the year's forecast, for the whole board.
const { book } = orThrow(propose(emptyBook(), events()));
const subject = { metric: 'forecast-deviation', span: { year: '2025' }, where: { ansvar: ['5'] } } as const;

// From what was known when the April round was locked to what was known when the July round was.
const cut = (given: string) => ({ given, position: orThrow(resolveCut(book, given)).position });
const explanation = orThrow(explainChange(book, subject, { from: cut('2025-D1'), to: cut('2025-P3'), by: 'reason' }));

// In words, rounded as the report rounds; and to the öre, each part with the events that it comes from.
const kindOf = ({ konto = '' }: Codes) => (codePath(book, 'konto', konto, '2025-07').includes('intakter') ? 'income' : 'cost');
const about = { what: 'Prognosen för 2025', from: 'delår april', kindOf, roundedTo: 10_000_000 };
console.log(explanationInWords(explanation, about, swedishProse, preset.format).paragraph);
for (const { label, amount, evidence, events: ids } of explanation.parts) {
  const positions = ids.map((id) => findEvent(book, id)?.position).join(', ');
  console.log(`${formatAmount(amount).padStart(12)}  ${label} (${evidence}; event ${positions})`);
}
console.log(`${formatAmount(explanation.unexplained).padStart(12)}  ej förklarat`);
console.log(`${formatAmount(explanation.total).padStart(12)}  i allt`);
