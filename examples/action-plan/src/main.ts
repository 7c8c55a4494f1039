import {
  actionPlan,
  bookAt,
  emptyBook,
  formatAmount,
  latestComment,
  orThrow,
  planAgainstDeficit,
  propose,
  resolveCut,
} from '@driftbok/core';
import { tableAsText } from '@driftbok/exchange';
import { norrtalje as events } from '@driftbok/fixtures';
import { finalComment, norrtalje as preset, presentRegister, registerTemplateOf } from '@driftbok/rules';

// The ledger, from its events, and the plan as the report of July 2024 printed it.
const { book } = orThrow(propose(emptyBook(), events()));
const template = registerTemplateOf(preset, 'atgardsplan');
if (template === undefined) throw new Error('the preset has no such table');
const cut = orThrow(resolveCut(book, '2024-P3'));
console.log(tableAsText(orThrow(presentRegister(book, template, { period: '2024-07', round: '2024-P3', cut }, preset))));

// Is it enough? Ask the book of that day, and the one of the next round, when a cost had come that nobody knew.
for (const round of ['2024-P3', '2024-D2']) {
  const known = bookAt(book, orThrow(resolveCut(book, round)).position);
  const { recorded, gross, net, unknown, enough } = orThrow(planAgainstDeficit(known, { year: '2024', round }));
  const amounts = [recorded, gross, net].map((amount) => formatAmount(amount).padStart(13)).join('');
  console.log(`${round}: recorded, gross, net ${amounts}; ${unknown} unknown; ${enough ? 'enough' : 'not enough'}`);
}

// What each action is, and what was last said of it.
for (const { id, status, steps } of orThrow(actionPlan(book, { year: '2025' })).rows) {
  const said = latestComment(book, { action: id });
  console.log(`${id}: ${status} (${steps.map(({ step }) => step).join(', ')}), last comment ${said?.asOf ?? 'none'}`);
}

// A text that may point out a person does not become final.
const actor = { role: 'controller', id: 'u-1' };
const about = { action: '2025-extern-part' };
const refused = finalComment({ comment: 'k-1', about, kind: 'status', asOf: '2025-09-30', text: 'Avser 811218-9876.', actor });
console.log(JSON.stringify(refused));
