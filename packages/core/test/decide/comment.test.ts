import { describe, expect, it } from 'vitest';
import type { Draft, Reference } from '@driftbok/core';
import { charted, plus, rejected } from '../support/books.js';
import { draft, round } from '../support/drafts.js';

const made = (standing: 'draft' | 'final', about: Reference = { round: 'p3' }, asOf = '2025-07-31'): Draft =>
  draft('CommentMade', { comment: 'k', about, standing, kind: 'status', asOf, textHash: 'a'.repeat(64) });

const book = charted(round('p3', '2025'));

describe('a comment', () => {
  it('is drafted anew, then final, and then it stands', () => {
    const first = plus(book, made('draft'));
    const second = plus(first, made('draft', { round: 'p3' }, '2025-08-01'));
    expect(second.state.comments.get('k')).toMatchObject({ standing: 'draft', asOf: '2025-08-01', position: second.position });
    const final = plus(second, made('final'));
    for (const standing of ['draft', 'final'] as const) {
      expect(rejected(final, made(standing))).toEqual({
        reason: 'comment-final',
        field: 'data.comment',
        expected: 'a comment that is not final',
        got: 'k',
      });
    }
  });

  it('speaks of one thing all its life', () => {
    const drafted = plus(book, made('draft'), round('p4', '2026'));
    expect(rejected(drafted, made('final', { round: 'p4' }))).toMatchObject({ reason: 'comment-about', field: 'data.about' });
  });

  it.each([
    [{ action: 'x' }, 'data.about.action'],
    [{ decision: 'x' }, 'data.about.decision'],
    [{ round: 'x' }, 'data.about.round'],
  ] as const)('speaks of what is known: %j', (about, field) => {
    expect(rejected(book, made('final', about))).toMatchObject({ reason: 'reference-unknown', field, got: 'x' });
  });

  it('may speak of any cell and any figure', () => {
    const cell = { table: 'not-the-ledgers', row: 'net', column: 'forecast', period: '2025-07' };
    expect(plus(book, made('final', { cell })).state.comments.size).toBe(1);
  });
});
