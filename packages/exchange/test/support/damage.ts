import { bytesOf, latin1, utf16 } from './encodings.js';
import { draftsOf, ledgerOf, someBodies } from './events.js';
import type { Random } from './random.js';
import { draftText, ledgerText } from './reading.js';

/** A way to make a valid file wrong, given its lines without their ends. */
export interface Damage {
  readonly name: string;
  /** Whether drafts may still be right after it: ledger lines are not, since the chain covers them. */
  readonly ledgerOnly?: true;
  readonly of: (lines: readonly string[], random: Random) => Uint8Array;
}

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const file = (lines: readonly string[]): Uint8Array => bytesOf(textOf(lines));

/** One line changed, as text. */
const lineChanged =
  (change: (line: string, random: Random) => string): Damage['of'] =>
  (lines, random) => {
    const at = random.below(lines.length);
    return file(lines.map((line, index) => (index === at ? change(line, random) : line)));
  };

const parsed = (line: string): Record<string, unknown> => JSON.parse(line) as Record<string, unknown>;
const atRandom = (text: string, random: Random, put: string): string => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + put + text.slice(at);
};
const nested = (open: string, close: string, levels: number): string => open.repeat(levels) + close.repeat(levels);

const wrongValues: readonly unknown[] = [null, true, -1, 1.5, [], ['x'], {}, { a: 1 }, ''];
const hugeNumbers = ['1e400', '-1e400', '9007199254740993', '1e21', '123456789012345678901234567890', '-0', '0', '1.5', '1e-400'];
const evilKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'then', 'toJSON'];
const evilValues = ['{"position":1}', '{"prototype":{"polluted":true}}', '{"polluted":true}', 'null', '"x"', '[]'];

