import type { Amount, Book, Either, Organisation, SingleRow, TableSpec } from '@driftbok/core';
import { drawTable, eventsOf, isLeft, left, right } from '@driftbok/core';
import type { PresentedFinding } from '../present/presented.js';
import type { Words } from '../words/words.js';
import { fill } from '../words/fill.js';
import type { Entry } from './field.js';
import { amountField } from './field.js';
import { yearAfterPeriod } from './plan-years.js';
import type { Register, RegisterError } from './register.js';

/**
 * The roots of a dimension by label, in the order in which the codes that they have now were opened: a unit that is reorganised may go on
 * under its name with another code.
 */
function namedRoots({ state }: Book, dimension: string): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, readonly string[]>();
  for (const { code, labels, parents } of state.dimensions.get(dimension)?.codes.values() ?? []) {
    if (parents.some(({ value }) => value !== undefined)) continue;
    const label = labels[0]?.value ?? code;
    const before = named.get(label) ?? [];
    named.delete(label);
    named.set(label, [...before, code]);
  }
  return named;
}

type Cells = ReadonlyMap<string, { readonly before: number; readonly after: number }>;

function drawnIn(book: Book, spec: TableSpec, organisation: Organisation): Either<RegisterError, Cells> {
  const table = drawTable(book, spec, { organisation });
  if (isLeft(table)) {
    const { expected, got } = table.left;
    return left({ _tag: 'RegisterError', reason: 'where', where: 'where', expected, got });
  }
  return right(new Map(table.right.rows.map(({ id, cells }) => [id, { before: cells['before'] ?? 0, after: cells['after'] ?? 0 }])));
}

/**
 * What a unit's change of budget from the year before is made of: each year in its own organisation (`change`), both in this year's
 * (`within`: what the frame did), and what the reorganisation moved (`reorganisation`: the rest). All as costs, above 0 where they grow.
 * Asked for the `dimension`, and codes by dimension.
 */
export const organisationChangeRegister: Register = {
  fields: ['before', 'after', 'change', 'within', 'reorganisation'],
  asks: ['dimension', 'konto'],
  read: (book, { period, where: { dimension = 'ansvar', ...where }, preset }) => {
    const selection = Object.fromEntries(Object.entries(where).map(([of, code]) => [of, [code]]));
    const named = [...namedRoots(book, dimension)];
    const rows = named.map(([label, codes], at): SingleRow => ({
      id: `r${at}`,
      label,
      level: 0,
      where: { ...selection, [dimension]: codes },
    }));
    const [prior, year] = [yearAfterPeriod(period, -1), yearAfterPeriod(period, 0)];
    const spec: TableSpec = {
      id: 'change',
      title: 'change',
      columns: [
        { id: 'before', label: prior, metric: 'budget', span: { year: prior } },
        { id: 'after', label: year, metric: 'budget', span: { year } },
      ],
      rows: [...rows, { id: 'total', label: 'total', level: 0, where: selection }],
    };
    const own = drawnIn(book, spec, 'as-was');
    if (isLeft(own)) return own;
    const one = drawnIn(book, spec, `${year}-12`);
    if (isLeft(one)) return one;
    const cost = (ore: number): Amount => (ore === 0 ? 0 : -ore) as Amount;
    const entries = spec.rows.map((row): Entry => {
      const { id, label } = row as SingleRow;
      const [was, recast] = [own.right.get(id) ?? nothing, one.right.get(id) ?? nothing];
      const [change, within] = [was.after - was.before, recast.after - recast.before];
      return {
        id: named[Number(id.slice(1))]?.[1].at(-1) ?? id,
        label,
        level: 0,
        fields: {
          before: amountField(cost(was.before)),
          after: amountField(cost(was.after)),
          change: amountField(cost(change)),
          within: amountField(cost(within)),
          reorganisation: amountField(cost(change - within)),
        },
      };
    });
    return right({ entries, findings: inferredBudgets(book, [prior, year], preset.words) });
  },
};

/** Says where a budget was found rather than read: a source that prints it in larger units only does not print these amounts. */
function inferredBudgets(book: Book, years: readonly string[], { findings }: Words): readonly PresentedFinding[] {
  const inferred = new Set(
    eventsOf(book).flatMap(({ type, data, source }) =>
      type === 'BudgetAdopted' && source?.basis === 'inferred' ? [(data as unknown as { readonly year: string }).year] : [],
    ),
  );
  return years
    .filter((year) => inferred.has(year))
    .map((year) => ({
      code: 'inferred',
      severity: 'note',
      where: [`budget:${year}`],
      by: '',
      message: fill(findings['inferred'] ?? '{where}', { where: `Budget ${year}` }).text,
    }));
}

const nothing = { before: 0, after: 0 };
