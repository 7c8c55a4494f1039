import type { Head, LedgerFault, StoreError } from '@driftbok/core';
import { headOfBook, isLeft, right, verifyLedger } from '@driftbok/core';
import type { Language, Verification } from '@driftbok/rules';
import { verifyBook } from '@driftbok/rules';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { ofStore } from '../describe-store.js';
import type { LoadedLedger } from '../event-file.js';
import type { Attempt } from '../failure.js';
import { failed } from '../failure.js';
import { headHeld, headText, parseHead } from '../head.js';
import type { Io } from '../io.js';
import type { LedgerSource } from '../ledger-source.js';
import { loadSource, parseSource } from '../ledger-source.js';
import * as options from '../options.js';
import { printJson } from '../print.js';
import { languageOf } from '../prose-of.js';
import { loadOpen, storeFailure, withLedger } from '../store-source.js';

export const verifyCommand: Command = command({
  name: 'verify',
  summary: 'holds a ledger against every invariant, each with a code of its own',
  about: [
    "Reads a store's ledger event by event first, and names the first event that does not fit, and how: its content, its order, a gap before it, or the end of a ledger that was cut off. Then looks at positions, the chain, texts, transfers, rounds, periods, trees, actions, comments, decisions, assignments, goals, drivers, totals and kinds, and tells how much it held each against. Nothing is decided again: a rule that was tightened later is a finding. Ends with 1 where there is one.",
  ],
  positionals: [],
  options: {
    ledger: options.ledger,
    chain: { about: 'the chain only: a store is read event by event, in the same memory whatever its length' },
    head: options.publishedHead,
    language: options.language,
    format: options.textOrJson,
  },
  examples: [
    { about: 'The ledger that comes with driftbok', line: 'driftbok verify --ledger fixture:norrtalje' },
    {
      about: 'Against the head on a report',
      line: 'driftbok verify --ledger fixture:norrtalje --head 482:74d93c5cd3fe71b39c6be072023876b6bda16cc1988f542c819478b415b3b0b3',
    },
    { about: 'The chain of a ledger that is too large to be folded', line: 'driftbok verify --ledger sqlite:kommun.db --chain' },
    { about: 'The findings as data', line: 'driftbok verify --ledger sqlite:kommun.db --format json' },
  ],
  run: async (given, io) => {
    const source = parseSource(given.required('ledger'));
    if (isLeft(source)) return failed(source.left);
    const text = given.value('head');
    const published = text === undefined ? right(undefined) : parseHead(text);
    if (isLeft(published)) return failed(published.left);
    const language = languageOf(given.value('language'));
    const found = await verified(io, source.right, published.right, given.value('chain') !== undefined, language);
    if (isLeft(found)) return found;
    const { right: outcome } = found;
    await io.out(
      given.value('format') === 'json' ? printJson(asData(outcome, published.right)) : asText(outcome, published.right, language),
    );
    return right(found.right.fault === undefined && found.right.verification.findings.length === 0 ? 0 : 1);
  },
});

type Published = Pick<Head, 'position' | 'hash'> | undefined;

/** What became of a verification: the first event that does not fit, or all that was looked at. */
type Verified =
  { readonly fault: LedgerFault } | { readonly fault: undefined; readonly verification: Verification; readonly head: Head | undefined };

async function verified(
  io: Io,
  source: LedgerSource,
  published: Published,
  chainOnly: boolean,
  language: Language,
): Promise<Attempt<Verified>> {
  const against = { hash: io.hash, ...(published === undefined ? {} : { head: published }) };
  if (source.kind === 'store') {
    return withLedger(io, source, 'read', async (open) => {
      // Streamed: a ledger that is broken, or too large to be folded, is judged all the same.
      const streamed = await verifyLedger(open.store, open.name, against);
      if (isLeft(streamed)) return faultOr(streamed.left, open.shown);
      if (chainOnly) return right(chainOf(streamed.right));
      const ledger = await loadOpen(io, open);
      return isLeft(ledger) ? ledger : right(held(ledger.right, io, language));
    });
  }
  const ledger = await loadSource(io, source);
  if (isLeft(ledger)) return ledger;
  const streamed = await verifyLedger(asStore(ledger.right), '', against);
  if (isLeft(streamed)) return faultOr(streamed.left, source.kind);
  return right(chainOnly ? chainOf(streamed.right) : held(ledger.right, io, language));
}

const faultOr = (error: LedgerFault | StoreError, shown: string): Attempt<Verified> =>
  error._tag === 'LedgerFault' ? right({ fault: error }) : failed(storeFailure(shown, error));

const chainOf = (head: Head | undefined): Verified => ({
  fault: undefined,
  verification: { verified: [{ code: 'chain', checked: head?.position ?? 0 }], findings: [] },
  head,
});

const held = ({ book, events }: LoadedLedger, io: Io, language: Language): Verified => ({
  fault: undefined,
  verification: verifyBook(book, events, io.hash, language),
  head: headOfBook(book),
});

/** A ledger in memory, to be read as a store's is. */
const asStore = ({ book, events }: LoadedLedger): Parameters<typeof verifyLedger>[0] => ({
  head: async () => right(headOfBook(book)),
  read: async function* () {
    for (const event of events) yield right(event);
  },
});

/** A fault in the form that findings have everywhere. */
const findingOf = (fault: LedgerFault): Verification['findings'][number] => ({
  code: 'chain',
  severity: 'error',
  where: [`position:${fault.position}`, ...(fault.id === undefined ? [] : [`event:${fault.id}`])],
  by: '',
  message: ofStore(fault),
});

const asData = (found: Verified, against: Published): unknown =>
  found.fault === undefined
    ? { ...found.verification, head: found.head ?? null, against: against ?? null }
    : { verified: [], findings: [findingOf(found.fault)], head: null, against: against ?? null };

const lookedAt: Readonly<Record<Language, (checked: number, wrong: number) => string>> = {
  sv: (checked, wrong) => `${checked} prövade, ${wrong === 0 ? 'inget' : wrong} fel`,
  en: (checked, wrong) => `${checked} looked at, ${wrong === 0 ? 'nothing' : wrong} wrong`,
};

function asText(found: Verified, against: Published, language: Language): string {
  if (found.fault !== undefined) return `error: position ${ofStore(found.fault)}\n`;
  const { verified: passes, findings } = found.verification;
  return [
    ...findings.map(({ code, severity, message }) => `${severity}: ${message} (${code})`),
    ...passes.map(
      ({ code, checked }) => `${code}: ${lookedAt[language](checked, findings.filter((finding) => finding.code === code).length)}`,
    ),
    ...(found.head === undefined ? [] : [`head: ${headText(found.head)}`]),
    headHeld[language](against?.position),
    '',
  ].join('\n');
}
