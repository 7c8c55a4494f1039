import { drawTable, emptyBook, orThrow, propose, resolveCut } from '@driftbok/core';
import { tableAsText } from '@driftbok/exchange';
import { norrtalje as events } from '@driftbok/fixtures';
import { instantiate, norrtalje as preset, presentTable, templateOf } from '@driftbok/rules';

// The ledger, from its events: each is held against what the ones before it say.
const { book } = orThrow(propose(emptyBook(), events()));

// The report, as data: which table, for which months and which forecast round.
const template = templateOf(preset, 'driftredovisning');
if (template === undefined) throw new Error('the preset has no such table');
const about = { period: '2025-07', round: { id: '2025-P3', label: 'Prognos 3' } };
const spec = orThrow(instantiate(template, about));

// What was known when the round was locked, and nothing after.
const cut = orThrow(resolveCut(book, '2025-P3'));
const table = orThrow(drawTable(book, spec, { cut }));

console.log(tableAsText(presentTable(table, preset)));
