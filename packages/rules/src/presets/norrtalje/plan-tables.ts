import type { MetricColumnTemplate, SingleRowTemplate, SpecTemplate } from '../../spec/template.js';

/** The five years of a plan, counted from the budget's: id, heading, metric, and how many years after. */
const years = [
  ['outcome_before', 'Utfall', 'outcome', -2],
  ['budget_before', 'Budget', 'budget', -1],
  ['budget', 'Budget', 'budget', 0],
  ['plan_1', 'Plan', 'plan', 1],
  ['plan_2', 'Plan', 'plan', 2],
] as const;

const columns: readonly MetricColumnTemplate[] = years.map(([id, label, metric, year]) => ({
  id,
  label: `${label} {span-year}`,
  metric,
  span: 'year',
  year,
}));
const withBefore = years
  .slice(1)
  .map(([id, label, , year], at) => ({ id, label: `${label} {span-year}`, year, before: years[at]?.[0] ?? '' }));

const hidden: SpecTemplate['columns'] = columns.map((column) => ({ ...column, id: `${column.id}_level`, hidden: true }));
const changed: SpecTemplate['columns'] = withBefore.map(({ id, label, year, before }) => ({
  id,
  label,
  year,
  minuend: `${id}_level`,
  subtrahend: `${before}_level`,
}));
const changedHidden: SpecTemplate['columns'] = changed.map((column) => ({ ...column, id: `${column.id}_change`, hidden: true }));
const shares: SpecTemplate['columns'] = withBefore.map(({ id, label, year, before }) => ({
  id,
  label,
  year,
  numerator: `${id}_change`,
  denominator: `${before}_level`,
}));

// The plan prints no codes, neither of its areas nor of its changes: those of the chart are numbered in the order of its tables.
const numbered = (length: number): readonly string[] => Array.from({ length }, (_, at) => String(at + 1).padStart(2, '0'));
const areas = numbered(14);
const changes = numbered(12);

/** The tables of amounts of a verksamhetsplan: two trees over one budget, what changes from year to year, and what is invested. */
export function planTables(operations: readonly string[]): readonly SpecTemplate[] {
  const board = (id: string, label: string, konto: readonly string[], more: Partial<SingleRowTemplate> = {}): SingleRowTemplate => ({
    id,
    label,
    level: 0,
    where: { konto },
    ...more,
  });
  return [
    {
      id: 'driftbudget',
      title: 'Driftbudget',
      rowHeading: 'Driftbudget',
      columns,
      rows: [
        board('income', 'Intäkter', ['intakter']),
        board('cost', 'Kostnader', ['kostnader']),
        board('capital-cost', 'varav kapitalkostnader', ['kapitalkostnader'], { level: 1, memo: true }),
        board('net', 'Netto', operations, { sumOf: ['income', 'cost'] }),
      ],
    },
    {
      id: 'driftbudget-forandring',
      title: 'Driftbudget: Förändring i tkr',
      columns: [...hidden, ...changed],
      rows: [board('change', 'Förändring i tkr', operations)],
    },
    {
      id: 'driftbudget-forandring-procent',
      title: 'Driftbudget: Förändring i %',
      columns: [...hidden, ...changedHidden, ...shares],
      rows: [board('percent', 'Förändring i %', operations)],
      shown: { heading: '%' },
    },
    {
      id: 'driftbudget-per-verksamhet',
      title: 'Driftbudget per verksamhet',
      rowHeading: 'Driftbudget per avdelning/verksamhet, netto',
      columns,
      rows: [
        { each: 'verksamhet', beneath: 'alla', order: 'parent-first', level: 0, where: { konto: operations } },
        // All of the board, so that what no area is known of shows as what the areas lack.
        board('total', 'Summa', operations, { sumOf: areas }),
      ],
    },
    {
      // A budget carries the changes that made it on from year to year: what is new of each is its share of the change.
      id: 'ekonomiska-forandringar',
      title: 'Ekonomiska förändringar',
      rowHeading: 'Verksamhetsförändring',
      columns: [...hidden, ...changed.slice(1)],
      rows: [
        { each: 'forandring', beneath: 'forandringar', order: 'parent-first', level: 0, where: { konto: operations } },
        board('total', 'Summa förändring per år, tkr', operations, { sumOf: changes }),
      ],
      shown: { nought: '-' },
    },
    {
      id: 'investeringar',
      title: 'Investeringar',
      rowHeading: 'Investeringar',
      columns: columns.slice(2).map((column) => ({ ...column, label: '{span-year}' })),
      rows: [
        { each: 'konto', beneath: 'investeringar', order: 'parent-first', level: 0 },
        board('total', 'Summa investeringar', ['investeringar'], { sumOf: ['inv-1', 'inv-2'] }),
      ],
      shown: { reversed: true },
    },
  ];
}
