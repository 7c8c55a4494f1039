import { describe, expect, it } from 'vitest';
import { bookAt, emptyBook, eventAt, roundsOf } from '@driftbok/core';
import { charted } from '../support/books.js';
import { at, draft, line, lock, revise, round } from '../support/drafts.js';

const book = charted(
  ...at('2025-02-01T00:00:00.000Z', round('P1', '2025', 'Prognos 1')), // 10
  ...at('2025-02-02T00:00:00.000Z', revise('P1', '2025', line('51', 'ut', '2025', '1.00')), lock('P1')), // 11, 12
  ...at('2025-02-03T00:00:00.000Z', draft('ForecastRoundReopened', { round: 'P1' }), draft('ForecastRoundSubmitted', { round: 'P1' })),
  ...at('2025-02-04T00:00:00.000Z', draft('ForecastRoundReturned', { round: 'P1' }), draft('ForecastRoundSubmitted', { round: 'P1' })),
  ...at('2025-02-05T00:00:00.000Z', draft('ForecastRoundApproved', { round: 'P1' }), lock('P1')), // 17, 18
  ...at(
    '2025-03-01T00:00:00.000Z',
    draft('ForecastRoundOpened', {
      round: 'P2',
      year: '2025',
      label: 'Prognos 2',
      period: '2025-02',
      scope: { dimension: 'ansvar', code: '5' },
    }),
  ),
);

describe('rounds', () => {
  it('are listed in order of opening, with their locks', () => {
    const lockAt = (position: number) => ({
      position,
      recordedAt: eventAt(book, position)?.recordedAt,
      hash: eventAt(book, position)?.hash,
    });
    expect(roundsOf(book)).toEqual([
      { id: 'P1', year: '2025', label: 'Prognos 1', opened: '2025-02-01T00:00:00.000Z', status: 'locked', locks: [lockAt(12), lockAt(18)] },
      { id: 'P2', year: '2025', label: 'Prognos 2', opened: '2025-03-01T00:00:00.000Z', status: 'open', locks: [] },
    ]);
    expect(roundsOf(emptyBook())).toEqual([]);
  });

  it('are as they were at any cut', () => {
    const status = (position: number) => roundsOf(bookAt(book, position)).map((each) => [each.id, each.status, each.locks.length]);
    expect([9, 10, 12, 13, 14, 15, 16, 17, 18, 19].map(status)).toEqual([
      [],
      [['P1', 'open', 0]],
      [['P1', 'locked', 1]],
      [['P1', 'open', 1]],
      [['P1', 'submitted', 1]],
      [['P1', 'open', 1]],
      [['P1', 'submitted', 1]],
      [['P1', 'approved', 1]],
      [['P1', 'locked', 2]],
      [
        ['P1', 'locked', 2],
        ['P2', 'open', 0],
      ],
    ]);
  });

  it('remember their life', () => {
    const first = book.state.rounds.get('P1');
    expect(first?.history.map(({ step, position }) => [step, position])).toEqual([
      ['opened', 10],
      ['revised', 11],
      ['locked', 12],
      ['reopened', 13],
      ['submitted', 14],
      ['returned', 15],
      ['submitted', 16],
      ['approved', 17],
      ['locked', 18],
    ]);
    expect(first?.history[1]).toEqual({
      step: 'revised',
      position: 11,
      recordedAt: '2025-02-02T00:00:00.000Z',
      actor: { role: 'controller', id: 'c1' },
    });
    expect(first).toMatchObject({ ordinal: 1, firstRevised: 11, period: undefined, scope: undefined });
    expect(book.state.rounds.get('P2')).toMatchObject({
      ordinal: 2,
      firstRevised: undefined,
      period: '2025-02',
      scope: { dimension: 'ansvar', code: '5' },
    });
  });
});
