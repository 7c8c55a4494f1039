import type { AssignmentCarriedOver, AssignmentDueMoved, AssignmentGiven, AssignmentReported } from '../events/assignment.js';
import type { Placed } from './context.js';
import type { MutableState } from './state.js';

export function assignmentGiven(state: MutableState, { data }: Placed<AssignmentGiven>): void {
  const { assignment, label, kind, year, goal, due, responsible, completion, plan } = data;
  state.assignments.set(assignment, {
    id: assignment,
    kind,
    completion: completion === undefined ? undefined : { ...completion },
    years: [{ year, label, goal, responsible, plan }],
    dues: due === undefined ? [] : [{ from: undefined, due, reason: undefined }],
    reports: [],
  });
}

export function assignmentReported(state: MutableState, { data }: Placed<AssignmentReported>): void {
  const { assignment, ...report } = data;
  state.assignments.get(assignment)?.reports.push(report);
}

export function assignmentDueMoved(state: MutableState, { data }: Placed<AssignmentDueMoved>): void {
  state.assignments.get(data.assignment)?.dues.push({ from: data.asOf, due: data.due, reason: data.reason });
}

export function assignmentCarriedOver(state: MutableState, { data }: Placed<AssignmentCarriedOver>): void {
  const assignment = state.assignments.get(data.assignment);
  const before = assignment?.years.at(-1);
  if (assignment === undefined || before === undefined) return;
  assignment.years.push({
    year: data.year,
    label: data.label ?? before.label,
    goal: data.goal ?? before.goal,
    responsible: data.responsible ?? before.responsible,
    plan: data.plan,
  });
  if (data.due !== undefined) assignment.dues.push({ from: `${data.year}-01-01`, due: data.due, reason: undefined });
}
