import type { AssignmentState, Book } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';
import type { Said, VerifySentence } from './sentences.js';

/** An assignment's life: years, reports and due dates in order, nothing reported after it ended, and no waiting for itself. */
export function assignmentLifeFindings(book: Book): Pass {
  const assignments = [...book.state.assignments.values()];
  const faults = assignments.flatMap((assignment): readonly Fault[] =>
    [...outOfOrder(assignment), ...afterItsEnd(assignment), ...circle(book, assignment)].map(({ sentence, words }) => ({
      code: 'assignments',
      where: [`assignment:${assignment.id}`],
      by: '',
      said: { sentence, words: { id: assignment.id, ...words } },
    })),
  );
  return { checked: assignments.length, faults };
}

function outOfOrder({ years, reports, dues }: AssignmentState): readonly Said[] {
  const falls = (sentence: VerifySentence, texts: readonly string[], strictly: boolean): readonly Said[] =>
    texts.flatMap((text, at) => {
      const before = texts[at - 1];
      return before === undefined || before < text || (!strictly && before === text) ? [] : [{ sentence, words: { text, before } }];
    });
  return [
    ...falls(
      'assignment-year',
      years.map(({ year }) => year),
      true,
    ),
    ...falls(
      'assignment-report',
      reports.map(({ asOf }) => asOf),
      false,
    ),
    ...falls(
      'assignment-due',
      dues.map(({ from }) => from ?? ''),
      false,
    ),
  ];
}

function afterItsEnd({ reports }: AssignmentState): readonly Said[] {
  const end = reports.findIndex(({ status }) => status === 'done' || status === 'cancelled');
  const [last, next] = end < 0 ? [] : reports.slice(end, end + 2);
  return last === undefined || next === undefined
    ? []
    : [{ sentence: 'assignment-ended', words: { text: next.asOf, before: last.status } }];
}

function circle(book: Book, assignment: AssignmentState): readonly Said[] {
  const next = (of: AssignmentState | undefined): string | undefined =>
    of?.completion !== undefined && 'assignment' in of.completion ? of.completion.assignment : undefined;
  const seen = new Set<string>();
  for (let at = next(assignment); at !== undefined && !seen.has(at); at = next(book.state.assignments.get(at))) {
    if (at === assignment.id) return [{ sentence: 'assignment-circle', words: { way: [...seen].join(', ') || assignment.id } }];
    seen.add(at);
  }
  return [];
}
