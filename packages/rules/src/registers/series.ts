import type { Measure } from '@driftbok/core';
import { indicators, left, right } from '@driftbok/core';
import { measureField } from './indicators.js';
import type { Register } from './register.js';

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

/**
 * One indicator over time, a row for each group it is followed for: its months, its days of the year so far (`to-date`), and the year
 * before as a whole (`before`). Asked for `indicator`, and for `year`: the report's (left out) or the one before it (`before`).
 */
export const seriesRegister: Register = {
  fields: [...months.map((month) => `m${month}`), 'to-date', 'before'],
  asks: ['indicator', 'year'],
  read: (book, { period, where }) => {
    const reportYear = period.slice(0, 4);
    const year = where['year'] === 'before' ? String(Number(reportYear) - 1) : reportYear;
    const row = indicators(book, { year: reportYear }).find(({ indicator }) => indicator === where['indicator']);
    if (row === undefined)
      return left({
        _tag: 'RegisterError',
        reason: 'where',
        where: 'indicator',
        expected: 'an indicator of the ledger',
        got: where['indicator'] ?? 'none',
      });
    const groups = [...new Set(row.series.map(({ group }) => group ?? ''))];
    const entries = groups.map((group) => {
      const own = row.series.filter((each) => (each.group ?? '') === group);
      const field = (found: Measure | undefined) => measureField(found, row.unit);
      return {
        id: group === '' ? row.indicator : group,
        label: group === '' ? row.label : group,
        level: 0,
        fields: {
          ...Object.fromEntries(
            months.map((month) => [`m${month}`, field(own.find(({ window }) => 'month' in window && window.month === `${year}-${month}`))]),
          ),
          'to-date': field(own.find(({ window }) => 'from' in window && window.from === `${year}-01-01`)),
          before: field(own.find(({ window }) => 'year' in window && window.year === String(Number(year) - 1))),
        },
      };
    });
    return right({ entries, findings: [] });
  },
};
