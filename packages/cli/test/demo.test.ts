import { emptyBook, orThrow, propose } from '@driftbok/core';
import type { Draft } from '@driftbok/core';
import { fixtureLedgers } from '@driftbok/fixtures';
import { norrtalje } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';
import { forecastMove } from '../src/forecast-move.js';
import { driftbok, storeOf } from './support/fake-io.js';
import { draft, drafts, item, ndjson } from './support/history.js';

const source = { template: item(norrtalje.templates, 0), preset: norrtalje };
const net = { row: 'net', column: 'deviation_year' };

function move(from: readonly Draft[], id: string, cell = net): string | undefined {
  const { book } = orThrow(propose(emptyBook(), from));
  const round = book.state.rounds.get(id);
  return round === undefined ? undefined : orThrow(forecastMove(book, source, round, cell));
}

describe('demo', () => {
  it('shows both tables of the report, how the forecast moved, and what to try next', async () => {
    const { code, out, err, stores } = await driftbok('demo');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const word of ['Summa Driftbudget', '-377 660', 'Ekonomiskt bistånd', '-34 204']) expect(out).toContain(word);
    const [moved, next] = out.trimEnd().split('\n').slice(-2);
    expect(moved).toBe('Prognosen har förbättrats med 5 000 tkr jämfört med Delår april: avvikelsen var −9 695 tkr och är nu −4 695 tkr.');
    expect(next).toContain('explain --ledger sqlite:driftbok-demo.db --metric');
    expect((await driftbok(/: driftbok (.*)$/.exec(next ?? '')?.[1] ?? '', {}, { stores })).code).toBe(0);
  });

  it('keeps its ledger in a SQLite file, made once', async () => {
    const { stores, out } = await driftbok('demo');
    expect([...stores.keys()]).toEqual(['sqlite:driftbok-demo.db']);
    const head = await driftbok('head --ledger driftbok-demo.db', {}, { stores });
    expect(head.out).toBe((await driftbok('head --ledger fixture:norrtalje')).out);
    expect(await driftbok('demo', {}, { stores })).toMatchObject({ code: 0, out, err: '' });
    expect(await driftbok('head --ledger driftbok-demo.db', {}, { stores })).toMatchObject({ out: head.out });
  });

  it('begins a ledger beside that of an older version, and names it', async () => {
    const stores = new Map([['sqlite:driftbok-demo.db', await storeOf({ 'norrtalje-older': ndjson(drafts) })]]);
    const { code, out } = await driftbok('demo', {}, { stores });
    expect(code).toBe(0);
    const line = /: driftbok (.*)\n$/.exec(out)?.[1] ?? '';
    expect(line).toMatch(/ --ledger sqlite:driftbok-demo\.db\?ledger=norrtalje-[0-9a-f]{8} /);
    expect((await driftbok(line, {}, { stores })).code).toBe(0);
  });
});

describe("a forecast's move", () => {
  const ledger = fixtureLedgers.get('norrtalje')?.() ?? [];

  it('may be for the worse', () => {
    expect(move(ledger, '2024-P3')).toBe(
      'Prognosen har försämrats med 8 007 tkr jämfört med Delår april: avvikelsen var −9 600 tkr och är nu −17 607 tkr.',
    );
    expect(move(drafts, '2025-P2')).toBe(
      'Prognosen har försämrats med 100 tkr jämfört med Prognos 1: avvikelsen var −1 300 tkr och är nu −1 400 tkr.',
    );
  });

  it('is none where the figures shown are the same', () => {
    const step = (type: string): Draft => draft(type, 'forecast/2025-P3', { round: '2025-P3' }, '2025-04-01T00:00:00.000Z');
    const opened = draft(
      'ForecastRoundOpened',
      'forecast/2025-P3',
      { round: '2025-P3', year: '2025', label: 'Prognos 3' },
      '2025-04-01T00:00:00.000Z',
    );
    const lines = { columns: ['ansvar', 'konto', 'month', 'amount'], rows: [['51', 'lokaler', '2025', '-2600000.49']] };
    const revised = draft('ForecastRevised', 'forecast/2025-P3', { round: '2025-P3', year: '2025', lines }, '2025-04-01T00:00:00.000Z');
    const third = [...drafts, opened, revised, step('ForecastRoundLocked')];
    expect(move(third, '2025-P3')).toBe('Prognosen är oförändrad jämfört med Prognos 2: avvikelsen är −1 400 tkr.');
  });

  it('is not told for the first round of a year, nor of a blank cell', () => {
    expect(move(drafts, '2025-P1')).toBeUndefined();
    expect(move(drafts, '2025-P2', { row: 'income', column: 'forecast' })).toBeUndefined();
    expect(move(drafts, '2025-P2', { row: 'none', column: 'forecast' })).toBeUndefined();
  });
});
