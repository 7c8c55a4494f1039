import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventType, Issue, Json } from '@driftbok/core';
import { decodeData, isLeft, ObjectCodec, right, standardCatalogue } from '@driftbok/core';
import { examples, exampleStreams } from '../support/examples.js';

interface Case {
  readonly entry: EventType;
  readonly codec: ObjectCodec<unknown>;
  readonly example: Readonly<Record<string, Json>>;
}
function caseOf(type: string): Case {
  const entry = standardCatalogue.get(type) as EventType;
  if (!(entry.codec instanceof ObjectCodec)) throw new Error(`${type} is no strict object`);
  return {
    entry,
    codec: entry.codec,
    example: (examples as unknown as Readonly<Record<string, Case['example']>>)[type] as Case['example'],
  };
}
const types = Object.keys(examples);

function faults(type: string, data: Json): readonly Issue[] {
  const decoded = decodeData(standardCatalogue, type, 1, data);
  if (!isLeft(decoded)) return [];
  expect(decoded.left).toMatchObject({ _tag: 'DecodeError', reason: 'form', type });
  return decoded.left.issues;
}
const without = (data: Case['example'], key: string): Case['example'] =>
  Object.fromEntries(Object.entries(data).filter(([each]) => each !== key));

it('has an example of every type', () => {
  expect(types).toEqual([...standardCatalogue.keys()]);
});

describe.each(types)('%s', (type) => {
  const { entry, codec, example } = caseOf(type);
  const required = Object.keys(codec.required);
  const optional = Object.keys(codec.optional);

  it('takes its example, as it is', () => {
    expect(Object.keys(example).sort()).toEqual([...required, ...optional].sort());
    const decoded = decodeData(standardCatalogue, type, 1, example);
    expect(decoded).toEqual(right(example));
    expect(!isLeft(decoded) && decoded.right).toBe(example);
    expect(codec.encode(example)).toBe(example);
    expect([codec.name, entry.schemaVersion]).toEqual([type, 1]);
  });

  it('takes its example out of JSON', () => {
    expect(faults(type, JSON.parse(JSON.stringify(example)) as Json)).toEqual([]);
  });

  it.runIf(optional.length > 0).each(optional)('does without %s', (key) => {
    expect(faults(type, without(example, key))).toEqual([]);
  });

  it.each(required)('does not do without %s', (key) => {
    expect(faults(type, without(example, key)).map(({ path }) => path.split('.').slice(0, 2).join('.'))).toEqual([`data.${key}`]);
  });

  it.each([...required, ...optional])('refuses %s of another form', (key) => {
    const wrong: readonly Json[] = [
      null,
      -1,
      1.5,
      '',
      true,
      false,
      [],
      {},
      [[]],
      { constructor: 1 },
      '\u0000',
      '\ud800',
      'a\nb',
      'x'.repeat(1_000),
    ];
    for (const value of wrong.filter((each) => each !== example[key])) {
      const found = faults(type, { ...example, [key]: value });
      expect(found.length, JSON.stringify(value)).toBeGreaterThan(0);
      expect(found.every(({ path }) => path === `data.${key}` || path.startsWith(`data.${key}.`))).toBe(true);
      expect(found.every(({ expected, got }) => expected !== '' && got !== '' && got.length <= 80)).toBe(true);
    }
  });

  it('refuses a key of its own making', () => {
    for (const key of ['note', 'constructor', '__proto__']) {
      const data = JSON.parse(`${JSON.stringify(example).slice(0, -1)},${JSON.stringify(key)}:1}`) as Json;
      expect(faults(type, data)).toEqual([{ path: `data.${key}`, expected: 'no such key', got: '1' }]);
    }
  });

  it('refuses what is no object', () => {
    for (const data of [null, 1, 'x', true, [], [example]] as Json[]) expect(faults(type, data).map(({ path }) => path)).toEqual(['data']);
  });

  it('does not throw, whatever it is given', () => {
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...required, ...optional, '__proto__', 'constructor'), fc.jsonValue()),
    );
    fc.assert(
      fc.property(hostile, (data) => {
        expect(codec.is(data)).toBe(faults(type, data as Json).length === 0);
      }),
    );
  });

  it('knows its stream', () => {
    const stream = exampleStreams[type as keyof typeof exampleStreams];
    expect(entry.stream(example)).toBe(stream);
    if (stream !== undefined) expect(entry.fits(stream, example)).toBe(true);
    expect(entry.fits(stream === undefined ? 'structure' : `${stream}x`, example)).toBe(stream === undefined);
    expect(entry.streamForm).not.toBe('');
  });

  it('says what it records, in a sentence', () => {
    expect(entry.about).toMatch(/^[A-Z].*\.$/);
    expect(entry.family).toMatch(/^[a-z]+$/);
  });
});

describe('the stream of a posting', () => {
  const entry = standardCatalogue.get('OutcomePosted') as EventType;
  const posted = (...months: readonly string[]): unknown => ({
    lines: { columns: ['month', 'amount'], rows: months.map((month) => [month, '1.00']) },
  });

  it('is its last month', () => {
    expect(entry.stream(posted('2025-02', '2025-11', '2025-03'))).toBe('outcome/2025-11');
    expect(entry.stream(posted('2025', '2024-12'))).toBe('outcome/2024-12');
  });

  it('is for the caller to say where no line has a month', () => {
    expect(entry.stream(posted('2025'))).toBeUndefined();
  });

  it('is any books that it was made in', () => {
    expect(['outcome/2025-02', 'outcome/1999-12'].map((stream) => entry.fits(stream, posted('2025-11')))).toEqual([true, true]);
    expect(
      ['outcome', 'outcome/', 'outcome/2025', 'outcome/2025-13', 'outcomes/2025-01', 'budget/2025'].map((stream) =>
        entry.fits(stream, posted('2025-11')),
      ),
    ).toEqual(Array(6).fill(false));
  });
});
