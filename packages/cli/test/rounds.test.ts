import { describe, expect, it } from 'vitest';
import { driftbok, json } from './support/fake-io.js';
import { draftFile, ledgerFile } from './support/history.js';

const hashAt = (position: number): string => (JSON.parse(ledgerFile.split('\n')[position - 1] ?? '') as { hash: string }).hash;

describe('rounds', () => {
  it('gives each round with its locks', async () => {
    expect(await json('rounds --ledger file:a --format json', { a: draftFile })).toEqual([
      {
        id: '2025-P1',
        year: '2025',
        opened: '2025-02-04T00:00:00.000Z',
        locks: [{ position: 14, recordedAt: '2025-02-05T00:00:00.000Z', hash: hashAt(14) }],
      },
      {
        id: '2025-P2',
        year: '2025',
        opened: '2025-03-04T00:00:00.000Z',
        locks: [
          { position: 17, recordedAt: '2025-03-06T00:00:00.000Z', hash: hashAt(17) },
          { position: 20, recordedAt: '2025-03-08T00:00:00.000Z', hash: hashAt(20) },
        ],
      },
    ]);
  });

  it('gives the rounds of the fixture', async () => {
    const rounds = (await json('rounds --ledger fixture:norrtalje --format json')) as readonly { readonly id: string }[];
    expect(rounds.map(({ id }) => id)).toEqual(['2024-D1', '2024-P3', '2024-D2', '2025-D1', '2025-P3']);
  });

  it('gives an empty list where there is none', async () => {
    expect(await json('rounds --ledger file:a --format json', { a: '' })).toEqual([]);
  });

  it.each(['text', 'csv', 'md'])('tells them as %s', async (format) => {
    const { out } = await driftbok(`rounds --ledger file:a --format ${format}`, { a: draftFile });
    const english = await driftbok(`rounds --ledger file:a --language en --format ${format}`, { a: draftFile });
    expect(english.out).toMatch(/status[^]*locked/);
    for (const word of ['2025-P2', 'Prognos 2', 'läge', 'låst', '17', '20', '2025-03-08T00:00:00.000Z']) expect(out).toContain(word);
  });
});