export const damages: readonly Damage[] = [
  {
    name: 'cut within a line',
    of: (lines, random) => {
      const bytes = file(lines);
      for (;;) {
        const end = 1 + random.below(bytes.length - 2);
        if (bytes[end - 1] !== 10 && bytes[end] !== 10) return bytes.subarray(0, end);
      }
    },
  },
  {
    name: 'a value of the wrong type',
    of: lineChanged((line, random) => {
      const event = parsed(line);
      const key = random.pick(Object.keys(event));
      const given = event[key];
      const kind = (value: unknown): string => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);
      event[key] = random.pick(wrongValues.filter((value) => kind(value) !== kind(given)));
      return JSON.stringify(event);
    }),
  },
  {
    name: 'a number too large, or none that counts',
    of: lineChanged((line, random) => line.replace(/"schemaVersion":1/, `"schemaVersion":${random.pick(hugeNumbers)}`)),
  },
  {
    name: 'an amount that is none',
    of: (lines, random) =>
      file(
        lines.map((line) =>
          line.replace(
            '"-1000.50"',
            random.pick(['1e3', '"1e3"', '"-1000,50"', '"NaN"', '"-0.00"', `"${'9'.repeat(40)}"`, 'null', '"+1.00"']),
          ),
        ),
      ),
  },
  { name: 'Latin-1', of: (lines) => latin1(textOf(lines)) },
  { name: 'UTF-16, little end first', of: (lines, random) => utf16(random.pick(['\ufeff', '']) + textOf(lines)) },
  { name: 'UTF-16, big end first', of: (lines, random) => utf16(random.pick(['\ufeff', '']) + textOf(lines), true) },
  {
    name: 'a key of the prototype in the event',
    of: lineChanged((line, random) => `{"${random.pick(evilKeys)}":${random.pick(evilValues)},${line.slice(1)}`),
  },
  {
    name: 'a key of the prototype in the actor',
    of: lineChanged((line, random) => line.replace('"actor":{', `"actor":{"${random.pick(evilKeys)}":${random.pick(evilValues)},`)),
  },
  {
    name: 'a key of the prototype in the lines',
    of: (lines, random) => {
      const evil = `"lines":{"${random.pick(evilKeys)}":${random.pick(evilValues)},`;
      return file(lines.map((line) => line.replace('"lines":{', evil)));
    },
  },
  {
    name: 'a flipped bit',
    ledgerOnly: true,
    of: (lines, random) => {
      const bytes = file(lines);
      // A file may lack its last line end, so that one is spared.
      const at = random.below(bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return bytes;
    },
  },
  {
    name: 'two lines swapped',
    ledgerOnly: true,
    of: (lines, random) => {
      const at = random.below(lines.length - 1);
      return file([...lines.slice(0, at), lines[at + 1] ?? '', lines[at] ?? '', ...lines.slice(at + 2)]);
    },
  },
  {
    name: 'a line left out',
    ledgerOnly: true,
    of: (lines, random) => {
      const at = random.below(lines.length - 1);
      return file(lines.filter((_, index) => index !== at));
    },
  },
  {
    name: 'a line twice',
    ledgerOnly: true,
    of: (lines, random) => {
      const at = random.below(lines.length);
      return file([...lines.slice(0, at), lines[at] ?? '', ...lines.slice(at)]);
    },
  },
  {
    name: 'white space that does not belong there',
    ledgerOnly: true,
    of: lineChanged((line, random) => random.pick([` ${line}`, `${line}\t`, line.replace(/[,:]/, '$& '), line.replace('}', ' }')])),
  },
  {
    name: 'keys in another order',
    ledgerOnly: true,
    of: lineChanged((line) => JSON.stringify(Object.fromEntries(Object.entries(parsed(line)).reverse()))),
  },
  {
    name: 'a number spelt otherwise',
    ledgerOnly: true,
    of: lineChanged((line, random) =>
      line.replace(/"schemaVersion":1/, `"schemaVersion":${random.pick(['1.0', '1e0', '10e-1', '0.1e1'])}`),
    ),
  },
  {
    name: 'the other form in one line',
    of: (lines, random) => {
      const at = 1 + random.below(lines.length - 1);
      const other = lines === validFiles.ledger ? validFiles.drafts : validFiles.ledger;
      return file(lines.map((line, index) => (index === at ? (other[at] ?? '') : line)));
    },
  },
  {
    name: 'a key twice',
    of: lineChanged((line, random) => {
      const keys = [...line.matchAll(/[{,]"(id|stream|type|role|actor|recordedAt|schemaVersion)":/g)];
      const key = random.pick(keys);
      return `${line.slice(0, key.index + 1)}"${key[1]}":${random.pick(['1', 'null', '"x"', '{}'])},${line.slice(key.index + 1)}`;
    }),
  },
  {
    name: 'brackets too deep in a line',
    of: lineChanged((line, random) => {
      const levels = random.pick([70, 1000, 20_000]);
      const deep = random.pick([nested('[', ']', levels), `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`]);
      return random.pick([
        deep,
        line.replace('"data":{', `"data":{"deep":${deep},`),
        line.replace('"actor":{', `"actor":{"deep":${deep},`),
      ]);
    }),
  },
  {
    name: 'brackets without an end',
    of: lineChanged((line, random) => line.replace('{', random.pick(['[', '{"a":', '"', '[[{']).repeat(5000))),
  },
  {
    name: 'carriage returns',
    of: (lines, random) => file(lines.map((line) => (random.pick([true, false]) || line === lines[2] ? `${line}\r` : line))),
  },
  { name: 'a byte order mark', of: lineChanged((line) => `\ufeff${line}`) },
  { name: 'a NUL', of: lineChanged((line, random) => atRandom(line, random, '\0'.repeat(1 + random.below(3)))) },
  {
    name: 'half a surrogate pair',
    of: (lines, random) => {
      const half = random.pick(['\\ud800', '\\uDBFF', '\\udc00', 'x\\udfffx', '\\ud83d\\u0041', '\\ude00\\ud83d']);
      return file(
        lines
          .map((line) => line.replace(random.pick(['"id":"u-1', '"label":"', '"stream":"']), `$&${half}`))
          .map((line) => line.replace('"name":"', `$&${half}`)),
      );
    },
  },
  {
    name: 'an empty line',
    of: (lines, random) =>
      file(
        lines.flatMap((line, index) =>
          index === random.below(lines.length) || index === 3 ? [random.pick(['', ' ', '\t']), line] : [line],
        ),
      ),
  },
  {
    name: 'a key missing',
    of: lineChanged((line, random) => {
      const { [random.pick(['id', 'stream', 'type', 'schemaVersion', 'recordedAt', 'actor', 'data'])]: _, ...rest } = parsed(line);
      return JSON.stringify(rest);
    }),
  },
  {
    name: 'a key that is not known',
    of: lineChanged((line, random) => line.replace(/^\{/, `{"${random.pick(['extra', 'Id', 'prev_hash', ''])}":1,`)),
  },
  { name: 'a type that is not known', of: lineChanged((line, random) => line.replace(/"type":"/, `$&${random.pick(['X', 'Un', 'Not'])}`)) },
  { name: 'a version to come', of: lineChanged((line) => line.replace('"schemaVersion":1', '"schemaVersion":2')) },
  {
    name: 'something after the event',
    of: lineChanged((line, random) => line + random.pick([',', '}', ' {}', '//', ';', '\u00a0', '\u2028', '0', 'null', line])),
  },
  {
    name: 'what other languages take for JSON',
    of: lineChanged((line, random) =>
      random.pick([
        line.replace(/"/g, "'"),
        line.replace(/"(\w+)":/g, '$1:'),
        `${line.slice(0, -1)},}`,
        line.replace(':1', ':NaN'),
        line.replace(':1', ':Infinity'),
        line.replace(':1', ':01'),
        line.replace(':1', ':+1'),
        line.replace(':1', ':undefined'),
      ]),
    ),
  },
  { name: 'no event at all', of: lineChanged((_, random) => random.pick(['{}', '[]', 'null', '0', '""', 'true', '[{}]', '{"data":{}}'])) },
  {
    name: 'a broken character',
    of: (lines, random) => {
      const bytes = file(lines);
      bytes[random.below(bytes.length - 1)] = random.pick([0x80, 0xbf, 0xc0, 0xc1, 0xf5, 0xfe, 0xff, 0xed]);
      return bytes;
    },
  },
  { name: 'noise', of: (lines, random) => Uint8Array.from(lines.join(''), () => random.below(256)) },
];

const linesOfText = (text: string): readonly string[] => text.trimEnd().split('\n');

/** The files that are damaged. */
export const validFiles = {
  ledger: linesOfText(ledgerText(ledgerOf(someBodies))),
  drafts: linesOfText(draftText(draftsOf(someBodies))),
};
