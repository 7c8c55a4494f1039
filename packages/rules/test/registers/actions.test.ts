import type { Book, Json } from '@driftbok/core';
import { emptyBook, newestCut, orThrow, propose, replay, sha256Hex, textHashOf } from '@driftbok/core';
import type { PresentedTable } from '@driftbok/rules';
import { norrtalje, presentRegister, registerTemplateOf, verifyBook } from '@driftbok/rules';
import { describe, expect, it } from 'vitest';

type Given = readonly [stream: string, type: string, data: Json, more?: object];

const salt = '0'.repeat(32);
const comment = (id: string, standing: 'draft' | 'final', text: string): Given => {
  const textHash = textHashOf(text, salt, sha256Hex);
  const data = { comment: id, about: { action: 'a' }, standing, kind: 'status', asOf: '2025-07-31', textHash };
  return [`comment/${id}`, 'CommentMade', data, { text, salt }];
};

const draftsOf = (events: readonly Given[]) =>
  events.map(([stream, type, data, more], at) => ({
    id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    stream,
    type,
    schemaVersion: 1,
    recordedAt: '2025-08-01T08:00:00.000Z',
    actor: { role: 'controller', id: 'u1' },
    data,
    ...more,
  }));

const opening: Given = ['ledger', 'LedgerOpened', { name: 'test', municipality: 'Test', timeZone: 'Europe/Stockholm' }];
const bookOf = (...events: readonly Given[]): Book => orThrow(propose(emptyBook(), draftsOf([opening, ...events]))).book;
/** History as it lies, whatever the rules of today say of it. */
const asHistory = (...events: readonly Given[]): Book => {
  const drafts = draftsOf([opening, ...events]);
  return orThrow(replay(drafts.map((draft, at) => ({ ...draft, position: at + 1, version: 1, prevHash: '', hash: '' }))));
};

const action = (id: string, effects?: Json): Given => [
  `action/${id}`,
  'ActionProposed',
  { action: id, label: `Åtgärd ${id}`, ...(effects === undefined ? {} : { effects }) },
];
const step = (type: string, id = 'a', more: object = {}, data: object = {}): Given => [
  `action/${id}`,
  `Action${type}`,
  { action: id, ...data },
  more,
];
const decision = (stage: string, more: object = {}): Given => [
  'decision/b',
  'DecisionRecorded',
  { decision: 'b', label: 'Plan', stage },
  more,
];

function shown(book: Book, id: string, round?: string): PresentedTable {
  const template = registerTemplateOf(norrtalje, id);
  if (template === undefined) throw new Error(`no template ${id}`);
  return orThrow(
    presentRegister(
      book,
      template,
      { period: '2025-07', cut: orThrow(newestCut(book)), ...(round === undefined ? {} : { round }) },
      norrtalje,
    ),
  );
}
const cells = (table: PresentedTable, column: string): readonly (readonly [string, string | null])[] =>
  table.rows.map((row) => [row.id, row.cells[column]?.shown ?? null]);

