import type { Either } from '@driftbok/core';
import { emptyBook, isLeft, left, right } from '@driftbok/core';
import { checkLedger } from '@driftbok/core/adapter';
import { fixtureLedgers } from '@driftbok/fixtures';
import type { LoadedLedger } from './event-file.js';
import { ledgerOfDrafts, ledgerOfRecorded, readEventFile } from './event-file.js';
import type { Attempt, UsageError } from './failure.js';
import { failed, usage } from './failure.js';
import type { Io } from './io.js';
import { nearest } from './nearest.js';
import type { StoreSource } from './store-source.js';
import { loadFromStore } from './store-source.js';

/** Where a ledger is, as `--ledger` names it. */
export type LedgerSource =
  { readonly kind: 'fixture'; readonly name: string } | { readonly kind: 'file'; readonly path: string } | StoreSource;

const fixtureNames = [...fixtureLedgers.keys()];
const choices = `sqlite:<file> | postgres://… | file:<events.ndjson> | ${fixtureNames.map((name) => `fixture:${name}`).join(' | ')}`;

/** Reads the value of `--ledger`, or of another option that names a ledger. Left: `UsageError`. */
export function parseSource(text: string, option = '--ledger'): Either<UsageError, LedgerSource> {
  const source = parseLedger(text);
  return isLeft(source) ? left({ ...source.left, where: option }) : source;
}

function parseLedger(text: string): Either<UsageError, LedgerSource> {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/s.exec(text) ?? [];
  if (scheme === 'fixture') {
    if (fixtureLedgers.has(rest)) return right({ kind: 'fixture', name: rest });
    const near = nearest(rest, fixtureNames) ?? fixtureNames[0];
    return left(usage('--ledger', choices, text, near === undefined ? undefined : `fixture:${near}`));
  }
  if (scheme === 'file') return rest === '' ? left(usage('--ledger', 'file: and a path', text)) : right({ kind: 'file', path: rest });
  if (scheme === 'sqlite') return parseSqlite(rest, text);
  if (scheme === 'postgres' || scheme === 'postgresql') return parsePostgres(text);
  if (scheme !== '' || text === '') return left(usage('--ledger', choices, text));
  // A bare path is what most people type first, and its ending says what is meant; a guess for the rest could make a file by mistake.
  if (/\.(db|sqlite3?)(\?ledger=.*)?$/s.test(text)) return parseSqlite(text, text);
  return left(usage('--ledger', choices, text, `file:${text}`));
}

function parseSqlite(rest: string, text: string): Either<UsageError, LedgerSource> {
  const [, path = '', ledger] = /^(.*?)(?:\?ledger=([^?]*))?$/s.exec(rest) ?? [];
  if (path === '' || path === ':memory:') return left(usage('--ledger', 'sqlite: and the path of a file', text));
  const wrong = wrongName(ledger);
  if (wrong !== undefined) return left(wrong);
  return right({ kind: 'store', place: { kind: 'sqlite', path }, ledger });
}

/** Stands where an address leaves out the host; no host has this name. */
const noHost = '-';

function parsePostgres(text: string): Either<UsageError, LedgerSource> {
  const expected = 'postgres://<user>:<password>@<host>/<database>, each part percent-encoded';
  // libpq and `pg` take a host, most often a Unix socket's folder, from `?host=`, and none before it: not even after a user, as a URL wants.
  const address = text.replace(/^(\w+:\/\/[^/?#]*@)(?=\/)/, `$1${noHost}`);
  if (!URL.canParse(address)) return left(usage('--ledger', expected, 'another address'));
  const url = new URL(address);
  const named = url.searchParams.get('host') ?? '';
  // In the host's place they take it too, and there it is shown.
  if (named !== '') {
    url.hostname = encodeURIComponent(named);
    url.searchParams.delete('host');
  }
  // A "/" or "#" in a password ends the host early: the password would be taken for a host or a database, and be shown as one.
  if (url.host === '' || url.host === noHost || /@/.test(`${url.pathname}${url.hash}`)) {
    return left(usage('--ledger', expected, 'another address'));
  }
  const ledger = url.searchParams.get('ledger') ?? undefined;
  const wrong = wrongName(ledger);
  if (wrong !== undefined) return left(wrong);
  url.searchParams.delete('ledger');
  return right({ kind: 'store', place: { kind: 'postgres', url: url.href }, ledger });
}

/** What is wrong with a ledger's name, asked before a store is opened, let alone made. */
function wrongName(ledger: string | undefined): UsageError | undefined {
  const name = ledger === undefined ? undefined : checkLedger(ledger);
  return name !== undefined && isLeft(name) ? usage('--ledger', `?ledger= and ${name.left.expected}`, ledger ?? '') : undefined;
}

/** Reads a ledger whole, verified. */
export async function openLedgerSource(io: Io, text: string, option = '--ledger'): Promise<Attempt<LoadedLedger>> {
  const source = parseSource(text, option);
  return isLeft(source) ? failed(source.left) : loadSource(io, source.right);
}

/** Reads a ledger whole, verified. */
export async function loadSource(io: Io, source: LedgerSource): Promise<Attempt<LoadedLedger>> {
  switch (source.kind) {
    case 'fixture':
      return openFixture(io, source.name);
    case 'file':
      return openFile(io, source.path);
    case 'store':
      return loadFromStore(io, source);
  }
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
