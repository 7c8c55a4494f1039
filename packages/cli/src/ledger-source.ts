import type { Either } from '@driftbok/core';
import { emptyBook, isLeft, left, right } from '@driftbok/core';
import { fixtureLedgers } from '@driftbok/fixtures';
import type { LoadedLedger } from './event-file.js';
import { ledgerOfDrafts, ledgerOfRecorded, readEventFile } from './event-file.js';
import type { Attempt, UsageError } from './failure.js';
import { failed, usage } from './failure.js';
import type { Io } from './io.js';
import { nearest } from './nearest.js';

/** Where a ledger is, as `--ledger` names it. */
export type LedgerSource = { readonly kind: 'fixture'; readonly name: string } | { readonly kind: 'file'; readonly path: string };

const fixtureNames = [...fixtureLedgers.keys()];
const choices = `${fixtureNames.map((name) => `fixture:${name}`).join(' | ')} | file:<events.ndjson>`;

/** Reads the value of `--ledger`. Left: `UsageError`. */
export function parseSource(text: string): Either<UsageError, LedgerSource> {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/s.exec(text) ?? [];
  if (scheme === 'fixture') {
    if (fixtureLedgers.has(rest)) return right({ kind: 'fixture', name: rest });
    const near = nearest(rest, fixtureNames) ?? fixtureNames[0];
    return left(usage('--ledger', choices, text, near === undefined ? undefined : `fixture:${near}`));
  }
  if (scheme === 'file') return rest === '' ? left(usage('--ledger', 'file: and a path', text)) : right({ kind: 'file', path: rest });
  if (scheme === 'sqlite' || scheme === 'postgres') return left(usage('--ledger', `${choices}; this version has no ${scheme}: yet`, text));
  // A bare path is what most people type first.
  return left(usage('--ledger', choices, text, scheme === '' && text !== '' ? `file:${text}` : undefined));
}

/** Reads a ledger whole, verified. */
export async function openLedgerSource(io: Io, text: string): Promise<Attempt<LoadedLedger>> {
  const source = parseSource(text);
  if (isLeft(source)) return failed(source.left);
  const loaded = source.right.kind === 'fixture' ? openFixture(io, source.right.name) : await openFile(io, source.right.path);
  return loaded;
}

function openFixture({ hash }: Io, name: string): Attempt<LoadedLedger> {
  const drafts = fixtureLedgers.get(name)?.() ?? [];
  const ledger = ledgerOfDrafts(`fixture:${name}`, drafts, hash);
  return isLeft(ledger) ? failed(ledger.left) : ledger;
}

async function openFile(io: Io, path: string): Promise<Attempt<LoadedLedger>> {
  const file = await readEventFile(io, path);
  if (isLeft(file)) return file;
  const { form, events } = file.right;
  if (form === 'empty') return right({ book: emptyBook(), events: [] });
  const ledger = form === 'ledger' ? ledgerOfRecorded(path, events, io.hash) : ledgerOfDrafts(path, events, io.hash);
  return isLeft(ledger) ? failed(ledger.left) : ledger;
}
