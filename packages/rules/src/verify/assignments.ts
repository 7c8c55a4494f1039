import type { AssignmentState, Book } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';

/** An assignment's life: years, reports and due dates in order, nothing reported after it ended, and no waiting for itself. */
export function assignmentLifeFindings(book: Book): Pass {
  const assignments = [...book.state.assignments.values()];
  const faults = assignments.flatMap((assignment): readonly Fault[] =>
    [...outOfOrder(assignment), ...afterItsEnd(assignment), ...circle(book, assignment)].map((message) => ({
      code: 'assignments',
      where: [`assignment:${assignment.id}`],
      by: '',
      message: `${assignment.id}: ${message}`,
    })),
  );
  return { checked: assignments.length, faults };
}

function outOfOrder({ years, reports, dues }: AssignmentState): readonly string[] {
  const falls = (what: string, texts: readonly string[], strictly: boolean): readonly string[] =>
    texts.flatMap((text, at) => {
      const before = texts[at - 1];
      return before === undefined || before < text || (!strictly && before === text) ? [] : [`${what} ${text} after ${before}`];
    });
  return [
    ...falls(
      'carried over to',
      years.map(({ year }) => year),
      true,
    ),
    ...falls(
      'reported as of',
      reports.map(({ asOf }) => asOf),
      false,
    ),
    ...falls(
      'due date from',
      dues.map(({ from }) => from ?? ''),
      false,
    ),
  ];
}

function afterItsEnd({ reports }: AssignmentState): readonly string[] {
  const end = reports.findIndex(({ status }) => status === 'done' || status === 'cancelled');
  return end < 0 || end === reports.length - 1 ? [] : [`reported as of ${reports[end + 1]?.asOf}, after it was ${reports[end]?.status}`];
}

function circle(book: Book, assignment: AssignmentState): readonly string[] {
  const next = (of: AssignmentState | undefined): string | undefined =>
    of?.completion !== undefined && 'assignment' in of.completion ? of.completion.assignment : undefined;
  const seen = new Set<string>();
  for (let at = next(assignment); at !== undefined && !seen.has(at); at = next(book.state.assignments.get(at))) {
    if (at === assignment.id) return [`waits for itself, by way of ${[...seen].join(', ') || 'itself'}`];
    seen.add(at);
  }
  return [];
}
