import type { Either } from '@driftbok/core';
import { isLeft, left, right } from '@driftbok/core';
import type { Command } from '../command.js';
import { command } from '../command.js';
import type { UsageError } from '../failure.js';
import { failed, usage } from '../failure.js';
import { parseSource } from '../ledger-source.js';
import * as options from '../options.js';
import { storeFailure } from '../store-source.js';

export const backupCommand: Command = command({
  name: 'backup',
  summary: 'copies a SQLite file with all its ledgers, as it stands at one moment',
  about: [
    'Others may go on writing meanwhile. The copy is on disk when the command returns, is a store of its own, and holds nothing of erased texts. Copying the file by other means while somebody writes may give half of a change. PostgreSQL has its own tools: pg_dump, or a base backup with an archived log.',
  ],
  positionals: [{ name: 'to', about: 'a path where nothing is yet' }],
  options: { ledger: { ...options.target, value: 'sqlite:<file>' } },
  examples: [
    { about: 'Of driftbok.db', line: 'driftbok backup kopia.db' },
    { about: 'Of another file', line: 'driftbok backup kopia.db --ledger sqlite:kommun.db' },
  ],
  run: async (given, io) => {
    const path = fileOf(given.required('ledger'));
    if (isLeft(path)) return failed(path.left);
    const [to = ''] = given.positionals;
    const copied = await io.stores.backup(path.right, to);
    if (isLeft(copied)) return failed(storeFailure(`sqlite:${path.right}`, copied.left));
    await io.out(`sqlite:${path.right} copied to ${to}\n`);
    return right(0);
  },
});

function fileOf(text: string): Either<UsageError, string> {
  const source = parseSource(text);
  if (isLeft(source)) return source;
  const refuse = (expected: string, got: string): Either<UsageError, never> => left(usage('--ledger', `sqlite:<file>; ${expected}`, got));
  if (source.right.kind !== 'store') return refuse('a file of events is copied like any other', text);
  const { place, ledger } = source.right;
  if (place.kind === 'postgres') return refuse('a PostgreSQL database is copied by pg_dump', 'postgres://…');
  return ledger === undefined ? right(place.path) : refuse('all ledgers of the file are copied', text);
}
