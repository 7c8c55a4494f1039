import type { Book, Explanation, GroupBy, Part, Subject } from '@driftbok/core';
import { explainChange, explainDeviation, formatAmount, isLeft, resolveCut, right } from '@driftbok/core';
import type { PresentedFinding, Prose } from '@driftbok/rules';
import { english, englishProse, incompleteOutcome, namedParts, norrtalje, stepOf, swedish } from '@driftbok/rules';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { explanationText } from '../explanation-text.js';
import type { Attempt } from '../failure.js';
import { failed, usage } from '../failure.js';
import { openLedgerSource } from '../ledger-source.js';
import * as options from '../options.js';
import { printJson, printRecords } from '../print.js';
import type { Cuts, Grouping, Told } from '../outcome-split.js';
import { bySplit } from '../outcome-split.js';
import { proseOf } from '../prose-of.js';
import type { AskedSubject } from '../subject.js';
import { metrics, namedCut, subjectOf } from '../subject.js';

const groupings = ['reason', 'driver', 'unit', 'event', 'actor', 'decision', 'group'] as const satisfies readonly GroupBy[];

export const explainCommand: Command = command({
  name: 'explain',
  summary: 'explains to the krona why a number moved between two cuts, or differs from the budget at one',
  about: [
    'The parts and what nobody has explained add up to the change exactly; each part names the events that it comes from.',
    'By reason and by driver, what the lines of a forecast name as their reasons, or what was stated for a deviation; by group, each group of events by itself, whatever order they came in.',
  ],
  positionals: [],
  options: {
    ledger: options.ledger,
    metric: { value: metrics.join(' | '), about: 'the number', choices: metrics, required: true },
    year: { value: '<YYYY>', about: 'of a whole year' },
    period: { value: '<YYYY-MM>', about: 'of the months of a year up to this one' },
    from: { value: '<cut>', about: 'where it moved from' },
    to: { value: '<cut>', about: 'where it moved to' },
    at: { value: '<cut>', about: 'instead of --from and --to: a deviation against the budget at this cut' },
    by: { value: groupings.join(' | '), about: 'what the parts are; default: reason', choices: groupings },
    unit: { value: '<code>', about: 'only this unit (ansvar) and all beneath it' },
    where: { value: '<dimension=code,...>', about: 'only these codes and all beneath them: konto=intakter' },
    split: {
      value: 'outcome-and-rest',
      about: 'instead of --by, for a forecast by month: what outcome showed, what was judged anew, and timing',
      choices: ['outcome-and-rest'],
    },
    known: { value: '<YYYY-MM>', about: "with --split: the last month whose outcome is known at the later cut; default: its round's" },
    'rounded-to': { value: '<kronor>', about: 'what the words round to; default: 1000' },
    language: options.language,
    format: options.format,
  },
  examples: [
    {
      about: 'Why the forecast of 2025 moved',
      line: 'driftbok explain --ledger fixture:norrtalje --metric forecast-deviation --year 2025 --from 2025-D1 --to 2025-P3',
    },
    {
      about: 'Why income is above budget, January to July',
      line: 'driftbok explain --ledger fixture:norrtalje --metric outcome-deviation --period 2025-07 --at 2025-P3 --where konto=intakter',
    },
    {
      about: 'By unit, as data',
      line: 'driftbok explain --ledger fixture:norrtalje --metric forecast --year 2024 --from 2024-D1 --to 2024-P3 --by unit --format json',
    },
    {
      about: 'What outcome showed, and what was judged anew',
      line: 'driftbok explain --ledger file:monthly.ndjson --metric forecast --year 2025 --from 2025-P1 --to 2025-P2 --split outcome-and-rest',
    },
  ],
  run: async (given, io) => {
    const ledger = await openLedgerSource(io, given.required('ledger'));
    if (isLeft(ledger)) return ledger;
    const { book } = ledger.right;
    const asked = subjectOf(book, {
      metric: given.required('metric'),
      year: given.value('year'),
      period: given.value('period'),
      unit: given.value('unit'),
      where: given.value('where'),
    });
    if (isLeft(asked)) return asked;
    const step = roundedTo(given.value('rounded-to'));
    if (isLeft(step)) return step;
    const prose = proseOf(given.value('language'));
    const cuts = { from: given.value('from'), to: given.value('to'), at: given.value('at') };
    const grouping = { by: given.value('by'), split: given.value('split'), known: given.value('known') };
    const told =
      grouping.split === undefined ? byParts(book, asked.right, grouping, cuts, prose) : bySplit(book, asked.right, grouping, cuts, prose);
    if (isLeft(told)) return told;
    const { explanation, data } = told.right;
    const found = warnings(book, asked.right.subject, explanation, prose);
    if (isLeft(found)) return found;
    const findings = found.right;
    const format = given.value('format') ?? 'text';
    if (format === 'json') await io.out(printJson(findings.length === 0 ? data : { ...data, findings }));
    else if (format === 'text') {
      const text = explanationText(book, asked.right.subject, explanation, { step: step.right, prose, preset: norrtalje });
      if (isLeft(text)) return failed(text.left);
      await io.out([text.right, ...findings.map(({ message }) => `! ${message}\n`)].join('\n'));
    } else await io.out(printRecords(columns, asRecords(explanation, prose), format, ['amount']));
    return right(0);
  },
});

