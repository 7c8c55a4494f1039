import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Issue, Json, Recorded } from '@driftbok/core';
import {
  draftOf,
  draftOfJson,
  isLedgerLine,
  isLeft,
  lineOfEvent,
  maxTextLength,
  orThrow,
  parseLine,
  recordedOfJson,
  right,
  seal,
  sha256Hex,
  textHashOf,
} from '@driftbok/core';
import { nested } from '../support/deep.js';
import { leftOf } from '../support/either.js';

const id = '01900000-0000-7000-8000-000000000001';
const salt = '0'.repeat(32);
const small: Draft = {
  id,
  stream: 'outcome/2025-07',
  type: 'PeriodClosed',
  schemaVersion: 1,
  recordedAt: '2025-08-01T00:00:00.000Z',
  actor: { id: 'c1', role: 'controller' },
  data: { month: '2025-07' },
};
const full: Draft = {
  salt,
  text: 'Se bilaga.\nOch 2.',
  data: { month: '2025-07', b: [{ d: 1, c: null }], a: 'å' },
  correlation: 'juli',
  cause: id,
  decision: { registryNumber: 'SN 1', date: '2025-08-20', paragraph: '§ 1', body: 'Nämnden' },
  source: { precision: '1000.00', page: 3, document: 'Rapport', basis: 'printed' },
  actor: { role: 'controller', id: 'c1' },
  recordedAt: '2025-08-01T00:00:00.000Z',
  schemaVersion: 1,
  type: 'PeriodClosed',
  stream: 'outcome/2025-07',
  id,
};
const sealed = (draft: Draft): Recorded => seal([draft], undefined, () => 0, sha256Hex)[0] as Recorded;
const keysOf = (line: string): readonly string[] => Object.keys(JSON.parse(line) as object);

describe('a line', () => {
  it('has its keys in the order of the form, and canonical order inside', () => {
    expect(lineOfEvent(full)).toBe(
      `{"id":"${id}","stream":"outcome/2025-07","type":"PeriodClosed","schemaVersion":1,"recordedAt":"2025-08-01T00:00:00.000Z",` +
        '"actor":{"id":"c1","role":"controller"},"source":{"basis":"printed","document":"Rapport","page":3,"precision":"1000.00"},' +
        '"decision":{"body":"Nämnden","date":"2025-08-20","paragraph":"§ 1","registryNumber":"SN 1"},' +
        `"cause":"${id}","correlation":"juli","data":{"a":"å","b":[{"c":null,"d":1}],"month":"2025-07"},"text":"Se bilaga.\\nOch 2.","salt":"${salt}"}`,
    );
    expect(keysOf(lineOfEvent(sealed(full)))).toEqual([
      'id',
      'stream',
      'version',
      'position',
      'type',
      'schemaVersion',
      'recordedAt',
      'actor',
      'source',
      'decision',
      'cause',
      'correlation',
      'data',
      'prevHash',
      'hash',
      'text',
      'salt',
    ]);
  });

  it('leaves absent keys out, and is one line', () => {
    expect(keysOf(lineOfEvent(small))).toEqual(['id', 'stream', 'type', 'schemaVersion', 'recordedAt', 'actor', 'data']);
    expect(keysOf(lineOfEvent(sealed(small)))).toEqual([
      'id',
      'stream',
      'version',
      'position',
      'type',
      'schemaVersion',
      'recordedAt',
      'actor',
      'data',
      'prevHash',
      'hash',
    ]);
    expect(lineOfEvent({ ...small, data: null })).toContain('"data":null');
    for (const event of [small, full, sealed(full)]) expect(lineOfEvent(event)).not.toMatch(/[\n\r]|undefined/);
  });

  it('does not depend on the order of keys in memory', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.entries(full), { minLength: Object.keys(full).length }), (entries) => {
        expect(lineOfEvent(Object.fromEntries(entries) as unknown as Draft)).toBe(lineOfEvent(full));
      }),
    );
  });

  it.each([
    ['a draft', small],
    ['a full draft', full],
  ])('comes back as %s', (_, draft) => {
    expect(draftOfJson(orThrow(parseLine(lineOfEvent(draft))))).toEqual(right(draft));
    const event = sealed(draft);
    expect(recordedOfJson(orThrow(parseLine(lineOfEvent(event))))).toEqual(right(event));
    expect(draftOf(event)).toEqual(draft);
  });

  it('comes back with any data', () => {
    const data = fc.jsonValue({ maxDepth: 4 }).filter((value) => JSON.stringify(value) !== undefined);
    fc.assert(
      fc.property(data, (value) => {
        const draft = { ...small, data: JSON.parse(JSON.stringify(value)) as Json };
        const line = lineOfEvent(draft);
        expect(lineOfEvent(orThrow(draftOfJson(orThrow(parseLine(line)))))).toBe(line);
      }),
    );
  });
});

describe('the form of a line', () => {
  it('is told by its keys', () => {
    expect(isLedgerLine(sealed(small) as unknown as Json)).toBe(true);
    expect(isLedgerLine(small as unknown as Json)).toBe(false);
    for (const key of ['hash', 'position', 'version', 'prevHash'])
      expect(isLedgerLine({ ...(small as unknown as object), [key]: 1 })).toBe(true);
    for (const value of [null, 1, 'hash', true, []] as Json[]) expect(isLedgerLine(value)).toBe(false);
  });

  it('is one or the other', () => {
    const asDraft = leftOf(draftOfJson(sealed(small) as unknown as Json));
    expect(asDraft).toMatchObject({ _tag: 'LineError', reason: 'form' });
    expect(asDraft.issues.map(({ path }) => path).sort()).toEqual(['hash', 'position', 'prevHash', 'version']);
    expect(leftOf(recordedOfJson(small as unknown as Json)).issues.map(({ path }) => path)).toEqual([
      'version',
      'position',
      'prevHash',
      'hash',
    ]);
  });
});

