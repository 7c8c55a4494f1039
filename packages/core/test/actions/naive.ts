/** A step that somebody tries to take, with what the naive model has to know of it. */
export interface Intent {
  readonly type:
    | 'Proposed'
    | 'Decided'
    | 'Suspended'
    | 'Resumed'
    | 'Started'
    | 'Completed'
    | 'Cancelled'
    | 'EffectRevised'
    | 'EffectRealised'
    | 'Included';
  readonly action: string;
  readonly year: string;
  /** Whole kronor; undefined where not known. */
  readonly kronor: number | undefined;
  readonly round: string;
  /** The day that a step takes effect on, where it is told. */
  readonly from: string | undefined;
  /** The last month that a realised effect counts in, where it is told. */
  readonly period: string | undefined;
}

/** The day on which everything is recorded. */
const today = '2025-01-01';

/** An action as a clerk would note it on a card: one word for where it is, one for where it goes on. */
export interface Card {
  at: 'proposed' | 'decided' | 'started' | 'waiting' | 'done' | 'dropped';
  goesOnAs: Card['at'];
  everDecided: boolean;
  /** The days that were told, by what happened on them; the latest of each. */
  days: { began: string; waited: string; wentOn: string };
  /** By year, expected kronor; a year that is not here is not spoken of. */
  expected: Map<string, number | undefined>;
  realised: Map<string, number>;
  included: Map<string, number>;
}

/** The rounds of the model's ledger. Only one is open. */
export const modelRounds: Readonly<Record<string, { readonly year: string; readonly open: boolean }>> = {
  'r24-locked': { year: '2024', open: false },
  'r25-open': { year: '2025', open: true },
};

/** Takes a step on the cards, or says that it is illegal. Written from the words of the rules, not from the code. */
export function takeStep(cards: Map<string, Card>, { type, action, year, kronor, round, from, period }: Intent): boolean {
  const card = cards.get(action);
  if (type === 'Proposed') {
    if (card !== undefined) return false;
    const expected = new Map([[year, kronor]]);
    cards.set(action, {
      at: 'proposed',
      goesOnAs: 'proposed',
      everDecided: false,
      days: { began: '', waited: '', wentOn: '' },
      expected,
      realised: new Map(),
      included: new Map(),
    });
    return true;
  }
  if (card === undefined) return false;
  const lives = card.at !== 'done' && card.at !== 'dropped';
  const { days } = card;
  /** Whether the day of a step, if it is told, is not before some others. */
  const after = (...others: readonly string[]): boolean => from === undefined || others.every((other) => other <= from);
  const latest = (other: string): string => (from !== undefined && from > other ? from : other);
  switch (type) {
    case 'Decided':
      if (card.at !== 'proposed') return false;
      card.everDecided = true;
      card.at = 'decided';
      return true;
    case 'Started':
      if (card.at !== 'decided' || !after(days.wentOn) || (from ?? '') > today) return false;
      days.began = latest(days.began);
      card.at = 'started';
      return true;
    case 'Completed':
      if (card.at !== 'started' || !after(days.began, days.wentOn) || (from ?? '') > today) return false;
      card.at = 'done';
      return true;
    case 'Suspended':
      if (!lives || card.at === 'waiting' || !after(days.began, days.wentOn)) return false;
      days.waited = latest(days.waited);
      card.goesOnAs = card.at;
      card.at = 'waiting';
      return true;
    case 'Resumed':
      if (card.at !== 'waiting' || !after(days.began, days.waited)) return false;
      days.wentOn = latest(days.wentOn);
      card.at = card.goesOnAs;
      return true;
    case 'Cancelled':
      if (!lives || !after(days.began)) return false;
      card.at = 'dropped';
      return true;
    case 'EffectRevised':
      if (!lives) return false;
      card.expected.set(year, kronor);
      return true;
    case 'EffectRealised':
      if (period !== undefined && period.slice(0, 4) !== year) return false;
      if ((period ?? year) > (period === undefined ? '2025' : '2025-01')) return false;
      if (!card.everDecided && (kronor ?? 0) !== 0) return false;
      card.realised.set(year, kronor ?? 0);
      return true;
    case 'Included': {
      const of = modelRounds[round];
      if (of === undefined || !of.open || !card.expected.has(of.year)) return false;
      if (card.at === 'dropped' && (kronor ?? 0) !== 0) return false;
      card.included.set(round, kronor ?? 0);
      return true;
    }
  }
}
