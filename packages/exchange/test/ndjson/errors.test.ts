import type { FileError } from '@driftbok/exchange';
import { readAllEvents } from '@driftbok/exchange';
import { eventType, extendCatalogue, orThrow, refined } from '@driftbok/core';
import { describe, expect, it } from 'vitest';
import { bytesOf, utf16 } from '../support/encodings.js';
import { catalogue, draftsOf, ledgerOf, someBodies } from '../support/events.js';
import { draftText, ledgerText, options, outcomeOf, outcomeOfText } from '../support/reading.js';

const ledger = ledgerText(ledgerOf(someBodies));
const drafts = draftText(draftsOf(someBodies));
const [firstLine = ''] = ledger.split('\n');
const [firstDraft = ''] = drafts.split('\n');

/** What is told of a text, in the order of a message. */
async function told(text: string, given = {}): Promise<readonly unknown[]> {
  const { error } = await outcomeOfText(text, given);
  return error === undefined ? [] : place(error);
}
const place = ({ reason, line, column, field, expected, got }: FileError) => [reason, line, column, field, expected, got];

const noteWith = (data: string): string => firstDraft.replace('"LedgerOpened"', '"NoteMade"').replace(/"data":\{.*?\}/, `"data":${data}`);

describe('what is wrong with the bytes', () => {
  it('Latin-1', async () => {
    const line = bytesOf(`${firstLine.replace('Norrtälje', 'Norrt?lje')}\n`);
    line[line.indexOf(63)] = 0xe4;
    const { error } = await outcomeOf([line]);
    expect(error && place(error)).toEqual([
      'encoding',
      1,
      firstLine.indexOf('ä') + 1,
      '',
      'UTF-8',
      'byte 0xe4 after "municipality\\":\\"Norrt", as in Latin-1 or a damaged file',
    ]);
  });

  it.each([
    ['UTF-16 with its byte order mark', utf16('\ufeff{"id":1}\n'), 'UTF-16 (its byte order mark)'],
    ['big-endian UTF-16 with its byte order mark', utf16('\ufeff{"id":1}\n', true), 'UTF-16 (its byte order mark)'],
    ['UTF-16 without one', utf16('{"id":1}\n'), 'a NUL byte, as in UTF-16 or a damaged file'],
  ])('%s', async (_, bytes, got) => {
    const { error } = await outcomeOf([bytes]);
    expect(error).toMatchObject({ reason: 'encoding', line: 1, expected: 'UTF-8', got });
  });

  it('a line that ends within a character', async () => {
    const { error } = await outcomeOf([Uint8Array.of(0x7b, 0xc3, 0x0a)]);
    expect(error && place(error)).toEqual(['encoding', 1, 2, '', 'UTF-8', 'the line ends within a character']);
  });

  it('a file that ends within a character', async () => {
    const { error } = await outcomeOf([Uint8Array.of(0x7b, 0xe2, 0x82)]);
    expect(error && place(error)).toEqual(['truncated', 1, 2, '', 'a whole line with "\\n"', 'the file ends within a character']);
  });

  it('a byte order mark, at the beginning or where two files were joined', async () => {
    const expected = ['', 'UTF-8 without a byte order mark', 'a byte order mark'];
    expect(await told(`\ufeff${ledger}`)).toEqual(['bom', 1, 1, ...expected]);
    expect(await told(`${firstLine}\n\ufeff${ledger}`)).toEqual(['bom', 2, 1, ...expected]);
  });

  it('carriage returns, though JSON would take them for white space', async () => {
    expect(await told(ledger.replace(/\n/g, '\r\n'))).toEqual([
      'line-end',
      1,
      undefined,
      '',
      'a line that ends with "\\n" alone',
      '"\\r\\n"',
    ]);
    expect(await told(drafts.replace(/\n/g, '\r\n'))).toEqual([
      'line-end',
      1,
      undefined,
      '',
      'a line that ends with "\\n" alone',
      '"\\r\\n"',
    ]);
    expect((await told(ledger.replace(/\n/g, '\r'))).slice(0, 2)).toEqual(['line-end', 1]);
    expect(await told(`${ledger.replace(/\n/g, '\r')}x`)).toEqual([
      'line-end',
      1,
      firstLine.length + 1,
      '',
      'lines that end with "\\n"',
      '"\\r"',
    ]);
  });
});