describe('the table of actions', () => {
  const book = bookOf(
    action('a', [{ year: '2025', amount: '1500000.00' }]),
    action('b', [{ year: '2025' }]),
    action('c'),
    action('d', [{ year: '2025', amount: '700000.00' }]),
    step('Suspended', 'd'),
    step('Decided', 'a', { decision: { body: 'Nämnden', date: '2025-03-01', paragraph: '§ 9' } }),
    step('Started', 'a'),
  );

  it('tells an amount, an unknown one and none apart, and leaves out of the sum what waits', () => {
    expect(cells(shown(book, 'atgardsplan'), 'expected')).toEqual([
      ['a', '1 500'],
      ['b', 'okänd'],
      ['c', null],
      ['d', '700'],
      ['total', '1 500'],
    ]);
    expect(shown(book, 'atgardsplan').findings.map(({ code, where, message }) => [code, where, message])).toEqual([
      ['effect-unknown', ['b/expected'], 'Förväntade effekter utan känt belopp, som inte ingår i summan: 1: Åtgärd b'],
      ['effect-not-counted', ['d/expected'], 'Vilande eller avbrutna åtgärder, som inte ingår i summan: Åtgärd d'],
    ]);
  });

  it('says what of the expected effects a forecast leaves out, with the arithmetic', () => {
    const counting = (id: string, amount: string) => step('IncludedInForecast', id, {}, { round: '2025-P3', amount });
    const round: Given = ['forecast/2025-P3', 'ForecastRoundOpened', { round: '2025-P3', year: '2025', label: 'Prognos 3' }];
    const told = (...included: readonly Given[]) => {
      const half = action('e', [{ year: '2025', amount: '300000.00' }]);
      const planned = bookOf(
        round,
        action('a', [{ year: '2025', amount: '1500000.00' }]),
        half,
        action('b', [{ year: '2025' }]),
        ...included,
      );
      return shown(planned, 'atgardsplan', '2025-P3').findings.filter(({ code }) => code === 'effect-not-in-forecast');
    };
    expect(told(counting('a', '0.00'), counting('e', '100000.00'), counting('b', '0.00'))).toEqual([
      {
        code: 'effect-not-in-forecast',
        severity: 'note',
        where: ['a/expected', 'e/expected'],
        by: '1700000.00',
        message: 'Förväntade effekter som prognosen inte räknar in: 1 800 000 − 100 000 = 1 700 000 kr: Åtgärd a; Åtgärd e',
      },
    ]);
    expect(told(counting('a', '1500000.00'))).toEqual([]);
    // What nobody said is not that nothing is counted in.
    expect(told()).toEqual([]);
  });

  it('tells where each is, and on which decision', () => {
    const table = shown(book, 'atgardsplan-lage');
    expect(cells(table, 'status').map(([, word]) => word)).toEqual(['Påbörjad', 'Föreslagen', 'Föreslagen', 'Vilande', null]);
    expect(cells(table, 'decision')[0]).toEqual(['a', 'Nämnden 2025-03-01 § 9']);
  });

  it('is of one plan where its template says so', () => {
    const template = registerTemplateOf(norrtalje, 'atgardsplan');
    if (template === undefined) throw new Error('no template');
    const planned: Given = ['action/p', 'ActionProposed', { action: 'p', label: 'Åtgärd p', plan: 'höst' }];
    const both = bookOf(planned, action('a'));
    const of = { ...template, where: { plan: 'höst' } };
    const table = orThrow(presentRegister(both, of, { period: '2025-07', cut: orThrow(newestCut(both)) }, norrtalje));
    expect(table.rows.map(({ id }) => id)).toEqual(['p', 'total']);
  });

  it('has no rows, and no sum, where there are no actions', () => {
    expect(shown(bookOf(), 'atgardsplan').rows).toEqual([]);
  });
});

describe('the table of comments', () => {
  it('has those that speak of the year', () => {
    const book = bookOf(action('a'), comment('k1', 'final', 'läget'));
    const template = registerTemplateOf(norrtalje, 'kommentarer');
    if (template === undefined) throw new Error('no template');
    expect(orThrow(presentRegister(book, template, { period: '2024-07', cut: orThrow(newestCut(book)) }, norrtalje)).rows).toEqual([]);
  });

  it('has the final ones alone, and says so where a text is erased', () => {
    const gone: Given = [...comment('k2', 'final', 'borta').slice(0, 3), {}] as unknown as Given;
    const erased: Given = ['comment/k2', 'TextRedacted', { event: '00000000-0000-7000-8000-000000000004', legalBasis: 'OSL' }];
    const book = bookOf(action('a'), comment('k1', 'draft', 'utkast'), comment('k3', 'final', 'läget'), gone, erased);
    expect(cells(shown(book, 'kommentarer'), 'text')).toEqual([
      ['k3', 'läget'],
      ['k2', '(raderad)'],
    ]);
    expect(cells(shown(book, 'kommentarer-utkast'), 'text')).toEqual([['k1', 'utkast']]);
  });
});

