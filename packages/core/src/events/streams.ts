import type { Lines } from './lines.js';
import type { OutcomePosted } from './outcome.js';
import type { TextRedacted } from './text.js';
import { isMonth } from '../base/time.js';

/** Where events of a type are recorded. */
export interface StreamRule<D> {
  readonly streamForm: string;
  readonly fits: (stream: string, data: D) => boolean;
  readonly stream: (data: D) => string | undefined;
}

/** Events whose data says their stream: they fit that one only. */
export function streamed<D>(streamForm: string, stream: (data: D) => string): StreamRule<D> {
  return { streamForm, stream, fits: (given, data) => given === stream(data) };
}

const lastMonth = (lines: Lines): string | undefined => {
  const at = lines.columns.indexOf('month');
  let last: string | undefined;
  for (const row of lines.rows) {
    const month = row[at];
    if (typeof month === 'string' && isMonth(month) && (last === undefined || month > last)) last = month;
  }
  return last;
};

// A posting is filed under the books it was made in; each of its lines says its own accounting month.
export const outcomeStream: StreamRule<OutcomePosted> = {
  streamForm: 'outcome/<YYYY-MM>',
  stream: ({ lines }) => {
    const month = lastMonth(lines);
    return month === undefined ? undefined : `outcome/${month}`;
  },
  fits: (stream) => stream.startsWith('outcome/') && isMonth(stream.slice('outcome/'.length)),
};

export const anyStream: StreamRule<TextRedacted> = { streamForm: 'the stream of the event', stream: () => undefined, fits: () => true };

export const structure = <D>(): StreamRule<D> => streamed('structure', () => 'structure');
export const budget = <D extends { readonly year: string }>(): StreamRule<D> => streamed('budget/<year>', ({ year }) => `budget/${year}`);
export const books = <D extends { readonly month: string }>(): StreamRule<D> =>
  streamed('outcome/<YYYY-MM>', ({ month }) => `outcome/${month}`);
export const round = <D extends { readonly round: string }>(): StreamRule<D> =>
  streamed('forecast/<round>', (data) => `forecast/${data.round}`);
/** A stream of each thing of a kind, named by its id. */
export const one = <K extends string>(kind: K): StreamRule<Readonly<Record<K, string>>> =>
  streamed(`${kind}/<id>`, (data) => `${kind}/${data[kind]}`);
export const drivers = <D extends { readonly year: string }>(): StreamRule<D> => streamed('driver/<year>', ({ year }) => `driver/${year}`);
