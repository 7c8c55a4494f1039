import { describe, expect, it } from 'vitest';
import { json } from './support/fake-io.js';

const total = async (line: string): Promise<string> =>
  ((await json(`explain --ledger fixture:norrtalje --format json --by event ${line}`)) as { readonly total: string }).total;
const budget = '--metric budget --year 2025 --from 2025-01-31 --to 2025-P3';

describe('explain', () => {
  it('takes the running operations, and an investment only where it is asked for', async () => {
    expect(await total(budget)).toBe('0.00');
    expect(await total(`${budget} --where konto=investeringar`)).toBe('-3500000.00');
    expect(await total(`${budget} --where konto=kostnader`)).toBe('0.00');
  });
});
