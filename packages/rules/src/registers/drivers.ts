import type { DriverRow } from '@driftbok/core';
import { drivers, left, right } from '@driftbok/core';
import type { Entry, Field } from './field.js';
import { textField } from './field.js';
import { planYears, yearAfterPeriod } from './plan-years.js';
import type { Register } from './register.js';

const numberField = (value: string | undefined): Field | null =>
  value === undefined ? null : { kind: 'ratio', value, decimals: value.split('.')[1]?.length ?? 0 };

/** The volumes, or the prices, of a plan's five years: an item a row. Asked for `measure`: `volume` or `price`. Whole years only. */
export const driversRegister: Register = {
  fields: [...planYears.map(({ field }) => field), 'unit'],
  asks: ['measure'],
  read: (book, { period, where }) => {
    const measure = where['measure'] ?? 'volume';
    if (measure !== 'volume' && measure !== 'price')
      return left({ _tag: 'RegisterError', reason: 'where', where: 'measure', expected: 'volume | price', got: measure });
    const entries = new Map<string, Entry>();
    for (const { field, kind, after } of planYears) {
      const rows = drivers(book, { year: yearAfterPeriod(period, after), kind }).filter((row) => row.month === undefined);
      for (const row of rows) {
        const value = valueOf(row, measure);
        if (value === undefined) continue;
        const { item, label, unit } = row;
        const fields = { ...entries.get(item)?.fields, unit: textField(unit), [field]: numberField(value) };
        entries.set(item, { id: item, label, level: 0, fields });
      }
    }
    return right({ entries: [...entries.values()], findings: [] });
  },
};

const valueOf = ({ volume, price }: DriverRow, measure: 'volume' | 'price'): string | undefined => (measure === 'volume' ? volume : price);
