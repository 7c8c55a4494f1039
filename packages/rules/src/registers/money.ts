import type { Amount, BaseMetric, Book, Either, Selection, Span } from '@driftbok/core';
import { drawTable, isLeft, left, right } from '@driftbok/core';
import type { RegisterError } from './register.js';

/** One number of a register that lines give. */
export interface Money {
  readonly metric: BaseMetric;
  readonly span: Span;
  readonly round?: string;
}

/**
 * Numbers that lines give for one selection, as costs: above 0 where money goes out, as tables of volumes print it. Null where no line
 * ever fell. Left: `RegisterError`, reason `where` or `overflow`.
 */
export function costsOf(
  book: Book,
  where: Readonly<Record<string, string>>,
  wanted: readonly Money[],
): Either<RegisterError, readonly (Amount | null)[]> {
  const selection: Selection = Object.fromEntries(Object.entries(where).map(([dimension, code]) => [dimension, [code]]));
  const table = drawTable(book, {
    id: 'costs',
    title: 'costs',
    columns: wanted.map((each, at) => ({ id: `c${at}`, label: '', ...each })),
    rows: [{ id: 'cost', label: '', level: 0, where: selection }],
  });
  if (isLeft(table)) {
    const { _tag, reason } = table.left;
    const { expected, got } = table.left;
    const overflow = _tag === 'TableError' && reason === 'overflow';
    return left({ _tag: 'RegisterError', reason: overflow ? 'overflow' : 'where', where: 'where', expected, got });
  }
  const cells = table.right.rows[0]?.cells ?? {};
  return right(
    wanted.map((_, at) => {
      const cell = cells[`c${at}`] ?? null;
      return cell === null ? null : ((cell === 0 ? 0 : -cell) as Amount);
    }),
  );
}
