import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Book, Draft, EventStore, Ledger, Recorded } from '@driftbok/core';
import {
  drawTable,
  eventsOf,
  isLeft,
  latestComment,
  memoryStore,
  openLedger,
  orThrow,
  resolveCut,
  sha256Hex,
  textHashOf,
  verifyLedger,
} from '@driftbok/core';
import { writeEvents } from '@driftbok/exchange';
import { norrtalje as fixture } from '@driftbok/fixtures';
import { instantiate, norrtalje as preset, presentRegister, presentTable, registerTemplateOf, verifyBook } from '@driftbok/rules';

const name = 'prov';
const salt = 'a'.repeat(32);
const actor = { role: 'controller', id: 'c1' };

/** The fixture with texts of our own beside its comments. */
const drafts = (texts: (index: number) => string): readonly Draft[] => {
  let index = 0;
  return fixture().map((draft) => {
    if (draft.type !== 'CommentMade') return draft;
    const text = texts(index++);
    const data = { ...(draft.data as object), textHash: textHashOf(text, salt, sha256Hex) } as Draft['data'];
    return { ...draft, data, text, salt };
  });
};

let serial = 0;
const open = async (store: EventStore): Promise<Ledger> =>
  orThrow(
    await openLedger({
      store,
      name,
      clock: () => '2026-01-01T00:00:00.000Z',
      newId: () => `019f0000-0000-7000-8000-${String(++serial).padStart(12, '0')}`,
    }),
  );

const stored = async (store: EventStore): Promise<readonly Recorded[]> => {
  const events: Recorded[] = [];
  for await (const event of store.read(name)) events.push(orThrow(event));
  return events;
};

// The plan's tables speak of codes that were opened after the first report.
const monthly = preset.templates.filter(({ id }) => id.startsWith('driftredovisning'));

/** Every figure of the reports' tables: their cells, and not what findings say. */
function totals(book: Book): unknown {
  return monthly.flatMap((template) =>
    (['2024', '2025'] as const).map((year) => {
      const about = { period: `${year}-07`, round: { id: `${year}-P3`, label: 'Prognos 3' } };
      return orThrow(drawTable(book, orThrow(instantiate(template, about)), { cut: orThrow(resolveCut(book, `${year}-P3`)) })).rows;
    }),
  );
}

/** All that leaves the ledger in any way: events, files, state, tables, registers. */
async function everything(store: EventStore, ledger: Ledger): Promise<string> {
  const book = ledger.book();
  const events = await stored(store);
  const cut = orThrow(resolveCut(book, String(book.position)));
  const registers = ['kommentarer', 'beslut', 'atgardsplan'].flatMap((id) => {
    const template = registerTemplateOf(preset, id);
    return template === undefined ? [] : [orThrow(presentRegister(book, template, { period: '2024-07', cut }, preset))];
  });
  const tables = preset.templates.map((template) =>
    presentTable(orThrow(drawTable(book, orThrow(instantiate(template, { period: '2024-07' })))), preset, template),
  );
  const maps = (_key: string, value: unknown): unknown => (value instanceof Map || value instanceof Set ? [...value] : value);
  return [
    ...writeEvents(events, 'ledger'),
    ...writeEvents(events, 'drafts'),
    JSON.stringify([events, eventsOf(book), book.state, registers, tables], maps),
  ].join('\n');
}

describe('erasing the texts of comments', () => {
  const secret = (index: number): string => `hemlig-uppgift-${index}-om-någon`;
  const count = fixture().filter(({ type }) => type === 'CommentMade').length;

  it('leaves no byte of them anywhere, and every figure, hash and finding of verify as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: count }), async (chosen) => {
        const store = memoryStore();
        const ledger = await open(store);
        orThrow(await ledger.importDrafts(drafts(secret)));
        const before = { totals: totals(ledger.book()), events: await stored(store), verified: verifyBook(ledger.book()).findings };
        const made = before.events.filter(({ type }) => type === 'CommentMade');
        for (const index of chosen) orThrow(await ledger.redact({ event: made[index]?.id ?? '', legalBasis: 'OSL 26 kap. 1 §', actor }));

        const all = await everything(store, ledger);
        for (let index = 0; index < count; index++) expect(all.includes(secret(index))).toBe(!chosen.includes(index));
        const after = await stored(store);
        expect(after.slice(0, before.events.length).map(({ hash }) => hash)).toEqual(before.events.map(({ hash }) => hash));
        expect(totals(ledger.book())).toEqual(before.totals);
        expect(verifyBook(ledger.book()).findings).toEqual(before.verified);
        expect(orThrow(await verifyLedger(store, name))?.position).toBe(before.events.length + chosen.length);
      }),
      { numRuns: 10 },
    );
  });

  it('keeps them out: the same events with their texts are not taken in again', async () => {
    const store = memoryStore();
    const ledger = await open(store);
    const all = drafts(secret);
    orThrow(await ledger.importDrafts(all));
    const about = { action: '2024-inhyrda' } as const;
    expect(latestComment(ledger.book(), about)?.text).toMatch(/^hemlig/);
    const event = (await stored(store)).find(({ stream }) => stream === 'comment/2024-inhyrda-2024-07')?.id ?? '';
    orThrow(await ledger.redact({ event, legalBasis: 'OSL 26 kap. 1 §', actor }));
    const gone = all.find(({ id }) => id === event)?.text ?? '';

    // The whole batch again, in this ledger and from another hand: a repetition, whose erased text stays away.
    const again = await ledger.importDrafts(all);
    expect(isLeft(again) || again.right.repeated).toBe(true);
    await store.append(name, all);
    expect(await everything(store, ledger)).not.toContain(gone);
    expect(latestComment(await open(store).then((fresh) => fresh.book()), about)).not.toHaveProperty('text');

    // In a file with both the text and the word that it is erased, the batch is refused.
    const redaction = (await stored(store)).at(-1) as Recorded;
    const { version: _v, position: _p, hash: _h, prevHash: _b, ...draft } = redaction;
    const other = await open(memoryStore());
    expect(isLeft(await other.importDrafts([...all, draft]))).toBe(true);
  });

  it('tells a caveat whose text is erased without it', async () => {
    const store = memoryStore();
    const ledger = await open(store);
    orThrow(await ledger.importDrafts(drafts(secret)));
    const event = (await stored(store)).find(({ stream }) => stream === 'comment/2024-07-oppenvard')?.id ?? '';
    orThrow(await ledger.redact({ event, legalBasis: 'OSL 26 kap. 1 §', actor }));
    const template = preset.templates[0];
    if (template === undefined) throw new Error('no template');
    const table = orThrow(drawTable(ledger.book(), orThrow(instantiate(template, { period: '2024-07' }))));
    const told = presentTable(table, preset).findings.find(({ code }) => code === 'caveat');
    expect(told?.message).toMatch(/förbehåll per 2024-07-31; texten är raderad\.$/);
  });
});
