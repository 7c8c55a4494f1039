import type { Amount, Book, Either, ExplainError, Explanation, NamedCut, Subject } from '@driftbok/core';
import { isLeft, numberAt, right } from '@driftbok/core';
import type { Preset, Prose } from '@driftbok/rules';
import { explanationInWords, incomeOrCost, shownParts } from '@driftbok/rules';
import { drawWaterfall } from './waterfall.js';

/** How an explanation is told. */
export interface Telling {
  /** Öre that the words round to. */
  readonly step: number;
  readonly prose: Prose;
  /** How figures are printed, and which codes are of income and cost. */
  readonly preset: Preset;
}

/** An explanation for the terminal: a waterfall, and the words beneath it. */
export function explanationText(
  book: Book,
  subject: Subject,
  explanation: Explanation,
  { step, prose, preset }: Telling,
): Either<ExplainError, string> {
  const { metric, span } = subject;
  const { format } = preset;
  const atOneCut = explanation.from.given === 'budget';
  const start = atOneCut ? right(null) : numberAt(book, subject, explanation.from.position);
  if (isLeft(start)) return start;
  const before = (start.right ?? 0) as Amount;
  const title = `${prose.metrics[metric]} ${'year' in span ? span.year : span.period}`;
  const from = atOneCut ? prose.budget : nameOf(book, explanation.from);
  const told = explanationInWords(
    explanation,
    {
      what: title,
      from,
      kindOf: (codes) => incomeOrCost(book, preset, codes, 'year' in span ? `${span.year}-12` : span.period),
      roundedTo: step,
      ...(metric.endsWith('deviation') && !atOneCut && start.right !== null
        ? { before, after: (before + explanation.total) as Amount }
        : {}),
    },
    prose,
    format,
  );
  const drawn = drawWaterfall({
    title,
    from,
    to: nameOf(book, explanation.to),
    before,
    total: explanation.total,
    shown: shownParts(explanation, step),
    step,
    format,
    prose,
  });
  return right(`${drawn}\n${told.paragraph}\n`);
}

/** A round by its label, any other cut as it was given. */
function nameOf(book: Book, { given }: NamedCut): string {
  const label = book.state.rounds.get(given.split('@')[0] ?? '')?.label;
  return label === undefined ? given : `${label} (${given})`;
}
