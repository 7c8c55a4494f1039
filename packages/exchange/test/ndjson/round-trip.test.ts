import { draftOf, lineOfEvent } from '@driftbok/core';
import { readAllEvents, writeEvents } from '@driftbok/exchange';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../support/encodings.js';
import { arbitraryLedger, draftsOf, ledgerOf, someBodies } from '../support/events.js';
import { draftText, ledgerText, options, outcomeOfText } from '../support/reading.js';

describe('files of events', () => {
  it('come back byte for byte as ledger lines', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLedger, async (events) => {
        const text = ledgerText(events);
        const { lines, error } = await outcomeOfText(text);
        expect(error).toBeUndefined();
        expect(lines).toEqual(events.map((event, index) => ({ line: index + 1, form: 'ledger', event })));
        expect(ledgerText(lines.flatMap((line) => (line.form === 'ledger' ? [line.event] : [])))).toBe(text);
      }),
    );
  });

  it('come back byte for byte as drafts, which are the events without their places', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLedger, async (events) => {
        const text = draftText(events);
        const { lines } = await outcomeOfText(text);
        expect(lines.map(({ event }) => event)).toEqual(events.map(draftOf));
        expect(draftText(lines.map(({ event }) => event))).toBe(text);
      }),
    );
  });

  it('are normalised where drafts have their keys and white space otherwise', async () => {
    const drafts = draftsOf(someBodies);
    const untidy = drafts.map((draft) => {
      const turned = JSON.stringify(Object.fromEntries(Object.entries(draft).reverse()), null, 1).replace(/\n/g, '\t');
      return ` ${turned}\t`;
    });
    const { lines, error } = await outcomeOfText(`${untidy.join('\n')}\n`);
    expect(error).toBeUndefined();
    expect(draftText(lines.map(({ event }) => event))).toBe(drafts.map((draft) => `${lineOfEvent(draft)}\n`).join(''));
  });

  it('may lack the last line end, but not more', async () => {
    const text = ledgerText(ledgerOf(someBodies));
    const { lines, error } = await outcomeOfText(text.slice(0, -1));
    expect([lines.length, error]).toEqual([someBodies.length, undefined]);
    expect((await outcomeOfText(text.slice(0, -2))).error).toMatchObject({ reason: 'truncated', line: someBodies.length });
  });

  it('are of the form ledger, draft or empty', async () => {
    const events = ledgerOf(someBodies);
    const read = (text: string) => readAllEvents([bytesOf(text)], options);
    expect(await read(ledgerText(events))).toEqual({ _tag: 'Right', right: { form: 'ledger', events } });
    expect(await read(draftText(events))).toEqual({ _tag: 'Right', right: { form: 'draft', events: events.map(draftOf) } });
    expect(await read('')).toEqual({ _tag: 'Right', right: { form: 'empty', events: [] } });
  });

  it('are written lazily', () => {
    const events = ledgerOf(someBodies);
    let asked = 0;
    const counted = (function* () {
      for (const event of events) {
        asked++;
        yield event;
      }
    })();
    for (const line of writeEvents(counted, 'ledger')) {
      expect([line]).toEqual(events.slice(0, 1).map((event) => `${lineOfEvent(event)}\n`));
      break;
    }
    expect(asked).toBe(1);
  });
});
