import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/all.js';
import { driftbok } from './support/fake-io.js';

const names = commands.map(({ name }) => name).join(' | ');

describe('a wrong command line', () => {
  it.each([
    ['', `driftbok: command: expected ${names}, got nothing\nSee: driftbok --help\n`],
    ['tabel', `driftbok: command: expected ${names}, got tabel. Did you mean table?\nSee: driftbok --help\n`],
    ['quit', `driftbok: command: expected ${names}, got quit`],
    ['--verison', `driftbok: option: expected ${names}, got --verison`],
  ])('"%s" names the commands', async (line, err) => {
    const ran = await driftbok(line);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(err);
  });

  const ledger = '--ledger fixture:norrtalje';
  it.each([
    [`rounds --leger fixture:norrtalje`, 'option: expected one of this command, got --leger. Did you mean --ledger?'],
    [`rounds ${ledger} --xyz`, 'option: expected one of this command, got --xyz'],
    [`rounds ${ledger} -f json`, 'option: expected one of this command, got -f'],
    [`rounds ${ledger} --no-format`, 'option: expected one of this command, got --no-format'],
    [`table driftredovisning ${ledger}`, '--period: expected <YYYY-MM>, got nothing'],
    [
      'rounds --ledger',
      '--ledger: expected a value, sqlite:<file>[?ledger=<name>] | postgres://…[?ledger=<name>] | file:<events.ndjson> | fixture:<name>, got nothing',
    ],
    [
      'rounds --ledger --format json',
      '--ledger: expected a value, sqlite:<file>[?ledger=<name>] | postgres://…[?ledger=<name>] | file:<events.ndjson> | fixture:<name>, got --format',
    ],
    [
      'rounds --ledger= --format json',
      '--ledger: expected a value, sqlite:<file>[?ledger=<name>] | postgres://…[?ledger=<name>] | file:<events.ndjson> | fixture:<name>, got nothing',
    ],
    [`rounds ${ledger} --ledger file:a`, '--ledger: expected to be given once, got file:a as well'],
    [`rounds ${ledger} --format jsn`, '--format: expected text | json | csv | md, got jsn. Did you mean json?'],
    [`rounds ${ledger} --format 7`, '--format: expected text | json | csv | md, got 7'],
    [`rounds ${ledger} all`, 'argument: expected none, got all'],
    [`check`, '<file>: expected ledger lines, or drafts, got nothing'],
    [`check a b`, 'argument: expected no more after <file>, got b'],
    [`trace driftredovisning ${ledger} --period 2025-07`, '<row/column>: expected the cells, got nothing'],
    [`table ${ledger} --period 2025-07`, '<spec>: expected the table: of Norrtälje: driftredovisning'],
  ])('"%s" says what is wrong', async (line, message) => {
    const ran = await driftbok(line);
    expect(ran).toMatchObject({ code: 2, out: '' });
    const [first = '', second] = ran.err.split('\n');
    const [command = ''] = line.split(' ');
    expect(first.startsWith(`driftbok ${command}: ${message}`)).toBe(true);
    expect(second).toBe(`See: driftbok ${command} --help`);
  });

  it('takes a value that begins with "-" after "="', async () => {
    expect((await driftbok('rounds --ledger=-x')).err).toContain('--ledger: expected sqlite:<file> | postgres://…');
  });

  it('takes what stands after "--" as arguments', async () => {
    expect((await driftbok('check -- --format')).err).toBe('--format: cannot be read: there is no such file\n');
  });
});
