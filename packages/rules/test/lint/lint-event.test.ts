import type { Draft, Json } from '@driftbok/core';
import { lintEvent } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';

const person = 'Avser 811218-9876, mejl anna@ex.se';
const marked = (event: Pick<Draft, 'type' | 'data' | 'text' | 'source'>): readonly string[] =>
  lintEvent(event).map(({ field, code, severity, from, to }) => `${severity} ${field} ${code} ${from}-${to}`);

describe('the lint for events', () => {
  const comment = (standing: string): Json => ({ comment: 'k1', about: { round: 'P3' }, standing });

  it('is strict with a final comment, and warns of a draft and of other texts', () => {
    expect(marked({ type: 'CommentMade', data: comment('final'), text: person })).toEqual([
      'error text personal-number 6-17',
      'error text email 24-34',
    ]);
    expect(marked({ type: 'CommentMade', data: comment('draft'), text: 'Ring 0176-710 00' })).toEqual(['warning text phone 5-16']);
    expect(marked({ type: 'FigureStated', data: { standing: 'final' }, text: 'Ring 0176-710 00' })).toEqual(['warning text phone 5-16']);
    expect(marked({ type: 'CommentMade', data: comment('final') })).toEqual([]);
  });

  it('warns of labels wherever they stand in the data, and of no id, code or amount', () => {
    const data: Json = {
      round: '811218-9876',
      reasons: [{ id: '0176-71000', label: person, parts: [{ reason: '811218-9876' }] }],
      responsible: 'anna@ex.se',
    };
    expect(marked({ type: 'ForecastRevised', data, source: { document: 'Mejl av anna@ex.se', basis: 'stated' } })).toEqual([
      'warning data.reasons.0.label personal-number 6-17',
      'warning data.reasons.0.label email 24-34',
      'warning data.reasons.0.parts.0.reason personal-number 0-11',
      'warning data.responsible email 0-10',
      'warning source.document email 8-18',
    ]);
    expect(marked({ type: 'Other', data: null })).toEqual([]);
  });
});
