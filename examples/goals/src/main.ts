import { emptyBook, orThrow, propose } from '@driftbok/core';
import { sodertalje as events } from '@driftbok/fixtures';
import { judgeMonth, sodertaljeGoalRules as rules } from '@driftbok/rules';
import { assessed, measured } from './measured.js';

// The plan: goals, indicators and targets. Its rules are data beside it.
const { book: planned } = orThrow(propose(emptyBook(), events()));

// Four months later: what was counted. The values are made up.
const { book: followedUp } = orThrow(
  propose(planned, [
    measured('utan-behovsbedomning', '1400'),
    measured('uppsokande', '230'),
    measured('till-arbete', '21'),
    measured('ips', '24'),
    measured('fossilfritt', '63'),
    measured('miljorond', '70'),
  ]),
);

// And what people said of it: the shortfall is small, and work on it has begun.
const { book: judged } = orThrow(propose(followedUp, [assessed('miljorond', 'yellow')]));

for (const [title, book] of [
  ['Computed', followedUp],
  ['With what people said', judged],
] as const) {
  console.log(`${title}, April 2025`);
  const { indicators, goals } = judgeMonth(book, rules, '2025-04');
  for (const { indicator, value, target, colour, by } of indicators)
    if (value !== undefined)
      console.log(`  ${indicator}: ${value} against ${JSON.stringify(target)}: ${colour ?? 'undefined'}, by ${by ?? 'nobody'}`);
  for (const { goal, green, colour } of goals)
    if (['namnd-1.1', 'namnd-1.2', 'kf-1', 'namnd-4'].includes(goal))
      console.log(`  ${goal} green: ${green}, colour: ${colour ?? 'undefined'}`);
}
