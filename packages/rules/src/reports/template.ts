import type { Codec, Metric, Month, Selection } from '@driftbok/core';
import { byKey, codeCodec, dictionary, dimensionCodec, labelCodec, line, list, monthCodec, object, oneOf, refined } from '@driftbok/core';
import { id, whole } from '../codec/scalars.js';

/** A table of the preset, of amounts or of a register, by its id. */
export interface TablePart {
  readonly table: string;
}

/**
 * How the result stands, in one paragraph: the deviation of the period, that of the year's forecast and how it moved since the round
 * before, or both.
 */
export interface ResultPart {
  readonly result: Selection;
  readonly of: 'period' | 'year' | 'both';
}

/** Why a deviation is what it is, or why it moved since the round before: a paragraph by the reasons that were stated. */
export interface WhyPart {
  readonly why: Extract<Metric, 'outcome-deviation' | 'forecast-deviation'>;
  readonly against: 'budget' | 'previous-round';
  readonly where: Selection;
  /** What the number is called at the start of the sentence. */
  readonly what: string;
}

/** How many assignments of a kind there are and how they stand, in one sentence made from the template's words. */
export interface CountsPart {
  readonly counts: string;
}

/** What is known to be incomplete in the figures, from the final caveats on them. */
export interface CaveatsPart {
  readonly caveats: true;
}

/** Whether the actions known are enough for the deficit that the round forecasts. */
export interface PlanPart {
  readonly plan: Selection;
}

export type ReportPart = TablePart | ResultPart | WhyPart | CountsPart | CaveatsPart | PlanPart;

export interface ReportSection {
  readonly heading: string;
  /** 1 for a chapter, 2 for a part of one. */
  readonly level: number;
  readonly parts: readonly ReportPart[];
}

/**
 * The sentences of a report, with tokens: `{board}`, `{month}`, `{year}`, `{period-result}`, `{year-result}`, `{amount}`, `{previous}`, `{kind}`,
 * `{total}`, `{done}`, `{ongoing}`, `{not-started}`, `{cancelled}`, `{as-planned}`, `{deviates}`, `{carried}`, `{this-year}`, `{later}`,
 * `{unknown}`, `{deficit}`, `{expected}`, `{included}`, `{day}`, `{text}`.
 */
export interface ReportWords {
  readonly board: string;
  /** The twelve months inside a sentence: "juli". */
  readonly months: readonly string[];
  readonly periodResult: string;
  readonly yearResult: string;
  /** Instead of it, where nothing is booked in the last `{months}`: a budget of all months is not held against an outcome of some. */
  readonly noResult: string;
  /** After that, where a text states the result: `{period-result}`. */
  readonly statedResult: string;
  readonly improved: string;
  readonly worsened: string;
  readonly unchanged: string;
  readonly surplus: string;
  readonly deficit: string;
  readonly balance: string;
  readonly counts: string;
  /** What a kind of assignment is called in the middle of a sentence: `{ uppdrag: 'uppdrag' }`. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly caveat: string;
  readonly planEnough: string;
  readonly planShort: string;
  readonly planUnknown: string;
  /** How much of what is expected the forecast counts in already. */
  readonly planIncluded: string;
}

/** A whole report as data: its sections in order, each made of tables and of sentences by rule. */
export interface ReportTemplate {
  readonly id: string;
  /** What it reports on: a forecast round, which has then to be named, or a year's plan. */
  readonly about: 'round' | 'plan';
  /** The first month that it is the report of, where an earlier one looked otherwise. */
  readonly from?: Month;
  /** With the tokens `{month}`, `{year}`, `{year-plus-2}` and `{board}`. */
  readonly title: string;
  /** Notes beneath its tables are told too, not only warnings: for a plan, whose contradictions are often no more than that. */
  readonly notes?: true;
  /** The öre that sentences round to: 10 000 000 for hundreds of tkr. */
  readonly roundedTo: number;
  readonly words: ReportWords;
  readonly sections: readonly ReportSection[];
}

const sentence = line('a sentence with tokens', 1000);
const word = line('a word', 64);
const selection: Codec<Selection> = dictionary('codes by dimension', dimensionCodec, list(codeCodec, 1, 100), 32);
const parts = {
  table: object<TablePart>('ReportPart', { table: id }),
  result: object<ResultPart>('ReportPart', { result: selection, of: oneOf('period', 'year', 'both') }),
  why: object<WhyPart>('ReportPart', {
    why: oneOf('outcome-deviation', 'forecast-deviation'),
    against: oneOf('budget', 'previous-round'),
    where: selection,
    what: labelCodec,
  }),
  counts: object<CountsPart>('ReportPart', { counts: word }),
  caveats: object<CaveatsPart>('ReportPart', { caveats: refined<true>('true', (u) => u === true) }),
  plan: object<PlanPart>('ReportPart', { plan: selection }),
} as const;
const part = byKey<ReportPart>(Object.keys(parts).join(' | '), parts);

const reportWords: Codec<ReportWords> = object<ReportWords>('ReportWords', {
  board: word,
  months: list(word, 12, 12),
  periodResult: sentence,
  yearResult: sentence,
  noResult: sentence,
  statedResult: sentence,
  improved: sentence,
  worsened: sentence,
  unchanged: sentence,
  surplus: sentence,
  deficit: sentence,
  balance: sentence,
  counts: sentence,
  kinds: dictionary('words by kind', word, word, 20),
  caveat: sentence,
  planEnough: sentence,
  planShort: sentence,
  planUnknown: sentence,
  planIncluded: sentence,
});

/** The codec of {@link ReportTemplate}. */
export const reportTemplate: Codec<ReportTemplate> = object<ReportTemplate>(
  'ReportTemplate',
  {
    id,
    about: oneOf('round', 'plan'),
    title: labelCodec,
    roundedTo: whole(1, 100_000_000_000),
    words: reportWords,
    sections: list(
      object<ReportSection>('ReportSection', { heading: labelCodec, level: whole(1, 6), parts: list(part, 0, 50) }),
      1,
      100,
    ),
  },
  { from: monthCodec, notes: refined<true>('true', (u) => u === true) },
);
