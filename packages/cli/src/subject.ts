import type { Book, Metric, Month, NamedCut, Selection, Subject } from '@driftbok/core';
import { isLeft, isMonth, isYear, resolveCut, right, rootCodes } from '@driftbok/core';
import { norrtalje, operationsIn } from '@driftbok/rules';
import type { Attempt } from './failure.js';
import { failed, usage } from './failure.js';

/** The numbers that can be explained, as `--metric` names them. */
export const metrics: readonly Metric[] = ['budget', 'budget-original', 'outcome', 'outcome-deviation', 'forecast', 'forecast-deviation'];

/** What the command line says about the number. */
export interface SubjectRequest {
  readonly metric: string;
  readonly year?: string | undefined;
  readonly period?: string | undefined;
  readonly unit?: string | undefined;
  readonly where?: string | undefined;
}

/** A number to explain, and the units that it can be parted by. */
export interface AskedSubject {
  readonly subject: Subject;
  readonly unit: { readonly dimension: string; readonly beneath: string };
}

// The dimension that a unit is a code of. `--where` takes any other.
const unitDimension = 'ansvar';

/** The number that a command line asks about. */
export function subjectOf(book: Book, request: SubjectRequest): Attempt<AskedSubject> {
  const metric = metrics.find((each) => each === request.metric);
  if (metric === undefined) return failed(usage('--metric', metrics.join(' | '), request.metric));
  const span = spanOf(request);
  if (isLeft(span)) return span;
  const where = whereOf(request.where);
  if (isLeft(where)) return where;
  const month: Month = 'year' in span.right ? `${span.right.year}-12` : span.right.period;
  const beneath = request.unit ?? rootCodes(book, unitDimension, month)[0] ?? '';
  const asked: Selection = request.unit === undefined ? where.right : { [unitDimension]: [request.unit], ...where.right };
  // An investment is part of no result, unless `--where` asks for it.
  const selected: Selection = { ...operationsIn(book, norrtalje), ...asked };
  return right({ subject: { metric, span: span.right, where: selected }, unit: { dimension: unitDimension, beneath } });
}

/** The cut that an option names. */
export function namedCut(book: Book, given: string): Attempt<NamedCut> {
  const cut = resolveCut(book, given);
  return isLeft(cut) ? failed(cut.left) : right({ given, position: cut.right.position });
}

function spanOf({ year, period }: SubjectRequest): Attempt<Subject['span']> {
  if ((year === undefined) === (period === undefined)) {
    return failed(usage('--year', '--year <YYYY> or --period <YYYY-MM>, one of them', year === undefined ? 'neither' : 'both'));
  }
  if (year !== undefined) return isYear(year) ? right({ year }) : failed(usage('--year', 'a year, YYYY', year));
  return period !== undefined && isMonth(period) ? right({ period }) : failed(usage('--period', 'a month, YYYY-MM', period ?? ''));
}

/** `konto=intakter,verksamhet=12|13`: codes by dimension. */
function whereOf(text: string | undefined): Attempt<Selection> {
  const entries: (readonly [string, readonly string[]])[] = [];
  for (const each of text === undefined || text === '' ? [] : text.split(',')) {
    const [dimension = '', codes = '', ...more] = each.split('=');
    if (dimension === '' || codes === '' || more.length > 0)
      return failed(usage('--where', 'dimension=code, such as konto=intakter', each));
    entries.push([dimension, codes.split('|')]);
  }
  return right(Object.fromEntries(entries));
}
