import { describe, expect, it } from 'vitest';
import { codePath, emptyBook, rootCodes } from '@driftbok/core';
import { charted } from '../support/books.js';
import { ansvar, draft } from '../support/drafts.js';

const book = charted(
  ansvar('10'),
  ansvar('511', '51'),
  draft('CodeMoved', { dimension: 'ansvar', code: '51', parent: '6', from: '2025-07' }),
);

describe('the way up from a code', () => {
  it('is the one of a month, the code itself first', () => {
    expect(codePath(book, 'ansvar', '511', '2025-06')).toEqual(['511', '51', '5']);
    expect(codePath(book, 'ansvar', '511', '2025-07')).toEqual(['511', '51', '6']);
    expect(codePath(book, 'ansvar', '5', '2025-07')).toEqual(['5']);
  });

  it('of what is not known is the code alone', () => {
    for (const dimension of ['projekt', 'constructor']) expect(codePath(book, dimension, '511', '2025-07')).toEqual(['511']);
    for (const code of ['99', 'constructor']) expect(codePath(book, 'ansvar', code, '2025-07')).toEqual([code]);
  });
});

describe('the roots of a dimension', () => {
  it('are sorted by code', () => {
    expect(rootCodes(book, 'ansvar', '2025-07')).toEqual(['10', '5', '6']);
    expect(rootCodes(book, 'konto', '2025-07')).toEqual(['in', 'ut']);
  });

  it('are none where the dimension is not known', () => {
    expect(rootCodes(book, 'projekt', '2025-07')).toEqual([]);
    expect(rootCodes(emptyBook(), 'ansvar', '2025-07')).toEqual([]);
  });
});
