import type { GoalRules } from '../../goals/rule.js';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/**
 * How Södertälje's socialnämnd judges its goals of 2025. The plan says when a nämndmål is green and no more. Which months delår 1 and 2
 * close on is not printed: April and August are assumed.
 */
export const sodertaljeGoalRules: GoalRules = {
  operations: { konto: ['kostnader'] },
  indicators: [
    // What is counted in total for the year is held against the months gone by.
    ...['utan-behovsbedomning', 'uppsokande', 'valdsutovande', 'valdsutsatthet'].map((indicator) => ({
      indicator,
      pace: 'cumulative' as const,
    })),
    { indicator: 'budgetfoljsamhet', from: 'ledger' },
  ],
  goals: [
    { goal: 'namnd-1.1', green: { atLeast: 3, of: ['utan-behovsbedomning', 'uppsokande', 'till-arbete', 'ips'] } },
    { goal: 'namnd-1.2', green: { atLeast: 3, of: ['fragar-om-vald', 'valdsutovande', 'valdsutsatthet', 'brottsforebyggande'] } },
    { goal: 'namnd-2', green: { atLeast: 3, of: ['genomforandeplaner', 'sip', 'fysiska-besok', 'barns-delaktighet'] } },
    { goal: 'namnd-3', green: { atLeast: 2, of: ['yttre-tillsyn', 'inre-tillsyn', 'nki'], others: 'yellow' } },
    { goal: 'namnd-4', green: { atLeast: 1, of: ['fossilfritt', 'miljorond'], others: 'yellow' } },
    {
      goal: 'namnd-5',
      green: {
        atLeast: 3,
        of: ['budgetfoljsamhet', 'avtalstrohet', 'effektiva-insatser', 'e-ansokningar', 'sociala-kontrakt'],
        must: ['budgetfoljsamhet'],
      },
    },
    { goal: 'kf-1', green: { all: ['namnd-1.1', 'namnd-1.2'] } },
    ...['2', '3', '4', '5'].map((number) => ({ goal: `kf-${number}`, green: { same: `namnd-${number}` } })),
  ],
  calendar: [
    { occasion: 'manad', months },
    { occasion: 'delar-1', months: [4] },
    { occasion: 'delar-2', months: [8] },
    { occasion: 'delar', months: [4, 8] },
    { occasion: 'bokslut', months: [12] },
    { occasion: 'arsredovisning', months: [12] },
  ],
  scales: [
    {
      indicator: 'nki',
      bands: [
        { label: 'mycket högt', from: 80 },
        { label: 'högt', from: 70, to: 80 },
        { label: 'godkänt', from: 62, to: 69 },
        { label: 'lågt', from: 50, to: 61 },
        { label: 'mycket lågt', from: 0, to: 49 },
      ],
    },
  ],
};
