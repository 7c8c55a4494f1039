import type { Catalogue, Draft, Json, Recorded } from '@driftbok/core';
import { eventType, extendCatalogue, linesOf, orThrow, refined, seal, sha256Hex, standardCatalogue, textHashOf } from '@driftbok/core';
import fc from 'fast-check';

/** An embedder's own event, of any JSON object: what the standard families are too strict to let through has to be stopped before. */
const noteMade = eventType<{ readonly [key: string]: Json }>({
  type: 'NoteMade',
  family: 'note',
  about: 'Anything.',
  schemaVersion: 1,
  codec: refined('an object', (u) => typeof u === 'object' && u !== null && !Array.isArray(u)),
  streamForm: 'note/<id>',
  fits: () => true,
  stream: () => undefined,
});

export const catalogue: Catalogue = orThrow(extendCatalogue(standardCatalogue, [noteMade]));

/** What is an event's own. Its data is typed by its family, in interfaces that TypeScript does not take for JSON. */
type Body = Pick<Draft, 'stream' | 'type'> & Omit<Partial<Draft>, 'data'> & { readonly data: object };

const opened: Body = {
  stream: 'ledger',
  type: 'LedgerOpened',
  data: { name: 'Prov', municipality: 'Norrtälje kommun', timeZone: 'Europe/Stockholm' },
};

const salt = '00112233445566778899aabbccddeeff';

const withText = (text: string): Body => ({
  stream: 'note/1',
  type: 'NoteMade',
  data: { textHash: textHashOf(text, salt, sha256Hex) },
  text,
  salt,
});

/** Drafts in order, with ids and times of their own. */
export const draftsOf = (bodies: readonly Body[]): readonly Draft[] =>
  bodies.map((body, index): Draft => ({
    id: `018f0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
    schemaVersion: 1,
    recordedAt: new Date(Date.UTC(2025, 7, 1, 8, 0, index)).toISOString(),
    actor: { role: 'controller', id: 'u-1' },
    ...body,
    data: body.data as Json,
  }));

export const ledgerOf = (bodies: readonly Body[]): readonly Recorded[] => seal(draftsOf(bodies), undefined, () => 0, sha256Hex);

/** One event of many kinds, with letters beyond ASCII and every optional part of the envelope. */
export const someBodies: readonly Body[] = [
  opened,
  { stream: 'structure', type: 'DimensionDeclared', data: { dimension: 'ansvar', label: 'Ansvar' } },
  {
    stream: 'structure',
    type: 'CodeOpened',
    data: { dimension: 'ansvar', code: '51', label: 'Barn- och skolnämnden', from: '2025-01' },
    source: { document: 'Mål och budget 2025', page: 12, basis: 'printed', precision: '1000.00' },
    decision: { body: 'Kommunfullmäktige', date: '2024-11-04', paragraph: '§ 165', registryNumber: 'KS 2024-1' },
  },
  {
    stream: 'outcome/2025-07',
    type: 'OutcomePosted',
    data: {
      lines: linesOf([
        { codes: { ansvar: '51', konto: '5010' }, month: '2025-07', amount: '-1000.50' },
        { codes: { ansvar: '51', konto: null }, month: '2025-06', amount: '0.00' },
      ]),
      label: 'Juli, skolår 25/26',
    },
    correlation: 'import-2025-07',
  },
  { stream: 'forecast/2025-P3', type: 'ForecastRoundOpened', data: { round: '2025-P3', year: '2025', label: 'Prognos 3' } },
  {
    stream: 'forecast/2025-P3',
    type: 'ForecastRevised',
    data: {
      round: '2025-P3',
      year: '2025',
      lines: linesOf([{ codes: { ansvar: '51' }, month: '2025', amount: '-2000000.00', reason: 'elever' }]),
      reasons: [
        {
          id: 'elever',
          label: 'Fler elever än väntat',
          amount: '-1000000.00',
          precision: '100000.00',
          driver: 'volume',
          evidence: 'asserted',
        },
      ],
    },
    cause: '018f0000-0000-7000-8000-000000000003',
  },
  { stream: 'note/2', type: 'NoteMade', data: { pages: 3, share: 0.25, parts: [{ a: 'å', b: null }, true], z: 'sist' } },
  withText('En text om skolan: "åäö" \u{1f600}.'),
  { stream: 'outcome/2025-07', type: 'PeriodClosed', data: { month: '2025-07' } },
];

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !/\p{Control}/u.test(text));
const amount = fc.integer({ min: -1e12, max: 1e12 }).map((ore) => (ore === 0 ? '0.00' : (ore / 100).toFixed(2)));
const month = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
const freeJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }).filter((x) => x !== 0),
      word,
    ),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(word, tie('json'), { maxKeys: 4 }),
  ),
})).json;

const arbitraryBody: fc.Arbitrary<Body> = fc.oneof(
  fc
    .record({ code: word, label: word, from: month })
    .map((data): Body => ({ stream: 'structure', type: 'CodeOpened', data: { dimension: 'ansvar', ...data } })),
  fc
    .tuple(
      fc.array(fc.record({ codes: fc.record({ ansvar: fc.option(word), motpart: word }), month, amount }), { minLength: 1, maxLength: 5 }),
      fc.option(word),
    )
    .map(([items, label]): Body => ({
      stream: 'outcome/2025-07',
      type: 'OutcomePosted',
      data: { lines: linesOf(items), ...(label === null ? {} : { label }) },
    })),
  fc.dictionary(word, freeJson, { maxKeys: 5 }).map((data): Body => ({ stream: 'note/1', type: 'NoteMade', data })),
  word.map(withText),
  fc
    .record({ document: word, page: fc.integer({ min: 1, max: 999 }), basis: fc.constantFrom('printed' as const, 'assumed' as const) })
    .map((source): Body => ({ ...opened, stream: 'note/3', type: 'NoteMade', source })),
);

/** Valid ledgers with up to eight events of many kinds. */
export const arbitraryLedger: fc.Arbitrary<readonly Recorded[]> = fc
  .array(arbitraryBody, { maxLength: 7 })
  .map((bodies) => ledgerOf([opened, ...bodies]));
