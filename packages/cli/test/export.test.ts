import { describe, expect, it } from 'vitest';
import { driftbok } from './support/fake-io.js';
import { draftFile, ledgerFile } from './support/history.js';

describe('export', () => {
  it.each(['', '--as ledger'])('gives a ledger byte for byte %s', async (as) => {
    expect(await driftbok(`export --ledger file:ledger.ndjson ${as}`, { 'ledger.ndjson': ledgerFile })).toMatchObject({
      code: 0,
      out: ledgerFile,
      err: '',
    });
  });

  it('gives drafts, from a ledger and from drafts', async () => {
    expect((await driftbok('export --ledger file:ledger.ndjson --as drafts', { 'ledger.ndjson': ledgerFile })).out).toBe(draftFile);
    expect((await driftbok('export --ledger file:drafts.ndjson --as drafts', { 'drafts.ndjson': draftFile })).out).toBe(draftFile);
  });

  it('seals drafts in memory, the same each time', async () => {
    expect((await driftbok('export --ledger file:drafts.ndjson', { 'drafts.ndjson': draftFile })).out).toBe(ledgerFile);
  });

  it('gives what an import takes to the same ledger', async () => {
    const { out } = await driftbok('export --ledger fixture:norrtalje --as drafts');
    const imported = await driftbok('import in.ndjson --ledger file:ledger.ndjson', { 'in.ndjson': out });
    expect(imported.files.get('ledger.ndjson')).toBe((await driftbok('export --ledger fixture:norrtalje')).out);
  });

  it('writes a file, and nothing to standard output', async () => {
    const ran = await driftbok('export --ledger file:drafts.ndjson --output out.ndjson', {
      'drafts.ndjson': draftFile,
      'out.ndjson': 'old',
    });
    expect(ran).toMatchObject({ code: 0, out: '', err: '' });
    expect(ran.files.get('out.ndjson')).toBe(ledgerFile);
  });

  it('gives nothing of an empty file', async () => {
    expect(await driftbok('export --ledger file:empty.ndjson', { 'empty.ndjson': '' })).toMatchObject({ code: 0, out: '' });
  });

  it('says where the disk refuses', async () => {
    const ran = await driftbok('export --ledger fixture:norrtalje --output locked/out.ndjson');
    expect(ran).toMatchObject({ code: 2, out: '', err: 'locked/out.ndjson: cannot be written: you are not permitted to (EACCES)\n' });
  });
});
