import { isLeft, right } from '@driftbok/core';
import type { Command, Exit } from '../command.js';
import { command } from '../command.js';
import type { Attempt } from '../failure.js';
import { failed, usage } from '../failure.js';
import type { Io, StorePlace } from '../io.js';
import { parseSource } from '../ledger-source.js';
import * as options from '../options.js';
import { shownPlace, storeFailure } from '../store-source.js';

export const migrateCommand: Command = command({
  name: 'migrate',
  summary: 'makes a PostgreSQL database ready for ledgers, or brings an older store to this version',
  about: [
    'Run it as the role that is to own the tables, once and at each new version; all of it is done or nothing. Everybody else connects as a role that can read and append and do nothing else. A SQLite file is made ready by import, and brought to this version by whatever writes to it; this does so where nothing is to be written.',
  ],
  positionals: [],
  options: {
    ledger: { ...options.target, value: 'postgres://… | sqlite:<file>' },
    role: { value: '<role>', about: "an application's role, there already, that is to read and append" },
  },
  examples: [{ about: 'Once, as the owner', line: 'driftbok migrate --ledger postgres://owner@localhost/driftbok --role app' }],
  run: async (given, io) => {
    const text = given.required('ledger');
    const source = parseSource(text);
    if (isLeft(source)) return failed(source.left);
    if (source.right.kind !== 'store')
      return failed(usage('--ledger', 'postgres://… | sqlite:<file>; nothing else needs to be made ready', text));
    const { place } = source.right;
    if (place.kind === 'sqlite') return migrateFile(place, given.value('role'), io);
    const done = await io.stores.migrate(place.url, given.value('role'));
    if (isLeft(done)) return failed(storeFailure(shownPlace(place), done.left));
    const { from, to } = done.right;
    await io.out(`${shownPlace(place)}: schema ${to}${from === to ? ', as it was' : from === 0 ? ', new' : `, from ${from}`}\n`);
    return right(0);
  },
});

async function migrateFile(place: StorePlace, role: string | undefined, io: Io): Promise<Attempt<Exit>> {
  if (role !== undefined) return failed(usage('--role', 'none with a SQLite file, which has no roles', role));
  const opened = await io.stores.open(place, 'write');
  const closed = isLeft(opened) ? opened : await opened.right.close();
  if (isLeft(closed)) return failed(storeFailure(shownPlace(place), closed.left));
  await io.out(`${shownPlace(place)}: ready\n`);
  return right(0);
}
