import type { GoalRules } from '../../goals/rule.js';

/** How Norrtälje's socialnämnd follows up: no rule says when a goal is green, so none of its goals gets a colour but by people. */
export const norrtaljeGoalRules: GoalRules = {
  indicators: [
    { indicator: 'budgetfoljsamhet', from: 'ledger' },
    { indicator: 'prognossakerhet', from: 'forecast-miss', occasion: 'delar-2' },
  ],
  goals: [],
  calendar: [
    { occasion: 'delar-1', months: [4] },
    { occasion: 'delar-2', months: [8] },
    { occasion: 'verksamhetsberattelse', months: [12] },
  ],
  scales: [],
  operations: { konto: ['intakter', 'kostnader'] },
};
