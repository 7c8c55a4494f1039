import { describe, expect, it } from 'vitest';
import type { Draft } from '@driftbok/core';
import { charted, plus, rejected } from '../support/books.js';
import { draft } from '../support/drafts.js';

const claim = (more: Partial<Draft>): Draft =>
  draft('FigureStated', { claim: 'x', label: 'x', figure: '1', unit: 'kr', precision: '1', textHash: 'a'.repeat(64) }, more);
const redacted = (event: string, stream: string): Draft => draft('TextRedacted', { event, legalBasis: 'OSL 26:1' }, { stream });

describe('a redaction', () => {
  const erased = claim({});
  const book = charted(erased);

  it('is recorded where the text is gone', () => {
    const record = redacted(erased.id, 'claim/x');
    expect(plus(book, record).state.redacted).toEqual(new Map([[erased.id, record.id]]));
  });

  it('is recorded in the stream of its event', () => {
    expect(rejected(book, redacted(erased.id, 'ledger'))).toEqual({
      reason: 'wrong-stream',
      field: 'stream',
      expected: 'claim/x',
      got: 'ledger',
    });
  });

  it('is refused where the text still lies', () => {
    const kept = claim({ text: 'hemligt', salt: '0'.repeat(32) });
    expect(rejected(charted(kept), redacted(kept.id, 'claim/x'))).toMatchObject({ reason: 'use-redact', got: kept.id });
    expect(rejected(charted(), kept, redacted(kept.id, 'claim/x'))).toMatchObject({ reason: 'use-redact' });
  });
});
