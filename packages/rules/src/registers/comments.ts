import type { Comment, Reference } from '@driftbok/core';
import { commentsOf, right } from '@driftbok/core';
import type { Entry } from './field.js';
import { textField, wordField } from './field.js';
import type { Register } from './register.js';

/** What a comment is about, in one line: the kind of thing and its id. */
function aboutText(about: Reference): string {
  if ('cell' in about) return `${about.cell.table} ${about.cell.row}/${about.cell.column} ${about.cell.period}`;
  if ('figures' in about) {
    const { metric, year, period, about: codes = {} } = about.figures;
    return [metric, period ?? year, ...Object.entries(codes).map(([dimension, code]) => `${dimension} ${code}`)].join(' ');
  }
  return Object.entries(about).flat().join(' ');
}

const entryOf = ({ id, about, standing, kind, asOf, recordedAt, text }: Comment): Entry => ({
  id,
  label: aboutText(about),
  level: 0,
  fields: {
    day: textField(asOf),
    recorded: textField(recordedAt.slice(0, 10)),
    kind: wordField(kind),
    standing: wordField(standing),
    // Blank would look like a comment without words.
    text: text === undefined ? wordField('erased') : textField(text),
  },
});

/** Comments on the period's year, and what they are about. Drafts are working material: they are listed only where they are asked for. */
export const commentsRegister: Register = {
  fields: ['day', 'recorded', 'kind', 'standing', 'text'],
  asks: ['standing'],
  read: (book, { period, where }) => {
    const wanted = where['standing'] ?? 'final';
    const listed = commentsOf(book).filter(({ standing, asOf }) => standing === wanted && asOf.slice(0, 4) === period.slice(0, 4));
    return right({ entries: listed.map(entryOf), findings: [] });
  },
};
