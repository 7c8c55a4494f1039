import type { Book, Either, Json, Recorded } from '@driftbok/core';
import { isLeft, left, resolveCut, right, standardCatalogue } from '@driftbok/core';
import { writeEvents } from '@driftbok/exchange';
import type { Command, Given } from '../command.js';
import { command } from '../command.js';
import type { Failure } from '../failure.js';
import { failed, usage } from '../failure.js';
import { openLedgerSource } from '../ledger-source.js';
import { nearest } from '../nearest.js';
import * as options from '../options.js';
import { printJson, printRecords } from '../print.js';
import { checkRound } from '../report.js';

const eventOptions = {
  ledger: options.ledger,
  type: { value: '<type>', about: 'only events of this type: OutcomePosted' },
  stream: { value: '<stream>', about: 'only events of this stream: outcome/2025-07' },
  from: { value: '<position>', about: 'only from this position on' },
  to: { value: '<cut>', about: 'only up to this position, instant, day or round' },
  round: { value: '<round>', about: 'only events about this round' },
  basis: {
    value: 'printed | stated | inferred | assumed',
    about: 'only events that rest on this',
    choices: ['printed', 'stated', 'inferred', 'assumed'],
  },
  format: {
    value: 'text | json | csv | md | ndjson',
    about: 'the form of the output; ndjson gives ledger lines; default: text',
    choices: ['text', 'json', 'csv', 'md', 'ndjson'],
  },
} as const;

export const eventsCommand: Command = command({
  name: 'events',
  summary: 'lists the events of a ledger, all or some',
  about: ['What several options say has to hold all at once.'],
  positionals: [],
  options: eventOptions,
  examples: [
    { about: 'All events about a round', line: 'driftbok events --ledger fixture:norrtalje --round 2025-P3' },
    {
      about: 'The postings of a month, whole',
      line: 'driftbok events --ledger fixture:norrtalje --stream outcome/2025-07 --format ndjson',
    },
    {
      about: 'What is assumed and not read',
      line: 'driftbok events --ledger fixture:norrtalje --basis assumed --to 2024-06-30 --format csv',
    },
  ],
  run: async (given, io) => {
    const ledger = await openLedgerSource(io, given.required('ledger'));
    if (isLeft(ledger)) return ledger;
    const wanted = filterOf(given, ledger.right.book);
    if (isLeft(wanted)) return failed(wanted.left);
    const events = ledger.right.events.filter(wanted.right);
    const format = given.value('format');
    if (format === 'ndjson') for (const line of writeEvents(events, 'ledger')) await io.out(line);
    else await io.out(format === 'json' ? printJson(events) : printRecords(columns, events.map(asRecord), format, ['position']));
    return right(0);
  },
});

function filterOf(given: Given<keyof typeof eventOptions>, book: Book): Either<Failure, (event: Recorded) => boolean> {
  const from = given.value('from') ?? '1';
  if (!/^[1-9]\d{0,14}$/.test(from)) return left(usage('--from', 'a position from 1', from));
  const until = given.value('to');
  const to = until === undefined ? right({ position: book.position }) : resolveCut(book, until);
  if (isLeft(to)) return to;
  const [type, stream, round, basis] = [given.value('type'), given.value('stream'), given.value('round'), given.value('basis')];
  if (type !== undefined && !standardCatalogue.has(type)) {
    return left(usage('--type', 'a type of event', type, nearest(type, standardCatalogue.keys())));
  }
  const unknownRound = round === undefined ? undefined : checkRound(book, round);
  if (unknownRound !== undefined) return left(unknownRound);
  return right(
    (event) =>
      event.position >= Number(from) &&
      event.position <= to.right.position &&
      (type === undefined || event.type === type) &&
      (stream === undefined || event.stream === stream) &&
      (round === undefined || roundOf(event.data) === round) &&
      (basis === undefined || event.source?.basis === basis),
  );
}

/** The round that an event is about: of its own, or of the figure that it states. */
function roundOf(data: Json): Json | undefined {
  const { round, subject } = data as { readonly round?: Json; readonly subject?: { readonly round?: Json } };
  return round ?? subject?.round;
}

const columns = ['position', 'recordedAt', 'type', 'stream', 'basis', 'id'] as const;

const asRecord = ({ position, recordedAt, type, stream, source, id }: Recorded): Readonly<Record<(typeof columns)[number], string>> => ({
  position: String(position),
  recordedAt,
  type,
  stream,
  basis: source?.basis ?? '',
  id,
});