describe('what is wrong with a line', () => {
  it('nothing on it', async () => {
    for (const empty of ['\n', ' \t\n', ' '])
      expect(await told(empty)).toEqual(['empty-line', 1, undefined, '', 'one event a line', 'an empty line']);
  });

  it('cut off', async () => {
    expect(await told(firstLine.slice(0, 50))).toEqual(['truncated', 1, 51, '', 'the closing quote of a text', 'the end of the file']);
    expect(await told(`${firstLine.slice(0, 50)}\n`)).toEqual(['json', 1, 51, '', 'the closing quote of a text', 'the end of the line']);
  });

  it('no JSON', async () => {
    expect(await told('{"id":"a" "type":1}\n')).toEqual(['json', 1, 11, '', '"," or a closing bracket', '"\\"type\\":1}"']);
    expect(await told('{"id":"a","id":\n')).toEqual(['duplicate-key', 1, 11, '', 'each key once', '"id"']);
  });

  it('no object', async () => {
    for (const [text, got] of [
      ['[]', '[]'],
      ['12', '12'],
      ['null', 'null'],
      ['"x"', '"x"'],
    ] as const) {
      expect(await told(`${text}\n`)).toEqual(['form', 1, undefined, '', 'an object: one event a line', got]);
    }
  });

  it('brackets too deep, long or short, right or wrong', async () => {
    const expected = ['', 'at most 64 brackets within each other', 'more'];
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(await told(`${noteWith(`{"a":${deep(200)}}`)}\n`)).toEqual(['too-deep', 1, undefined, ...expected]);
    expect(await told(`${noteWith(`{"a":${deep(1_000_000)}}`)}\n`)).toEqual(['too-deep', 1, undefined, ...expected]);
    expect(await told('['.repeat(1000))).toEqual(['too-deep', 1, 65, ...expected]);
    expect(await told('{"a":'.repeat(100_000))).toEqual(['too-deep', 1, undefined, ...expected]);
    // Between the file's limit and the envelope's own, the envelope tells.
    expect((await told(`${noteWith(`{"a":${deep(62)}}`)}\n`)).slice(0, 4)).toEqual(['form', 1, undefined, 'data']);
    expect(await told(`${noteWith(`{"a":"${'['.repeat(100_000)}"}`)}\n`)).toEqual([]);
  });

  it('a key twice, which JSON.parse would drop', async () => {
    const twice = firstDraft.replace('{"id":', '{"id":"018f0000-0000-7000-8000-0000000000aa","id":');
    expect(await told(twice)).toEqual(['duplicate-key', 1, twice.indexOf('"id"', 3) + 1, '', 'each key once', '"id"']);
    expect((await told(firstDraft.replace('"name":"Prov"', '"name":"Prov","n\\u0061me":"Prov"'))).slice(0, 2)).toEqual([
      'duplicate-key',
      1,
    ]);
    expect(await told(twice, { verify: false })).toEqual([]);
  });

  it('drafts and ledger lines in one file', async () => {
    expect(await told(`${firstLine}\n${firstDraft}\n`)).toEqual([
      'mixed-forms',
      2,
      undefined,
      '',
      'a ledger line, as the lines before',
      'a draft line',
    ]);
    expect(await told(`${firstDraft}\n${firstLine}\n`)).toEqual([
      'mixed-forms',
      2,
      undefined,
      '',
      'a draft line, as the lines before',
      'a ledger line',
    ]);
  });
});

