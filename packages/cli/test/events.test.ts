import type { Recorded } from '@driftbok/core';
import { describe, expect, it } from 'vitest';
import { driftbok, json } from './support/fake-io.js';
import { draftFile, ledgerFile } from './support/history.js';

const files = { a: draftFile };
const positions = async (options: string): Promise<readonly number[]> =>
  ((await json(`events --ledger file:a --format json ${options}`, files)) as readonly Recorded[]).map(({ position }) => position);
const all = Array.from({ length: 21 }, (_, at) => at + 1);

describe('events', () => {
  it.each([
    ['', all],
    ['--type ForecastRoundLocked', [14, 17, 20]],
    ['--stream forecast/2025-P1', [12, 13, 14]],
    ['--stream none', []],
    ['--from 20', [20, 21]],
    ['--to 2', [1, 2]],
    ['--to 2025-02-03T00:00:00.000Z --from 10', [10, 11]],
    ['--to 2025-02-03 --from 11', [11]],
    ['--to 2025-P1 --from 13', [13, 14]],
    ['--round 2025-P2', [15, 16, 17, 18, 19, 20, 21]],
    ['--basis printed', [11]],
    ['--basis assumed', []],
    ['--round 2025-P2 --type ForecastRevised --from 17', [19]],
  ])('are chosen by %s', async (options, expected) => {
    expect(await positions(options)).toEqual(expected);
  });

  it('are whole in JSON', async () => {
    expect(await json('events --ledger file:a --format json --from 21', files)).toEqual([JSON.parse(ledgerFile.split('\n')[20] ?? '')]);
  });

  it('are ledger lines in ndjson', async () => {
    expect((await driftbok('events --ledger file:a --format ndjson', files)).out).toBe(ledgerFile);
    expect((await driftbok('events --ledger file:a --format ndjson --from 21', files)).out).toBe(`${ledgerFile.split('\n')[20]}\n`);
  });

  it.each(['text', 'csv', 'md'])('are told as %s', async (format) => {
    const { code, out } = await driftbok(`events --ledger file:a --from 11 --to 11 --format ${format}`, files);
    expect(code).toBe(0);
    for (const word of ['11', '2025-02-03T00:00:00.000Z', 'OutcomePosted', 'outcome/2025-01', 'printed']) expect(out).toContain(word);
    expect(out).not.toContain('ForecastRoundOpened');
  });

  it.each([
    ['--from 0', '--from: expected a position from 1, got 0'],
    ['--from 2025-01-01', '--from: expected a position from 1, got 2025-01-01'],
    ['--to igår', 'cut: expected a position, day, instant or round (2025-P1, 2025-P2), got igår (unknown-round)'],
    ['--type OutcomePostd', '--type: expected a type of event, got OutcomePostd. Did you mean OutcomePosted?'],
    ['--round 2025-P7', '--round: expected 2025-P1 | 2025-P2, got 2025-P7. Did you mean 2025-P1?'],
    ['--basis guessed', '--basis: expected printed | stated | inferred | assumed, got guessed'],
    ['--format xml', '--format: expected text | json | csv | md | ndjson, got xml'],
  ])('%s is refused', async (options, message) => {
    const ran = await driftbok(`events --ledger file:a ${options}`, files);
    expect(ran.err).toContain(message);
    expect(ran).toMatchObject({ code: 2, out: '' });
  });
});