describe('what is no line', () => {
  it.each(['', ' ', '{', '{"a":1,}', "{'a':1}", '\ufeff{}', 'NaN', '{}{}', '{"a":1}\n{"b":2}', '\u0000'])('%j', (text) => {
    const error = leftOf(parseLine(text));
    expect(error).toMatchObject({ _tag: 'LineError', reason: 'json', issues: [{ path: '', expected: 'one JSON object a line' }] });
    expect(error.issues[0]?.got).not.toBe('');
  });

  it('is said in few words, however long it is', () => {
    expect(leftOf(parseLine(`[${'1,'.repeat(500_000)}`)).issues[0]?.got.length).toBeLessThan(300);
  });
});

describe('the envelope', () => {
  const faults = (changes: Readonly<Record<string, unknown>>): readonly Issue[] => {
    const decoded = draftOfJson({ ...(full as unknown as Record<string, Json>), ...changes } as Json);
    return isLeft(decoded) ? decoded.left.issues : [];
  };
  const { source, decision } = full;

  it.each<[string, unknown, string]>([
    ['id', 'x', 'id'],
    ['id', id.toUpperCase().replace('1900', 'A900'), 'id'],
    ['stream', 'Outcome', 'stream'],
    ['type', 'periodClosed', 'type'],
    ['type', '', 'type'],
    ['type', `A${'b'.repeat(64)}`, 'type'],
    ['schemaVersion', 0, 'schemaVersion'],
    ['schemaVersion', 1.5, 'schemaVersion'],
    ['schemaVersion', '1', 'schemaVersion'],
    ['recordedAt', '2025-08-01', 'recordedAt'],
    ['recordedAt', '2025-08-32T00:00:00.000Z', 'recordedAt'],
    ['actor', { role: 'controller' }, 'actor.id'],
    ['actor', { role: 'controller', id: 'c1', name: 'N N' }, 'actor.name'],
    ['actor', { role: 'r'.repeat(65), id: 'c1' }, 'actor.role'],
    ['actor', { role: 'r', id: 'c'.repeat(129) }, 'actor.id'],
    ['source', { ...source, basis: 'guessed' }, 'source.basis'],
    ['source', { ...source, page: 0 }, 'source.page'],
    ['source', { ...source, page: undefined }, 'source.page'],
    ['source', { ...source, precision: '-1.00' }, 'source.precision'],
    ['source', { basis: 'stated' }, 'source.document'],
    ['source', null, 'source'],
    ['decision', { ...decision, date: '2025-02-29' }, 'decision.date'],
    ['decision', { date: '2025-02-28' }, 'decision.body'],
    ['decision', { ...decision, paragraph: '' }, 'decision.paragraph'],
    ['cause', 'x', 'cause'],
    ['correlation', 'a b', 'correlation'],
    ['data', undefined, 'data'],
    ['text', '', 'text'],
    ['text', 'x'.repeat(maxTextLength + 1), 'text'],
    ['text', '\ud800', 'text'],
    ['text', null, 'text'],
    ['salt', '0'.repeat(31), 'salt'],
    ['salt', 'G'.repeat(32), 'salt'],
    ['note', 1, 'note'],
    ['__proto__x', 1, '__proto__x'],
  ])('refuses %s: %j', (key, value, path) => {
    expect(faults({ [key]: value }).map((issue) => issue.path)).toEqual([path]);
  });

  it('takes a text of its longest, of any lines', () => {
    expect(faults({ text: `${'x'.repeat(maxTextLength - 2)}\n\u0007` })).toEqual([]);
  });

  it.each(['version', 'position'])('refuses a %s that is no whole number from 1', (key) => {
    const event = sealed(small) as unknown as Record<string, Json>;
    for (const value of [0, -1, 1.5, '1', null, 2 ** 53] as Json[]) {
      expect(leftOf(recordedOfJson({ ...event, [key]: value })).issues).toMatchObject([{ path: key, expected: 'a whole number from 1' }]);
    }
  });

  it('takes data 60 deep and refuses it deeper, in both forms, before anything goes through it', () => {
    const event = sealed(small) as unknown as Record<string, Json>;
    expect(faults({ data: nested(60) })).toEqual([]);
    for (const levels of [61, 100_000]) {
      const line = lineOfEvent({ ...small, data: 0 }).replace('"data":0', `"data":${'['.repeat(levels)}${']'.repeat(levels)}`);
      const issue = { path: 'data', expected: 'JSON at most 60 deep' };
      expect(leftOf(draftOfJson(orThrow(parseLine(line)))).issues).toMatchObject([issue]);
      expect(leftOf(recordedOfJson({ ...event, data: nested(levels) })).issues).toMatchObject([issue]);
      expect(faults({ data: { a: [{ b: nested(levels) }] } })).toMatchObject([issue]);
    }
  });

  it('says all that is wrong at once', () => {
    expect(faults({ id: 1, actor: {}, note: 1 }).map(({ path }) => path)).toEqual(['id', 'actor.role', 'actor.id', 'note']);
  });
});

it('a text lies beside the event and its hash inside', () => {
  const text = 'Se bilaga.';
  const event = sealed({ ...small, data: { month: '2025-07', textHash: textHashOf(text, salt, sha256Hex) }, text, salt });
  const { text: _text, salt: _salt, ...erased } = event;
  expect(lineOfEvent(event)).toContain(text);
  expect(sealed(draftOf(erased)).hash).toBe(event.hash);
});
