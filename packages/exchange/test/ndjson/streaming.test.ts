import { readAllEvents, readEvents } from '@driftbok/exchange';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, latin1, utf16 } from '../support/encodings.js';
import { ledgerOf, someBodies } from '../support/events.js';
import { ledgerText, options, outcomeOf } from '../support/reading.js';

const text = ledgerText(ledgerOf(someBodies));

/** Bytes cut at places. */
function cutAt(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...ends, bytes.length].map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end));
}

async function* later(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield chunk;
  }
}

const files: Readonly<Record<string, Uint8Array>> = {
  valid: bytesOf(text),
  'without its last line end': bytesOf(text.slice(0, -1)),
  truncated: bytesOf(text).subarray(0, bytesOf(text).length - 50),
  'cut within a character': bytesOf(text).subarray(0, bytesOf(text).indexOf(0xc3) + 1),
  'with Latin-1 in line 3': latin1(text),
  'with a BOM': bytesOf(`\ufeff${text}`),
  'in UTF-16': utf16(`\ufeff${text}`),
  'with an empty line': bytesOf(text.replace('\n', '\n\n')),
  'with "\\r\\n"': bytesOf(text.replace(/\n/g, '\r\n')),
};

describe('reading in pieces', () => {
  it.each(Object.entries(files))('gives the same for a file %s, however it is cut', async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(bytes.length), { maxLength: 12 }),
        fc.constantFrom(100, 700, 1_000_000),
        async (places, maxLineBytes) => {
          const given = { maxLineBytes };
          const whole = await outcomeOf([bytes], given);
          const pieces = cutAt(bytes, places);
          expect(await outcomeOf(pieces, given)).toEqual(whole);
          expect(await outcomeOf(later(pieces), given)).toEqual(whole);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives the same byte by byte, within every character', async () => {
    const bytes = bytesOf(text);
    expect(await outcomeOf(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(await outcomeOf([bytes]));
  });

  it('keeps no piece that its source may fill again', async () => {
    const bytes = bytesOf(text);
    const buffer = Buffer.alloc(37);
    const reused = (function* () {
      for (let at = 0; at < bytes.length; at += buffer.length) {
        const piece = bytes.subarray(at, at + buffer.length);
        buffer.set(piece);
        yield buffer.subarray(0, piece.length);
      }
    })();
    expect(await outcomeOf(reused)).toEqual(await outcomeOf([bytes]));
  });

  it('takes lines longer than a block, up to the limit to the byte', async () => {
    const bodies = [...someBodies, { stream: 'note/9', type: 'NoteMade', data: { long: 'å'.repeat(500_000) } }];
    const long = ledgerText(ledgerOf(bodies));
    const length = Math.max(...long.split('\n').map((line) => bytesOf(line).length));
    expect((await outcomeOf([bytesOf(long)], { maxLineBytes: length })).error).toBeUndefined();
    expect((await outcomeOf([bytesOf(long)], { maxLineBytes: length - 1 })).error).toMatchObject({
      reason: 'line-too-long',
      line: bodies.length,
    });
  });

  it('gives up on a line of 100 MB after 32 of them', async () => {
    const megabyte = new Uint8Array(1_048_576).fill(97);
    let asked = 0;
    let closed = false;
    const source = (function* () {
      try {
        for (; asked < 100; asked++) yield megabyte;
      } finally {
        closed = true;
      }
    })();
    expect((await outcomeOf(source)).error).toEqual({
      _tag: 'FileError',
      reason: 'line-too-long',
      file: 'events.ndjson',
      line: 1,
      field: '',
      expected: 'a line of at most 33554432 bytes',
      got: 'more bytes without a line end',
    });
    expect([asked, closed]).toEqual([32, true]);
  });

  it('lets go of its source when the reader stops', async () => {
    let closed = false;
    const source = (async function* () {
      try {
        for (;;) yield await Promise.resolve(bytesOf(text));
      } finally {
        closed = true;
      }
    })();
    for await (const item of readEvents(source, options)) {
      expect(item._tag).toBe('Right');
      break;
    }
    expect(closed).toBe(true);
  });

  it('tells of a source that fails, after the lines that came', async () => {
    const failing = (function* () {
      yield bytesOf(text.slice(0, text.indexOf('\n') + 9));
      throw new Error('the disk is gone');
    })();
    const { lines, error } = await outcomeOf(failing);
    expect(lines).toHaveLength(1);
    expect(error).toMatchObject({ reason: 'unreadable', line: 2, expected: 'the bytes of a file', got: 'the disk is gone' });
    for (const wrong of [undefined, 7, ['text'], { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('x')) }) }]) {
      expect((await outcomeOf(wrong as unknown as Uint8Array[])).error?.reason).toBe('unreadable');
      const all = await readAllEvents(wrong as unknown as Uint8Array[]);
      expect(all._tag === 'Left' && all.left).toHaveLength(1);
    }
  });

  it('collects up to 20 errors, in order, and goes on after a line that is wrong', async () => {
    const [first, ...rest] = text.trimEnd().split('\n') as [string, ...string[]];
    const some = await readAllEvents([bytesOf(`${first}\n{}\n\n${rest.join('\n')}\n[]\n`)], options);
    const found = some._tag === 'Left' ? some.left.map(({ line, reason, field }) => `${line} ${reason} ${field}`) : [];
    expect(found.filter((each) => !each.startsWith('2 '))).toEqual(['3 empty-line ', `${someBodies.length + 3} form `]);
    expect(found).toContain('2 mixed-forms ');
    const many = await readAllEvents([bytesOf('{\n'.repeat(50))], options);
    expect(many._tag === 'Left' && many.left.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });
});
