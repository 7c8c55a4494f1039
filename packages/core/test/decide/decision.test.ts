import { describe, expect, it } from 'vitest';
import type { Draft, StandardEvents } from '@driftbok/core';
import { decisionsOf } from '@driftbok/core';
import { charted, plus, rejected } from '../support/books.js';
import { draft } from '../support/drafts.js';

type Data = StandardEvents['DecisionRecorded'];
const meeting = { body: 'Nämnden', date: '2024-10-03' } as const;
const recorded = (stage: Data['stage'], data: Partial<Data> = {}, decision: Draft['decision'] = meeting): Draft =>
  draft('DecisionRecorded', { decision: 'b', label: 'Plan', stage, ...data }, decision === undefined ? {} : { decision });

const book = charted();

describe('a decision', () => {
  it('goes from proposed by way of planned to decided, and its steps are kept', () => {
    const paragraph = { ...meeting, paragraph: '§ 1' };
    const points = [{ id: '1', label: 'Godkänn' }];
    const after = plus(
      book,
      recorded('proposed', { points }),
      recorded('planned', {}, { body: 'Utskottet', date: '2024-09-26' }),
      recorded('planned'),
      recorded('decided', { outcome: 'approved' }, paragraph),
    );
    expect(decisionsOf(after)).toMatchObject([
      {
        id: 'b',
        stage: 'decided',
        outcome: 'approved',
        points,
        steps: [
          { stage: 'proposed', decision: meeting },
          { stage: 'planned', decision: { body: 'Utskottet', date: '2024-09-26' } },
          { stage: 'planned', decision: meeting },
          { stage: 'decided', decision: paragraph, outcome: 'approved' },
        ],
      },
    ]);
    expect(
      decisionsOf(after)[0]
        ?.steps.slice(0, 3)
        .some((step) => 'outcome' in step),
    ).toBe(false);
  });

  it('never goes back, and stands once decided', () => {
    expect(rejected(plus(book, recorded('planned')), recorded('proposed'))).toEqual({
      reason: 'decision-stage',
      field: 'data.stage',
      expected: 'planned or later',
      got: 'proposed',
    });
    for (const stage of ['proposed', 'planned', 'decided'] as const) {
      expect(rejected(plus(book, recorded('decided')), recorded(stage))).toMatchObject({
        reason: 'decision-stage',
        field: 'data.decision',
      });
    }
  });

  it('has paragraph and outcome when it is decided, and a body then', () => {
    expect(rejected(book, recorded('planned', { outcome: 'approved' }))).toMatchObject({ field: 'data.outcome' });
    expect(rejected(book, recorded('planned', {}, { ...meeting, paragraph: '§ 1' }))).toMatchObject({
      field: 'decision.paragraph',
      got: '§ 1',
    });
    const { decision: _none, ...bodiless } = recorded('decided');
    expect(rejected(book, bodiless)).toMatchObject({ reason: 'decision-stage', field: 'decision', got: 'nothing' });
  });

  it('concerns what is known', () => {
    expect(rejected(book, recorded('planned', { concerns: [{ action: 'x' }] }))).toMatchObject({ field: 'data.concerns.0.action' });
    const points = [{ id: '1', label: 'Godkänn', concerns: [{ round: 'x' }] }];
    expect(rejected(book, recorded('planned', { points }))).toMatchObject({
      reason: 'reference-unknown',
      field: 'data.points.0.concerns.0.round',
    });
  });
});