function byParts(book: Book, asked: AskedSubject, grouping: Grouping, cuts: Cuts, prose: Prose): Attempt<Told> {
  if (grouping.known !== undefined) return failed(usage('--known', '--split outcome-and-rest beside it', 'none'));
  const by = groupings.find((each) => each === grouping.by) ?? 'reason';
  const explanation = explained(book, asked, by, cuts);
  if (isLeft(explanation)) return explanation;
  // Ids are for programs; people are told names.
  const named = namedParts(explanation.right, by, prose, (event) => book.history.find(event)?.position);
  return right({ explanation: named, data: asJson(explanation.right) });
}

function explained(book: Book, { subject, unit }: AskedSubject, by: GroupBy, { from, to, at }: Cuts): Attempt<Explanation> {
  if (at !== undefined ? from !== undefined || to !== undefined : from === undefined || to === undefined) {
    return failed(usage('--from', '--from and --to, or --at', [from, to, at].filter((each) => each !== undefined).join(', ') || 'none'));
  }
  if (at !== undefined || from === undefined || to === undefined) {
    const cut = namedCut(book, at ?? '');
    if (isLeft(cut)) return cut;
    const deviation = explainDeviation(book, subject, { at: cut.right, by, unit });
    return isLeft(deviation) ? failed(deviation.left) : deviation;
  }
  const start = namedCut(book, from);
  if (isLeft(start)) return start;
  const end = namedCut(book, to);
  if (isLeft(end)) return end;
  const change = explainChange(book, subject, { from: start.right, to: end.right, by, unit });
  return isLeft(change) ? failed(change.left) : change;
}

function roundedTo(kronor: string | undefined): Attempt<number> {
  if (kronor === undefined) return right(stepOf(norrtalje.format));
  return /^[1-9]\d{0,9}$/.test(kronor)
    ? right(Number(kronor) * 100)
    : failed(usage('--rounded-to', 'whole kronor from 1, such as 100000', kronor));
}

/** Whether the number is of outcome that is not all booked, as known at the later of its cuts. */
function warnings(book: Book, { metric, span, ...of }: Subject, { to }: Explanation, prose: Prose): Attempt<readonly PresentedFinding[]> {
  const cut = resolveCut(book, String(to.position));
  if (isLeft(cut)) return failed(cut.left);
  const named = `${prose.metrics[metric]} ${'year' in span ? span.year : span.period}`;
  const found = incompleteOutcome(book, { metric, span, ...of }, cut.right, named, prose === englishProse ? english : swedish);
  return isLeft(found) ? failed(found.left) : found;
}

const partAsJson = (part: Part): object => ({
  label: part.label,
  amount: formatAmount(part.amount),
  driver: part.driver ?? null,
  evidence: part.evidence ?? null,
  events: part.events,
  parts: part.parts.map(partAsJson),
  unexplained: formatAmount(part.unexplained),
  ...(part.stated === undefined ? {} : { stated: { ...part.stated, agrees: part.stated.agrees ?? null } }),
});

const asJson = ({ metric, from, to, total, parts, unexplained }: Explanation): object => ({
  metric,
  from,
  to,
  total: formatAmount(total),
  parts: parts.map(partAsJson),
  unexplained: formatAmount(unexplained),
});

const columns = ['level', 'label', 'amount', 'driver', 'evidence', 'events'] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;

function asRecords({ total, parts, unexplained }: Explanation, prose: Prose): readonly Row[] {
  const rows = (of: readonly Part[], level: number): readonly Row[] =>
    of.flatMap(({ label, amount, driver = '', evidence = '', events, parts: own }): readonly Row[] => [
      { level: String(level), label, amount: formatAmount(amount), driver, evidence, events: events.join(' ') },
      ...rows(own, level + 1),
    ]);
  const none = { driver: '', evidence: '', events: '' };
  return [
    ...rows(parts, 1),
    { level: '1', label: prose.rest, amount: formatAmount(unexplained), ...none },
    { level: '0', label: prose.total, amount: formatAmount(total), ...none },
  ];
}
