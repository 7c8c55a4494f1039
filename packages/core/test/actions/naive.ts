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
}

/** An action as a clerk would note it on a card: one word for where it is, one for where it goes on. */
export interface Card {
  at: 'proposed' | 'decided' | 'started' | 'waiting' | 'done' | 'dropped';
  goesOnAs: Card['at'];
  everDecided: boolean;
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
export function takeStep(cards: Map<string, Card>, { type, action, year, kronor, round }: Intent): boolean {
  const card = cards.get(action);
  if (type === 'Proposed') {
    if (card !== undefined) return false;
    const expected = new Map([[year, kronor]]);
    cards.set(action, { at: 'proposed', goesOnAs: 'proposed', everDecided: false, expected, realised: new Map(), included: new Map() });
    return true;
  }
  if (card === undefined) return false;
  const lives = card.at !== 'done' && card.at !== 'dropped';
  switch (type) {
    case 'Decided':
      if (card.at !== 'proposed') return false;
      card.everDecided = true;
      card.at = 'decided';
      return true;
    case 'Started':
      if (card.at !== 'decided') return false;
      card.at = 'started';
      return true;
    case 'Completed':
      if (card.at !== 'started') return false;
      card.at = 'done';
      return true;
    case 'Suspended':
      if (!lives || card.at === 'waiting') return false;
      card.goesOnAs = card.at;
      card.at = 'waiting';
      return true;
    case 'Resumed':
      if (card.at !== 'waiting') return false;
      card.at = card.goesOnAs;
      return true;
    case 'Cancelled':
      if (!lives) return false;
      card.at = 'dropped';
      return true;
    case 'EffectRevised':
      if (!lives) return false;
      card.expected.set(year, kronor);
      return true;
    case 'EffectRealised':
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
