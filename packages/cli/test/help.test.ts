import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/all.js';
import { driftbok, storeOf } from './support/fake-io.js';
import { draftFile, ledgerFile } from './support/history.js';
import { monthlyFile } from './support/monthly.js';

describe('the program', () => {
  it('tells its version', async () => {
    expect(await driftbok('--version')).toMatchObject({ code: 0, out: '1.2.3\n', err: '' });
  });

  it.each(['--help', '-h'])('tells its commands on %s', async (flag) => {
    const { code, out, err } = await driftbok(flag);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name, summary } of commands) expect(out.replace(/\s+/g, ' ')).toContain(` ${name} ${summary}`);
  });
});

describe.each(commands.map((command) => [command.name, command] as const))('%s', (name, command) => {
  it.each(['--help', '-h', '--ledger sqlite:a --help'])('has its help, whatever else is given: %s', async (flags) => {
    if (flags.includes('--ledger') && !('ledger' in command.options)) return;
    const { code, out, err } = await driftbok(`${name} ${flags}`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
    for (const { line } of command.examples) expect(out).toContain(line);
  });

  it('keeps its help within 100 characters, but for command lines', async () => {
    const { out } = await driftbok(`${name} --help`);
    const prose = out.split('\n').filter((line) => !line.includes('driftbok ') && !line.startsWith('  --'));
    expect(prose.filter((line) => line.length > 100)).toEqual([]);
  });

  it.each(command.examples.map(({ line }) => line))('does what its help says: %s', async (line) => {
    expect(line.startsWith(`driftbok ${name}`)).toBe(true);
    const places = line.includes('import') ? ['postgres://app@localhost/driftbok'] : ['sqlite:driftbok.db', 'sqlite:kommun.db'];
    const stores = new Map(
      await Promise.all(
        places.map(async (place) => [place, await storeOf(place.startsWith('sqlite:') ? { main: ledgerFile } : {})] as const),
      ),
    );
    const files = {
      'drafts.ndjson': draftFile,
      'monthly.ndjson': monthlyFile,
      'report.json':
        '{"tables":[{"id":"t","unit":"tkr","columns":[{"id":"b","label":"Budget"}],"rows":[{"id":"x","label":"X","cells":{"b":"1"}}]}]}',
      'table.md': `| tkr ${'| Budget '.repeat(7)}|\n${'| --- '.repeat(8)}|\n| X | 1 041 | 1 041 | 0 | | | | |\n`,
      ...(line.includes('import') ? {} : { 'ledger.ndjson': ledgerFile }),
    };
    const ran = await driftbok(line.slice('driftbok '.length), files, { stores });
    // A store tells of its progress.
    expect(ran.err.replace(/^21 of 21 recorded, to position 21\n$/, '')).toBe('');
    expect(ran.code).toBe(0);
    expect(ran.out.length + ran.files.size).toBeGreaterThan(1);
  });
});