describe('what a comment is about', () => {
  const about = (of: Json, ...before: readonly Given[]) => {
    const [stream, type, data, text] = comment('k', 'final', 'läget');
    const book = bookOf(action('a'), ...before, [stream, type, { ...(data as object), about: of }, text ?? {}]);
    const [row] = shown(book, 'kommentarer').rows;
    return [row?.label, row?.cells['about']?.shown];
  };

  it('is told by its name and sort, not by its id', () => {
    expect(about({ action: 'a' })).toEqual(['Åtgärd a', 'Åtgärd']);
    const goal: Given = ['goal/m', 'GoalSet', { goal: 'm', label: 'Trygghet', from: '2025', kind: 'mal', pursuit: 'pursued' }];
    expect(about({ goal: 'm' }, goal)).toEqual(['Trygghet', 'Mål']);
    expect(about({ decision: 'b' }, decision('proposed'))).toEqual(['Plan', 'Beslut']);
    const round: Given = ['forecast/2025-P3', 'ForecastRoundOpened', { round: '2025-P3', year: '2025', label: 'Prognos 3' }];
    expect(about({ round: '2025-P3' }, round)).toEqual(['Prognos 3 2025', 'Prognos']);
  });

  it('has an assignment by its own kind, and by what it was called in the year', () => {
    const given: Given = ['assignment/u', 'AssignmentGiven', { assignment: 'u', label: 'Utred', kind: 'namndinitiativ', year: '2025' }];
    const later: Given = ['assignment/u', 'AssignmentCarriedOver', { assignment: 'u', year: '2026', label: 'Utred mer' }];
    expect(about({ assignment: 'u' }, given, later)).toEqual(['Utred', 'Nämndinitiativ']);
  });

  it('has a cell by its table, its row and its column, as they are headed', () => {
    const cell = { table: 'driftredovisning', row: 'net', column: 'outcome_period', period: '2025-07' };
    expect(about({ cell })).toEqual(['Driftredovisning: Summa Driftbudget, Utfall Jan - Jul 2025', 'Tabell']);
    expect(about({ cell: { ...cell, table: 'egen' } })).toEqual(['egen net/outcome_period 2025-07', 'Tabell']);
    expect(about({ figures: { metric: 'outcome', year: '2025', period: '2025-07' } })).toEqual(['Utfall 2025-07', 'Belopp']);
  });
});

describe('verify, of things with a life', () => {
  const faults = (book: Book): readonly string[] =>
    verifyBook(book).findings.flatMap(({ code, message }) =>
      code === 'actions' || code === 'comments' || code === 'decisions' ? [`${code} ${message}`] : [],
    );

  it('finds nothing in what was decided step by step', () => {
    const book = bookOf(
      action('a'),
      step('Suspended'),
      step('Resumed'),
      step('Decided'),
      step('Started'),
      step('Completed'),
      comment('k', 'draft', 'x'),
      comment('k', 'final', 'y'),
      decision('planned'),
      decision('decided', { decision: { body: 'Nämnden', date: '2025-03-01' } }),
    );
    expect(faults(book)).toEqual([]);
  });

  it('finds an illegal step in history', () => {
    expect(faults(asHistory(action('a'), step('Started')))).toEqual(['actions a: started at position 3, while proposed']);
    expect(faults(asHistory(action('a'), step('Suspended'), step('Suspended'), step('Resumed')))).toEqual([
      'actions a: suspended at position 4, while suspended',
    ]);
  });

  it('finds a final comment made again, and a matter that went back', () => {
    expect(faults(asHistory(action('a'), comment('k', 'final', 'x'), comment('k', 'draft', 'y')))).toEqual([
      'comments k: made again at position 4, final since 3',
    ]);
    expect(faults(asHistory(decision('planned'), decision('proposed')))).toEqual(['decisions b: proposed at position 3, after planned']);
    expect(faults(asHistory(decision('decided'), decision('decided')))).toEqual(['decisions b: decided at position 3, after decided']);
  });
});
