import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/all.js';
import { driftbok } from './support/fake-io.js';
import { changedLine } from './support/history.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const sessions = [...readme.matchAll(/```console\n\$ driftbok (.*)\n([^]*?)```/g)].map(
  ([, line = '', shown = '']) => [line, shown] as const,
);

describe('the README', () => {
  it('names the commands, in their order', () => {
    expect([...readme.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)).toEqual(commands.map(({ name }) => name));
  });

  it.each(sessions)('shows what comes of: driftbok %s', async (line, shown) => {
    const drafts = (await driftbok('export --ledger fixture:norrtalje --as drafts')).out;
    const files = { 'drafts.ndjson': changedLine(drafts, 39, (text) => text.replace(/"(-\d+)\.00"/, '"$1.005"')) };
    const { out } = await driftbok(line, files);
    // "…" stands for what is left out at the end.
    const [start = '', cut] = shown.split('…\n');
    if (cut === undefined) expect(out).toBe(shown);
    else expect(out.startsWith(start)).toBe(true);
  });
});
