import type { Actor, Either, EventId, Head, Remains } from '@driftbok/core';
import { isLeft, left, right } from '@driftbok/core';
import { lintText } from '@driftbok/rules';
import type { Command } from '../command.js';
import { command } from '../command.js';
import type { Attempt, UsageError } from '../failure.js';
import { failed, usage } from '../failure.js';
import { headText } from '../head.js';
import type { Io } from '../io.js';
import { parseSource } from '../ledger-source.js';
import * as options from '../options.js';
import { printJson } from '../print.js';
import type { StoreSource } from '../store-source.js';
import { storeFailure, withLedger } from '../store-source.js';

export const redactCommand: Command = command({
  name: 'redact',
  summary: 'erases the text of an event, and records that it was erased',
  about: [
    'For a text that should never have been recorded. It cannot be undone, and the text is never taken in again. The event, its figures and every hash stay: the text lay beside the event, which holds only its salted hash, so the ledger verifies as before. A label, or anything else in the data of an event, is a part of the chain and cannot be erased.',
    'The answer tells where bytes of the text may still lie and until when: in the log, the replicas and the backups of a PostgreSQL database. What was exported, backed up, printed or sent before is out of reach: import the ledger with the erasure over other copies, and let backups reach the end of their retention.',
  ],
  positionals: [],
  options: {
    ledger: {
      ...options.target,
      about: `the ledger, in a SQLite file or a PostgreSQL database; a file of events cannot be erased from`,
      value: 'sqlite:<file>[?ledger=<name>] | postgres://…[?ledger=<name>]',
    },
    event: { value: '<id>', about: 'the event whose text goes, as events lists it', required: true },
    reason: { value: '<text>', about: 'on what ground, in law or by decision; it is recorded for good', required: true },
    actor: { value: '<role>:<id>', about: 'who erases; it is recorded for good, so an id and no name', required: true },
    format: options.textOrJson,
  },
  examples: [
    {
      about: 'Of driftbok.db',
      line: 'driftbok redact --event 01900000-0000-7000-8000-000000000021 --reason "OSL 26 kap. 1 §" --actor registrator:r1',
    },
    {
      about: 'Of another file, for a program to read',
      line: 'driftbok redact --ledger kommun.db --event 01900000-0000-7000-8000-000000000021 --reason "GDPR art. 17" --actor registrator:r1 --format json',
    },
  ],
  run: async (given, io) => {
    const source = storeOf(given.required('ledger'));
    if (isLeft(source)) return failed(source.left);
    const actor = actorOf(given.required('actor'));
    if (isLeft(actor)) return failed(actor.left);
    const reason = given.required('reason');
    if (lintText(reason).length > 0)
      return failed(
        usage(
          '--reason',
          'a ground that points out nobody, since it is recorded for good',
          'an identity number, a phone number or an e-mail address',
        ),
      );
    const request = { event: given.required('event'), legalBasis: reason, actor: actor.right };
    const redacted = await redact(io, source.right, request);
    if (isLeft(redacted)) return redacted;
    await io.out(given.value('format') === 'json' ? printJson(redacted.right) : asText(redacted.right, reason));
    return right(0);
  },
});

interface Redacted {
  readonly event: EventId;
  readonly head: Head;
  /** Where bytes of the text may still lie, of what the store knows. */
  readonly remains: readonly Remains[];
}

const redact = (
  io: Io,
  source: StoreSource,
  request: { readonly event: EventId; readonly legalBasis: string; readonly actor: Actor },
): Promise<Attempt<Redacted>> =>
  withLedger(io, source, 'write', async ({ store, name, shown }) => {
    const before = await store.head(name);
    if (isLeft(before)) return failed(storeFailure(shown, before.left));
    // Another writer's clock may be ahead of this one's, and time never falls in a ledger.
    const [now, last = ''] = [io.clock(), before.right?.recordedAt];
    const receipt = await store.redact(name, { ...request, id: io.newId(), recordedAt: now < last ? last : now });
    if (isLeft(receipt)) return failed(storeFailure(shown, receipt.left));
    const { head, remains = [] } = receipt.right;
    return right({ event: request.event, head, remains });
  });

function storeOf(text: string): Either<UsageError, StoreSource> {
  const source = parseSource(text);
  if (isLeft(source)) return source;
  const refuse = (why: string): Either<UsageError, never> => left(usage('--ledger', `sqlite:<file> | postgres://…; ${why}`, text));
  switch (source.right.kind) {
    case 'store':
      return right(source.right);
    case 'fixture':
      return refuse('what comes with driftbok is not changed');
    case 'file':
      return refuse('a file of events is only replaced whole, and its old bytes stay on the disk: import it into a store, and delete it');
  }
}

function actorOf(text: string): Either<UsageError, Actor> {
  const [, role = '', id = ''] = /^([^:]+):(.+)$/s.exec(text) ?? [];
  return role === '' ? left(usage('--actor', '<role>:<id>, such as registrator:r1', text)) : right({ role, id });
}

const elsewhere = 'what was exported, backed up or printed before still holds it';

function asText({ event, head, remains }: Redacted, reason: string): string {
  const places = remains.map(({ where, until }) => `  ${where}, until ${until}`);
  const inStore = places.length === 0 ? ['no byte of it is left in the store'] : ['bytes of it may still lie in:', ...places];
  return [`the text of ${event} is erased: ${reason}`, ...inStore, elsewhere, `head ${headText(head)}`, ''].join('\n');
}
