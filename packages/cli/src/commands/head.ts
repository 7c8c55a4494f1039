import type { Head } from '@driftbok/core';
import { headOfBook, isLeft, right } from '@driftbok/core';
import type { Command } from '../command.js';
import { command } from '../command.js';
import type { Attempt } from '../failure.js';
import { failed } from '../failure.js';
import type { Io } from '../io.js';
import { loadSource, parseSource } from '../ledger-source.js';
import * as options from '../options.js';
import { printJson } from '../print.js';
import { storeFailure, withLedger } from '../store-source.js';

export const headCommand: Command = command({
  name: 'head',
  summary: "tells a ledger's last position and hash, to be put on a published report",
  about: ['Who later runs verify with this head knows that nothing up to it was changed, moved or cut off.'],
  positionals: [],
  options: { ledger: options.ledger, format: options.textOrJson },
  examples: [
    { about: 'The ledger that comes with driftbok', line: 'driftbok head --ledger fixture:norrtalje' },
    { about: 'A ledger of a SQLite file, as data', line: 'driftbok head --ledger sqlite:kommun.db --format json' },
  ],
  run: async (given, io) => {
    const head = await headAt(io, given.required('ledger'));
    if (isLeft(head)) return head;
    await io.out(given.value('format') === 'json' ? printJson(head.right ?? null) : asText(head.right));
    return right(0);
  },
});

async function headAt(io: Io, text: string): Promise<Attempt<Head | undefined>> {
  const source = parseSource(text);
  if (isLeft(source)) return failed(source.left);
  if (source.right.kind === 'store') {
    // The store keeps it: a ledger of any length is not read for it.
    return withLedger(io, source.right, 'read', async ({ store, name, shown }) => {
      const head = await store.head(name);
      return isLeft(head) ? failed(storeFailure(shown, head.left)) : head;
    });
  }
  const ledger = await loadSource(io, source.right);
  return isLeft(ledger) ? ledger : right(headOfBook(ledger.right.book));
}

const asText = (head: Head | undefined): string =>
  head === undefined ? 'the ledger is empty\n' : `${head.position}:${head.hash}\nrecorded ${head.recordedAt}\n`;
