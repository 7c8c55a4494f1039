import type { Either } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import type { AuditRow } from '@driftbok/rules/audit';
import type { Convention } from './conventions.js';
import { byMost } from './conventions.js';
import { headerOf, isRowLike, isYears } from './header.js';
import type { ReadNote } from './notes.js';
import type { Line, Parts } from './parts.js';
import { columnsExpected, columnsOf, refuse, rowOf } from './parts.js';
import type { ReadTableError, ReadTableOptions } from './options.js';
import type { RowSplit } from './row-split.js';
import { figuresIn, fits, splitRow } from './row-split.js';
import type { Setting } from './row-ways.js';
import { settingOf } from './row-ways.js';
import { isCost } from './totals.js';

/** Rows without separators: lines without figures go before the label of the next. */
export function spaced(lines: readonly Line[], options: ReadTableOptions): Either<ReadTableError, Parts> {
  const contents = lines.map(({ content }) => content);
  const plain = settingOf(contents.join('\n'));
  const given = options.columns;
  const found = given === undefined ? headerOf(contents, plain) : undefined;
  const columns = given ?? columnsOf(found?.headings ?? []);
  const [first] = lines;
  if (columns.length === 0)
    return refuse(first?.line ?? 1, 'a header with a column at least, above rows of as many figures', first?.content ?? '');
  const setting: Setting = {
    ...plain,
    ...(options.dash === undefined ? {} : { dash: options.dash }),
    percents: columns.some(({ unit }) => unit === 'percent') && contents.some((content) => /\d ?%/.test(content)),
  };
  let start =
    found?.rows ??
    Math.max(
      0,
      contents.findIndex((content) => fits(content, columns, setting)),
    );
  // A first row with blanks is no header.
  if (found === undefined) while (isRowLike(contents[start - 1] ?? '', setting)) start--;
  const body = linesOf(lines.slice(start), (content) => isYears(content) && !fits(content, columns, setting));
  if (body.length === 0) return refuse(first?.line ?? 1, `rows of ${columns.length} figures beneath the header`, first?.content ?? '');
  const header = contents.slice(0, start).join(' ');
  const read = (convention: Convention): Either<ReadTableError, Read> => rowsOf(body, convention, setting);
  if (given === undefined) {
    const chosen = byMost(columns, read);
    return isLeft(chosen) ? chosen : right({ header, ...chosen.right });
  }
  const convention = { columns, costs: columns };
  const rows = read(convention);
  if (isLeft(rows)) return rows;
  // A layout with other columns than the text has would be read by cutting and joining figures at will.
  const off = rows.right.splits.filter(({ whole, proven }) => !whole && !proven).length;
  if (body.length > 1 && off * 2 > body.length) {
    const counts = body.map(({ content }) => figuresIn(content, setting)).sort((a, b) => a - b);
    const got = counts[Math.floor(counts.length / 2)] ?? 0;
    if (got !== columns.length) return refuse(body[0]?.line ?? 1, columnsExpected(columns), `${got} columns`);
  }
  return right({ header, convention, ...rows.right });
}

interface Read {
  readonly rows: readonly AuditRow[];
  readonly notes: readonly ReadNote[];
  readonly splits: readonly RowSplit[];
}

/** A row with the lines of its label that came before it. */
interface RowLine extends Line {
  readonly before: readonly string[];
}

function linesOf(lines: readonly Line[], isLabel: (content: string) => boolean): readonly RowLine[] {
  const body: RowLine[] = [];
  let before: string[] = [];
  for (const { content, line } of lines) {
    if (!/[\d*-]( ?%)?\s*$/.test(content) || isLabel(content)) before.push(content.trim());
    else {
      body.push({ content, line, before });
      before = [];
    }
  }
  return body;
}

function rowsOf(body: readonly RowLine[], { columns, costs }: Convention, setting: Setting): Either<ReadTableError, Read> {
  const rows: AuditRow[] = [];
  const notes: ReadNote[] = [];
  const splits: RowSplit[] = [];
  for (const { content, line, before } of body) {
    const labelled = [...before, content.trim()].join(' ');
    const split = splitRow(content, isCost(labelled) ? costs : columns, setting);
    if (split === undefined) return refuse(line, `a label and ${columns.length} figures`, content);
    const label = [...before, split.way.label].filter((part) => part !== '').join(' ');
    const row = rowOf(rows.length, label, split.way.cells, columns);
    rows.push(row);
    splits.push(split);
    if (!split.holds || split.ways.length > 1) {
      const ways = split.ways.map(({ cells }) => cells);
      notes.push({ where: row.id, label, reason: split.holds ? 'several' : 'none', ways });
    }
  }
  return right({ rows, notes, splits });
}
