import type { AccountKind, ChartOfAccounts } from './chart.js';

/** The kinds that the driftredovisning tells apart. "Varav" rows are parts of Kostnader, so their kinds lie beneath it. */
export const driftredovisningKinds: readonly AccountKind[] = [
  { code: 'intakter', label: 'Intäkter' },
  { code: 'kostnader', label: 'Kostnader' },
  { code: 'kapitalkostnader', label: 'Kapitalkostnader', parent: 'kostnader' },
  { code: 'personalkostnader', label: 'Personalkostnader', parent: 'kostnader' },
];

/**
 * Kommun-Bas, by its account groups: salaries are class 5, and class 8 holds both income (taxes, grants, financial income) and cost. A
 * municipality books its internal interest where it likes, so that account is for it to add.
 */
export const kommunBas: ChartOfAccounts = {
  id: 'kommun-bas',
  label: 'Kommun-Bas',
  kinds: driftredovisningKinds,
  accounts: [
    { from: '30', to: '39', kind: 'intakter' },
    { from: '40', to: '49', kind: 'kostnader' },
    { from: '50', to: '59', kind: 'personalkostnader' },
    { from: '60', to: '78', kind: 'kostnader' },
    { from: '79', to: '79', kind: 'kapitalkostnader' },
    { from: '80', to: '82', kind: 'intakter' },
    { from: '83', to: '83', kind: 'kostnader' },
    { from: '84', to: '84', kind: 'intakter' },
    { from: '85', to: '85', kind: 'kostnader' },
  ],
};

/**
 * BAS, which municipal companies keep: salaries are class 7. Of class 8 only the accounts of interest are named: its groups of results
 * from shares and securities hold gains and losses side by side.
 */
export const bas: ChartOfAccounts = {
  id: 'bas',
  label: 'BAS',
  kinds: driftredovisningKinds,
  accounts: [
    { from: '30', to: '39', kind: 'intakter' },
    { from: '40', to: '69', kind: 'kostnader' },
    { from: '70', to: '76', kind: 'personalkostnader' },
    { from: '77', to: '78', kind: 'kapitalkostnader' },
    { from: '79', to: '79', kind: 'kostnader' },
    { from: '831', to: '831', kind: 'intakter' },
    { from: '841', to: '842', kind: 'kostnader' },
  ],
};

/** The charts that come with the package: a start for a municipality's own. */
export const standardAccounts: readonly ChartOfAccounts[] = [kommunBas, bas];