describe('what is wrong with an event', () => {
  it('its envelope', async () => {
    expect(await told(firstDraft.replace('"role":"controller"', '"role":7'))).toEqual([
      'form',
      1,
      undefined,
      'actor.role',
      'a role, 1 to 64 characters on one line',
      '7',
    ]);
    expect(await told(firstLine.replace('"version":1', '"version":9007199254740993'))).toEqual([
      'form',
      1,
      undefined,
      'version',
      'a whole number from 1',
      '9007199254740992',
    ]);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])('a key %s, anywhere', async (key) => {
    const evil = `"${key}":{"polluted":true}`;
    for (const [text, field] of [
      [firstDraft.replace('{"id"', `{${evil},"id"`), key],
      [firstDraft.replace('"actor":{', `"actor":{${evil},`), `actor.${key}`],
      [firstDraft.replace('"data":{', `"data":{${evil},`), `data.${key}`],
    ] as const) {
      const { error } = await outcomeOfText(text);
      expect(error).toMatchObject({ field, expected: 'no such key' });
    }
  });

  it('an unknown type, or a version to come', async () => {
    expect(await told(firstDraft.replace('"LedgerOpened"', '"LedgerClosed"'))).toEqual([
      'unknown-type',
      1,
      undefined,
      'type',
      'a type in the catalogue',
      '"LedgerClosed"',
    ]);
    expect(await told(firstDraft.replace('"schemaVersion":1', '"schemaVersion":2'))).toEqual([
      'newer-version',
      1,
      undefined,
      'schemaVersion',
      'at most 1 for LedgerOpened',
      '2',
    ]);
  });

  it('its data', async () => {
    const lines = drafts.split('\n');
    const posted = lines.findIndex((line) => line.includes('"OutcomePosted"'));
    lines[posted] = (lines[posted] ?? '').replace('"-1000.50"', '"-1000.5"');
    expect(await told(lines.join('\n'))).toEqual([
      'data',
      posted + 1,
      undefined,
      'data.lines.rows.0.amount',
      'kronor with two decimals',
      '"-1000.5"',
    ]);
  });

  it('numbers that would not come back', async () => {
    const expected = 'a number within ±9007199254740991; larger ones as text';
    expect(await told(noteWith('{"a":[1,{"b":9007199254740993}]}'))).toEqual([
      'number',
      1,
      undefined,
      'data.a.1.b',
      expected,
      '9007199254740992',
    ]);
    expect(await told(noteWith('{"a":1e999}'))).toEqual(['number', 1, undefined, 'data.a', expected, 'Infinity']);
    expect(await told(noteWith('{"a":1e999}'), { verify: false })).toEqual([]);
    expect(await told(noteWith('{"a":-9007199254740991,"b":0.1,"c":1e-7}'))).toEqual([]);
  });

  it('half a surrogate pair, in a text or a key', async () => {
    const expected = 'text that has a UTF-8 form';
    expect(await told(noteWith('{"a":["x","\\ud800"]}'))).toEqual(['lone-surrogate', 1, undefined, 'data.a.1', expected, '"\\ud800"']);
    expect((await told(noteWith('{"\\uDE00":1}'))).slice(0, 2)).toEqual(['lone-surrogate', 1]);
    expect(await told(noteWith('{"a":"\\ud83d\\ude00"}'))).toEqual([]);
  });

  it('a codec of an embedder that throws', async () => {
    const codec = refined('x', () => {
      throw new Error('unforeseen');
    });
    const entry = {
      type: 'Own',
      family: 'own',
      about: '',
      schemaVersion: 1,
      codec,
      streamForm: 'own',
      fits: () => true,
      stream: () => 'own',
    };
    const own = orThrow(extendCatalogue(catalogue, [eventType(entry)]));
    const { error } = await outcomeOfText(firstDraft.replace('LedgerOpened', 'Own'), { catalogue: own });
    expect(error).toMatchObject({ reason: 'data', field: 'data', expected: 'data of Own, version 1' });
  });

  it.each([
    ['white space', (line: string) => line.replace('"actor":', '"actor": '), '"{\\"id\\":\\"u-1\\",', '" {\\"id\\":'],
    [
      'another order of keys',
      (line: string) => line.replace('"id":"u-1","role":"controller"', '"role":"controller","id":"u-1"'),
      '"id\\"',
      '"role\\"',
    ],
    ['another spelling of a number', (line: string) => line.replace('"version":1', '"version":1.0'), '",\\"position', '".0,'],
    ['another spelling of a letter', (line: string) => line.replace('ä', '\\u00e4'), '"älje', '"\\\\u00e4lje'],
    ['a key twice', (line: string) => line.replace('"version":1', '"version":1,"version":1'), '"position\\":', '"version\\":'],
    ['a blank at its end', (line: string) => `${line} `, 'the end of the line', '" "'],
  ])('%s, which changes no meaning but a byte', async (_, change, expected, got) => {
    const line = change(firstLine);
    const { error } = await outcomeOfText(`${line}\n`);
    expect(error).toMatchObject({ reason: 'not-canonical', line: 1, field: '' });
    expect(line.slice(0, (error?.column ?? 0) - 1)).toBe(firstLine.slice(0, (error?.column ?? 0) - 1));
    expect(error?.expected.startsWith(expected)).toBe(true);
    expect(error?.got.startsWith(got)).toBe(true);
    expect(await told(`${line}\n`, { verify: false })).toEqual([]);
  });
});

it('tells all that is wrong with one line', async () => {
  const read = await readAllEvents([bytesOf('{"id":1,"data":{}}\n')], options);
  const fields = read._tag === 'Left' ? read.left.map(({ field, line, file }) => [file, line, field]) : [];
  expect(fields).toEqual(['id', 'stream', 'type', 'schemaVersion', 'recordedAt', 'actor'].map((field) => ['events.ndjson', 1, field]));
});
