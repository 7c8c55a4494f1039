import type { Book, Head, LedgerFault, StoreError } from '@driftbok/core';
import { headOfBook, isLeft, right, verifyLedger } from '@driftbok/core';
import type { Language, PresentedFinding, Verification } from '@driftbok/rules';
import { figuresApart, verifyBook } from '@driftbok/rules';
import type { Command } from '../command.js';
import { command } from '../command.js';
import { ofStore } from '../describe-store.js';
import type { LoadedLedger } from '../event-file.js';
import type { Attempt } from '../failure.js';
import { failed, usage } from '../failure.js';
import { headHeld, headText, parseHead } from '../head.js';
import type { Io } from '../io.js';
import type { LedgerSource } from '../ledger-source.js';
import { loadSource, openLedgerSource, parseSource } from '../ledger-source.js';
import * as options from '../options.js';
import { printJson } from '../print.js';
import { languageOf } from '../prose-of.js';
import { loadOpen, storeFailure, withLedger } from '../store-source.js';

export const verifyCommand: Command = command({
  name: 'verify',
  summary: 'holds a ledger against every invariant, each with a code of its own',
  about: [
    "Reads a store's ledger event by event first, and names the first event that does not fit, and how: its content, its order, a gap before it, or the end of a ledger that was cut off. Then looks at positions, the chain, texts, transfers, rounds, periods, trees, actions, comments, decisions, assignments, goals, drivers, totals and kinds, and tells how much it held each against. Nothing is decided again: a rule that was tightened later is a finding. Ends with 1 where there is one.",
    'With --against, also tells which figures, such as a national rate, the texts of the two ledgers state under one name and not alike.',
  ],
  positionals: [],
  options: {
    ledger: options.ledger,
    chain: { about: 'the chain only: a store is read event by event, in the same memory whatever its length' },
    head: options.publishedHead,
    against: {
      value: '<ledger>',
      about: "another ledger, named as --ledger is, whose stated figures are held against this one's; not with --chain",
    },
    language: options.language,
    format: options.textOrJson,
  },
  examples: [
    { about: 'The ledger that comes with driftbok', line: 'driftbok verify --ledger fixture:norrtalje' },
    {
      about: 'Against the head on a report',
      line: 'driftbok verify --ledger fixture:norrtalje --head 488:d9fe51b1e065f9c0b806a5b992d25408b3250f834455650f87257a8985e95a62',
    },
    { about: 'The chain of a ledger that is too large to be folded', line: 'driftbok verify --ledger sqlite:kommun.db --chain' },
    {
      about: 'Against what the texts of another municipality state',
      line: 'driftbok verify --ledger sqlite:kommun.db --against fixture:sodertalje',
    },
    { about: 'The findings as data', line: 'driftbok verify --ledger sqlite:kommun.db --format json' },
  ],
  run: async (given, io) => {
    const source = parseSource(given.required('ledger'));
    if (isLeft(source)) return failed(source.left);
    const text = given.value('head');
    const published = text === undefined ? right(undefined) : parseHead(text);
    if (isLeft(published)) return failed(published.left);
    const language = languageOf(given.value('language'));
    const [chainOnly, against] = [given.value('chain') !== undefined, given.value('against')];
    if (chainOnly && against !== undefined) return failed(usage('--against', 'no --chain beside it', against));
    const found = await verified(io, source.right, published.right, chainOnly, language);
    if (isLeft(found)) return found;
    const compared = against === undefined ? found : await heldAgainst(io, found.right, against, language);
    if (isLeft(compared)) return compared;
    const { right: outcome } = compared;
    await io.out(
      given.value('format') === 'json' ? printJson(asData(outcome, published.right)) : asText(outcome, published.right, language),
    );
    return right(outcome.fault === undefined && outcome.verification.findings.length + outcome.apart.length === 0 ? 0 : 1);
  },
});

type Published = Pick<Head, 'position' | 'hash'> | undefined;

/** What became of a verification: the first event that does not fit, or all that was looked at. */
type Verified = { readonly fault: LedgerFault } | Held;

interface Held {
  readonly fault: undefined;
  readonly verification: Verification;
  readonly head: Head | undefined;
  /** Left out where only the chain was read. */
  readonly book?: Book;
  /** Where another ledger's texts state other figures. */
  readonly apart: readonly PresentedFinding[];
}

/** What was found, with what another ledger's texts state otherwise. A ledger that does not fit is not held against any. */
async function heldAgainst(io: Io, found: Verified, against: string, language: Language): Promise<Attempt<Verified>> {
  const other = await openLedgerSource(io, against, '--against');
  if (isLeft(other)) return other;
  if (found.fault !== undefined || found.book === undefined) return right(found);
  return right({ ...found, apart: figuresApart(found.book, other.right.book, language) });
}

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
  apart: [],
});

const held = ({ book, events }: LoadedLedger, io: Io, language: Language): Verified => ({
  fault: undefined,
  verification: verifyBook(book, events, io.hash, language),
  head: headOfBook(book),
  book,
  apart: [],
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
    ? {
        verified: found.verification.verified,
        findings: [...found.verification.findings, ...found.apart],
        head: found.head ?? null,
        against: against ?? null,
      }
    : { verified: [], findings: [findingOf(found.fault)], head: null, against: against ?? null };

const lookedAt: Readonly<Record<Language, (checked: number, wrong: number) => string>> = {
  sv: (checked, wrong) => `${checked} prövade, ${wrong === 0 ? 'inget' : wrong} fel`,
  en: (checked, wrong) => `${checked} looked at, ${wrong === 0 ? 'nothing' : wrong} wrong`,
};

function asText(found: Verified, against: Published, language: Language): string {
  if (found.fault !== undefined) return `error: position ${ofStore(found.fault)}\n`;
  const { verified: passes, findings } = found.verification;
  return [
    ...[...findings, ...found.apart].map(({ code, severity, message }) => `${severity}: ${message} (${code})`),
    ...passes.map(
      ({ code, checked }) => `${code}: ${lookedAt[language](checked, findings.filter((finding) => finding.code === code).length)}`,
    ),
    ...(found.head === undefined ? [] : [`head: ${headText(found.head)}`]),
    headHeld[language](against?.position),
    '',
  ].join('\n');
}
