import { isLeft, right } from '@driftbok/core';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { failed, usage } from '../failure.js';
import { parseSource } from '../ledger-source.js';
import * as options from '../options.js';
import { shownPlace, storeFailure } from '../store-source.js';

export const migrateCommand: Command = command({
  name: 'migrate',
  summary: 'makes a PostgreSQL database ready for ledgers, or brings an older one to this version',
  about: [
    'Run it as the role that is to own the tables, once and at each new version; all of it is done or nothing. Everybody else connects as a role that can read and append and do nothing else. A SQLite file needs none of this.',
  ],
  positionals: [],
  options: {
    ledger: { ...options.target, value: 'postgres://…' },
    role: { value: '<role>', about: "an application's role, there already, that is to read and append" },
  },
  examples: [{ about: 'Once, as the owner', line: 'driftbok migrate --ledger postgres://owner@localhost/driftbok --role app' }],
  run: async (given, io) => {
    const text = given.required('ledger');
    const source = parseSource(text);
    if (isLeft(source)) return failed(source.left);
    if (source.right.kind !== 'store' || source.right.place.kind !== 'postgres') {
      return failed(usage('--ledger', 'postgres://…; nothing else needs to be made ready', text));
    }
    const { place } = source.right;
    const done = await io.stores.migrate(place.url, given.value('role'));
    if (isLeft(done)) return failed(storeFailure(shownPlace(place), done.left));
    const { from, to } = done.right;
    await io.out(`${shownPlace(place)}: schema ${to}${from === to ? ', as it was' : from === 0 ? ', new' : `, from ${from}`}\n`);
    return right(0);
  },
});
