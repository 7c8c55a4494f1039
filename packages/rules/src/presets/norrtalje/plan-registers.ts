import type { RegisterColumnTemplate, RegisterTemplate } from '../../registers/template.js';

const years: readonly RegisterColumnTemplate[] = [
  { id: 'outcome_before', label: 'Utfall {year-2}', kind: 'ratio' },
  { id: 'budget_before', label: 'Budget {prior-year}', kind: 'ratio' },
  { id: 'budget', label: 'Budget {year}', kind: 'ratio' },
  { id: 'plan_1', label: 'Plan {next-year}', kind: 'ratio' },
  { id: 'plan_2', label: 'Plan {year-plus-2}', kind: 'ratio' },
];

/** What drives the amounts of a verksamhetsplan, and how its budget changes. */
export const planRegisters: readonly RegisterTemplate[] = [
  {
    id: 'volymer',
    title: 'Volymer, antal',
    rowHeading: 'Volymer, antal',
    register: 'drivers',
    where: { measure: 'volume' },
    columns: years,
    unit: 'antal',
  },
  {
    id: 'a-priser',
    title: 'Mått och å-priser',
    rowHeading: 'Mått och å-priser',
    register: 'drivers',
    where: { measure: 'price' },
    columns: years,
    unit: 'kr',
  },
  {
    id: 'volym-pris',
    title: 'Volym och pris, budget {prior-year} till budget {year}',
    register: 'volume-price',
    // Placeringskostnader: the unit whose costs the items are nearest to. The plan does not say which lines they are of.
    where: { ansvar: '513' },
    columns: [
      { id: 'before', label: 'Budget {prior-year}', kind: 'amount' },
      { id: 'after', label: 'Budget {year}', kind: 'amount' },
      { id: 'volume_at_prices_before', label: 'Volym i {prior-year} års priser', kind: 'amount' },
      { id: 'volume', label: 'Volym', kind: 'amount' },
      { id: 'price', label: 'Pris', kind: 'amount' },
      { id: 'change', label: 'Förändring', kind: 'amount' },
    ],
    words: { driven: 'Volym × pris', uncovered: 'Täcks inte av volym × pris', money: 'Förändring av budget' },
  },
];
