import type { Book, Comment } from '@driftbok/core';
import { commentsOf, right } from '@driftbok/core';
import type { Entry } from './field.js';
import { commentField, textField, wordField } from './field.js';
import { nameOfReference, sortOf } from './reference-name.js';
import type { Register, RegisterAbout } from './register.js';

function entryOf(book: Book, comment: Comment, { preset, words }: RegisterAbout): Entry {
  const { id, about, standing, kind, asOf, recordedAt } = comment;
  return {
    id,
    label: nameOfReference(book, about, asOf.slice(0, 4), preset, words),
    level: 0,
    fields: {
      about: wordField(sortOf(book, about)),
      day: textField(asOf),
      recorded: textField(recordedAt.slice(0, 10)),
      kind: wordField(kind),
      standing: wordField(standing),
      text: commentField(comment),
    },
  };
}

/** Comments on the period's year, and what they are about. Drafts are working material: they are listed only where they are asked for. */
export const commentsRegister: Register = {
  fields: ['about', 'day', 'recorded', 'kind', 'standing', 'text'],
  asks: ['standing'],
  read: (book, asked) => {
    const { period, where } = asked;
    const wanted = where['standing'] ?? 'final';
    const listed = commentsOf(book).filter(({ standing, asOf }) => standing === wanted && asOf.slice(0, 4) === period.slice(0, 4));
    return right({ entries: listed.map((comment) => entryOf(book, comment, asked)), findings: [] });
  },
};
