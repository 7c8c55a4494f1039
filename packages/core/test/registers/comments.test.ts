import { describe, expect, it } from 'vitest';
import type { Book, Draft, Reference, StandardEvents } from '@driftbok/core';
import { commentsOf, drawTable, latestComment, orThrow, sha256Hex, textHashOf } from '@driftbok/core';
import { charted, plus } from '../support/books.js';
import { draft, line, outcome, round } from '../support/drafts.js';

const salt = '0'.repeat(32);
const made = (comment: string, text: string, data: Partial<StandardEvents['CommentMade']>, erased = false): Draft =>
  draft(
    'CommentMade',
    {
      comment,
      about: { round: 'p3' },
      standing: 'final',
      kind: 'status',
      asOf: '2025-07-31',
      ...data,
      textHash: textHashOf(text, salt, sha256Hex),
    },
    erased ? {} : { text, salt },
  );

const book = charted(
  round('p3', '2025'),
  round('p4', '2026'),
  outcome(line('51', 'ut', '2025-07', '-10.00'), line('6', 'in', '2025-07', '4.00')),
);

describe('the comments of a book', () => {
  it('are in the order of the days that they speak of, the latest final one of a thing first asked for', () => {
    const after = plus(
      book,
      made('k1', 'juli', {}),
      made('k2', 'april', { asOf: '2025-04-30' }),
      made('k3', 'utkast', { standing: 'draft', asOf: '2025-09-01' }),
      made('k4', 'annan omgång', { about: { round: 'p4' }, asOf: '2025-09-01' }),
      made('k5', 'juli igen', {}),
      made('k6', 'förbehåll', { kind: 'caveat', asOf: '2025-08-01' }),
    );
    expect(commentsOf(after, { about: { round: 'p3' } }).map(({ id }) => id)).toEqual(['k2', 'k1', 'k5', 'k6', 'k3']);
    expect(commentsOf(after, { standing: 'draft' }).map(({ text }) => text)).toEqual(['utkast']);
    expect(latestComment(after, { round: 'p3' })).toMatchObject({ id: 'k5', asOf: '2025-07-31', text: 'juli igen', role: 'controller' });
    expect(latestComment(after, { round: 'p3' }, { kind: 'caveat' })?.id).toBe('k6');
    expect(latestComment(book, { round: 'p3' })).toBeUndefined();
  });

  it('have no text once it is erased', () => {
    const gone = made('k1', 'borta', {}, true);
    const after = plus(book, gone, draft('TextRedacted', { event: gone.id, legalBasis: 'OSL 26:1' }, { stream: gone.stream }));
    expect(latestComment(after, { round: 'p3' })).not.toHaveProperty('text');
  });
});

const spec = {
  id: 'drift',
  title: 'drift',
  columns: [
    { id: 'outcome', label: 'utfall', metric: 'outcome', span: { from: '2025-01', to: '2025-07' } },
    { id: 'budget', label: 'budget', metric: 'budget', span: { from: '2025-01', to: '2025-07' } },
    { id: 'deviation', label: 'avvikelse', minuend: 'outcome', subtrahend: 'budget' },
    { id: 'spring', label: 'vår', metric: 'outcome', span: { from: '2025-01', to: '2025-06' } },
    { id: 'unseen', label: 'dold', metric: 'outcome', span: { from: '2025-01', to: '2025-07' }, hidden: true },
  ],
  rows: [
    { id: 'all', label: 'allt', level: 0, where: {} },
    { id: 'five', label: 'fem', level: 0, where: { ansvar: ['5'] } },
    { id: 'cost', label: 'kostnad', level: 0, where: { ansvar: ['5'], konto: ['ut'] } },
    { id: 'income', label: 'intäkt', level: 0, where: { konto: ['in'] } },
    { each: 'ansvar', beneath: '5', order: 'parent-first', level: 1 },
  ],
} as const;

const caveats = (known: Book): readonly unknown[] =>
  orThrow(drawTable(known, spec)).findings.flatMap(({ code, severity, where, params }) =>
    code === 'caveat' ? [{ severity, where, params }] : [],
  );
const figures = (about?: Readonly<Record<string, string>>, period = '2025-07'): Reference => ({
  figures: { metric: 'outcome', year: '2025', period, ...(about === undefined ? {} : { about }) },
});
const caveat = (about: Reference, more: Partial<StandardEvents['CommentMade']> = {}): Draft =>
  made('c', 'saknas', { about, kind: 'caveat', ...more });

describe('a caveat', () => {
  it('is found on each cell that takes its figures in, straight or by a difference', () => {
    expect(caveats(plus(book, caveat(figures({ ansvar: '51', konto: 'ut' }))))).toEqual([
      {
        severity: 'warning',
        where: [
          'all/outcome',
          'all/deviation',
          'five/outcome',
          'five/deviation',
          'cost/outcome',
          'cost/deviation',
          '51/outcome',
          '51/deviation',
        ],
        params: { comment: 'c', day: '2025-07-31', text: 'saknas' },
      },
    ]);
  });

  it('is not found where only a part of its figures may fall', () => {
    expect(caveats(plus(book, caveat(figures())))).toMatchObject([{ where: ['all/outcome', 'all/deviation'] }]);
    expect(caveats(plus(book, caveat(figures({ ansvar: '5' }))))).toMatchObject([
      { where: ['all/outcome', 'all/deviation', 'five/outcome', 'five/deviation'] },
    ]);
  });

  it('is found on the one cell that it names, in that table of that period', () => {
    const cell = { table: 'drift', row: 'five', column: 'deviation', period: '2025-07' } as const;
    expect(caveats(plus(book, caveat({ cell })))).toMatchObject([{ where: ['five/deviation'] }]);
    for (const other of [{ table: 'annan' }, { row: 'x' }, { column: 'unseen' }, { period: '2025-06' }]) {
      expect(caveats(plus(book, caveat({ cell: { ...cell, ...other } })))).toEqual([]);
    }
  });

  it('is not told while it is a draft, of other months, or of a thing that no cell shows', () => {
    expect(caveats(plus(book, caveat(figures({ ansvar: '51' }), { standing: 'draft' })))).toEqual([]);
    expect(caveats(plus(book, caveat(figures({ ansvar: '51' }, '2025-05'))))).toEqual([]);
    expect(caveats(plus(book, caveat({ round: 'p3' })))).toEqual([]);
    expect(caveats(plus(book, made('c', 'bara läget', { about: figures({ ansvar: '51' }) })))).toEqual([]);
  });
});
